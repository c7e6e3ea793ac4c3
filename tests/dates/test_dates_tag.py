"""Expressions of English news, with the TIMEX3 value and the days that a careful reader gives them."""

from datetime import date

import pytest

from kg.dates import tag, unresolved

WINTER = date(2022, 12, 30)  # a Friday
FEBRUARY = date(2023, 2, 1)  # a Wednesday
MARCH = date(2023, 3, 17)  # a Friday


def read(sentence: str, published: date | None) -> list[str]:
    """Every expression of a sentence as `text | TYPE value | EDTF`."""
    return [f"{t.text} | {t.type} {t.value} | {t.edtf or '-'}" for t in tag(sentence, published, "en")]


ABSOLUTE = {
    "He was born on 20 March 1953.": ["20 March 1953 | DATE 1953-03-20 | 1953-03-20"],
    "She resigned on March 20, 1953.": ["March 20, 1953 | DATE 1953-03-20 | 1953-03-20"],
    "It opened on the 20th of March, 1953.": ["the 20th of March, 1953 | DATE 1953-03-20 | 1953-03-20"],
    "It opened on Friday, March 20th, 1953.": ["Friday, March 20th, 1953 | DATE 1953-03-20 | 1953-03-20"],
    "On Sept. 3, 1939, war came.": ["Sept. 3, 1939 | DATE 1939-09-03 | 1939-09-03"],
    "It was logged at 2013-03-20T05:30:00Z.": ["2013-03-20T05:30:00Z | TIME 2013-03-20T05:30Z | 2013-03-20"],
    "The file is dated 2013-03-20.": ["2013-03-20 | DATE 2013-03-20 | 2013-03-20"],
    "Filed 03/20/2013 in court.": ["03/20/2013 | DATE 2013-03-20 | 2013-03-20"],
    "Filed 20/03/2013 in court.": ["20/03/2013 | DATE 2013-03-20 | 2013-03-20"],
    "Filed 20.03.2013 in court.": ["20.03.2013 | DATE 2013-03-20 | 2013-03-20"],
    "They met in March 2013.": ["March 2013 | DATE 2013-03 | 2013-03"],
    "They met in May of 2013.": ["May of 2013 | DATE 2013-05 | 2013-05"],
    "Prices rose in 2013.": ["2013 | DATE 2013 | 2013"],
    "Prices rose in fiscal 2013.": ["fiscal 2013 | DATE 2013 | 2013"],
    "Music of the 1990s is back.": ["the 1990s | DATE 199 | 199X"],
    "Music of the mid-80s is back.": ["the mid-80s | DATE 198 | 1983/1986"],
    "Music of the second half of the 1990s is back.": ["the second half of the 1990s | DATE 199 | 1995/1999"],
    "Music of the nineties is back.": ["the nineties | DATE 199 | 199X"],
    "A house of the 1700s burned.": ["the 1700s | DATE 17 | 17XX"],
    "The 20th century was violent.": ["The 20th century | DATE 19 | 19XX"],
    "An eighteenth-century church burned.": ["eighteenth-century | DATE 17 | 17XX"],
    "They fell in the summer of 2013.": ["the summer of 2013 | DATE 2013-SU | 2013-22"],
    "They fell in the third quarter of 2013.": ["the third quarter of 2013 | DATE 2013-Q3 | 2013-07/2013-09"],
    "They fell in Q3 2013.": ["Q3 2013 | DATE 2013-Q3 | 2013-07/2013-09"],
    "They fell in the second half of 2013.": ["the second half of 2013 | DATE 2013-H2 | 2013-07/2013-12"],
    "In nineteen ninety-seven he left.": ["nineteen ninety-seven | DATE 1997 | 1997"],
    "Since the year two thousand it grew.": ["the year two thousand | DATE 2000 | 2000"],
    "The city fell in 146 BC.": ["146 BC | DATE BC0146 | -0145"],
    "It will end on Christmas Day 2030.": ["Christmas Day 2030 | DATE 2030-12-25 | 2030-12-25"],
    "He spoke on Easter Sunday 2023.": ["Easter Sunday 2023 | DATE 2023-04-09 | 2023-04-09"],
    "It began on 24 February 2022 at 05:00.": ["24 February 2022 at 05:00 | TIME 2022-02-24T05:00 | 2022-02-24"],
}


@pytest.mark.parametrize("sentence", ABSOLUTE)
@pytest.mark.parametrize("published", [None, FEBRUARY])
def test_dates_with_a_year_need_no_publication_date(sentence: str, published: date | None) -> None:
    assert read(sentence, published) == ABSOLUTE[sentence]


RELATIVE = [
    ("He left yesterday.", FEBRUARY, "yesterday | DATE 2023-01-31 | 2023-01-31"),
    ("He leaves tomorrow.", FEBRUARY, "tomorrow | DATE 2023-02-02 | 2023-02-02"),
    ("He left the day before yesterday.", FEBRUARY, "the day before yesterday | DATE 2023-01-30 | 2023-01-30"),
    ("He leaves the day after tomorrow.", FEBRUARY, "the day after tomorrow | DATE 2023-02-03 | 2023-02-03"),
    ("They met last week.", FEBRUARY, "last week | DATE 2023-W04 | 2023-01-23/2023-01-29"),
    ("They meet next week.", FEBRUARY, "next week | DATE 2023-W06 | 2023-02-06/2023-02-12"),
    ("They met early this week.", FEBRUARY, "early this week | DATE 2023-W05 | 2023-01-30/2023-02-01"),
    ("They met last month.", FEBRUARY, "last month | DATE 2023-01 | 2023-01"),
    ("They met last year.", FEBRUARY, "last year | DATE 2022 | 2022"),
    ("They met earlier this year.", FEBRUARY, "earlier this year | DATE 2023 | 2023-01-01/2023-02-01"),
    ("They meet later this month.", MARCH, "later this month | DATE 2023-03 | 2023-03-17/2023-03-31"),
    ("It rose over the past year.", FEBRUARY, "the past year | DATE 2022 | 2022-02/2023-02"),
    ("It rose in the past decade.", FEBRUARY, "the past decade | DATE 201 | 2013-02/2023-02"),
    ("It rose for the last week.", FEBRUARY, "the last week | DATE 2023-W04 | 2023-01-25/2023-02-01"),
    ("They met on the 24th.", FEBRUARY, "the 24th | DATE 2023-01-24 | 2023-01-24"),
    ("They will meet on the 24th.", FEBRUARY, "the 24th | DATE 2023-02-24 | 2023-02-24"),
    ("Filed 01/02/2023 in court.", FEBRUARY, "01/02/2023 | DATE 2023-02-01 | 2023-02-01"),
    ("They met last September.", FEBRUARY, "last September | DATE 2022-09 | 2022-09"),
    ("They met last December.", FEBRUARY, "last December | DATE 2022-12 | 2022-12"),
    ("They met last February.", FEBRUARY, "last February | DATE 2022-02 | 2022-02"),
    ("They will meet next May.", FEBRUARY, "next May | DATE 2023-05 | 2023-05"),
    ("They met in June last year.", FEBRUARY, "June last year | DATE 2022-06 | 2022-06"),
    ("He comes to us next spring.", WINTER, "next spring | DATE 2023-SP | 2023-21"),
    ("He comes to us this spring.", FEBRUARY, "this spring | DATE 2023-SP | 2023-21"),
    ("It was cold last winter.", FEBRUARY, "last winter | DATE 2021-WI | 2021-24"),
    ("It is cold this winter.", FEBRUARY, "this winter | DATE 2022-WI | 2022-24"),
    ("They met last Friday.", MARCH, "last Friday | DATE 2023-03-10 | 2023-03-10"),
    ("They meet next Friday.", MARCH, "next Friday | DATE 2023-03-24 | 2023-03-24"),
    ("They met two days ago.", FEBRUARY, "two days ago | DATE 2023-01-30 | 2023-01-30"),
    ("They met two weeks ago.", FEBRUARY, "two weeks ago | DATE 2023-W03 | 2023-01-16/2023-01-22"),
    ("They met nearly three months ago.", FEBRUARY, "nearly three months ago | DATE 2022-11 | 2022-11"),
    ("They met twenty-five years ago.", FEBRUARY, "twenty-five years ago | DATE 1998 | 1998"),
    ("They met a decade ago.", FEBRUARY, "a decade ago | DATE 2013 | 2013"),
    ("They met several years ago.", FEBRUARY, "several years ago | DATE PAST_REF | -"),
    ("They met over the weekend.", FEBRUARY, "the weekend | DATE 2023-W04-WE | 2023-01-28/2023-01-29"),
    ("They met this weekend.", FEBRUARY, "this weekend | DATE 2023-W05-WE | 2023-02-04/2023-02-05"),
    ("They left in late December.", FEBRUARY, "late December | DATE 2022-12 | 2022-12-21/2022-12-31"),
    ("He spoke at the end of December last year.", FEBRUARY,
     "the end of December last year | DATE 2022-12 | 2022-12-21/2022-12-31"),
    ("He came in mid-January.", FEBRUARY, "mid-January | DATE 2023-01 | 2023-01-11/2023-01-20"),
    ("He came in early 2022.", FEBRUARY, "early 2022 | DATE 2022 | 2022-01/2022-04"),
    ("He came around Jan. 20.", FEBRUARY, "around Jan. 20 | DATE 2023-01-20 | 2023-01-20~"),
    ("Trade will double by the end of the year.", WINTER, "the end of the year | DATE 2022 | 2022-12-30/2022-12-31"),
    ("Trade had doubled by the end of 2021.", WINTER, "the end of 2021 | DATE 2021 | ../2021-12-31"),
    ("He had greeted them in a year-end video.", FEBRUARY, "a year-end | DATE 2022 | 2022-12"),
    ("The law should pass by year's end.", FEBRUARY, "year's end | DATE 2023 | 2023-02-01/2023-12-31"),
    ("He spoke on Christmas Eve.", FEBRUARY, "Christmas Eve | DATE 2022-12-24 | 2022-12-24"),
    ("He spoke on St. Patrick’s Day.", MARCH, "St. Patrick’s Day | DATE 2023-03-17 | 2023-03-17"),
    ("He spoke on New Year's Eve.", FEBRUARY, "New Year's Eve | DATE 2022-12-31 | 2022-12-31"),
    ("He spoke last Thanksgiving.", FEBRUARY, "last Thanksgiving | DATE 2022-11-24 | 2022-11-24"),
    ("The vote is on Election Day.", date(2022, 10, 1), "Election Day | DATE 2022-11-08 | 2022-11-08"),
    ("He comes the week of February 13.", FEBRUARY, "the week of February 13 | DATE 2023-W07 | 2023-02-13/2023-02-19"),
    ("He spoke this morning.", FEBRUARY, "this morning | TIME 2023-02-01TMO | 2023-02-01"),
    ("He spoke last night.", FEBRUARY, "last night | TIME 2023-01-31TNI | 2023-01-31"),
    ("He speaks tonight.", FEBRUARY, "tonight | TIME 2023-02-01TNI | 2023-02-01"),
    ("He spoke on Tuesday night.", FEBRUARY, "Tuesday night | TIME 2023-01-31TNI | 2023-01-31"),
    ("He spoke at 10:15 pm on Tuesday.", FEBRUARY, "10:15 pm on Tuesday | TIME 2023-01-31T22:15 | 2023-01-31"),
    ("It began on the night of 23 January.", FEBRUARY, "the night of 23 January | TIME 2023-01-23TNI | 2023-01-23"),
    ("The blast came at 1500 GMT on Monday.", FEBRUARY, "1500 GMT on Monday | TIME 2023-01-30T15:00Z | 2023-01-30"),
    ("He called at noon on Monday.", FEBRUARY, "noon on Monday | TIME 2023-01-30T12:00 | 2023-01-30"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "published", "expected"), RELATIVE)
def test_dates_counted_from_the_day_of_publication(sentence: str, published: date, expected: str) -> None:
    assert read(sentence, published) == [expected]


TENSE = [
    ("They met on Friday.", FEBRUARY, "2023-01-27"),
    ("They met on Wednesday.", FEBRUARY, "2023-02-01"),
    ("They will meet on Friday.", FEBRUARY, "2023-02-03"),
    ("He is due to arrive on Monday.", FEBRUARY, "2023-02-06"),
    ("She agreed to meet them on Monday.", FEBRUARY, "2023-02-06"),
    ("He said on Monday that they would meet soon.", FEBRUARY, "2023-01-30"),
    ("He had been due to arrive on Monday.", FEBRUARY, "2023-01-30"),
    ("They left before a summit to be held on Monday.", FEBRUARY, "2023-02-06"),
    ("They discussed a treaty due to be signed on Monday.", FEBRUARY, "2023-02-06"),
    ("The villagers had to be moved on Monday.", FEBRUARY, "2023-01-30"),
    ("The ministry is arriving at a decision it announced on Monday.", FEBRUARY, "2023-01-30"),
    ("President to visit Rome on Monday", FEBRUARY, "2023-02-06"),
    ("The president flew to Rome to meet them on Monday.", FEBRUARY, "2023-01-30"),
    ("The president is arriving on Monday.", FEBRUARY, "2023-02-06"),
    ("The talks were postponed until Monday.", FEBRUARY, "2023-02-06"),
    ("It was not until Monday that he spoke.", FEBRUARY, "2023-01-30"),
    ("They met in September.", WINTER, "2022-09"),
    ("They met in January.", WINTER, "2022-01"),
    ("They will meet in January.", WINTER, "2023-01"),
    ("The envoy would visit them in February.", FEBRUARY, "2023-02"),
    ("They met on Dec. 30.", FEBRUARY, "2022-12-30"),
    ("They will meet on May 9.", FEBRUARY, "2023-05-09"),
    ("The army has been there since November.", FEBRUARY, "2022-11"),
    ("They met in the fourth quarter.", FEBRUARY, "2022-Q4"),
    ("They will meet in the fourth quarter.", FEBRUARY, "2023-Q4"),
    ("They met in the summer.", FEBRUARY, "2022-SU"),
    ("They will meet in the summer.", FEBRUARY, "2023-SU"),
]


@pytest.mark.parametrize(("sentence", "published", "value"), TENSE)
def test_the_tense_of_the_clause_decides_between_past_and_future(sentence: str, published: date, value: str) -> None:
    dated = [t.value for t in tag(sentence, published, "en") if t.edtf]
    assert dated == [value]


ANAPHORA = [
    ("He landed on 3 May 2019. The next day he left.", ["2019-05-03", "2019-05-04"]),
    ("He landed on 3 May 2019. The following month he left.", ["2019-05-03", "2019-06"]),
    ("He landed on 3 May 2019. He left that same day.", ["2019-05-03", "2019-05-03"]),
    ("He landed on 3 May 2019. Three days later he left.", ["2019-05-03", "2019-05-06"]),
    ("He landed in May 2019. Later that year he left.", ["2019-05", "2019"]),
    ("He landed in May 2019, two months earlier than planned.", ["2019-05", "2019-03"]),
    ("He landed on 3 May 2019. He had called the previous Friday.", ["2019-05-03", "2019-04-26"]),
    ("He spoke on Monday. He left at 10 p.m.", ["2023-01-30", "2023-01-30T22:00"]),
]


@pytest.mark.parametrize(("text", "values"), ANAPHORA)
def test_dates_counted_from_another_date(text: str, values: list[str]) -> None:
    assert [t.value for t in tag(text, FEBRUARY, "en")] == values


LENGTHS = [
    ("He stayed for two weeks.", "two weeks | DURATION P2W | -"),
    ("It was a three-day visit.", "three-day | DURATION P3D | -"),
    ("He stayed two and a half years.", "two and a half years | DURATION P2Y6M | -"),
    ("He stayed a year and a half.", "a year and a half | DURATION P1Y6M | -"),
    ("He stayed half an hour.", "half an hour | DURATION PT30M | -"),
    ("He stayed a hundred days.", "a hundred days | DURATION P100D | -"),
    ("He stayed for a few months.", "a few months | DURATION PXM | -"),
    ("He stayed a couple of days.", "a couple of days | DURATION P2D | -"),
    ("He stayed less than a decade.", "less than a decade | DURATION P1E | -"),
    ("He worked there for two decades.", "two decades | DURATION P20Y | -"),
    ("He won over the past two years.", "the past two years | DURATION P2Y | 2021-02/2023-02"),
    ("It will rain over the next three days.", "the next three days | DURATION P3D | 2023-02-01/2023-02-04"),
    ("They will meet in three days.", "three days | DURATION P3D | 2023-02-01/2023-02-04"),
    ("It has rained in recent days.", "recent days | DURATION PXD | -"),
    ("They meet every Friday.", "every Friday | SET XXXX-WXX-5 | -"),
    ("They meet every two weeks.", "every two weeks | SET P2W | -"),
    ("They meet every other day.", "every other day | SET P2D | -"),
    ("They meet on Sundays.", "Sundays | SET XXXX-WXX-7 | -"),
    ("They meet on Tuesday nights.", "Tuesday nights | SET XXXX-WXX-2TNI | -"),
    ("They meet each July.", "each July | SET XXXX-07 | -"),
    ("They meet twice a week.", "a week | SET P1W | -"),
    ("It appears daily.", "daily | SET P1D | -"),
    ("He is there now.", "now | DATE PRESENT_REF | -"),
    ("He came recently.", "recently | DATE PAST_REF | -"),
    ("He will come soon.", "soon | DATE FUTURE_REF | -"),
    ("He fears for the future.", "the future | DATE FUTURE_REF | -"),
]


@pytest.mark.parametrize(("sentence", "expected"), LENGTHS)
def test_durations_sets_and_references(sentence: str, expected: str) -> None:
    assert read(sentence, FEBRUARY) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. May may march on; Theresa May told them so.",
        "Jan Kavan and June Smith met in the Sun.",
        "A second attempt came second, not third.",
        "Some 1990 people paid $1990 for 2010 shares.",
        "They won 2-1, then 3:0, and dialled 911.",
        "The number is 555-1234-5678, the fine 1,990 euros.",
        "The 27-year-old met a girl of 8, the 6-year-old.",
        "He was 37 years old and weighed 1.5 tons.",
        "A quarter of them left; three-quarters stayed.",
        "He fell, and the fall of the wall followed.",
        "It will spring open. Prices fall.",
        "The Daily News carried the day.",
        "In his 30s he drove a Boeing 737 and a B52.",
        "It is as soon as possible, too soon.",
        "On 31 February 2020 and on April 31 and 30/02/2020 nothing happens.",
        "He lives on the 5th floor, on the 10th of them.",
        "In the year 0 and on 0000-00-00 nothing happened.",
        "Version 10.12 beats 9.11.",
    ],
)
def test_words_and_numbers_that_only_look_like_dates(sentence: str) -> None:
    assert read(sentence, FEBRUARY) == []


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("He left yesterday.", "XXXX-XX-XX"),
        ("He left on Friday.", "XXXX-WXX-5"),
        ("He left in September.", "XXXX-09"),
        ("He left on September 5.", "XXXX-09-05"),
        ("He left last week.", "XXXX-WXX"),
        ("He left last year.", "XXXX"),
        ("He left two months ago.", "XXXX-XX"),
        ("He left in June last year.", "XXXX"),
        ("He left on Friday night.", "XXXX-WXX-5TNI"),
        ("He left last Thanksgiving.", "XXXX-XX-XX"),
        ("He left that day.", "XXXX-XX-XX"),
        ("He left in the third quarter.", "XXXX-Q3"),
    ],
)
def test_without_a_publication_date_relative_dates_stay_unresolved(sentence: str, value: str) -> None:
    (found,) = tag(sentence, None, "en")
    assert (found.value, found.edtf, found.earliest, found.date) == (value, None, None, None)
    assert unresolved(found)


def test_references_and_lengths_are_not_unresolved() -> None:
    assert not any(unresolved(t) for t in tag("He is there now, for two days, since 2019.", None, "en"))


def test_offsets_count_code_points() -> None:
    text = "Ça dépend 🙂: “déjà” — on 20 March 2023, they met."
    (found,) = tag(text, None, "en")
    assert text[found.start : found.end] == found.text == "20 March 2023"


def test_an_expression_may_run_over_a_line_end_but_not_over_a_paragraph() -> None:
    assert read("They met on March\n20, 2023.", None) == ["March\n20, 2023 | DATE 2023-03-20 | 2023-03-20"]
    assert read("They met in March\n\n20 of them left.", FEBRUARY) == ["March | DATE 2022-03 | 2022-03"]


def test_a_title_on_its_own_line_is_no_part_of_the_sentence_after_it() -> None:
    body = "The ministers of both countries said they had met at length, and talked about trade, borders and much else."
    found = tag(f"Minister to visit Rome in May\n{body}\n", FEBRUARY, "en")
    assert [t.value for t in found] == ["2023-05"]


def test_a_day_of_march_in_lower_case_needs_a_number_beside_it() -> None:
    assert read("they met on 5 march 2019 and may meet again", None) == ["5 march 2019 | DATE 2019-03-05 | 2019-03-05"]


def test_same_text_same_tags() -> None:
    text = " ".join(sentence for sentence, _, _ in RELATIVE)
    assert tag(text, FEBRUARY) == tag(text, FEBRUARY)
