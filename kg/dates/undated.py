"""Days, months, seasons and quarters without a year: the tense, or the story so far, says which one is meant."""

from datetime import date

from kg.dates.absolute import counted_part, day_in, month_in, span_in
from kg.dates.grammar import Hit, Rule
from kg.dates.period import (
    SEASONS,
    Period,
    Unit,
    month_of,
    part_of,
    period,
    season_of,
    shift,
    weekday_after,
    weekday_before,
)
from kg.dates.scene import UNKNOWN, Reading, Scene, placed
from kg.dates.stages import near, staged
from kg.dates.tense import tense

_LIMITS = frozenset(["by", "until", "till", "through"])

_FAR = 100
"""Days by which the nearest date of a day and month may contradict the tense before the year is changed."""

_BACKWARDS = 8
"""Months by which a story does not go back without saying so: after October, February is that of the next year."""


def weekday(hit: Hit, scene: Scene) -> Reading:
    """A weekday: the latest one up to today, or the next one from today where the clause looks ahead."""
    number = int(hit.value("weekday"))
    pick = weekday_after if _ahead(hit) else weekday_before
    return near(hit, scene, f"XXXX-WXX-{number}", lambda today: Period("day", pick(today, number)))


def month(hit: Hit, scene: Scene) -> Reading | None:
    """A month: the latest one that has begun, or the next one where the clause looks ahead."""
    if _is_name(hit):
        return None
    number = month_in(hit)
    if told := _told_year(scene, number):
        return staged(hit, month_of(told, number), scene)
    return near(hit, scene, f"XXXX-{number:02d}", lambda today: _near_month(hit, today, number))


def _near_month(hit: Hit, today: date, number: int) -> Period:
    """Without a tense, a month of this year unless it is half a year away."""
    said = tense(hit.tokens, hit.first, hit.last)
    if said == "future" or (said != "past" and hit.before in _LIMITS):
        return month_of(today.year + (number < today.month), number)
    gone = said == "past" or abs(number - today.month) > 5
    return month_of(today.year - (gone and number > today.month), number)


def month_day(hit: Hit, scene: Scene) -> Reading:
    """A day of a month: the nearest one, unless that is far off and against the tense.

    Raises:
        ValueError: no year has such a day.
    """
    number, of = month_in(hit), day_in(hit)
    date(2000, number, of)
    if told := _told_year(scene, number):
        return staged(hit, Period("day", date(told, number, of)), scene)
    return near(hit, scene, f"XXXX-{number:02d}-{of:02d}", lambda today: _near_day(hit, today, number, of))


def _near_day(hit: Hit, today: date, number: int, of: int) -> Period:
    nearest, second = sorted(same_days(today, number, of), key=lambda day: abs((day - today).days))[:2]
    off = (nearest - today).days
    said = tense(hit.tokens, hit.first, hit.last) if abs(off) > _FAR else None
    against = (said == "past" and off > 0) or (said == "future" and off < 0)
    return Period("day", second if against else nearest)


def same_days(around: date, number: int, of: int) -> list[date]:
    """The days of this month and number in the years around a day; eight years hold two leap days at least."""
    found = []
    for year in range(max(1, around.year - 8), min(9999, around.year + 8) + 1):
        try:
            found.append(date(year, number, of))
        except ValueError:
            continue
    return found


def day_alone(hit: Hit, scene: Scene) -> Reading | None:
    """A day of the month without its month: "on the 24th"; the latest, or the next where the clause looks ahead."""
    if hit.before != "on" or scene.today is None:
        return None
    of, today = int(hit.value("nth")), scene.today
    months = [period("month", today), *(shift(period("month", today), step) for step in (-1, 1, -2, 2))]
    days = [month.first.replace(day=of) for month in months if of <= month.last.day]
    ahead = _ahead(hit)
    fitting = [day for day in days if scene.narrative or (day >= today if ahead else day <= today)]
    return placed(Period("day", min(fitting, key=lambda day: abs((day - today).days))))


def week_of(hit: Hit, scene: Scene) -> Reading:
    """The week or weekend that a day of a month falls into."""
    day = month_day(hit, scene)
    return placed(period(span_in(hit), day.earliest)) if day.earliest else Reading("DATE", UNKNOWN["week"])


_BEFORE_SEASONS = frozenset(
    ["in", "since", "by", "until", "of", "during", "for", "throughout", "over", "through", "from"]
)


def season(hit: Hit, scene: Scene) -> Reading | None:
    """A season: the latest one that has begun, or the next one where the clause looks ahead."""
    doubtful = hit.words()[-1] in ("fall", "spring") and hit.before not in _BEFORE_SEASONS and not hit.has("stage")
    if doubtful or (hit.has("the") and hit.after == "of"):
        return None
    name = hit.value("season")
    if told := _told_year(scene, 3 * SEASONS.index(name) + 3):
        return staged(hit, season_of(told, name), scene)
    return near(hit, scene, f"XXXX-{name}", lambda today: _begun(hit, today, season_of(today.year, name), 4))


def part(hit: Hit, scene: Scene) -> Reading | None:
    """A quarter or half: the latest one that has begun, or the next where the clause looks ahead."""
    found = counted_part(hit)
    if found is None:
        return None
    unit, number = found
    in_a_year = 2 if unit == "half" else 4

    def make(today: date) -> Period:
        return _begun(hit, today, part_of(unit, today.year, number), in_a_year)

    return near(hit, scene, f"XXXX-{unit[0].upper()}{number}", make)


def weekend(hit: Hit, scene: Scene) -> Reading:
    """The last weekend, or the next one where the clause looks ahead."""
    unit: Unit = "weekend"

    def make(today: date) -> Period:
        base = period(unit, today)
        return base if base.first <= today or _ahead(hit) else shift(base, -1)

    return near(hit, scene, UNKNOWN[unit], make)


def _ahead(hit: Hit) -> bool:
    return tense(hit.tokens, hit.first, hit.last) == "future"


def _begun(hit: Hit, today: date, base: Period, in_a_year: int) -> Period:
    """The period of this year, or of the last where it has not begun; with a future tense, the nearest.

    An adjective ("third-quarter results") has no part in the tense.
    """
    adjective = "-" in hit.tokens.symbols[hit.first : hit.last]
    if adjective or not _ahead(hit):
        return base if base.first <= today else shift(base, -in_a_year)
    later = shift(base, in_a_year)
    return base if base.last >= today or today - base.last < later.first - today else later


def _told_year(scene: Scene, number: int) -> int | None:
    """The year of a month in a narrative, which goes on from the last date told; None in news."""
    told = scene.last
    if told is None or not scene.narrative:
        return None
    finer_than_year = told.unit in ("day", "week", "month", "season")
    return told.first.year + (finer_than_year and told.first.month - number >= _BACKWARDS)


_PREPOSITIONS = frozenset(
    (
        *("in", "of", "since", "by", "from", "until", "till", "to", "through", "for", "before", "after", "between"),
        *("during", "throughout", "around", "about", "as", "late", "early", "mid", "every", "each"),
    )
)
_BEFORE_MONTHS = _PREPOSITIONS | {"and", "or", "-", ",", "("}


def _is_name(hit: Hit) -> bool:
    """Whether a bare month is no month: "Mr. May", "June Smith", "Jan Kavan", "March for Life"."""
    if hit.last - hit.first > 1:
        return False
    tokens, word, before = hit.tokens, hit.words()[0], hit.before
    if hit.follows("title") or (before == "." and tokens.word(hit.first - 2) in ("mr", "mrs", "ms", "dr")):
        return True
    if tokens.symbols[hit.first] in hit.lexicon.classes["abbreviation"]:
        return not word.endswith(".") and word != "sept"
    if word in ("may", "march"):
        return before not in _BEFORE_MONTHS or (before == "," and hit.after not in ("and", "or", ","))
    listed = before in ("and", "or", ",") and tokens.symbols[hit.first - 2] in hit.lexicon.classes["month"]
    return word in ("april", "june", "august") and _name_follows(hit) and not (listed or before in _PREPOSITIONS)


def _name_follows(hit: Hit) -> bool:
    """Whether a capitalised unknown word comes next."""
    return hit.precedes("unknown") and hit.tokens.text[hit.tokens.start[hit.last]].isupper()


RULES = (
    Rule("%early <weekday>", weekday),
    Rule("<stage> (on)? %weekday <month> (the)? %day", month_day),
    Rule("%early <month>", month),
    Rule("%around %weekday <month> (the)? %day", month_day),
    Rule("%around %weekday (the)? %day (of)? %month", month_day),
    Rule("(the)? %day (= %joint (the)? ({day} | {nth}) (of)? %month)", month_day),
    Rule("the <span> of <month> %day", week_of),
    Rule("the <nth> (= . | , | {paragraph})", day_alone),
    Rule("%early <the>? <season>", season),
    Rule("%early (the)? (fiscal -?)? (<rank> | <latter>) -? (fiscal)? (quarter | half)", part),
    Rule("<rank:quarter_code>", part),
)
