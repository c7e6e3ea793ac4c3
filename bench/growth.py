"""Generated news with known truth: how merging grows, and how well it does on paraphrased reports of recurrent events.

usage: python bench/growth.py N    (merges about N mentions and prints one line of JSON)

Ten years of 60 countries, the great ones in most of the news (Zipf). A story is a day on which two countries do one to
four things with each other; it may be one of a series: weekly calls, yearly summits, daily shelling. Several outlets
tell of it, each in words, types, dates and participants of its own: another type of the class, the country for its
leader, no target, the day of publication or the month for the day, no date, the day before or after; plans before
visits and meetings; a look back months later. Everything follows from the seed.
"""

import json
import random
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from kg.dates import from_edtf
from kg.merge import merge
from kg.model import (
    ActionType,
    ActorKind,
    ActorMention,
    DateRange,
    Document,
    Event,
    EventMention,
    Phrase,
    Place,
    Span,
    Status,
)

_FIRST, _DAYS = date(2010, 1, 1), 3650
_COUNTRIES = 60
_CITIES = 6
_VOCABULARY = 20_000
_SYLLABLES = ("ba", "de", "ki", "lo", "mu", "na", "po", "ri", "sa", "te", "vo", "zu", "gra", "sti", "ven")
_DEEDS: dict[ActionType, tuple[str, ...]] = {
    "visit": ("visit", "travel", "arrive"),
    "meet": ("meet", "hold talks", "confer"),
    "call": ("call", "speak by telephone"),
    "invite": ("invite", "extend invitation"),
    "agree": ("sign agreement", "conclude deal", "reach accord"),
    "accuse": ("accuse", "blame"),
    "sanction": ("impose sanctions", "blacklist"),
    "threaten": ("threaten", "warn"),
    "attack": ("attack", "shell", "bombard"),
    "aid": ("aid", "send assistance"),
    "reject": ("refuse", "decline"),
    "protest": ("protest",),
}
_OTHER_TYPE: dict[ActionType, ActionType] = {"meet": "call", "call": "meet"}
_PLANNED = frozenset({"visit", "meet"})
_OUTLETS = tuple(f"outlet {n}" for n in range(200))


class Country(NamedTuple):
    """A country with its leader and cities."""

    state: ActorMention
    leader: ActorMention
    cities: tuple[Place, ...]


class Deed(NamedTuple):
    """One true event."""

    number: int
    type: ActionType
    actor: Country
    target: Country
    by_leader: bool
    day: int
    city: Place
    words: tuple[str, ...]


class Corpus(NamedTuple):
    """Documents, mentions, and the number of the true event of each mention by (document, trigger's start)."""

    documents: list[Document]
    mentions: list[EventMention]
    truth: dict[tuple[str, int], int]


class Generator:
    """Stories until there are enough mentions."""

    def __init__(self, size: int, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._size = size
        self._words = [self._word() for _ in range(_VOCABULARY)]
        self._common = list(accumulate(1 / (n + 20) for n in range(_VOCABULARY)))
        self._countries = [self._country(n) for n in range(_COUNTRIES)]
        self._weights = list(accumulate(1 / (n + 2) for n in range(_COUNTRIES)))
        self._deeds = 0
        self._past: dict[str, list[Deed]] = defaultdict(list)
        self.corpus = Corpus([], [], {})

    def fill(self) -> Corpus:
        """All stories, until there are as many mentions as asked for."""
        while len(self.corpus.mentions) < self._size:
            for deeds in self._stories():
                self._report(deeds)
        return self.corpus

    def _stories(self) -> Iterator[list[Deed]]:
        pick = self._random.choices
        actor, target = self._pair()
        first = self._random.randrange(_DAYS)
        kind = self._random.random()
        if kind < 0.04:
            yield from self._series("call", actor, target, [first + 7 * n for n in range(8)])
        elif kind < 0.08:
            yield from self._series("attack", actor, target, [first + n for n in range(8)])
        elif kind < 0.11:
            yield from self._series("meet", actor, target, [first + 365 * n for n in range(4)])
        else:
            types = dict.fromkeys(pick(tuple(_DEEDS), k=self._random.randint(1, 4)))
            topic = tuple(pick(self._words, k=12))
            # A meeting and a call of one day would be two events that nobody could tell apart.
            yield [self._deed(t, actor, target, first, topic) for t in types if t != "call" or "meet" not in types]

    def _series(self, type_: ActionType, actor: Country, target: Country, days: Sequence[int]) -> Iterator[list[Deed]]:
        for when in days:
            topic = tuple(self._random.choices(self._words, k=12))
            yield [self._deed(type_, actor, target, when, topic)]

    def _deed(self, type_: ActionType, actor: Country, target: Country, when: int, topic: tuple[str, ...]) -> Deed:
        self._deeds += 1
        words = (*self._random.sample(topic, 4), *self._random.choices(self._words, k=6))
        city = self._random.choice(target.cities)
        by_leader = type_ in ("visit", "meet", "call", "invite") or self._random.random() < 0.5
        return Deed(self._deeds, type_, actor, target, by_leader, when, city, words)

    def _report(self, deeds: Sequence[Deed]) -> None:
        """Every outlet that tells of a story does so in one article."""
        told = self._past[deeds[0].actor.state.id]
        for _ in range(min(40, int(self._random.paretovariate(1.1)))):
            ahead = self._random.random() < 0.2 and any(d.type in _PLANNED for d in deeds)
            late = self._random.choices((0, 1, 2, 5), (5, 3, 1, 1))[0]
            published = deeds[0].day + (-self._random.randint(1, 20) if ahead else late)
            chosen = [d for d in deeds if self._random.random() < 0.85 and (not ahead or d.type in _PLANNED)]
            if told and self._random.random() < 0.05:
                chosen.append(self._random.choice(told))
            if chosen:
                self._article(chosen, published, ahead)
        told += [d for d in deeds if d.type not in ("call", "attack")][:1]
        del told[:-5]

    def _article(self, deeds: Sequence[Deed], published: int, ahead: bool) -> None:
        number = len(self.corpus.documents)
        name = f"d{number:07}"
        text: list[str] = []
        for deed in deeds:
            start = sum(len(t) + 1 for t in text)
            text.append(self._sentence(deed))
            mention = self._mention(name, Span(start=start, end=start + len(text[-1])), deed, published, ahead)
            self.corpus.mentions.append(mention)
            self.corpus.truth[name, start] = deed.number
        text.append(" ".join((*deeds[0].words, *self._filler(20))))
        self.corpus.documents.append(
            Document(id=name, text="\n".join(text), published=_date(published), outlet=self._random.choice(_OUTLETS))
        )

    def _sentence(self, deed: Deed) -> str:
        own = [w for w in deed.words if self._random.random() < 0.6]
        return " ".join((*own, *self._filler(8)))

    def _filler(self, length: int) -> list[str]:
        return self._random.choices(self._words, cum_weights=self._common, k=length)

    def _mention(self, name: str, sentence: Span, deed: Deed, published: int, ahead: bool) -> EventMention:
        chance = self._random.random
        type_ = _OTHER_TYPE.get(deed.type, deed.type) if chance() < 0.1 else deed.type
        actor = deed.actor.leader if deed.by_leader and chance() > 0.2 else deed.actor.state
        face_to_face = deed.by_leader and type_ in ("meet", "call", "invite")
        target = deed.target.leader if face_to_face and chance() > 0.2 else deed.target.state
        missing = type_ in ("reject", "protest", "accuse", "threaten", "attack") and chance() < 0.1
        status: Status = "planned" if ahead else "happened"
        return EventMention(
            document=name,
            sentence=sentence,
            trigger=Phrase(start=sentence.start, end=sentence.start + 1, text="x"),
            type=type_,
            plover="",
            cameo="",
            action=self._random.choice(_DEEDS[type_]),
            actors=(actor,),
            targets=() if missing else (target,),
            place=deed.city if chance() < 0.4 else None,
            date=self._when(deed, published, ahead),
            status=status,
            polarity="positive",
            attributed_to=None,
            confidence=0.8,
            extractor="generated",
            rule="generated",
        )

    def _when(self, deed: Deed, published: int, ahead: bool) -> DateRange | None:
        true, chance = _date(deed.day), self._random.random()
        if abs(published - deed.day) > 20:
            return _range(f"{true:%Y-%m}", "month") if chance < 0.5 else _range(f"{true}", "day")
        if chance < 0.6:
            return _range(f"{true}", "day")
        if chance < 0.8 and not ahead and published - deed.day in (0, 1):
            return _range(f"{_date(published - 1)}/{_date(published)}", "")
        if chance < 0.93:
            return None
        if chance < 0.98:
            return _range(f"{true:%Y-%m}", "month")
        return _range(f"{true + timedelta(days=self._random.choice((-1, 1)))}", "day")

    def _pair(self) -> tuple[Country, Country]:
        while True:
            actor, target = self._random.choices(self._countries, cum_weights=self._weights, k=2)
            if actor != target:
                return actor, target

    def _country(self, number: int) -> Country:
        code = f"{chr(65 + number // 26)}{chr(65 + number % 26)}"
        cities = tuple(
            Place(id=f"city-{code}-{n}", label=f"City {n}", country=code, kind="city") for n in range(_CITIES)
        )
        return Country(_actor(f"land-{code}", "country", code), _actor(f"leader-{code}", "person", code), cities)

    def _word(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=self._random.randint(2, 5)))


def _actor(name: str, kind: ActorKind, country: str) -> ActorMention:
    return ActorMention(start=0, end=1, text=name, id=name, label=name, kind=kind, country=country, wikidata="Q1")


_range = lru_cache(maxsize=None)(from_edtf)


def _date(number: int) -> date:
    return _FIRST + timedelta(days=number)


def pairs(events: Sequence[Event], truth: dict[tuple[str, int], int]) -> tuple[float, float]:
    """Precision and recall of the pairs of mentions that are joined."""
    cells = [Counter(truth[m.document, m.start] for m in e.mentions) for e in events]
    right = sum(_two(n) for cell in cells for n in cell.values())
    joined = sum(_two(cell.total()) for cell in cells)
    true = sum(_two(n) for n in Counter(truth.values()).values())
    return right / max(joined, 1), right / max(true, 1)


def _two(n: int) -> int:
    return n * (n - 1) // 2


def main() -> None:
    corpus = Generator(int(sys.argv[1])).fill()
    before = _peak()
    started = time.process_time()
    events = merge(corpus.mentions, corpus.documents)
    seconds = time.process_time() - started
    precision, recall = pairs(events, corpus.truth)
    figures = {
        "mentions": len(corpus.mentions),
        "documents": len(corpus.documents),
        "true events": len(set(corpus.truth.values())),
        "events": len(events),
        "seconds": round(seconds, 2),
        "megabytes": _peak(),
        "megabytes of the input": before,
        "pair precision": round(precision, 4),
        "pair recall": round(recall, 4),
    }
    print(json.dumps(figures))


def _peak() -> int:
    """Megabytes that this process has held at most; Linux tells them by process, else the parent's may count."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
