"""Dates counted from the day of publication: "yesterday", "last week", "next Friday", "two days ago"."""

from datetime import date, timedelta

from kg.dates.absolute import day_in, month_in, way
from kg.dates.durations import window
from kg.dates.grammar import Hit, Rule
from kg.dates.period import Period, Unit, month_of, period, season_of, shift, weekday_after, weekday_before
from kg.dates.scene import UNKNOWN, Reading, Scene
from kg.dates.stages import near
from kg.dates.undated import same_days

UNITS: dict[str, tuple[Unit, int]] = {
    "day": ("day", 1),
    "week": ("week", 1),
    "weekend": ("weekend", 1),
    "fortnight": ("week", 2),
    "month": ("month", 1),
    "quarter": ("quarter", 1),
    "year": ("year", 1),
    "decade": ("decade", 1),
    "century": ("century", 1),
}
"""Units of the lexicon: the unit of the calendar that they are counted in, and how many of it they are."""

_COUNTED_BACK: dict[str, tuple[Unit, int]] = {
    **UNITS,
    "night": ("day", 1),
    "decade": ("year", 10),
    "century": ("year", 100),
}
"""The same for "ago": a decade ago is a year, not a decade, and two nights ago is a day."""


def deictic(hit: Hit, scene: Scene) -> Reading:
    """Yesterday, today, tomorrow, and the days beyond."""
    days = int(hit.value("deictic")) * (2 if hit.has("beyond") else 1)
    return scene.relative(UNKNOWN["day"], lambda today: Period("day", today + timedelta(days)), scene.published)


def neighbour(hit: Hit, scene: Scene) -> Reading | None:
    """The last, this or next of a unit."""
    if hit.value("unit") not in UNITS:
        return None
    unit, size = UNITS[hit.value("unit")]
    reading = near(hit, scene, UNKNOWN[unit], lambda today: shift(period(unit, today), way(hit) * size))
    days = window(-size, hit.value("unit"), scene.published) if _is_trailing(hit) and scene.published else None
    return reading.within(days) if days else reading


def _is_trailing(hit: Hit) -> bool:
    """Whether a unit ends today: "the past year" and "the last week", but not "last week".

    The value stays that of the calendar's unit, as TimeBank has it.
    """
    words = hit.words()
    return "past" in words or ("last" in words and "the" in words and not hit.has("stage_of"))


def named_weekday(hit: Hit, scene: Scene) -> Reading:
    """The last, this or next weekday of a name; "last Friday" on a Friday is a week ago."""
    number, where = int(hit.value("weekday")), way(hit)

    def make(today: date) -> Period:
        if where < 0:
            return Period("day", weekday_before(today - timedelta(1), number))
        return Period("day", weekday_after(today + timedelta(where), number))

    return near(hit, scene, f"XXXX-WXX-{number}", make)


def named_month(hit: Hit, scene: Scene) -> Reading:
    """The last, this or next month of a name: last September, said in February, is that of the year before."""
    number, where = month_in(hit), way(hit)

    def make(today: date) -> Period:
        off = -(number >= today.month) if where < 0 else where and number <= today.month
        return month_of(today.year + off, number)

    return near(hit, scene, f"XXXX-{number:02d}", make)


def named_day(hit: Hit, scene: Scene) -> Reading:
    """The last or next day of a month by name: "last Oct. 23"."""
    number, of = month_in(hit), day_in(hit)

    def make(today: date) -> Period:
        days = same_days(today, number, of)
        return Period("day", max(d for d in days if d < today) if way(hit) < 0 else min(d for d in days if d > today))

    return near(hit, scene, f"XXXX-{number:02d}-{of:02d}", make)


def named_season(hit: Hit, scene: Scene) -> Reading:
    """The last season that is over, the one of this year, or the next that begins."""
    name, where = hit.value("season"), way(hit)

    def make(today: date) -> Period:
        base = season_of(today.year, name)
        if where < 0:
            return next(past for past in (base, shift(base, -4), shift(base, -8)) if past.last < today)
        if where > 0:
            return base if base.first > today else shift(base, 4)
        return shift(base, -4) if name == "WI" and today.month <= 6 else base

    return near(hit, scene, f"XXXX-{name}", make)


def ago(hit: Hit, scene: Scene) -> Reading | None:
    """So many units before or after today."""
    unit, back = hit.get("unit") or hit.value("units"), hit.has("ago")
    counted = hit.has("count") or hit.has("couple") or hit.has("unit")
    if hit.has("many") or not counted:
        return Reading("DATE", "PAST_REF" if back else "FUTURE_REF")
    if unit not in _COUNTED_BACK:
        return None
    step, size = _COUNTED_BACK[unit]
    number = round(float(hit.get("count") or 1 + hit.has("couple")) * size) * (-1 if back else 1)
    return scene.relative(UNKNOWN[step], lambda today: shift(period(step, today), number), scene.published)


RULES = (
    Rule("%early <deictic>", deictic),
    Rule("the day (<beyond=before> <deictic> | <beyond=after> <deictic>)", deictic),
    Rule("%early (the)? (<back> | <forward> | <here>) <unit> (or so)?", neighbour),
    Rule("%early (<back> | <forward> | <here> | this <back>) <weekday>", named_weekday),
    Rule("%early (<back> | <forward> | <here> | this <back>) <month>", named_month),
    Rule("%early (<back> | <forward> | <here> | this <back>) <season>", named_season),
    Rule("(<back> | <forward>) <month> %day", named_day),
    Rule("%about? %number %unit (or so | or two | or more)? <ago>", ago),
    Rule("<units> <ago>", ago),
    Rule("%about? %number %unit from (now | today)", ago),
)
