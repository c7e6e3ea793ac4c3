"""A time axis: which stretch of it events take, and where to mark months or years."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from kg.model import DateRange, Event


class Axis(NamedTuple):
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def share(self, day: date) -> float:
        """Where a day begins on the axis: 0 is its start, 1 its end; days outside lie at the nearer end."""
        length = (self.last - self.first).days + 1
        return min(1.0, max(0.0, (day - self.first).days / length))

    def bar(self, when: DateRange) -> tuple[float, float]:
        """Start and end of a date on the axis; an open end reaches to the end of the axis."""
        start = self.share(when.earliest) if when.earliest else 0.0
        after = when.latest + timedelta(1) if when.latest and when.latest < date.max else None
        return start, self.share(after) if after else 1.0

    def marks(self, most: int) -> list[tuple[date, str]]:
        """At most so many days to mark, with what to write there: months, quarters, years, decades or centuries.

        Single days where fewer than two months begin on the axis.
        """
        if len(list(self._firsts(1))) < 2 and (days := self._days(most)):
            return days
        for months in (1, 3, 12, 60, 120, 1200):
            found = list(self._firsts(months))
            if len(found) <= most:
                return [(day, f"{day.year:04}" if months >= 12 else f"{day:%Y-%m}") for day in found]
        return []

    def _days(self, most: int) -> list[tuple[date, str]]:
        """At most so many days from the first on, each as many days after the one before; none if none are that few."""
        length = (self.last - self.first).days + 1
        step = next((step for step in (1, 2, 7, 14) if -(-length // step) <= most), 0)
        days = [self.first + timedelta(number) for number in range(0, length, step)] if step else []
        return [(day, day.isoformat()) for day in days]

    def _firsts(self, months: int) -> Iterator[date]:
        """The first days of every so many months, counted from the year 1."""
        count = self.first.year * 12 + self.first.month - 1
        for number in range(-(-count // months) * months, self.last.year * 12 + self.last.month, months):
            if number > 0 and (day := date(number // 12, number % 12 + 1, 1)) >= self.first:
                yield day


def axis(events: Iterable[Event]) -> Axis | None:
    """The axis that holds all days that are known of these events; None where none is."""
    days = [day for event in events if event.date for day in (event.date.earliest, event.date.latest) if day]
    return Axis(min(days), max(days)) if days else None


def certain(when: DateRange) -> bool:
    """Whether the days are the event's own, and not days that it is one of."""
    return when.precision in ("day", "interval") and when.edtf[-1] not in "~?%" and bool(when.earliest and when.latest)
