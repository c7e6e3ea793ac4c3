"""Times of day: "10 p.m.", "15:30 GMT", "noon", "this morning", "Friday night"."""

from datetime import date, timedelta

from kg.dates.grammar import Hit, Rule
from kg.dates.period import Period
from kg.dates.scene import UNKNOWN, Reading, Scene, timed
from kg.dates.undated import weekday

_BEFORE_TIMES = frozenset(
    ["at", "by", "until", "till", "from", "to", "around", "about", "before", "after", "and", "since", "between"]
)
_UTC = frozenset(["gmt", "utc"])


def clock(hit: Hit, scene: Scene) -> Reading | None:
    """A time in digits, on the day that the text is about."""
    hours, minutes = _digits(hit)
    certain = any(map(hit.has, ("meridiem", "zone", "hours", "daypart")))
    if not (0 <= hours <= 24 and minutes <= 59) or not (certain or hit.before in _BEFORE_TIMES):
        return None
    if hit.has("meridiem") and not 1 <= hours <= 12:
        return None
    afternoon = hit.get("meridiem") == "pm" or hit.get("daypart") in ("AF", "EV", "NI")
    if hours <= 12 and (hit.has("meridiem") or afternoon):
        hours = hours % 12 + 12 * afternoon
    zone = "Z" if _UTC.intersection(hit.words()) else ""
    return _floating(hit, scene, f"{hours:02d}:{minutes:02d}{zone}")


def _digits(hit: Hit) -> tuple[int, int]:
    """Hours and minutes; -1 hours where the digits are no time."""
    if hit.has("clock"):
        hours, minutes = hit.value("clock").split(":")[:2]
    elif hit.has("amount"):
        hours, _, minutes = hit.value("amount").partition(".")
    elif hit.has("military"):
        hours, minutes = hit.value("military")[:2], hit.value("military")[2:]
    else:
        hours, minutes = hit.value("whole"), "00"
    return (int(hours), int(minutes)) if len(minutes) == 2 and len(hours) <= 2 else (-1, 0)


def hour_name(hit: Hit, scene: Scene) -> Reading:
    """Noon, midnight."""
    return _floating(hit, scene, hit.value("hour_name"))


def weekday_part(hit: Hit, scene: Scene) -> Reading:
    """A part of a weekday."""
    return timed(weekday(hit, scene), hit.value("daypart"))


def part_from_today(hit: Hit, scene: Scene) -> Reading:
    """A part of a day counted from today: "this morning", "last night", "tomorrow evening", "tonight"."""
    days = int(hit.get("deictic") or 0) - hit.has("back")
    return timed(_day(scene, scene.published, days), hit.get("daypart") or "NI")


def part_beside(hit: Hit, scene: Scene) -> Reading:
    """A part of the day spoken of, or of the next: "that night", "the following morning"."""
    return timed(_day(scene, scene.day(hit.first), 0 if hit.has("there") else 1), hit.value("daypart"))


def daypart(hit: Hit, scene: Scene) -> Reading:
    """A part of a day, to be joined to a date beside it; without "the" it means nothing alone."""
    return _floating(hit, scene, hit.value("daypart"))._replace(floating="time" if hit.has("the") else "weak")


def _day(scene: Scene, anchor: date | None, off: int) -> Reading:
    return scene.relative(UNKNOWN["day"], lambda day: Period("day", day + timedelta(off)), anchor)


def _floating(hit: Hit, scene: Scene, suffix: str) -> Reading:
    return timed(_day(scene, scene.day(hit.first), 0), suffix)._replace(floating="time")


_ZONE = "((local | standard | eastern | pacific | central)? time | <zone> (time)?)?"

RULES = (
    Rule(f"%about? <clock> <meridiem>? <hours>? {_ZONE}", clock),
    Rule(f"%about? <whole> (o'clock)? <meridiem> {_ZONE}", clock),
    Rule(f"%about? <amount> <meridiem> {_ZONE}", clock),
    Rule("%about? (<military:year> | <military:integer>) (<zone> | <hours>)", clock),
    Rule("%about? (<whole> | <clock>) (o'clock)? (in the | at) <daypart>", clock),
    Rule("%about? <hour_name>", hour_name),
    Rule("%stage? <weekday> ({stage} -?)? <daypart>", weekday_part),
    Rule("%stage? <deictic> ({stage} -?)? <daypart>", part_from_today),
    Rule("%stage? (<back> | {here}) <daypart>", part_from_today),
    Rule("(later | earlier)? tonight", part_from_today),
    Rule("%stage? (<there> | the <there>) <daypart>", part_beside),
    Rule("(%stage | very)? the ({forward} | {next_to}) ({stage} -?)? <daypart>", part_beside),
    Rule("(<the> | a)? ({stage} -?)? <daypart> (hours)?", daypart),
)
