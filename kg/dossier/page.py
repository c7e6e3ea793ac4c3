"""The page: one HTML file that needs nothing else, for the screen and for paper."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from types import MappingProxyType

from kg.cells import kind, labels, where
from kg.dates.words import in_words
from kg.dossier.chart import chart
from kg.dossier.counted import Cited, Counterpart, Own, cited, counterparts
from kg.dossier.style import STYLE
from kg.export.links import web
from kg.export.xml import one_line
from kg.model import REAL, STATUSES, Event, Tenure

_COUNTERPARTS = 25
"""Rows of the table of counterparts; the rest are counted in one line."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(
    name: str,
    events: Sequence[Event],
    own: Own,
    posts: Sequence[Tenure] = (),
    titles: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """The page about `name`, of the events that it takes part in, in their order.

    `own` tells whom the name stands for, who are therefore no counterparts of it; `posts` are terms of office, `titles`
    those of documents by their ids. What articles say is escaped, and links lead to addresses of the web alone.
    """
    title, sources = _said(name), cited(events, titles)
    parts = (
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f'<meta name="referrer" content="no-referrer"><title>{title}</title>',
        f"<style>{STYLE}</style></head><body><main>",
        f"<header><h1>{title}</h1><p>{_summary(events, sources)}</p></header>",
        *_section("Offices", _posts(posts)),
        *_section("At a glance", _statuses(events), *_drawn(events)),
        *_section("Timeline", _timeline(events, sources)),
        *_section("Who with whom", _counterparts(counterparts(events, own))),
        *_section("Sources", _sources(list(sources.values()))),
        "</main></body></html>",
        "",
    )
    return "\n".join(part for part in parts if part)


def _said(text: str) -> str:
    return escape(one_line(text))


def _section(title: str, *parts: str) -> Iterator[str]:
    if parts[0]:
        yield f"<section><h2>{title}</h2>"
        yield from parts
        yield "</section>"


def _summary(events: Sequence[Event], sources: dict[str, Cited]) -> str:
    days = sorted(d for e in events if e.date for d in (e.date.earliest, e.date.latest) if d)
    span = f" between {days[0]} and {days[-1]}" if days else ""
    outlets = {source.outlet for source in sources.values()}
    named, thing = len(outlets - {None, ""}), "named outlet" if outlets & {None, ""} else "outlet"
    told = f"{_count(len(sources), 'article')}" + (f" of {_count(named, thing)}" if named else "")
    undated = sum(event.date is None for event in events)
    rest = f"; {undated} without a date" if undated else ""
    return f"{_count(len(events), 'event')}{span}{rest}, told by {told}."


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'s' * (number != 1)}"


def _posts(posts: Sequence[Tenure]) -> str:
    rows = (f"<li>{_said(p.title or p.post)}, {p.start or '…'} to {p.end or 'now or not known'}</li>" for p in posts)
    return f"<ul>{''.join(rows)}</ul>" if posts else ""


def _statuses(events: Sequence[Event]) -> str:
    counts = Counter(event.status for event in events)
    cells = "".join(f"<li><b>{counts[status]}</b> {status}</li>" for status in STATUSES if counts[status])  # type: ignore[index]
    return f'<ul class="counts">{cells}</ul>'


def _drawn(events: Sequence[Event]) -> Iterator[str]:
    if drawn := chart(events):
        yield f'<div class="scroll" tabindex="0">{drawn}</div>'
        yield _legend()


def _legend() -> str:
    said = (
        ("real", "happened"), ("real unsure", "happened, day uncertain"), ("planned", "planned or proposed"),
        ("cancelled", "cancelled or denied"), ("unknown", "not confirmed"),
    )  # fmt: skip
    keys = "".join(
        f'<span><svg width="22" height="12"><rect class="{kind}" x="1" y="1" width="20" height="10" rx="2"/></svg>'
        f" {words}</span>"
        for kind, words in said
    )
    return f'<p class="legend">{keys}</p>'


def _timeline(events: Sequence[Event], sources: dict[str, Cited]) -> str:
    rows = "".join(_row(event, sources) for event in events)
    heads = "".join(f"<th>{name}</th>" for name in ("When", "What", "Who", "Whom, where", "Status", "Sources"))
    return f'<table class="events"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _row(event: Event, sources: dict[str, Cited]) -> str:
    when = in_words(event.date) if event.date else "no date"
    told = sorted({sources[report.document].number for report in event.mentions})
    links = " ".join(f'<a href="#source-{number}">{number}</a>' for number in told)
    status = "" if event.status in REAL else f' class="{event.status}"'
    quote = next((report.quote for report in event.mentions if report.status == event.status), "")
    quoted = f'<tr class="quote"><td></td><td colspan="5">{_said(quote)}</td></tr>' if quote else ""
    cells = (_said(when), f"<b>{_said(kind(event))}</b>", _said(labels(event.actors)), _said(where(event)))
    plain = "".join(f"<td>{cell}</td>" for cell in cells)
    return f"<tr{status}>{plain}<td>{event.status}</td><td>{links}</td></tr>{quoted}"


def _counterparts(found: Sequence[Counterpart]) -> str:
    if not found:
        return ""
    rows = "".join(_counterpart(one) for one in found[:_COUNTERPARTS])
    heads = "".join(f"<th>{name}</th>" for name in ("Counterpart", "Events", "Happened", "Which", "Last"))
    more = len(found) - _COUNTERPARTS
    rest = f"<p>and {more} more</p>" if more > 0 else ""
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="scroll" tabindex="0">{table}</div>{rest}'


def _counterpart(one: Counterpart) -> str:
    kinds = ", ".join(f"{name} {count}" if count > 1 else name for name, count in one.kinds)
    cells = (_said(one.actor.label), str(one.events), str(one.happened), kinds, str(one.last or "–"))
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _sources(sources: Sequence[Cited]) -> str:
    return f"<ol>{''.join(map(_source, sources))}</ol>" if sources else ""


def _source(source: Cited) -> str:
    name = _said(f"{source.outlet}: {source.title}" if source.outlet else source.title)
    link = web(source.url)
    told = f'<a href="{escape(link)}">{name}</a>' if link else name
    day = f", {source.published}" if source.published else ""
    return f'<li id="source-{source.number}">{told}{day}</li>'
