"""Dates that carry their own year: "20 March 2023", "March 2023", "2023-03-20", "the 1990s", "fiscal 1989"."""

import re
from datetime import date

from kg.dates.grammar import Hit, Rule
from kg.dates.period import Period, Unit, month_of, part_of, period, season_of, year_of
from kg.dates.scene import NoAnchorError, NotTemporalError, Reading, Scene, bounded, placed, timed
from kg.dates.stages import staged

_NUMBERS = re.compile(r"\d+")
_PIVOT = 50
"""Two-digit years above it belong to the 1900s where no publication date says better."""

_MONEY = frozenset("$£€¥#%")
_DASHES = frozenset("-–—")


def full_date(hit: Hit, scene: Scene) -> Reading:
    """Day, month and year."""
    return staged(hit, _day(hit, scene), scene)


def month_year(hit: Hit, scene: Scene) -> Reading:
    """Month and year."""
    return staged(hit, month_of(year_in(hit, scene), month_in(hit)), scene)


def iso(hit: Hit, scene: Scene) -> Reading:
    """A date of ISO 8601, with or without a time."""
    day, _, time = hit.value("iso").partition("T")
    year, month, number = map(int, day.split("-"))
    reading = placed(Period("day", date(year, month, number)))
    return timed(reading, time[:5] + "Z" * time.endswith("Z")) if time else reading


def slashed(hit: Hit, scene: Scene) -> Reading:
    """A date in digits; of 03/04/2013 the reading nearer to publication counts, then that with the month first."""
    digits = _NUMBERS.findall(hit.value("slashed"))
    first, second, third = map(int, digits)
    if len(digits[0]) == 4:
        return placed(Period("day", date(first, second, third)))
    year = _full(third, scene) if len(digits[2]) == 2 else third
    orders = ((first, second), (second, first)) if "/" in hit.value("slashed") else ((second, first),)
    days = [date(year, month, number) for month, number in orders if month <= 12] or [date(year, first, second)]
    now = scene.published or days[0]
    return placed(Period("day", min(days, key=lambda day: abs((day - now).days))))


def bare_year(hit: Hit, scene: Scene) -> Reading | None:
    """A year on its own, unless it counts something or is an amount of money."""
    if hit.before in _MONEY or hit.after in _MONEY or hit.precedes("counted"):
        return None
    year = int(hit.value("year"))
    usual = 1400 <= year <= 2100 or hit.follows("before_year")
    return staged(hit, year_of(year), scene) if usual else None


def named_year(hit: Hit, scene: Scene) -> Reading:
    """A year announced as one: "fiscal 1989", "the year two thousand".

    Raises:
        NotTemporalError: it is no year of our time.
    """
    year = int(hit.value("year"))
    if not 1000 <= year <= 2199:
        raise NotTemporalError
    return staged(hit, year_of(year), scene)


def short_year(hit: Hit, scene: Scene) -> Reading:
    """A year of two digits after an apostrophe."""
    return staged(hit, year_of(year_in(hit, scene)), scene)


def before_christ(hit: Hit, scene: Scene) -> Reading | None:
    """A year before Christ, which Python's calendar cannot bound; EDTF counts a year 0, so 490 BC is -0489."""
    year = int(hit.value("whole"))
    return Reading("DATE", f"BC{year:04d}", f"-{year - 1:04d}", precision="year") if 1 < year < 10000 else None


def decade(hit: Hit, scene: Scene) -> Reading | None:
    """A decade, in digits or by name ("mid-'80s", "the nineties"); "the 1700s" are a century."""
    written = hit.get("decade") or hit.value("decade_name")
    if len(written) == len("30s") and "the" not in hit.words():
        return None
    digits = int("".join(_NUMBERS.findall(written)))
    year = digits if digits >= 1000 else _full(digits, scene)
    unit: Unit = "century" if year % 100 == 0 and year <= 1800 else "decade"
    return staged(hit, period(unit, date(year, 1, 1)), scene)


def half_decade(hit: Hit, scene: Scene) -> Reading | None:
    """Half of a decade; TIMEX3 gives it the decade's value, the days are those of five years."""
    found, whole = counted_part(hit), decade(hit, scene)
    if found is None or whole is None or whole.focus is None:
        return None
    first = whole.focus.first.year + (5 if found[1] == 2 else 0)
    return bounded(whole.focus, f"{first:04d}/{first + 4:04d}")


def century(hit: Hit, scene: Scene) -> Reading | None:
    """A counted century."""
    number = int(hit.value("rank"))
    first = date(max(1, 100 * (number - 1)), 1, 1)
    return staged(hit, period("century", first), scene) if number <= 30 else None


def season_year(hit: Hit, scene: Scene) -> Reading:
    """A season of a year."""
    return staged(hit, season_of(year_in(hit, scene), hit.value("season")), scene)


def part_of_year(hit: Hit, scene: Scene) -> Reading | None:
    """A quarter or half of a year, counted."""
    found = counted_part(hit)
    return staged(hit, part_of(found[0], year_in(hit, scene), found[1]), scene) if found else None


def week_of(hit: Hit, scene: Scene) -> Reading:
    """The week or weekend that a date falls into."""
    return placed(period(span_in(hit), _day(hit, scene).first))


def first_of_range(hit: Hit, scene: Scene) -> Reading:
    """The first day of a range whose year, or month and year, stand after the last: "6 to 7 January 1916"."""
    return placed(_day(hit, scene))


def second_of_range(hit: Hit, scene: Scene) -> Reading | None:
    """A number that goes on a date: "May 4 and 5", "1915-16"."""
    told, number = scene.last, int(hit.value("next"))
    if told is None or scene.end != hit.first - 1 or number <= told.first.day * (told.unit == "day"):
        return None
    if told.unit == "day" and not hit.precedes("counted"):
        return placed(Period("day", told.first.replace(day=number)))
    year = told.first.year // 100 * 100 + number
    dashed = hit.before in _DASHES and number < 100
    return placed(year_of(year)) if told.unit == "year" and dashed and told.first.year < year else None


def year_in(hit: Hit, scene: Scene) -> int:
    """The year that a pattern found: in four digits, in two, or as last, this, next or that year.

    Raises:
        NoAnchorError: it is counted from a publication date that is not known.
    """
    if (written := hit.get("year")) is not None:
        return int(written)
    if (short := hit.get("short_year")) is not None:
        return _full(int(short[1:]), scene)
    counted = hit.has("back") or hit.has("forward") or hit.has("here")
    anchor = scene.last.first if scene.last and not counted else scene.published
    if anchor is None:
        raise NoAnchorError
    return anchor.year + way(hit)


def way(hit: Hit) -> int:
    """-1 for "last", 1 for "next", 0 for "this"."""
    return hit.has("forward") - hit.has("back")


def month_in(hit: Hit) -> int:
    """The month that a pattern found."""
    return int(hit.get("month") or hit.value("lower_month"))


def day_in(hit: Hit) -> int:
    """The day of the month that a pattern found, as a number or an ordinal."""
    return int(hit.get("day") or hit.get("nth") or hit.value("ordinal"))


def span_in(hit: Hit) -> Unit:
    """Week or weekend, as a pattern found it."""
    return "week" if hit.value("span") == "week" else "weekend"


def counted_part(hit: Hit) -> tuple[Unit, int] | None:
    """Quarter or half and which of them, as a pattern found it; None for a third half."""
    unit: Unit = "half" if "half" in hit.words() else "quarter"
    number = int(hit.get("rank") or hit.value("latter"))
    return (unit, number) if number <= (2 if unit == "half" else 4) else None


def _day(hit: Hit, scene: Scene) -> Period:
    return Period("day", date(year_in(hit, scene), month_in(hit), day_in(hit)))


def _full(two_digits: int, scene: Scene) -> int:
    """The year of a two-digit year: the nearest to publication."""
    if scene.published is None:
        return two_digits + (1900 if two_digits > _PIVOT else 2000)
    now = scene.published.year
    start = now // 100 * 100
    return min((start - 100 + two_digits, start + two_digits), key=lambda year: abs(year - now))


RULES = (
    Rule("%weekday (the)? %day (= %joint (the)? ({day} | {nth}) (of)? <month> %of_year)", first_of_range),
    Rule("%weekday <month> (the)? %day (= %joint %weekday {month} ({day} | {nth}) %of_year)", first_of_range),
    Rule("%weekday (the)? %day (of)? <month> (= %joint (the)? ({day} | {nth}) (of)? {month} %of_year)", first_of_range),
    Rule("%early <month> (= %joint {month} %of_year)", month_year),
    Rule("(< to | - | and | through | or) (<next:day> | <next:nth> | <next:integer>)", second_of_range),
    Rule("the <span> of <month> %day %of_year", week_of),
    Rule("%around (<stage> (on)?)? %weekday <month> (the)? %day %of_year", full_date),
    Rule("%around %weekday (the)? %day -? (of | day of)? %month -? %of_year", full_date),
    Rule("%early <month> %of_year", month_year),
    Rule("%around <iso>", iso),
    Rule("%around %weekday <slashed>", slashed),
    Rule("%early <year>", bare_year),
    Rule("%around <whole> {before_christ}", before_christ),
    Rule(
        "%early (fiscal | the year | the fiscal year | fiscal year | calendar | the years) -? <year:whole>", named_year
    ),
    Rule("%early the <year> (fiscal year | period | calendar year | quarter | season | campaign)", named_year),
    Rule("%early (the)? (fiscal | summer of | fall of | in | since | class of) <short_year>", short_year),
    Rule("%early (<decade> | the <decade> | the <decade_name>)", decade),
    Rule("the (<rank> | <latter>) half of the (<decade> | <decade_name>)", half_decade),
    Rule("%early (the)? <rank> -? century", century),
    Rule("%early (the)? <season> %of_year", season_year),
    Rule("%early (the)? (fiscal -?)? (<rank> | <latter>) -? (quarter | half) %of_year", part_of_year),
    Rule("%early (the)? <year> (fiscal)? <rank> -? (quarter | half)", part_of_year),
    Rule("%early <year> <season>", season_year),
    Rule("<rank:quarter_code> ,? (of)? <year>", part_of_year),
    Rule("<year> <rank:quarter_code>", part_of_year),
    Rule("%early (the)? <back> year 's (fiscal)? <rank> -? (quarter | half)", part_of_year),
    Rule("%early (the)? (<here> | <forward>) year 's (fiscal)? <rank> -? (quarter | half)", part_of_year),
)
