from datetime import date

import pytest

from kg.read.complete import agency
from kg.read.text import title

DAY = date(2023, 5, 3)
BODY = "The ministers of both states met in the old town hall on Wednesday.\nThey will meet again."


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Ministers meet over fish", "Ministers meet over fish"),
        ("\n\n  Ministers meet over fish  \n", "Ministers meet over fish"),
        ("# Ministers meet over fish", "Ministers meet over fish"),
        ("---\n# Ministers meet over fish", "Ministers meet over fish"),
        ("Updated May 3, 2023 at 10:15 GMT\n\nMinisters meet over fish", "Ministers meet over fish"),
        ("- World - May 3, 2023\nMinisters meet over fish", "Ministers meet over fish"),
        ("By Ada Example\nMinisters meet over fish", "Ministers meet over fish"),
        ("Reported by: Ada Example\nMinisters meet over fish", "Ministers meet over fish"),
        ("Will ministers meet over fish?", "Will ministers meet over fish?"),
        ("Ministers meet over fish " * 7, None),
        ("The ministers met on Wednesday to speak of fish.", None),
    ],
)
def test_titles(head, expected):
    assert title(f"{head}\n{BODY}") == expected


@pytest.mark.parametrize("text", ["", "\n", "Ministers meet over fish", "\nMinisters meet over fish\n \n"])
def test_no_title_where_nothing_follows(text):
    assert title(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LISBON, May 3 (Lusitan) — The ministers met.", "Lusitan"),
        ("LISBON, May 3 (Lusitan Press)-- The ministers met.", "Lusitan Press"),
        ("LISBON (LP) - The ministers met.", "LP"),
        ("PORTO, Portugal (LP) – The ministers met.", "LP"),
        ("Lisbon, 3 May (Lusitan): The ministers met.", "Lusitan"),
        ("LISBON, May 3. /LUSITAN/. The ministers met.", "LUSITAN"),
        ("A headline\n\nMay 3, 2023\nST. PETERSBURG, May 3 (LP) - The ministers met.", "LP"),
        ("The union of ports (UP) - the body that runs them - met.", None),
        ("Mr Example (Greens) - a critic - spoke.", None),
        ("NATO chief Jan Example (Norway) - who was there - spoke.", None),
        ("LISBON, May 3 — The ministers met (again).", None),
        ("The ministers met.\n" * 400 + "LISBON, May 3 (LP) - The ministers met.", None),
    ],
)
def test_agencies(text, expected):
    assert agency(text) == expected


def test_a_text_file_gives_what_its_first_lines_say(run, put):
    text = f"Ministers meet over fish\nUpdated May 3, 2023 at 10:15 GMT\nLISBON, May 3 (Lusitan) - {BODY}\n"
    put("fish.txt", text)
    result = run("fish.txt", published=date(2020, 1, 1))
    document = result.only
    assert (document.id, document.text, document.title) == ("fish", text, "Ministers meet over fish")
    assert (document.published, document.outlet) == (DAY, "Lusitan")
    assert (document.url, document.language) == (None, None)
    assert result.problems == []


def test_no_date_is_told_and_the_document_is_read(run, put):
    put("fish.txt", BODY)
    result = run("fish.txt")
    assert (result.only.text, result.only.published) == (BODY, None)
    assert result.problems == [
        "warning: fish.txt: no publication date found, so relative dates stay open; add a date line or use --published"
    ]


def test_published_is_for_documents_without_a_day(run, put):
    put("a.txt", BODY)
    put("b.txt", f"May 3, 2023\n{BODY}")
    result = run("a.txt", "b.txt", published=date(2020, 1, 1))
    assert [document.published for document in result.documents] == [date(2020, 1, 1), DAY]
    assert result.problems == []
