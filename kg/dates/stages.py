"""Parts of a period: "early May", "the end of the year", "mid-1996", and "around" a date, with their days.

TIMEX3 gives such an expression the value of the whole period; the bounds here are those of a careful reader:
thirds of a month or year, halves of a week, first and last quarter for the beginning and end of a year.
"""

from collections.abc import Callable
from datetime import date, timedelta

from kg.dates import edtf
from kg.dates.grammar import Hit
from kg.dates.period import MONTHS_OF, Period, month_end, months_later
from kg.dates.scene import Reading, Scene, bounded, placed

_THIRDS = {"early": (0, 1), "begin": (0, 1), "mid": (1, 2), "late": (2, 3), "end": (2, 3)}
_APPROXIMATE = ("day", "month", "year", "decade")
"""Units whose EDTF string may carry `~`; the edtf package takes it for no season and no interval as a whole."""


def staged(hit: Hit, base: Period, scene: Scene) -> Reading:
    """The reading of a period with the stage and the "around" that a pattern found before it."""
    stage = hit.get("stage") or hit.get("stage_of")
    if stage in _THIRDS:
        return bounded(base, _part(base, stage, _limit(hit), scene))
    if (hit.has("sofar") or hit.has("ahead")) and scene.published:
        return _cut(base, scene.published, hit.has("sofar"))
    if hit.has("around") and base.unit in _APPROXIMATE:
        return bounded(base, f"{edtf.of_period(base)}~")
    return placed(base)


def _cut(base: Period, today: date, sofar: bool) -> Reading:
    """A period up to today ("earlier this month") or from today on ("later this year"), if today is in it."""
    if not base.first < today < base.last:
        return placed(base)
    return bounded(base, edtf.interval(base.first, today).edtf if sofar else edtf.interval(today, base.last).edtf)


def near(hit: Hit, scene: Scene, unknown: str, make: Callable[[date], Period]) -> Reading:
    """The reading of a period counted from today, or the underspecified value where today is not known."""
    return staged(hit, make(scene.today), scene) if scene.today else Reading("DATE", unknown)


def _limit(hit: Hit) -> bool:
    """Whether only an end is named: "by the end of the year"."""
    return hit.before in ("by", "before", "until", "till")


def _part(base: Period, stage: str, limit: bool, scene: Scene) -> str:
    """The EDTF string of a part of a period."""
    if base.unit in ("day", "weekend"):
        return edtf.of_period(base)
    first, last = _days(base, stage)
    if limit and stage == "end":
        ahead = scene.published is not None and scene.published <= last
        return f"{scene.published if ahead else '..'}/{last}"
    if base.unit in ("decade", "century"):
        return f"{first.year:04d}/{last.year:04d}"
    return f"{first}/{last}" if base.unit in ("week", "month") else f"{edtf.of_month(first)}/{edtf.of_month(last)}"


_OF_WEEK = {(0, 1): (0, 2), (1, 2): (1, 3), (2, 3): (3, 6)}
_OF_MONTH = {(0, 1): (1, 10), (1, 2): (11, 20), (2, 3): (21, 31)}


def _days(base: Period, stage: str) -> tuple[date, date]:
    """First and last day of a part of a period."""
    third = _THIRDS[stage]
    if base.unit == "week":
        start, stop = _OF_WEEK[third]
        return base.first + timedelta(start), base.first + timedelta(stop)
    if base.unit == "month":
        start, stop = _OF_MONTH[third]
        return base.first.replace(day=start), base.last.replace(day=min(stop, base.last.day))
    start, stop = _months(MONTHS_OF[base.unit], stage)
    last = months_later(base.first, stop - 1)
    return months_later(base.first, start), month_end(last.year, last.month)


def _months(length: int, stage: str) -> tuple[int, int]:
    """From which month to which (exclusive, counted from 0) a part of so many months goes."""
    if length <= 12 and stage in ("begin", "end"):
        size = max(1, length // 4)
        return (0, size) if stage == "begin" else (length - size, length)
    start, stop = _THIRDS[stage]
    return length // 3 * start, length if stop == 3 else length // 3 * stop
