import pytest

from kg.dates import from_edtf
from kg.dates.words import in_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-12-30", "30 December 2022"),
        ("2022-12-30~", "about 30 December 2022"),
        ("2022-12-30?", "perhaps 30 December 2022"),
        ("2022-12%", "perhaps about December 2022"),
        ("2022-09", "September 2022"),
        ("2022", "2022"),
        ("0476", "476"),
        ("2023-21", "spring 2023"),
        ("2022-24", "winter 2022"),
        ("2023-21~", "about spring 2023"),
        ("198X", "the 1980s"),
        ("2023-01/2023-03", "first quarter of 2023"),
        ("2023-07/2023-12", "second half of 2023"),
        ("2023-06-19/2023-06-25", "week of 19–25 June 2023"),
        ("2023-06-18/2023-06-19", "18–19 June 2023"),
        ("2023-06-30/2023-07-02", "30 June – 2 July 2023"),
        ("2022-12-30/2023-01-02", "30 December 2022 – 2 January 2023"),
        ("2022-02-24/..", "from 24 February 2022"),
        ("../2020", "until 31 December 2020"),
        ("-0044-03-15", "-0044-03-15"),
    ],
)
def test_in_words(edtf, words):
    try:
        when = from_edtf(edtf)
    except ValueError:
        pytest.fail(f"{edtf} is no date of level 1")
    assert in_words(when) == words
