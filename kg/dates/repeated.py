"""Sets: times that come again, "every Friday", "daily", "twice a week", "Tuesday nights"."""

from kg.dates.durations import length, unit_in
from kg.dates.grammar import Hit, Rule
from kg.dates.scene import Reading, Scene

_RATES = frozenset(
    ["%", "percent", "times", "once", "twice", "million", "billion", "trillion", "dollars", "cents", "apiece", "each"]
)


def every_unit(hit: Hit, scene: Scene) -> Reading:
    """Every unit, every other unit, every so many units."""
    count = "2" if hit.has("other") else f"{float(hit.get('count') or 1):g}"
    return Reading("SET", length(count, unit_in(hit)))


def every_name(hit: Hit, scene: Scene) -> Reading:
    """Every weekday, month, season or part of a day by name."""
    part = hit.get("daypart") or hit.get("dayparts")
    time = f"T{part}" if part else ""
    if day := hit.get("weekday") or hit.get("weekdays"):
        return Reading("SET", f"XXXX-WXX-{day}{time}")
    if month := hit.get("month"):
        return Reading("SET", f"XXXX-{int(month):02d}")
    return Reading("SET", f"XXXX-XX-XX{time}" if part else f"XXXX-{hit.value('season')}")


def repeated(hit: Hit, scene: Scene) -> Reading | None:
    """An adverb of repetition, unless it is part of a name ("Daily News")."""
    text, start = hit.tokens.text, hit.tokens.start
    if text[start[hit.first]].isupper() and hit.last < len(start) and text[start[hit.last]].isupper():
        return None
    return Reading("SET", hit.value("repeated"))


def rate(hit: Hit, scene: Scene) -> Reading | None:
    """A unit that something is counted by: "$5 a year", "twice a week"."""
    return Reading("SET", length("1", unit_in(hit))) if hit.follows("count") or hit.before in _RATES else None


RULES = (
    Rule("{every} <other:other>? <unit>", every_unit),
    Rule("{every} <count> <units>", every_unit),
    Rule("{every} (other | single)? (<weekday> <daypart>? | <month> | <season> | <daypart>)", every_name),
    Rule("<weekday> <dayparts>", every_name),
    Rule("<weekdays>", every_name),
    Rule("<repeated>", repeated),
    Rule("(a | an) <unit>", rate),
)
