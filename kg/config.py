"""Settings: those of kg.toml, outranked by those of the command line, as one frozen value."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from kg.errors import ConfigError

FILE = "kg.toml"
AUTO = -1
"""Workers: as many as there are cores and work for; what the command line does unless told."""
DEFAULT_FORMATS = ("events", "documents", "mentions", "near-misses", "turtle", "gexf", "graphml")

_Seconds = Annotated[float, msgspec.Meta(gt=0)]
_Workers = Annotated[int, msgspec.Meta(ge=AUTO)] | None
_Engine = Literal["local", "processes", "spark"] | None
_Settings = dict[str, str]
_MEANT = {
    date | None: "a day, like 2023-02-01",
    tuple[str, ...]: 'a list of names, like ["a", "b"]',
    bool: "true or false",
    _Seconds: "a number above 0",
    _Workers: "a whole number, 0 or more",
    _Engine: "local, processes or spark",
    _Settings: 'a table of texts, like {"spark.executor.memory" = "4g"}',
}
"""What to write for a setting, by its type; the others are texts."""


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How to build.

    Attributes:
        published: day of publication of documents that give none.
        formats: names of the files to write, as `kg build --help` lists them.
        extractors: names of the extractors to run, in order.
        actors: folder of the user's own people.csv, terms.csv and organisations.csv; none there: none.
        state: folder in which builds remember what they found in documents; none: every document is read anew.
        workers: number of processes that extract; 0 or not said: this one alone; AUTO: as many as it pays to have.
        engine: where extraction runs: in this process, in processes of this machine, or on Spark; not said: as workers
            says.
        master: address of Spark: local[N], spark://host:port, yarn or k8s://….
        archive: kg and the packages it needs, packed, for Spark's workers that have only a bare Python.
        spark: further settings of Spark, by their names there.
        limit: seconds after which a process gives a document up.
        judgements: file of judgements on what is one event (`kg merge judge`), which need not exist.
        base_iri: what the names of things in RDF start with, an absolute IRI that ends in / or #; not said: kg's own.
        strict: whether any problem with an input fails the run.
    """

    published: date | None = None
    formats: tuple[str, ...] = DEFAULT_FORMATS
    extractors: tuple[str, ...] = ("syntax",)
    actors: str = "actors"
    state: str | None = None
    workers: _Workers = None
    engine: _Engine = None
    master: str = "local[*]"
    archive: str | None = None
    spark: _Settings = {}
    limit: _Seconds = 300.0
    judgements: str | None = None
    base_iri: str | None = None
    strict: bool = False


def load(path: Path | None = None, **flags: object) -> Config:
    """The settings of a TOML file (kg.toml of the current folder, if there is one) with flags that are not None on top.

    Relative folders in the file are meant from where the file is.

    Raises:
        ConfigError: the file cannot be read, is no TOML, or has a setting that does not exist or does not fit.
    """
    given = {name: value for name, value in flags.items() if value is not None}
    file = source(path)
    settings = _read(file) if file else Config()
    config = msgspec.convert({**msgspec.structs.asdict(settings), **given}, Config)
    folder = file.parent if file else Path()
    if config.actors != str(folder / Config().actors) and not Path(config.actors).is_dir():
        raise ConfigError(f"{config.actors}: no such folder of actors; make it, or name another")
    return config


def source(path: Path | None = None) -> Path | None:
    """The file that `load` takes settings from: the one that is named, else kg.toml if it is there."""
    return path or (Path(FILE) if Path(FILE).exists() else None)


def _read(file: Path) -> Config:
    try:
        given = msgspec.toml.decode(file.read_bytes())
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read ({error.strerror}); name another file with --config") from error
    except (msgspec.DecodeError, ValueError) as error:
        raise ConfigError(f"{file}: no TOML ({error}); see the settings in README.md") from error
    for name, value in given.items():
        _check(file, name, value)
    settings = msgspec.convert(given, Config)
    paths = {name: getattr(settings, name) for name in ("actors", "state", "judgements", "archive")}
    return msgspec.structs.replace(settings, **{n: str(file.parent / path) for n, path in paths.items() if path})


def _check(file: Path, name: str, value: object) -> None:
    """Refuse a setting that does not exist or does not fit, in words that say what to write."""
    kinds = {field.name: field.type for field in msgspec.structs.fields(Config)}
    if name not in kinds:
        raise ConfigError(f"{file}: there is no setting {name!r}; choose from {', '.join(kinds)}")
    try:
        msgspec.convert(value, kinds[name])
    except msgspec.ValidationError as error:
        meant = _MEANT.get(kinds[name], "a text in quotation marks")
        raise ConfigError(f"{file}: {name} cannot be {_shown(value)}; write {meant}") from error


def _shown(value: object) -> str:
    """A value much as TOML writes it."""
    return str(value) if isinstance(value, date) else msgspec.json.encode(value).decode()
