"""Periods of business news: "the latest quarter", "the year-ago period", "the quarter ended Sept. 30"."""

from datetime import date

from kg.dates.anaphora import spoken_of
from kg.dates.grammar import Hit, Rule
from kg.dates.period import Period, period, shift, year_of
from kg.dates.scene import UNKNOWN, Reading, Scene, placed
from kg.dates.stages import staged


def year_ago(hit: Hit, scene: Scene) -> Reading:
    """The same period of the year before: a quarter where the text speaks of one, else a year."""
    quarter = scene.named.get("quarter")
    if quarter is not None and not scene.narrative:
        return placed(shift(quarter, -4))._replace(focus=None)
    from_today = scene.published and period("year", scene.published)
    year = spoken_of("year", scene) if hit.has("earlier") else from_today
    return placed(shift(year, -1)) if year else Reading("DATE", UNKNOWN["year"])


def latest(hit: Hit, scene: Scene) -> Reading:
    """The quarter that the text speaks of, else the last one that is complete."""
    base = scene.named.get("quarter")
    running = base and scene.published and base.last >= scene.published
    if base and not (hit.has("final") and running):
        return staged(hit, base, scene)
    return scene.relative(UNKNOWN["quarter"], lambda today: shift(period("quarter", today), -1), scene.published)


def ended(hit: Hit, scene: Scene) -> Reading:
    """The quarter that ends with the date after it."""
    month = int(hit.value("month"))

    def last_one(today: date) -> Period:
        return period("quarter", date(today.year - (month > today.month), month, 1))

    return scene.relative(UNKNOWN["quarter"], last_one, scene.published)


def of_year(hit: Hit, scene: Scene) -> Reading:
    """The period of a year that corresponds to the one spoken of: "the 1988 quarter"."""
    year, base = int(hit.value("year")), scene.named.get("quarter")
    found = shift(base, 4 * (year - base.first.year)) if base else year_of(year)
    return placed(found)._replace(focus=None)


RULES = (
    Rule("(a year <earlier> | a year ago)", year_ago),
    Rule("(the | a)? (comparable | corresponding)? year - (ago | <earlier>) <rank>? -? (quarter | period)?", year_ago),
    Rule(
        "the (comparable | corresponding) (period | quarter) (of)? (last year | a year <earlier> | a year ago)",
        year_ago,
    ),
    Rule("(the | last year 's) quarter a year (ago | <earlier>)", year_ago),
    Rule("last year 's (quarter | period)", year_ago),
    Rule("%early the quarter (= (ended | ending) <month>)", ended),
    Rule("%early the quarter", latest),
    Rule("the <final=latest> (period | quarter)", latest),
    Rule("the (corresponding | comparable) (period | quarter)", latest),
    Rule("the <year> (period | quarter)", of_year),
)
