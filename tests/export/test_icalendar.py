from datetime import date, timedelta

import pytest
from export_samples import COUNTRY, HOSTILE, PERSON, PLACE, between, day, event, position, report
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.dates import from_edtf
from kg.export import icalendar as ours
from kg.export.xml import clean
from kg.graph import build_graph

theirs = pytest.importorskip("icalendar", reason="the calendars were not read back: the package icalendar is not here")


def calendar(events, path):
    ours.write(build_graph([], [], events, position), path)
    raw = path.read_bytes()
    assert raw.endswith(b"\r\n")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    read = theirs.Calendar.from_ical(raw)
    assert not read.errors
    assert all(not found.errors for found in read.walk("VEVENT"))
    return read


def one(made, tmp_path):
    [found] = calendar([made], tmp_path / "a.ics").walk("VEVENT")
    return found


def test_the_calendar_itself(tmp_path):
    read = calendar([], tmp_path / "a.ics")
    assert (read["VERSION"], read["CALSCALE"]) == ("2.0", "GREGORIAN")
    assert "kg" in read["PRODID"]


def test_an_event_of_several_days_ends_on_the_day_after_its_last(tmp_path):
    when = between("2021-05-03/2021-05-04", "2021-05-03", "2021-05-04")
    told = report("d", 0, "She came; twice, they said.", published=date(2021, 5, 5), url="https://news.example/a,b;c")
    found = one(event("v", "visit", [PERSON], [COUNTRY], date=when, place=PLACE, mentions=(told,)), tmp_path)
    assert (found.decoded("DTSTART"), found.decoded("DTEND")) == (date(2021, 5, 3), date(2021, 5, 5))
    assert (found["UID"], found["STATUS"], found["SUMMARY"]) == (
        "v@kg",
        "CONFIRMED",
        "Maria Lindqvist – visit – Sweden",
    )
    assert found.decoded("DTSTAMP").isoformat() == "2021-05-05T00:00:00+00:00"
    assert found["LOCATION"] == "Stockholm"
    assert (found["GEO"].latitude, found["GEO"].longitude) == (59.33, 18.07)
    assert found["URL"] == "https://news.example/a,b;c"
    assert found["DESCRIPTION"] == (
        "“She came; twice, they said.” The Daily Sample, 2021-05-05, https://news.example/a,b;c"
    )
    assert found["CATEGORIES"].to_ical() == b"visit"


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("happened", "CONFIRMED"), ("ongoing", "CONFIRMED"), ("planned", "TENTATIVE"), ("proposed", "TENTATIVE"),
        ("unknown", "TENTATIVE"), ("cancelled", "CANCELLED"), ("denied", "CANCELLED"),
    ],
)  # fmt: skip
def test_status(tmp_path, status, said):
    found = one(event("v", "visit", [PERSON], [COUNTRY], date=day("2021-05-03"), status=status), tmp_path)
    assert found["STATUS"] == said
    assert (f"[{status}]" in found["SUMMARY"]) == (said != "CONFIRMED")


@pytest.mark.parametrize(
    ("edtf", "days", "said"),
    [
        ("2022-09", 30, "(September 2022)"),
        ("2023-06-19/2023-06-25", 7, "(week of 19–25 June 2023)"),
        ("2022-12-30~", 3, "(about 30 December 2022)"),
        ("2023-06-18/2023-06-19", 2, ""),
    ],
)
def test_uncertain_days_are_said(tmp_path, edtf, days, said):
    found = one(event("v", "visit", [PERSON], [COUNTRY], date=from_edtf(edtf)), tmp_path)
    assert found.decoded("DTEND") - found.decoded("DTSTART") == timedelta(days)
    assert found["SUMMARY"] == f"Maria Lindqvist – visit – Sweden {said}".strip()


@pytest.mark.parametrize("edtf", ["2022", "2023-21", "2022-02-24/..", "../2020"])
def test_what_is_not_known_to_within_a_month_is_left_out(tmp_path, edtf):
    made = event("v", "visit", [PERSON], [COUNTRY], date=from_edtf(edtf))
    assert not calendar([made], tmp_path / "a.ics").walk("VEVENT")


def test_the_last_day_of_all_has_no_day_after_it(tmp_path):
    found = one(event("v", "visit", [PERSON], [COUNTRY], date=day("9999-12-31")), tmp_path)
    assert "DTEND" not in found


@settings(max_examples=80)
@given(st.text(min_size=1, max_size=120) | st.just(HOSTILE))
def test_any_label_comes_back(tmp_path_factory, label):
    actor = PERSON.__class__(id="x", label=label, kind="person")
    path = tmp_path_factory.mktemp("ics") / "a.ics"
    [found] = calendar([event("v", "say", [actor], [], date=day("2021-05-03"), action="")], path).walk("VEVENT")
    back = clean(f"{label} – say").replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    assert found["SUMMARY"] == back
