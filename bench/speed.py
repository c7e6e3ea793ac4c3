"""Speed on one core: matching names, tagging dates, extracting events, beside spaCy's bare pipeline on the same texts.

usage: python bench/speed.py DOCUMENTS.jsonl [RUNS]

All are measured in one process and one run, in words a second of processor time; the median of RUNS (3) is printed,
and the ratio to spaCy, which is what to compare: absolute figures depend on the machine.
"""

import statistics
import sys
import time
from collections.abc import Callable, Sequence

import kg
from kg.actors import load as gazetteer
from kg.dates import tag
from kg.extract import get
from kg.parse.parser import load as model


def measure(work: Callable[[], object], words: int, runs: int) -> float:
    """Words a second of processor time, the median of some runs after one that does not count."""
    work()
    speeds = []
    for _ in range(runs):
        began = time.process_time()
        work()
        speeds.append(words / (time.process_time() - began))
    return statistics.median(speeds)


def works(documents: Sequence[kg.Document]) -> dict[str, Callable[[], object]]:
    """What is measured, by name."""
    spacy, names, extractor = model(), gazetteer(), get("syntax")
    texts = [d.text for d in documents]
    return {
        "spaCy, full pipeline": lambda: list(spacy.pipe(texts)),
        "kg extract": lambda: [list(extractor.extract(d)) for d in documents],
        "dates": lambda: [tag(d.text, d.published, "en") for d in documents],
        "names": lambda: [names.find(t) for t in texts],
    }


def main() -> None:
    documents = tuple(kg.read(sys.argv[1:2], report=lambda problem: print(problem, file=sys.stderr)))
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    words = sum(len(d.text.split()) for d in documents)
    speeds = {name: measure(work, words, runs) for name, work in works(documents).items()}
    bare = speeds["spaCy, full pipeline"]
    print(f"{len(documents)} documents, {words} words, {runs} runs")
    for name, speed in speeds.items():
        print(f"{name:22} {speed:12,.0f} words/CPU s   {speed / bare:8.2f} times spaCy")


if __name__ == "__main__":
    main()
