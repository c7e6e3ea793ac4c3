"""Each mention says which row of the lexicon found it and which words told it."""

from datetime import date

import pytest

import kg
from kg.extract import get
from kg.model import Document, EventMention, Mark
from kg.resources import ontology
from kg.tables import cells

PUBLISHED = date(2019, 6, 12)
WORDLESS = {"implied:is at a place"}
"""Rules that rest on grammar and kinds of actor alone."""


def mentions(text: str, kind: str) -> list[EventMention]:
    document = Document(id="a", text=text, published=PUBLISHED)
    return [m for m in get("syntax").extract(document) if m.type == kind]


def lines(row: str) -> list[str]:
    """The lines of the tables that a mention's row names."""
    found = []
    for place in row.split(", ") if row else ():
        name, _, number = place.partition(":")
        found.append(ontology("lexicon", name).read_text(encoding="utf-8").splitlines()[int(number) - 1])
    return found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway imposed sanctions on Belarus on Tuesday.", "sanction"),
        ("President Macky Sall of Senegal arrived in Accra on Monday.", "visit"),
        ("Talks between Peru and Bolivia were held in Lima.", "meet"),
        ("Kenya's invasion of Somalia began in 2011.", "attack"),
        ("Croatia invited Slovenian Prime Minister Janez Jansa to Zagreb.", "invite"),
    ],
)
def test_the_row_of_a_mention_holds_its_pattern(text: str, kind: str) -> None:
    (mention,) = mentions(text, kind)
    table, _, pattern = mention.rule.partition(":")
    assert mention.row.startswith(f"{table}.csv:")
    (line,) = lines(mention.row)
    assert cells(line)[:2] == [pattern, kind]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chile described Bolivia's claim as absurd.", ["describe", "absurd"]),
        ("Estonia said Russia's exercise undermined the agreement.", ["say", "undermine"]),
    ],
)
def test_the_rows_of_an_accusation_hold_its_words(text: str, words: list[str]) -> None:
    (mention,) = mentions(text, "accuse")
    assert [line.split(",")[0] for line in lines(mention.row)] == words


def test_what_an_invitation_implies_names_the_row_of_the_invitation() -> None:
    text = "Croatia invited Slovenian Prime Minister Janez Jansa to Zagreb."
    (invitation,), (visit,) = mentions(text, "invite"), mentions(text, "visit")
    assert visit.rule == "implied:invitation to a place"
    assert visit.row == invitation.row


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Macky Sall is expected in Accra on Friday.", "visit", ["expect"]),
        ("Macky Sall was due in Accra on Friday.", "visit", ["be due"]),
        ("A car bomb killed nine people in Somalia on Monday.", "attack", ["bomb"]),
    ],
)
def test_rules_of_grammar_name_the_rows_of_their_words(text: str, kind: str, words: list[str]) -> None:
    (mention,) = mentions(text, kind)
    assert [line.split(",")[0] for line in lines(mention.row)] == words


def test_every_mention_of_the_samples_has_a_row_and_its_words(seeds: kg.Graph) -> None:
    texts = {d.id: d.text for d in seeds.documents}
    for mention in seeds.mentions:
        assert mention.row or mention.rule in WORDLESS, f"{mention.rule}: the Entry that this rule makes has no row"
        assert all(line and not line.startswith("#") for line in lines(mention.row))
        text = texts[mention.document]
        if mention.date is not None and mention.date.text:
            assert mention.date.span is not None, mention.date
            assert text[mention.date.span.start : mention.date.span.end].split() == mention.date.text.split()
        if mention.place is not None:
            assert mention.place.span is not None, mention.place


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "Ghanaian President Nana Akufo-Addo met Macky Sall in Dakar on Monday.",
            "meet",
            {
                ("actor", "Ghanaian President Nana Akufo-Addo", "Nana Akufo-Addo"),
                ("action", "met", "meet"),
                ("target", "Macky Sall", "Macky Sall"),
                ("place", "Dakar", "Dakar"),
                ("date", "Monday", "2019-06-10"),
            },
        ),
        (
            "Norway will send aid to Malawi next month.",
            "aid",
            {
                ("actor", "Norway", "Norway"),
                ("action", "send", "aid"),
                ("target", "Malawi", "Malawi"),
                ("date", "next month", "2019-07"),
            },
        ),
        (
            "Angela Merkel travelled to Lima on 3 June.",
            "visit",
            {
                ("actor", "Angela Merkel", "Angela Merkel"),
                ("action", "travelled", "visit"),
                ("target", "Lima", "Peru"),
                ("place", "Lima", "Lima"),
                ("date", "3 June", "2019-06-03"),
            },
        ),
    ],
)
def test_marks_stand_on_the_words_that_tell_each_part(
    text: str, kind: str, expected: set[tuple[str, str, str]]
) -> None:
    (mention,) = mentions(text, kind)
    assert {(m.role, text[m.start : m.end], m.label) for m in mention.marks} == expected


def test_marks_come_in_the_order_of_the_text() -> None:
    (mention,) = mentions("Norway imposed sanctions on Belarus on Tuesday.", "sanction")
    assert [m.role for m in mention.marks] == ["actor", "action", "target", "date"]
    assert mention.marks[0] == Mark(start=0, end=6, role="actor", label="Norway")


def test_a_date_that_no_words_gave_has_no_mark() -> None:
    (mention,) = mentions("Norway imposed sanctions on Belarus.", "sanction")
    assert mention.date is not None
    assert not [m for m in mention.marks if m.role == "date"]


def test_a_pronoun_is_marked_where_it_stands() -> None:
    text = "Angela Merkel spoke in Berlin. She will visit Peru in July."
    (mention,) = mentions(text, "visit")
    assert [(text[m.start : m.end], m.label) for m in mention.marks if m.role == "actor"] == [("She", "Angela Merkel")]
