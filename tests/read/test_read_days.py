import time
from datetime import date

import pytest

from kg.read.days import day


@pytest.mark.parametrize(
    "value",
    [
        "2023-02-01",
        " 2023-02-01 ",
        "20230201",
        "2023-02-01T10:15:00Z",
        "2023-02-01T23:59:59.123456+14:00",
        "2023-02-01 10:15",
        "20230201T101500Z",
        "2023/02/01",
        "February 1, 2023",
        "1 Feb 2023",
        "Wed, 01 Feb 2023 23:30:00 -0500",
        "Wed Feb 01 2023 10:00:00 GMT+0300 (MSK)",
        "1er février 2023",
        "1 февраля 2023",
        "2023年2月1日",
    ],
)
def test_one_day(value):
    assert day(value) == date(2023, 2, 1)


@pytest.mark.parametrize("value", ["13/02/2023", "13.2.2023", "02/13/2023"])
def test_numbers_that_can_be_only_one_day(value):
    assert day(value) == date(2023, 2, 13)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "n/a",
        "unknown",
        "2023",
        "2023-02",
        "2023-W05",
        "February 2023",
        "2023-02-30",
        "20231301",
        "31/02/2023",
        "01/02/2023",
        "01.02.2023 10:15",
        "13/02/23",
        "yesterday",
        "Wednesday",
        "12 hours ago",
        "1675209600",
        "1675209600000",
        "the day of the talks " * 9,
    ],
)
def test_no_certain_day(value):
    assert day(value) is None


def test_the_clock_and_earlier_values_play_no_part(monkeypatch):
    values = ["10/02/2023", "10 Feb 2023", "13/02/2023", "10.10.2023", "3. März 2023"]
    forwards = [day.__wrapped__(value) for value in values]
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    backwards = [day.__wrapped__(value) for value in reversed(values)]
    monkeypatch.undo()
    time.tzset()
    assert forwards == backwards[::-1]
    assert forwards == [None, date(2023, 2, 10), date(2023, 2, 13), date(2023, 10, 10), date(2023, 3, 3)]
