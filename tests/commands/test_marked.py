"""Marks in a sentence: in brackets, in colour, nested, overlapping, and in the output of `kg explain`."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.console import Console

from kg.commands import main
from kg.commands.marked import in_colour, legend, marked, outside
from kg.model import Mark, Role, Span


def mark(text: str, words: str, role: Role, label: str, start: int = 0) -> Mark:
    at = text.index(words) + start
    return Mark(start=at, end=at + len(words), role=role, label=label)


@pytest.mark.parametrize(
    ("quote", "told", "expected"),
    [
        (
            "Macky Sall will visit Ghana in May.",
            [
                ("Macky Sall", "actor", "Macky Sall"),
                ("visit", "action", "visit"),
                ("Ghana", "target", "Ghana"),
                ("in May", "date", "2021-05"),
            ],
            "[actor Macky Sall] will [action visit] [target Ghana] [date in May = 2021-05].",
        ),
        (
            "He left.",
            [("He", "actor", "Macky Sall"), ("left", "action", "retreat")],
            "[actor He = Macky Sall] [action left].",
        ),
        (
            "They met.",
            [("They", "actor", "Peru"), ("They", "actor", "Chile"), ("met", "action", "meet")],
            "[actor They = Peru, Chile] [action met].",
        ),
        (
            "She flew to Lima.",
            [("Lima", "target", "Peru"), ("Lima", "place", "Lima")],
            "She flew to [target, place Lima = Peru].",
        ),
        (
            "Rebels in Chad fled.",
            [("Rebels in Chad", "actor", "Rebels in Chad"), ("Chad", "place", "Chad")],
            "[actor Rebels in [place Chad]] fled.",
        ),
        (
            "The Kenyan prime minister came.",
            [("The Kenyan prime", "actor", "Kenya"), ("prime minister", "target", "X")],
            "[actor The Kenyan prime = Kenya][target  minister = X] came.",
        ),
        ("Peru\n  and\tChile met.", [("Chile", "actor", "Chile")], "Peru and [actor Chile] met."),
        ("Nothing to mark.", [], "Nothing to mark."),
        ("Peru \x1b]0;x\x07met\x9b2J Chile.", [("Chile", "actor", "Chile")], "Peru ]0;xmet2J [actor Chile]."),
    ],
)
def test_words_stand_in_brackets_with_what_they_are(
    quote: str, told: list[tuple[str, Role, str]], expected: str
) -> None:
    for start in (0, 40):
        marks = [mark(quote, words, role, label, start) for words, role, label in told]
        assert marked(quote, start, marks, colour=False).plain == expected
        assert marked(quote, start, marks[::-1], colour=False).plain.count("[") == expected.count("[")


def test_in_colour_the_words_stay_and_are_styled() -> None:
    quote = "Macky Sall visited Lima."
    marks = [mark(quote, "Macky Sall", "actor", "Macky Sall"), mark(quote, "visited", "action", "visit")]
    text = marked(quote, 0, marks, colour=True)
    assert text.plain == quote
    assert {(text.plain[s.start : s.end], str(s.style)) for s in text.spans if s.style} == {
        ("Macky Sall", "bold blue"),
        ("visited", "bold underline"),
    }
    assert legend().plain == "actor action target date place"


def test_colour_is_for_terminals_without_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert in_colour(Console(force_terminal=True))
    assert not in_colour(Console(force_terminal=False))
    monkeypatch.setenv("NO_COLOR", "1")
    assert not in_colour(Console(force_terminal=True))


def test_what_stands_in_another_sentence_is_not_marked_but_told() -> None:
    far = Mark(start=3, end=7, role="target", label="Peru")
    assert marked("They left.", 20, [far], colour=False).plain == "They left."
    assert outside([far], Span(start=20, end=30)) == [far]
    assert outside([far], Span(start=0, end=10)) == []


def test_explain_marks_each_part_and_names_the_row(tmp_path: Path) -> None:
    record = {
        "id": "a",
        "published": "2021-03-03",
        "outlet": "The Gulf Sentinel",
        "url": "https://sentinel.example/1",
        "text": "Ghana's president Nana Akufo-Addo will visit Lima on Friday, the Peruvian foreign ministry said.",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(record))
    out = ["-o", str(tmp_path / "out")]

    def run(*arguments: str) -> str:
        done = CliRunner().invoke(main, [*arguments, *out], catch_exceptions=False)
        assert done.exit_code == 0
        return done.stdout

    run("build", str(tmp_path / "a.jsonl"), "--quiet")
    (event,) = map(json.loads, run("timeline", "--type", "visit", "--json").splitlines())
    shown = run("explain", event["id"])
    assert (
        "[actor Nana Akufo-Addo] will [action visit] [target, place Lima = Peru] on [date Friday = 2021-03-05]"
        in " ".join(shown.split()).replace("Ghana's president ", "").replace("[actor president ", "[actor ")
    )
    for words in (
        "[0] a, The Gulf Sentinel, 2021-03-03",
        "https://sentinel.example/1",
        "planned, said by",
        "dated by “Friday”",
        "rule verbs:A visit T, row ontology/lexicon/verbs.csv:",
        "found by syntax at characters 0 to ",
    ):
        assert words in shown, words
    assert not [line for line in shown.splitlines() if line != line.rstrip()]
    (told,) = json.loads(run("explain", event["id"], "--json"))["mentions"]
    assert told["row"].startswith("verbs.csv:")
    assert [m["role"] for m in told["marks"]] == ["actor", "action", "target", "place", "date"]
    assert told["url"] == "https://sentinel.example/1"
