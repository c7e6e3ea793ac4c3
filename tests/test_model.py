"""Values: checked when made, and JSON in and out without loss."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import (
    Actor,
    ActorMention,
    DateRange,
    Document,
    Event,
    EventMention,
    Link,
    Mark,
    Phrase,
    Place,
    Problem,
    Reason,
    Report,
    Span,
    Timex,
    Value,
    decode,
    encode,
)

PERU = Actor(id="peru", label="Peru", kind="country", country="PE", wikidata="Q419")
DAY = DateRange(edtf="2004-02-29", earliest=date(2004, 2, 29), latest=date(2004, 2, 29), precision="day", text="Sunday")
QUITO = Place(id="quito", label="Quito", country="EC")
MENTION = ActorMention(start=4, end=8, text="Peru", id="peru", label="Peru", kind="country", country="PE", rule="x")
REPORT = Report(
    document="a",
    start=0,
    end=9,
    quote="“Ñandú” 🦤\u2028",
    type="visit",
    published=date(2004, 3, 1),
    outlet="O",
    status="denied",
    polarity="negative",
    attributed_to=None,
    date_text=None,
    extractor="syntax",
    rule="verbs:A visit T",
    row="verbs.csv:3",
    url="https://example.org/a",
    marks=(Mark(start=4, end=8, role="actor", label="Peru"),),
)
VALUES: list[Value] = [
    Document(id="a", text="x\ny", published=date(1, 1, 1), title="t", url="u", outlet="o", language="en"),
    Span(start=0, end=0),
    Phrase(start=1, end=2, text="x"),
    DAY,
    DateRange(edtf="../2020", earliest=None, latest=date(2020, 12, 31), precision="interval"),
    Timex(start=0, end=3, text="now", type="DATE", value="PRESENT_REF"),
    PERU,
    MENTION,
    QUITO,
    REPORT,
    Problem(level="error", file="f", line=3, message="m"),
    EventMention(
        document="a",
        sentence=Span(start=0, end=9),
        trigger=Phrase(start=1, end=2, text="v"),
        type="visit",
        plover="CONSULT",
        cameo="042",
        action="visit",
        actors=(MENTION,),
        targets=(),
        place=QUITO,
        date=DAY,
        status="happened",
        polarity="positive",
        attributed_to="Peru",
        confidence=0.9,
        extractor="syntax",
        rule="r",
    ),
    Event(
        id="e",
        type="visit",
        plover="CONSULT",
        cameo="042",
        action="visit",
        actors=(PERU,),
        targets=(PERU,),
        place=None,
        date=None,
        status="planned",
        confidence=0.5,
        mentions=(REPORT, REPORT),
        links=(Link(kind="proposes", event="f"),),
        reasons=(Reason(reports=(0, 1), score=3.25, terms={"date": 1.5}),),
    ),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda v: type(v).__name__)
def test_json_in_and_out_loses_nothing(value: Value) -> None:
    assert decode(encode(value), type(value)) == value
    assert b"\n" not in encode(value)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_survives(text: str) -> None:
    document = Document(id="a", text=text)
    assert decode(encode(document), Document) == document


@pytest.mark.parametrize("value", VALUES, ids=lambda v: type(v).__name__)
def test_values_are_frozen(value: Value) -> None:
    with pytest.raises(AttributeError):
        setattr(value, value.__struct_fields__[0], None)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Document(id="", text="x"), "needs an id"),
        (lambda: Span(start=3, end=2), "runs backwards"),
        (lambda: Span(start=-1, end=2), "starts before"),
        (lambda: DateRange(edtf="", earliest=None, latest=None, precision="day"), "EDTF"),
        (lambda: DateRange(edtf="x", earliest=date(2, 1, 1), latest=date(1, 1, 1), precision="day"), "is after"),
    ],
)
def test_impossible_values_are_refused(make: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        make()  # type: ignore[operator]


def test_json_that_does_not_fit_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match=r"\$\.kind"):
        decode('{"id":"x","label":"X","kind":"planet"}', Actor)


def test_a_timex_gives_its_days_only_when_resolved() -> None:
    resolved = Timex(
        start=0, end=4, text="2020", type="DATE", value="2020", edtf="2020",
        earliest=date(2020, 1, 1), latest=date(2020, 12, 31), precision="year",
    )  # fmt: skip
    assert resolved.date == DateRange(
        edtf="2020", earliest=date(2020, 1, 1), latest=date(2020, 12, 31), precision="year", text="2020", timex="2020",
        span=Span(start=0, end=4),
    )  # fmt: skip
    assert Timex(start=0, end=3, text="now", type="DATE", value="PRESENT_REF").date is None
