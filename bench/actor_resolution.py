"""Which country a phrase's actor belongs to, and whether a leader held office on a day: unit cases of NGEC.

usage: python bench/actor_resolution.py [CASES] [--show]   (default: ../shared/bench/coding/actor_resolution.jsonl)

Each case is one phrase, at times with a word of context, a day, and what it is expected to be: a country (ISO 3166
alpha-3, or IGO, UNO, EUR for bodies of many), and a role. Scored are the countries, and of the roles those that hang
on the day (in government or out of it). Cases that expect no country have nothing to resolve. Not counted in the
second figure: private people and bodies (singers, universities, gangs) that the phrase gives no country for, as no
table of leaders and states is to know them.
"""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from dateparser import parse

from kg.actors import Gazetteer, load
from kg.actors.link import link
from kg.model import ActorMention, Document
from kg.parse import Parser, split

CASES = Path(__file__).resolve().parents[1].parent / "shared" / "bench" / "coding" / "actor_resolution.jsonl"
MANY = ("IGO", "UNO", "EUR")
PRIVATE = ("CVL", "EDU", "CRM", "MED", "BUS", "UAF")
TODAY = date(2022, 6, 1)  # when the cases were written
IN_OFFICE, OUT = ("GOV",), ("ELI", "LEG", "PTY", "CVL")


def _day(case: dict[str, Any]) -> date:
    text = (case["date"] or "today").lower()
    found = None if text == "today" else parse(text)
    return found.date() if found else TODAY


def _mentions(case: dict[str, Any], gazetteer: Gazetteer, parser: Parser) -> list[ActorMention]:
    """The mentions in the phrase, set into a sentence; the context goes before it, as an adjective or a sentence."""
    context, phrase = (case["context"] or "").strip(), case["actor"].strip()
    lead = "" if phrase[:1].isupper() or phrase.lower().startswith(("the ", "a ", "an ")) else "The "
    if context:
        head, _, rest = phrase.partition(" ")
        phrase = f"{head} {context} {rest}" if head.lower() == "the" else f"{context} {phrase}"
    text = f"{lead}{phrase} was seen on Monday."
    document = Document(id="case", text=text, published=_day(case))
    linked = link(document, tuple(parser.parse(text, split(text))), gazetteer)
    return [m for sentence in linked for m in sentence]


def _right(case: dict[str, Any], mentions: list[ActorMention], gazetteer: Gazetteer) -> bool:
    expected = case["expected"]["country"]
    bodies = {m.id for m in mentions if m.kind in ("organisation", "group") and m.country is None}
    if expected in MANY:
        return bool(bodies)
    codes = {row.iso2: row.iso3 for row in gazetteer.directory.countries.values() if row.end is None} | {"XK": "XKX"}
    found = [codes.get(m.country, "") for m in mentions if m.country]
    return found[:1] == [expected] and _role(case, mentions, gazetteer)


def _role(case: dict[str, Any], mentions: list[ActorMention], gazetteer: Gazetteer) -> bool:
    """Whether the table agrees that the person is in or out of government on the day, where both say so."""
    code, people = case["expected"].get("code_1", ""), [m for m in mentions if m.kind == "person"]
    if not _dated(case) or len(people) != 1 or people[0].id not in gazetteer.directory.people:
        return True
    posts = gazetteer.directory.posts(people[0].id, _day(case))
    in_office = any(office not in ("legislator", "party-leader", "general-secretary") for office, _ in posts)
    return in_office if code in IN_OFFICE else not in_office if code in OUT else True


def _dated(case: dict[str, Any]) -> bool:
    return bool(case["date"]) and case["expected"].get("code_1") in (*IN_OFFICE, *OUT)


def _private(case: dict[str, Any], gazetteer: Gazetteer) -> bool:
    """Whether the case is a private person or body and its words name no country or place."""
    kinds = {m.entries[0].kind for m in gazetteer.find(f"{case['context'] or ''} {case['actor']}")}
    return case["expected"].get("code_1") in PRIVATE and not kinds & {"country", "adjective", "place"}


class Result(NamedTuple):
    """Cases that expect a country, those answered wrong with what was found, and those of private people and bodies."""

    named: list[dict[str, Any]]
    wrong: list[tuple[dict[str, Any], list[ActorMention]]]
    private: int
    private_wrong: int

    @property
    def share(self) -> float:
        """Share of right answers among cases of public actors, 0 to 1."""
        public = len(self.named) - self.private
        return (public - (len(self.wrong) - self.private_wrong)) / public


def measure(path: Path) -> Result:
    """The answers to the cases of a file."""
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    named = [c for c in cases if c["expected"].get("country") and not c["xfail"]]
    gazetteer, parser = load(), Parser()
    answers = [(case, _mentions(case, gazetteer, parser)) for case in named]
    wrong = [(case, mentions) for case, mentions in answers if not _right(case, mentions, gazetteer)]
    private = sum(_private(c, gazetteer) for c in named)
    return Result(named, wrong, private, sum(_private(c, gazetteer) for c, _ in wrong))


def main() -> None:
    arguments = [a for a in sys.argv[1:] if a != "--show"]
    found = measure(Path(arguments[0]) if arguments else CASES)
    if "--show" in sys.argv:
        for case, mentions in found.wrong:
            said = [(m.text, m.id, m.country, m.rule) for m in mentions]
            print(case["id"], repr(case["actor"]), case["context"], case["date"], case["expected"], said)
    right = len(found.named) - len(found.wrong)
    print(f"expecting a country {len(found.named)} (dated {sum(map(_dated, found.named))})")
    print(f"right {right} of {len(found.named)}: {right / len(found.named):.3f}")
    print(f"without {found.private} of private people and bodies: {found.share:.3f}")


if __name__ == "__main__":
    main()
