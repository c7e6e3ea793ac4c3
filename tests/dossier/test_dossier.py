import re
from html.parser import HTMLParser

import pytest
from export.export_samples import COUNTRY, EVENTS, OTHER, PERSON, day, event, report

from kg.dossier import page
from kg.model import Tenure

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\x00 &amp; “x” \u202eabc"


class Seen(HTMLParser):
    """The elements and attributes of a page, and what is never closed."""

    void = frozenset({"meta"})

    def __init__(self, html):
        super().__init__()
        self.tags, self.links, self.open, self.text = set(), [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        assert not [name for name, _ in attributes if name.startswith("on")]
        self.links += [value for name, value in attributes if name in ("href", "src")]
        if tag not in self.void:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.add(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


def of(actor):
    return lambda other: other.id == actor.id


def mine(actor):
    return [e for e in EVENTS if actor in (*e.actors, *e.targets)]


@pytest.fixture(scope="module")
def html():
    posts = (Tenure(holder=PERSON.id, post="Prime minister of Sweden", office="pm", of="sweden"),)
    return page(PERSON.label, mine(PERSON), of(PERSON), posts)


def test_the_page_is_well_formed_and_needs_nothing_else(html):
    seen = Seen(html)
    assert not seen.open
    assert not seen.tags & {"script", "link", "img", "iframe", "object"}
    assert all(link.startswith(("#source-", "https://")) for link in seen.links)
    assert "url(" not in html
    assert "default-src 'none'" in html


def test_it_has_all_its_parts(html):
    assert re.findall("<h2>(.*?)</h2>", html) == [
        "Offices", "At a glance", "Timeline", "Who with whom", "Sources",
    ]  # fmt: skip
    assert "<h1>Maria Lindqvist</h1>" in html
    assert "Prime minister of Sweden, … to now or not known" in html
    assert "7 events between 2020-12-31 and 2022-01-31; 2 without a date" in html
    assert html.count('href="#source-1"') >= 1


def test_every_reference_has_its_source(html):
    ids = set(re.findall(r'id="(source-\d+)"', html))
    assert set(re.findall(r'href="#(source-\d+)"', html)) == ids


def test_what_articles_say_is_text():
    told = report("d", 0, EVIL, outlet=EVIL, url="javascript:alert(1)")
    actor = OTHER.__class__(id="x", label=EVIL, kind="person")
    made = event("a", "visit", [actor], [COUNTRY], date=day("2021-05-02"), mentions=(told,))
    html = page(EVIL, [made], of(COUNTRY))
    seen = Seen(html)
    assert not seen.tags & {"script", "img"}
    assert "javascript" not in " ".join(seen.links)
    assert "\x00" not in html
    assert "<script>alert(1)</script>" in "".join(seen.text)


def test_counterparts_are_others_only_the_most_frequent_first(html):
    table = html[html.index("Who with whom") : html.index("<h2>Sources")]
    names = re.findall(r"<tr><td>(.*?)</td>", table)
    assert names[0] == "Sweden"
    assert "Maria Lindqvist" not in names
    assert "Uppsala" not in names, "a place is no counterpart"


def test_nobody_and_nothing_dated_leave_parts_out():
    html = page("Sweden", [event("a", "reject", [COUNTRY], [])], of(COUNTRY))
    assert re.findall("<h2>(.*?)</h2>", html) == ["At a glance", "Timeline", "Sources"]
    assert "<svg class" not in html


def test_uncertain_planned_and_cancelled_bars_differ(html):
    assert 'class="real unsure"' in html[html.index('class="chart"') :]
    planned = [event(s, "visit", [PERSON], [], date=day("2021-05-02"), status=s) for s in ("planned", "cancelled")]
    drawn = page("x", planned, of(PERSON)).partition('class="chart"')[2].partition("</svg>")[0]
    assert {"planned", "cancelled"} <= set(re.findall(r'<rect class="(\w+)"', drawn))
