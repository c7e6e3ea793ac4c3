"""Lengths of time: "two years", "a three-day visit", "the past six months", "weeks"."""

from datetime import date, timedelta

from kg.dates import edtf
from kg.dates.grammar import Hit, Rule
from kg.dates.period import months_later
from kg.dates.scene import NotTemporalError, Reading, Scene
from kg.dates.tense import tense
from kg.model import DateRange

_CODES = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "weekend": "W",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
}
"""Designators of ISO 8601 by unit, with `T` before those of a time; decades and centuries as TIMEX2 has them."""

_OTHER_UNITS = {"fortnight": ("week", 2), "decade": ("year", 10), "century": ("year", 100)}
"""Units that are written as so many of another; one decade and some decades keep their own letter."""

_HALVES = {"year": "P{}Y6M", "hour": "PT{}H30M", "minute": "PT{}M30S"}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"hour": 1 / 24, "day": 1, "night": 1, "weekend": 7, "week": 7, "fortnight": 14}
_LONGEST = 10_000


def length(count: str, unit: str) -> str:
    """The TIMEX3 value of so many units; `X` for an unstated number."""
    if unit in _OTHER_UNITS and (unit == "fortnight" or count not in ("1", "X")):
        unit, size = _OTHER_UNITS[unit]
        count = count if count == "X" else f"{size * float(count):g}"
    whole, _, fraction = count.partition(".")
    if unit in _HALVES and fraction == "5":
        return _HALVES[unit].format(whole).replace("P0Y", "P").replace("T0H", "T").replace("T0M", "T")
    code = _CODES[unit]
    return f"PT{count}{code[1:]}" if code[0] == "T" else f"P{count}{code}"


def amount(hit: Hit) -> str:
    """How many: the number found, `X` for "a few" and the like, else one."""
    if (count := hit.get("count")) is not None:
        return "0.5" if "/" in count else f"{float(count):g}"
    if hit.has("couple"):
        return "2"
    return "X" if hit.has("many") or hit.has("units") else "1"


def unit_in(hit: Hit) -> str:
    """The unit found, singular."""
    return hit.get("unit") or hit.value("units")


def duration(hit: Hit, scene: Scene) -> Reading | None:
    """So many units; the past or next ones have days, too."""
    unit, count = unit_in(hit), amount(hit)
    if _is_fraction(hit, unit) or (count != "X" and float(count) > _LONGEST):
        return None
    if hit.words()[0] == "coming" and hit.has("count"):  # "his return, coming three days after ..."
        return Reading("DURATION", length(count, unit), skip=1)
    preposition = hit.words()[:2] == ["over", "the"]  # "over the past year", unlike "over a year"
    reading = Reading("DURATION", length(count, unit), skip=int(preposition))
    ahead = hit.has("forward") or _is_wait(hit)
    if hit.has("back") == ahead or scene.published is None or count == "X":
        return reading
    days = window(float(count) * (1 if ahead else -1), unit, scene.published)
    return reading.within(days) if days else reading


def _is_wait(hit: Hit) -> bool:
    """Whether a length runs from today: "will meet in three days"."""
    return hit.before in ("in", "within") and tense(hit.tokens, hit.first, hit.last) == "future"


def _is_fraction(hit: Hit, unit: str) -> bool:
    """Whether "a quarter", "a second" or "three-quarters" is no length of time."""
    if unit not in ("quarter", "second") or any(map(hit.has, ("back", "forward", "many", "way"))):
        return False
    return unit == "quarter" or not hit.has("count")


def window(count: float, unit: str, today: date) -> DateRange | None:
    """The days of so many units after today, or before it if negative; months where they are counted in years."""
    if unit in _MONTHS:
        first, last = sorted((today, months_later(today, round(count * _MONTHS[unit]))))
    elif unit in _DAYS:
        first, last = sorted((today, today + timedelta(round(count * _DAYS[unit]) or (1 if count > 0 else -1))))
    else:
        return None
    if _MONTHS.get(unit, 0) < 12:
        return edtf.interval(first, last)
    return edtf.from_edtf(f"{edtf.of_month(first)}/{edtf.of_month(last)}")


def bare(hit: Hit, scene: Scene) -> Reading | None:
    """An unstated number of days or more; "minutes" and "hours" alone are seldom meant as a length."""
    return None if _CODES.get(unit_in(hit), "").startswith("T") else duration(hit, scene)


def half(hit: Hit, scene: Scene) -> Reading:
    """Half a unit, or one and a half."""
    return Reading("DURATION", length("1.5" if "and" in hit.words() else "0.5", unit_in(hit)))


def age(hit: Hit, scene: Scene) -> Reading:
    """Ages are no times of events.

    Raises:
        NotTemporalError: always.
    """
    raise NotTemporalError


def vague(hit: Hit, scene: Scene) -> Reading:
    """A length without any unit: "a while"."""
    return Reading("DURATION", "PXX")


_MANY = "(<many> | a <many:few> | the <many:few> | (a)? <couple> (of)?)"
_WAY = "(<back> | <forward> | <way>)"
_EXTRA = "(more | additional | full | straight | consecutive | long | trading | working)?"

RULES = (
    Rule(f"%about? (the)? {_WAY}? <count> {_EXTRA} -? %unit (- long | long)?", duration),
    Rule(f"%about? (the)? {_WAY}? {_MANY} {_EXTRA} -? <units>", duration),
    Rule(f"%about? {_MANY} - <unit>", duration),
    Rule(f"(the)? {_WAY} <many>? <units>", duration),
    Rule("%about? (a | an | one) (full | single | whole | entire)? <unit>", duration),
    Rule("%about? (half a | half an) <unit>", half),
    Rule("%about? (a | one) <unit> and a half", half),
    Rule("<count> (to | or | -) {count} -? <units>", duration),
    Rule("<units>", bare),
    Rule("(a | an | the)? %unit - long", duration),
    Rule("a while", vague),
    Rule("%about? (the | a | an | his | her)? <count> -? %unit -? (old | olds | of age)", age),
)
