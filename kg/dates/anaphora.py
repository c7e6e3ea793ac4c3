"""Dates counted from another date of the text: "the same day", "two weeks later", "the following year"."""

from datetime import timedelta

from kg.dates import edtf
from kg.dates.durations import amount, unit_in
from kg.dates.grammar import Hit, Rule
from kg.dates.period import Period, Unit, period, shift, weekday_after, weekday_before
from kg.dates.relative import UNITS
from kg.dates.scene import UNKNOWN, Reading, Scene, bounded, placed
from kg.dates.stages import staged
from kg.dates.tense import tense
from kg.dates.undated import weekend

_FROM_FINEST: tuple[Unit, ...] = (
    *("day", "weekend", "week", "month", "season"),
    *("quarter", "half", "year", "decade", "century"),
)
_BEFORE_DAYS = frozenset(["on", "in", "of", "by", "during", "for", "throughout", "over", "until"])


def spoken_of(unit: Unit, scene: Scene) -> Period | None:
    """The last period named, seen as this unit, else the one that contains the day of publication."""
    if scene.last and _FROM_FINEST.index(scene.last.unit) <= _FROM_FINEST.index(unit):
        return period(unit, scene.last.first)
    if unit in scene.named:
        return scene.named[unit]
    anchor = scene.last.first if scene.last and scene.narrative else scene.published
    return period(unit, anchor) if anchor else None


def same(hit: Hit, scene: Scene) -> Reading | None:
    """The period of this unit that the text last spoke of: "that year", "the same month"."""
    name = hit.value("unit")
    idle = hit.words() == ["the", "day"] and hit.before not in _BEFORE_DAYS  # "carried the day"
    if name not in UNITS or idle:
        return None
    if name == "weekend":
        return weekend(hit, scene)
    unit = UNITS[name][0]
    base = spoken_of(unit, scene)
    return staged(hit, base, scene) if base else Reading("DATE", UNKNOWN[unit])


def beside(hit: Hit, scene: Scene) -> Reading | None:
    """The period before or after the one last spoken of: "the next day", "the previous year"."""
    if hit.value("unit") not in UNITS:
        return None
    unit, size = UNITS[hit.value("unit")]
    base = spoken_of(unit, scene)
    return (
        staged(hit, shift(base, -size if hit.has("prior") else size), scene) if base else Reading("DATE", UNKNOWN[unit])
    )


def beside_weekday(hit: Hit, scene: Scene) -> Reading:
    """The weekday before or after the day last spoken of."""
    number, base = int(hit.value("weekday")), spoken_of("day", scene)
    if base is None:
        return Reading("DATE", f"XXXX-WXX-{number}")
    if hit.has("prior"):
        return placed(Period("day", weekday_before(base.first - timedelta(1), number)))
    return placed(Period("day", weekday_after(base.first + timedelta(1), number)))


def moved(hit: Hit, scene: Scene) -> Reading | None:
    """So many units before or after the date last spoken of: "three days later", "a month earlier"."""
    unit, count = unit_in(hit), amount(hit)
    if unit not in UNITS:
        return None
    if count == "X":
        return Reading("DATE", "FUTURE_REF" if hit.has("later") else "PAST_REF")
    step, size = UNITS[unit]
    number = round(float(count) * size) * (1 if hit.has("later") else -1)
    base = spoken_of(step, scene)
    return placed(shift(base, number)) if base else Reading("DATE", UNKNOWN[step])


def the_year(hit: Hit, scene: Scene) -> Reading:
    """The year of publication; in a narrative the year last spoken of."""
    base = spoken_of("year", scene) if scene.narrative else scene.published and period("year", scene.published)
    return staged(hit, base, scene) if base else Reading("DATE", UNKNOWN["year"])


def year_end(hit: Hit, scene: Scene) -> Reading:
    """The end of this year, or early in a year and in the past tense that of the last; its days are December's."""
    today = scene.today
    if today is None:
        return Reading("DATE", UNKNOWN["year"])
    gone = today.month <= _JUST_BEFORE and tense(hit.tokens, hit.first, hit.last) == "past"
    base = shift(period("year", today), -int(gone))
    limit = hit.before in ("by", "before", "until", "till") and not gone
    return bounded(base, f"{today}/{base.last}" if limit else edtf.of_month(base.last))


_JUST_BEFORE = 6
"""Months for which "year-end" may still mean the last one."""

RULES = (
    Rule("%early the (whole | full | entire)? (fiscal)? year", the_year),
    Rule("(the | a)? year (- | 's)? end", year_end),
    Rule("%early (that | the same | that same | this same) <unit>", same),
    Rule("%early the (whole | full | entire)? <unit>", same),
    Rule("%early (the)? (<prior> | <next_to>) <unit>", beside),
    Rule("%early (the)? (<prior> | <next_to>) <weekday>", beside_weekday),
    Rule("the next <unit>", beside),
    Rule("the <unit> (<prior=before> | <next_to=after> | <next_to>)", beside),
    Rule("%about? %number %unit (<earlier> | <later>)", moved),
    Rule("%about? %number %unit (<earlier=before> | <later=after>) (= . | , | {paragraph} | {close})", moved),
    Rule("<units> (<earlier> | <later>)", moved),
)
