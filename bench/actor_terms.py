"""Foreign and defence ministers of the tables: how many terms a reference confirms, and the days without a minister.

usage: python bench/actor_terms.py [REFERENCE_DIR] [--show]     (default: ../shared/reference beside the checkout)

A term is confirmed if the reference has that person in that office at some time within it; "other time": in that
office, but not then; "another": the reference has somebody else half-way; "none": the reference has nobody there
(it ends in 2023). `--show` lists all but the confirmed ones, and the gaps of each state since 2000 to the end of 2025.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from actors import PREDECESSORS, REFERENCE, records

from kg.actors.fold import distance, slug
from kg.actors.tables import Person, Tables, Term, load

Span = tuple[date, date]
OFFICES = ("foreign-minister", "defence-minister")
FIRST, LAST = date(2000, 1, 1), date(2025, 12, 31)
STATES = re.findall(
    "[a-z-]+",
    "argentina australia brazil canada china france germany india indonesia italy japan mexico russia saudi-arabia "
    "south-africa south-korea turkey united-kingdom united-states "  # the G20
    "afghanistan armenia austria azerbaijan belarus belgium colombia cuba czechia denmark egypt ethiopia finland "
    "georgia greece hungary iran iraq ireland israel kazakhstan kenya lithuania malaysia netherlands nigeria "
    "north-korea norway pakistan philippines poland portugal qatar romania serbia singapore spain sweden switzerland "
    "syria taiwan thailand ukraine united-arab-emirates venezuela vietnam",
)
_A_FORTNIGHT = timedelta(days=15)


def _words(name: str) -> set[str]:
    return {word for word in slug(name).split("-") if len(word) > 2}


def _near(word: str, others: set[str]) -> bool:
    return any(distance(word, other, 2) <= (1 if len(word) < 7 else 2) for other in others)


def _same(person: Person, record: dict[str, Any]) -> bool:
    """Whether two words of their names agree, give or take a letter, or the only one."""
    if person.wikidata and person.wikidata == record["wikidata_qid"]:
        return True
    theirs = [_words(name) for name in (record["name"], *record["aliases"])]
    ours = [_words(name) for name in (person.name, *person.aliases)]
    return any(a and sum(_near(word, b) for word in a) >= min(2, len(a)) for a in theirs for b in ours)


def _day(text: str, otherwise: date) -> date:
    """The first day of a date of the reference; an empty one is `otherwise`."""
    return date.fromisoformat(f"{text}-01-01"[:10]) if text else otherwise


def _verdict(term: Term, person: Person, told: list[tuple[dict[str, Any], Span]]) -> str:
    start, end = term.start or date.min, term.end or LAST
    half = max(start, date(1990, 1, 1)) + (end - max(start, date(1990, 1, 1))) / 2
    here = [r for r, (first, last) in told if first <= end and last >= start]
    if any(_same(person, r) for r in here):
        return "confirmed"
    if any(_same(person, r) for r, _ in told):
        return "other time"
    return "another" if any(first <= half <= last for _, (first, last) in told) else "none"


def verdicts(tables: Tables, folder: Path) -> Iterator[tuple[str, Term]]:
    """What the reference says of each term that ended in 2000 or later."""
    iso = {row.id: PREDECESSORS.get(row.iso2, row.iso2) for row in tables.countries}
    people = {row.id: row for row in tables.people}
    told: dict[tuple[str, str], list[tuple[dict[str, Any], Span]]] = defaultdict(list)
    for record in records(folder, "fm_dm.jsonl"):
        span = _day(record["start"], date(2003, 1, 1)), _day(record["end"] or record["as_of"], date(2023, 3, 1))
        told[record["country_iso2"], slug(record["office"])].append((record, span))
    for term in tables.terms:
        if term.office in OFFICES and term.of in iso and (term.end or LAST) >= FIRST:
            yield _verdict(term, people[term.person], told[iso[term.of], term.office]), term


def gaps(tables: Tables, office: str, state: str) -> list[Span]:
    """The spans of more than a fortnight in which nobody is listed."""
    found, at = [], FIRST
    own = [t for t in tables.terms if (t.office, t.of) == (office, state) and (t.end or LAST) >= FIRST]
    for start, end in sorted((max(t.start or FIRST, FIRST), min(t.end or LAST, LAST)) for t in own):
        if start > at + _A_FORTNIGHT:
            found.append((at, start))
        at = max(at, end)
    return [*found, (at, LAST)] if at + _A_FORTNIGHT < LAST else found


def _covered(spans: list[Span]) -> float:
    return 1 - sum((end - start).days for start, end in spans) / (LAST - FIRST).days


def main() -> None:
    arguments = [a for a in sys.argv[1:] if a != "--show"]
    tables, folder = load(), Path(arguments[0]) if arguments else REFERENCE
    if folder.is_dir():
        found = list(verdicts(tables, folder))
        counts = Counter(verdict for verdict, _ in found)
        print(f"terms of foreign and defence ministers since 2000: {len(found)}; {dict(counts.most_common())}")
        for verdict, term in found if "--show" in sys.argv else ():
            if verdict != "confirmed":
                print(f"  {verdict:10} {term.of} {term.office} {term.person} {term.start}..{term.end or ''}")
    print(f"{'days of 2000-2025 covered':28}{'foreign':>9}{'defence':>9}")
    for state in STATES:
        spans = {office: gaps(tables, office, state) for office in OFFICES}
        print(f"{state:28}" + "".join(f"{100 * _covered(spans[office]):>8.1f}%" for office in OFFICES))
        for office in OFFICES if "--show" in sys.argv else ():
            print("".join(f"  {office} {start}..{end}\n" for start, end in spans[office]), end="")


if __name__ == "__main__":
    main()
