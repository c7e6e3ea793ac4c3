"""`kg build`: read articles, write the graph, and show the timeline."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from kg.alone import alone
from kg.clock import Clock
from kg.commands import options
from kg.commands.progress import Telling, tracker
from kg.commands.terminal import console, print_problems, print_timeline
from kg.config import AUTO, DEFAULT_FORMATS, Config
from kg.counting import counted
from kg.errors import ConfigError, InputError, KgError
from kg.merge.judgements import FILE as JUDGEMENTS
from kg.model import Problem

if TYPE_CHECKING:
    from kg.engine import Extracted
    from kg.graph import Changes, ShelvedGraph
    from kg.report import BuildReport

_BEAT = 500
"""Milliseconds between two looks at the folders that are watched."""


_EPILOG = """\b
Exit codes:
  0    built
  1    nothing could be read; with --strict also any error or warning
  2    a wrong flag or setting, or something that it needs is not to be had
  130  stopped by Ctrl-C; 143: by SIGTERM
\b
Example: kg build articles/ -o out --published 2023-02-01
Example: kg build archive.jsonl.gz -o out --engine spark --master spark://host:7077
"""


@click.command(epilog=_EPILOG)
@options.inputs
@options.folder
@click.option(
    "--format",
    "formats",
    metavar="NAMES",
    help="Files to write, comma-separated: events, documents, mentions, near-misses, turtle, nt, nq, trig, jsonld, "
    "gexf, gexf-full, graphml, csv, parquet, timelinejs, ics, ftm, html, parquet-parts, nq-parts; "
    f"default: {', '.join(DEFAULT_FORMATS)}.",
)
@options.published
@options.extractors
@options.actors
@options.base_iri
@options.config
@options.strict
@click.option(
    "--state",
    type=click.Path(file_okay=False),
    metavar="DIR",
    help="Folder in which builds remember what they found in articles; default: state in the output folder.",
)
@options.workers
@options.engine
@options.master
@options.archive
@click.option("--watch", is_flag=True, help="Build again whenever articles are added, changed or removed.")
@click.option("--quiet", is_flag=True, help="Do not print the timeline.")
def command(
    inputs: tuple[str, ...],
    out: Path,
    formats: str | None,
    published: object,
    extractors: tuple[str, ...],
    actors: str | None,
    base_iri: str | None,
    config_file: Path | None,
    strict: bool | None,
    state: str | None,
    workers: int | None,
    engine: str | None,
    master: str | None,
    archive: str | None,
    watch: bool,
    quiet: bool,
) -> None:
    """Build the graph of the articles in files, folders or globs (`-`: standard input).

    Reads .txt, .text, .md, .html, .htm, .xhtml, .jsonl, .ndjson, .json, .csv, .tsv, .parquet and .warc (extra `warc`),
    each of them packed (.gz, .bz2, .xz, .zst) or not. Writes the formats and report.json to the output folder.

    What is found in articles is remembered in the state: a build that was stopped goes on when it is run again, and one
    with more articles reads only what is new.

    Articles are read by as many processes as there are cores and work for; --workers says how many, --engine local that
    there be none besides this one. With --engine spark (extra `spark`, and Java) those of --master read, by default all
    cores of this machine, with --archive also where kg is not installed. docs/large.md tells more.
    """
    from kg.config import load, source
    from kg.export import by_name

    settings = source(config_file)
    config = load(
        config_file,
        formats=tuple(f.strip() for f in formats.split(",")) if formats is not None else None,
        published=published,
        extractors=extractors or None,
        actors=actors,
        base_iri=base_iri,
        strict=strict,
        state=state,
        workers=workers,
        engine=engine,
        master=master,
        archive=archive,
    )
    _ensure_fitting(config.engine, workers, master, archive)
    for name in config.formats:
        by_name(name)  # says what is wrong with it before anything is read
    several = AUTO if config.workers is None else config.workers
    config = msgspec.structs.replace(
        config,
        state=config.state or str(out / "state"),
        judgements=config.judgements or str(out / JUDGEMENTS),
        workers=several,
    )
    if watch:
        with suppress(KeyboardInterrupt):
            _watch(inputs, out, lambda: _build(inputs, out, config, settings, quiet))
    else:
        with _told(config):
            code = _build(inputs, out, config, settings, quiet)
        sys.exit(code)


def _ensure_fitting(engine: str | None, workers: int | None, master: str | None, archive: str | None) -> None:
    """Do nothing where the flags are of the engine that is to read; what kg.toml says of others is no contradiction.

    Raises:
        ConfigError: one of them is of another.
    """
    if engine != "spark" and (master or archive):
        flag = "--master" if master else "--archive"
        raise ConfigError(f"{flag} is for Spark; add --engine spark, or leave it out")
    if workers and engine in ("local", "spark"):
        why = "reads in this process alone" if engine == "local" else "has the workers of its --master"
        raise ConfigError(f"--workers {workers}: --engine {engine} {why}; leave one of the two out")
    if workers == 0 and engine == "processes":
        raise ConfigError("--workers 0: --engine processes needs at least one; or take --engine local")


@contextmanager
def _told(config: Config) -> Iterator[None]:
    """Says what is left of a build that is stopped."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit):
        kept = f"what was found in articles is kept in {config.state}"
        click.echo(f"stopped: {kept}; run the same again, and it goes on from there", err=True)
        raise


def _build(inputs: Sequence[str], out: Path, config: Config, settings: Path | None, quiet: bool) -> int:
    """Build, write and show; the exit code."""
    from kg.build import shelved
    from kg.commands.output import exit_code

    clock = Telling()
    problems: list[Problem] = []
    try:
        graph = shelved(inputs, config, report=problems.append, track=_tracker(clock), clock=clock)
    except InputError as error:
        print_problems(problems)
        click.echo(f"error: {error}", err=True)
        return 1
    report = _write(graph, out, config, problems, settings, clock)
    if not quiet:
        print_timeline(graph.events)
    print_problems(problems)
    remembered = f" {clock.remembered} of the documents remembered from earlier builds." if clock.remembered else ""
    _print_summary(report.line() + remembered, [out / name for name in (*report.files, "report.json")])
    return exit_code(graph.documents, problems, config.strict)


def _tracker(clock: Clock) -> Callable[[Iterable["Extracted"], int], Iterator["Extracted"]]:
    """Shows how far reading has come, and first how much of it there is no need for."""
    reading = tracker("reading", "documents", attrgetter("problems"))

    def track(results: Iterable["Extracted"], total: int) -> Iterator["Extracted"]:
        if clock.remembered:
            click.echo(f"reading: {counted(clock.remembered, 'document')} remembered, {total} to read", err=True)
        return reading(results, total)

    return track


def _write(
    graph: "ShelvedGraph", out: Path, config: Config, problems: Sequence[Problem], settings: Path | None, clock: Clock
) -> "BuildReport":
    """Write all files; where another build writes to the same folder, after it, so that they are of one build."""
    from kg.export import write_all
    from kg.report import summarise, write
    from kg.store import note

    with alone(out):
        with clock.stage("write"):
            graph.changes = _changes(graph, out, config)
            files = write_all(graph, out, config.formats)
            _sweep(out, files)
            if config.state and Path(config.state).is_dir():
                note(Path(config.state), files, graph.base)
        report = summarise(graph, problems, config, files, clock, settings)
        write(report, out / "report.json")
    return report


def _changes(graph: "ShelvedGraph", out: Path, config: Config) -> "Changes | None":
    """What changed since the last build, if the files that it wrote here are as it left them."""
    from kg.export import FORMATS
    from kg.graph import changes
    from kg.store import untouched

    events, documents, turtle = (out / FORMATS[name].file for name in ("events", "documents", "turtle"))
    if config.state and untouched(Path(config.state), (events, documents, turtle), graph.base):
        return changes(graph, events, documents)
    return None


def _watch(inputs: Sequence[str], out: Path, run: Callable[[], int]) -> None:
    """Build now, and again whenever something changes in the folders; until Ctrl-C."""
    from watchfiles import watch

    for name in inputs:
        if not Path(name).is_dir():
            raise ConfigError(f"{name}: not a folder; --watch takes folders only")
    products = out.resolve()

    def ours(_: object, path: str) -> bool:
        return products not in (Path(path), *Path(path).parents)

    # The first round comes by the time-out: what changes from then on, while a build runs too, is another round.
    built = False
    for changes in watch(*inputs, watch_filter=ours, rust_timeout=_BEAT, yield_on_timeout=True):
        if built and not changes:
            continue
        built = True
        try:
            run()
        except KgError as error:
            click.echo(f"error: {error}", err=True)
        click.echo("Watching for changes; Ctrl-C ends it.", err=True)


def _sweep(folder: Path, written: Sequence[Path]) -> None:
    """Remove what an earlier build left in formats that this one did not write: it would be of other articles."""
    from kg.atomic import remove
    from kg.export import FORMATS

    for entry in FORMATS.values():
        if folder / entry.file not in written:
            remove(folder / entry.file)


def _print_summary(line: str, files: list[Path]) -> None:
    screen = console()
    screen.print()
    screen.print(line, soft_wrap=not screen.is_terminal)  # a log is not wrapped
    screen.print("Written: " + ", ".join(str(f) for f in files), soft_wrap=True)
