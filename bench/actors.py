"""Coverage of the actor tables against reference lists of leaders, ministers, countries and organisations.

usage: python bench/actors.py [REFERENCE_DIR] [--show]     (default: ../shared/reference beside the checkout)
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from kg.actors.directory import LEADERS, serves
from kg.actors.fold import fold, slug, without_initials
from kg.actors.tables import Tables, Term, load

Record = dict[str, Any]
REFERENCE = Path(__file__).resolve().parents[1].parent / "shared" / "reference"
PREDECESSORS = {"SU": "RU", "DD": "DE", "YU": "RS", "CS": "RS", "ZR": "CD", "YD": "YE"}
JUNIOR = re.compile("Trade|Materiel|Personnel|Associate|Minister of State|Presidential")


class Result(NamedTuple):
    """How many of the reference's facts the tables have; `missing` and `differing` say which not."""

    name: str
    total: int
    covered: int
    missing: list[str]
    differing: list[str]


def records(folder: Path, name: str) -> list[Record]:
    with (folder / name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _keys(name: str) -> set[str]:
    """A name without initials and marks, in its own order and with the surname moved to the other end."""
    words = slug(without_initials(name)).split("-")
    return {" ".join(order) for order in (words, words[1:] + words[:1], words[-1:] + words[:-1])}


class _Names:
    """People of the tables by country and name, and by item."""

    def __init__(self, tables: Tables) -> None:
        self.items = {row.wikidata: row for row in tables.people if row.wikidata}
        self._names: set[tuple[str, str]] = set()
        self._surnames: dict[tuple[str, str], list[str]] = defaultdict(list)
        iso = {row.id: PREDECESSORS.get(row.iso2, row.iso2) for row in tables.countries}
        lands: dict[str, set[str]] = defaultdict(set)
        for term in tables.terms:
            lands[term.person].add(iso.get(term.of, ""))
        for row in tables.people:
            for land in {iso.get(row.country, ""), *lands[row.id]}:
                self._names |= {(land, key) for name in (row.name, *row.aliases) for key in _keys(name)}
                self._surnames[land, fold(row.surname).lower()].append(row.id)

    def has(self, record: Record) -> bool:
        """Whether a reference's person is in the tables: by item, by name, or (a bare surname) by surname."""
        land = record["country_iso2"]
        names = [record["name"], *record["aliases"]]
        if record["wikidata_qid"] in self.items or any(
            (land, key) in self._names for name in names for key in _keys(name)
        ):
            return True
        return " " not in record["name"] and (land, fold(record["name"]).lower()) in self._surnames


def _people(name: str, records: Iterable[Record], names: _Names, since: str) -> Result:
    """One fact a person; records of one country whose last words agree ("Abe", "Shinzo Abe") count as one person."""
    wanted: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records:
        if (record["end"] or "9999") >= since and record["country_iso2"].isalpha():
            wanted[record["country_iso2"], slug(record["name"]).split("-")[-1]].append(record)
    missing = [_label(found[0]) for found in wanted.values() if not any(map(names.has, found))]
    return Result(name, len(wanted), len(wanted) - len(missing), sorted(missing), [])


def _posts(name: str, records: Iterable[Record], tables: Tables, offices: tuple[str, ...], since: str) -> Result:
    """Whether somebody is listed for the post in the middle of each dated term, however the name is spelt."""
    iso = {row.id: PREDECESSORS.get(row.iso2, row.iso2) for row in tables.countries}
    held: dict[str, list[Term]] = defaultdict(list)
    for term in tables.terms:
        if term.office in offices:
            held[iso.get(term.of, "")].append(term)
    dated = [r for r in records if r["start"] and r["end"] >= since and r["country_iso2"].isalpha()]
    missing = [_label(r) for r in dated if not any(serves(term, _middle(r)) for term in held[r["country_iso2"]])]
    return Result(name, len(dated), len(dated) - len(missing), sorted(missing), [])


def _middle(record: Record) -> date:
    first, last = (date.fromisoformat((record[side] + "-01-01")[:10]) for side in ("start", "end"))
    return first + (last - first) / 2


def _label(record: Record) -> str:
    return f"{record['country_iso2']} {record['name']}: {record['office_title']} {record['start']}..{record['end']}"


def _countries(tables: Tables, records: list[Record]) -> Result:
    own = {row.iso2: row for row in tables.countries if row.end is None}
    members = [record for record in records if record["un_member"]]
    missing = [record["name"] for record in members if record["iso2"] not in own]
    differing = [
        f"{row.name}: {row.wikidata}, reference {record['wikidata_qid']}"
        for record in records
        if (row := own.get(record["iso2"])) and row.wikidata not in (record["wikidata_qid"], *record["other_qids"])
    ]
    return Result("countries (UN members)", len(members), len(members) - len(missing), missing, differing)


def _organisations(tables: Tables, records: list[Record]) -> Result:
    own: dict[str, str] = {}
    for row in tables.organisations:
        for name in (row.name, *row.aliases):
            own[slug(name)] = row.wikidata
    known = {row.wikidata for row in tables.organisations if row.wikidata}
    wanted = [r for r in records if r["acronyms"] or "members" in r]
    missing = [r["name"] for r in wanted if slug(r["name"]) not in own and (r["wikidata_qid"] or "-") not in known]
    differing = [
        f"{r['name']}: {own[slug(r['name'])]}, reference {r['wikidata_qid']}"
        for r in wanted
        if r["wikidata_qid"] and own.get(slug(r["name"])) and own[slug(r["name"])] != r["wikidata_qid"]
    ]
    return Result("organisations", len(wanted), len(wanted) - len(missing), sorted(missing), differing)


def _items(tables: Tables, records: Iterable[Record]) -> Result:
    """People whose full name and country stand in the reference under another item only."""
    items: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in records:
        if record["wikidata_qid"] and " " in record["name"]:
            items[record["country_iso2"], slug(record["name"])].add(record["wikidata_qid"])
    iso = {row.id: PREDECESSORS.get(row.iso2, row.iso2) for row in tables.countries}
    pairs = [(row, items.get((iso.get(row.country, ""), slug(row.name)))) for row in tables.people if row.wikidata]
    both = [(row, found) for row, found in pairs if found]
    wrong = [
        f"{row.name}: {row.wikidata}, reference {sorted(found)}" for row, found in both if row.wikidata not in found
    ]
    return Result("people's items", len(both), len(both) - len(wrong), [], wrong)


def compare(folder: Path) -> Iterator[Result]:
    """The tables as shipped against the reference of a folder."""
    tables = load()
    names = _Names(tables)
    heads, ministers = records(folder, "heads.jsonl"), records(folder, "fm_dm.jsonl")
    yield _countries(tables, records(folder, "countries.jsonl"))
    yield _people("heads since 1990", heads, names, "1990")
    yield _posts("posts of heads since 1990", heads, tables, (*LEADERS, "presidency-member"), "1990")
    for office in ("foreign minister", "defence minister"):
        own = [r for r in ministers if r["office"] == office and not JUNIOR.search(r["office_title"])]
        yield _people(f"{office}s since 2000", own, names, "2000")
        yield _posts(f"posts of {office}s", own, tables, (slug(office),), "2000")
    yield _organisations(tables, records(folder, "organizations.jsonl"))
    yield _organisations(tables, records(folder, "forums.jsonl"))._replace(name="forums")
    yield _items(tables, [*heads, *ministers])


def main() -> None:
    arguments = [a for a in sys.argv[1:] if a != "--show"]
    folder = Path(arguments[0]) if arguments else REFERENCE
    if not folder.is_dir():
        sys.exit(f"{folder}: no such folder; name the one with heads.jsonl")
    print(f"{'':28}{'reference':>10}{'covered':>9}{'share':>7}{'differing':>11}")
    for result in compare(folder):
        share = f"{100 * result.covered / max(1, result.total):.0f}%"
        print(f"{result.name:28}{result.total:>10}{result.covered:>9}{share:>7}{len(result.differing):>11}")
        if "--show" in sys.argv:
            for line in (*(f"  missing  {m}" for m in result.missing), *(f"  differs  {d}" for d in result.differing)):
                print(line)


if __name__ == "__main__":
    main()
