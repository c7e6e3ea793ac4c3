"""Named days: the date of a holiday in a year, by the rules of ontology/dates/holidays.csv."""

from datetime import date, timedelta

from kg.dates.absolute import span_in
from kg.dates.grammar import Hit, Rule
from kg.dates.period import Period, month_end, period, weekday_after, weekday_before
from kg.dates.scene import Reading, Scene, placed, timed

MASKED = "XXXX-XX-XX"


def on(rule: str, year: int) -> date:
    """The day that a rule gives in a year.

    Raises:
        ValueError: the rule is not one of the four kinds that the table explains.
    """
    words = rule.split()
    if words[0] == "easter":
        return easter(year) + timedelta(int(words[1]))
    if words[0] == "after":
        return weekday_after(date(year, int(words[2]), 1), int(words[1])) + timedelta(1)
    if len(words) == 3:
        return _nth(int(words[0]), int(words[1]), year, int(words[2]))
    month, day = words[0].split("-")
    return date(year, int(month), int(day))


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991)."""
    golden, century, rest = year % 19, *divmod(year, 100)
    leaps, odd = divmod(century, 4)
    shift = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quads, ones = divmod(rest, 4)
    weekday = (32 + 2 * odd + 2 * quads - shift - ones) % 7
    month, day = divmod(shift + weekday - 7 * ((golden + 11 * shift + 22 * weekday) // 451) + 114, 31)
    return date(year, month, day + 1)


def _nth(count: int, weekday: int, year: int, month: int) -> date:
    if count < 0:
        return weekday_before(month_end(year, month), weekday) + timedelta(7 * (count + 1))
    return weekday_after(date(year, month, 1), weekday) + timedelta(7 * (count - 1))


def holiday(hit: Hit, scene: Scene) -> Reading | None:
    """A holiday: of the year named, the last, next or this one, or the nearest."""
    rule = hit.value("holiday")
    if hit.has("year"):
        return _reading(hit, on(rule, int(hit.value("year"))))
    today = scene.today
    if today is None:
        return Reading("DATE", MASKED)
    days = [on(rule, year) for year in range(max(1, today.year - 1), min(9999, today.year + 1) + 1)]
    if hit.has("back"):
        days = [max(day for day in days if day < today)]
    elif hit.has("forward"):
        days = [min(day for day in days if day > today)]
    elif hit.has("here"):
        days = [day for day in days if day.year == today.year]
    return _reading(hit, min(days, key=lambda day: abs((day - today).days)))


def _reading(hit: Hit, day: date) -> Reading:
    if hit.has("span"):
        return placed(period(span_in(hit), day))
    reading = placed(Period("day", day))
    return timed(reading, hit.value("daypart")) if hit.has("daypart") else reading


RULES = (Rule("(<back> | <forward> | <here>)? <holiday> (<span> | <daypart>)? ,? (of)? <year>?", holiday),)
