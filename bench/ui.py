"""How fast the explorer is: from opening its page to the first picture, and from a move of the brush to the next one.

usage: python bench/ui.py [EVENTS] [RUNS]

Needs `make ui` and a Chromium (CHROMIUM=… names another than /usr/bin/chromium). The page has EVENTS (5000) made-up
events of 400 people and countries over five years, told by 1 to 6 of 2,000 articles each; it is opened RUNS (3) times
from disk in headless Chromium, which draws WebGL in software, so that a real screen is faster. Medians are printed.
"""

import json
import random
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

from kg.export import html
from kg.graph import Graph, build_graph
from kg.model import ACTION_TYPES, STATUSES, Actor, ActorKind, DateRange, Document, Event, Mark, Report

UI = Path(__file__).resolve().parent.parent / "kg" / "serve" / "ui"
ACTORS, DOCUMENTS, DAYS = 400, 2000, 5 * 365
START = date(2019, 1, 1)
TYPES = [name for name in ACTION_TYPES if name != "say"]
CODES = ("US", "CN", "RU", "FR", "DE", "GB", "IN", "JP", "BR", "ZA", "EG", "TR", "MX", "CA", "AU", "ID", "SA", "KR")


def made(events: int) -> Graph:
    """A graph of that many events, the same each time."""
    chance = random.Random(8)
    actors = [_actor(number) for number in range(ACTORS)]
    documents = [_document(number) for number in range(DOCUMENTS)]
    return build_graph(documents, [], [_event(number, chance, actors, documents) for number in range(events)])


def _actor(number: int) -> Actor:
    kind: ActorKind = "country" if number < len(CODES) else "organisation" if number % 7 == 0 else "person"
    return Actor(id=f"actor-{number}", label=f"Actor {number}", kind=kind, country=CODES[number % len(CODES)])


def _document(number: int) -> Document:
    published = START + timedelta(days=number * DAYS // DOCUMENTS)
    outlet, url = f"Outlet {number % 40}", f"https://outlet.example/{number}"
    return Document(
        id=f"d{number}", text="", published=published, title=f"Headline {number}", url=url, outlet=outlet, language="en"
    )


def _event(number: int, chance: random.Random, actors: list[Actor], documents: list[Document]) -> Event:
    # Few take part in much and many in little, as in the news.
    a, b = (actors[int(len(actors) * chance.random() ** 3)] for _ in range(2))
    first = chance.randrange(DOCUMENTS - 60)
    told = sorted(chance.sample(range(first, first + 60), chance.randint(1, 6)))
    day = (documents[told[0]].published or START) + timedelta(days=chance.randint(-5, 20))
    last = day + timedelta(days=chance.choice((0, 0, 0, 6, 30)))
    edtf = day.isoformat() if day == last else f"{day}/{last}"
    kind, status = chance.choice(TYPES), chance.choice(STATUSES)
    return Event(
        id=f"{number:012x}",
        type=kind,  # type: ignore[arg-type]
        plover="CONSULT",
        cameo="040",
        action=kind,
        actors=(a,),
        targets=(b,) if b.id != a.id else (),
        place=None,
        date=DateRange(edtf=edtf, earliest=day, latest=last, precision="day" if day == last else "interval"),
        status=status,  # type: ignore[arg-type]
        confidence=0.8,
        mentions=tuple(_report(documents[n], a, kind, status, edtf) for n in told),
    )


def _report(document: Document, actor: Actor, kind: str, status: str, edtf: str) -> Report:
    quote = f"{actor.label} is said to {kind} as the talks of the week go on, an official told reporters on Tuesday."
    return Report(
        document=document.id,
        start=0,
        end=len(quote),
        quote=quote,
        type=kind,  # type: ignore[arg-type]
        published=document.published,
        outlet=document.outlet,
        status=status,  # type: ignore[arg-type]
        polarity="positive",
        attributed_to="an official",
        date_text="on Tuesday",
        extractor="syntax",
        rule="verbs:A meet T",
        row="verbs.csv:1",
        url=document.url,
        edtf=edtf,
        marks=(Mark(start=0, end=len(actor.label), role="actor", label=actor.label),),
    )


def main(events: int = 5000, runs: int = 3) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "story.html")
        html.write(made(events), page)
        size = page.stat().st_size / 1e6
        command = ["node", "drive/measure.mjs", str(page), str(runs)]
        done = subprocess.run(command, cwd=UI, check=True, capture_output=True, text=True)
    found = json.loads(done.stdout)
    print(f"{events} events, a page of {size:.1f} MB, {runs} runs")
    print(f"{'opening to first picture':28}{found['first']:8.0f} ms")
    print(
        f"{'brush to next picture':28}{found['brush']:8.0f} ms  (slowest of {found['moves']}: {found['slowest']:.0f})"
    )
    print(f"{'a frame while scrolling':28}{found['scroll']:8.0f} ms")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
