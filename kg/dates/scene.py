"""What a reader keeps in mind: the day of publication, the last periods named, and how to write a reading down."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from kg.dates import edtf
from kg.dates.period import Period, Unit
from kg.model import DateRange, Precision, TimexType

UNKNOWN: dict[Unit, str] = {
    "day": "XXXX-XX-XX",
    "weekend": "XXXX-WXX-WE",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "season": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
"""TIMEX3 values of a period that cannot be placed on the calendar."""


class NotTemporalError(ValueError):
    """What a rule found is no time expression, and no shorter part of it is one."""


class NoAnchorError(Exception):
    """A date is counted from the day of publication, and that is not known."""


class Reading(NamedTuple):
    """What an expression means: TIMEX3 type and value, the days it covers, and the period to refer back to.

    `skip` tokens at its start belong to its context only. `floating` marks a time of day whose day was filled in,
    to be joined to a date beside it; `weak` one that means nothing unless it is.
    """

    type: TimexType
    value: str
    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None
    precision: Precision | None = None
    focus: Period | None = None
    skip: int = 0
    floating: Literal["", "time", "weak"] = ""

    def within(self, days: DateRange) -> "Reading":
        """The same with other days."""
        return self._replace(edtf=days.edtf, earliest=days.earliest, latest=days.latest, precision=days.precision)


_NEAR = 60
"""Tokens after which a day named no longer is the one that a time of day belongs to."""


@dataclass
class Scene:
    """The state of one reading of one text, from its start to its end.

    `published` anchors deictic words; in a `narrative` the last period named anchors the rest.
    """

    published: date | None
    narrative: bool = False
    last: Period | None = None
    named: dict[Unit, Period] = field(default_factory=dict)
    end: int = -1
    day_at: int = -1

    def keep(self, reading: Reading, last: int) -> None:
        """Remember what later expressions may refer to; `last` is the token after the reading."""
        self.end = last
        if reading.focus is None or reading.floating:
            return
        self.last = self.named[reading.focus.unit] = reading.focus
        if reading.focus.unit == "day":
            self.day_at = last

    @property
    def today(self) -> date | None:
        """The day from which relative expressions are counted."""
        if self.narrative and self.last is not None:
            return self.last.first
        return self.published

    def day(self, first: int) -> date | None:
        """The day that a time of day at token `first` belongs to where nothing else says so."""
        named = self.named.get("day")
        if named and (self.narrative or self.published is None or first - self.day_at <= _NEAR):
            return named.first
        return self.published

    def relative(self, unknown: str, make: Callable[[date], Period], anchor: date | None = None) -> Reading:
        """A period counted from `anchor` (today unless given), or the underspecified value without one."""
        anchor = anchor or self.today
        return placed(make(anchor)) if anchor else Reading("DATE", unknown)


def placed(base: Period) -> Reading:
    """A period on the calendar, as a DATE."""
    return bounded(base, edtf.of_period(base))


def bounded(base: Period, within: str) -> Reading:
    """A period on the calendar of which only the days of an EDTF string are meant ("late May")."""
    days = edtf.from_edtf(within)
    precision = days.precision if within != edtf.of_period(base) or base.unit != "weekend" else "interval"
    return Reading("DATE", base.timex, within, days.earliest, days.latest, precision, base)


def timed(reading: Reading, suffix: str) -> Reading:
    """A time of the day that a reading names: TIMEX3 gives the time, the bounds stay those of the day."""
    day = reading.value if reading.type == "DATE" else reading.value.partition("T")[0]
    return reading._replace(type="TIME", value=f"{day}T{suffix}", floating="")
