"""Speed in one process beside spaCy's bare pipeline on the same texts, and the memory it takes.

usage: python bench/speed.py [DOCUMENTS.jsonl] [RUNS]

Without a file it reads what bench/agency.py makes: 60 articles in the style of an agency, 1080 sentences, no two the
same; a quarter names two listed actors, a quarter one, a fifth only strangers, "officials" or "they", and the rest
nobody. They are filled in from 45 patterns, so they have fewer words and fewer unlisted names than real news, and
are shorter: give a file of real articles for a figure to rely on.

"kg build" is everything from the file on disk to the files that a build writes if no others are asked for; "spaCy,
full pipeline" is `nlp.pipe` of the default model as installed. All are measured in turns in one run, in words a second
of processor time; the median of RUNS (3) is printed, and the ratio to spaCy, which is what to compare: absolute figures
depend on the machine. The memory is that of the process at its peak, after `kg build` and before spaCy's turn.
"""

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import agency
import spacy
from spacy.language import Language

import kg
from kg.actors import load as gazetteer
from kg.build import shelved
from kg.clock import Clock
from kg.dates import tag
from kg.export import write_all
from kg.extract import get
from kg.model import encode
from kg.parse.parser import DEFAULT_MODEL

ARTICLES = 60
BARE = "spaCy, full pipeline"


def _build(source: Path, out: Path) -> None:
    config = kg.Config(workers=0)
    write_all(shelved([str(source)], config, report=lambda problem: None, clock=Clock()), out, config.formats)


@cache
def bare() -> Language:
    return spacy.load(DEFAULT_MODEL)


def works(source: Path, out: Path, documents: Sequence[kg.Document]) -> dict[str, Callable[[], object]]:
    """What is measured, by name; spaCy reads with a model of its own, as it is installed."""
    names, extractor = gazetteer(), get("syntax")
    texts = [d.text for d in documents]
    return {
        "kg build": lambda: _build(source, out),
        BARE: lambda: list(bare().pipe(texts)),
        "kg extract": lambda: [list(extractor.extract(d)) for d in documents],
        "dates": lambda: [tag(d.text, d.published, "en") for d in documents],
        "names": lambda: [names.find(t) for t in texts],
    }


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def measure(source: Path, out: Path, runs: int) -> None:
    """Prints a line for each work; a first round of all does not count."""
    documents = tuple(kg.read([str(source)], report=lambda problem: print(problem, file=sys.stderr)))
    words = sum(len(d.text.split()) for d in documents)
    tasks = works(source, out, documents)
    tasks["kg build"]()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for work in tasks.values():
        work()
    rounds = [{name: _seconds(work) for name, work in tasks.items()} for _ in range(runs)]
    print(f"{len(documents)} documents, {words} words, {runs} runs; peak memory of kg build {peak:,.0f} MB")
    for name in tasks:
        speed = words / statistics.median(r[name] for r in rounds)
        ratio = statistics.median(r[BARE] / r[name] for r in rounds)
        print(f"{name:22} {speed:12,.0f} words/CPU s   {ratio:8.2f} times spaCy")


def main() -> None:
    given = [Path(a) for a in sys.argv[1:] if not a.isdigit()]
    runs = next((int(a) for a in sys.argv[1:] if a.isdigit()), 3)
    with tempfile.TemporaryDirectory() as folder:
        source = given[0] if given else Path(folder) / "agency.jsonl"
        if not given:
            source.write_bytes(b"\n".join(map(encode, agency.documents(ARTICLES))))
        measure(source, Path(folder) / "out", runs)


if __name__ == "__main__":
    main()
