"""How alike two mentions are, as named terms that add up, and what keeps them apart whatever else agrees.

Terms are in points; `THRESHOLD` of them make one event. Participants, dates and places are compared at the grain
that two mentions share: a leader counts, for less, as his country, and a day as part of its month.
"""

import math
from datetime import date
from typing import NamedTuple

from kg.merge.stories import WINDOW
from kg.merge.told import Party, Side, Told

THRESHOLD = 3.0

_BROAD = frozenset(
    {"announce", "agree", "support", "cooperate", "aid", "request", "propose", "accuse", "reject", "sanction"}
)
"""Types that hold many kinds of deeds: two sides that cooperate in trade and in arms do two things."""
_OTHER_DEED = -1.0
"""Points for unlike words for what may be one deed of a broad type, where it is known who did it to whom."""
_OTHER_DEED_TO_ANYBODY = -1.8
"""Points for them where one of two mentions does not say to whom: only who did it is left to agree."""

_NEWS = 4
"""Days for which an article may go on telling a thing as news."""
_LOOK_BACK = 45
"""Days after an event within which a report may tell of it without a date."""
LONG = 400
"""Days after which hardly any report tells of an event without a date."""
_ROUTINE = frozenset({"talks", "visit"})
"""Classes of what leaders do all the time."""
_AHEAD = frozenset({"planned", "proposed"})
PATIENCE = 150
"""Days for which a plan without a date may wait to be fulfilled, or be told again."""
_MOVED = 62
"""Days by which the date of a plan may move, where it is no more precise than that."""
_ONE_UNKNOWN = 0.3
"""Points for a side that only one of two mentions names."""
_BOTH_UNKNOWN = 0.5
"""Points for a side that neither names."""
_OTHERS = {(2, 2): None, (1, 2): -1.6, (1, 1): -1.0, (0, 2): -1.6, (0, 1): 0.2, (0, 0): 0.2}
"""Points for other names, by how well the lesser and the better known side are known (`Party.standing`)."""
_STANDS_FOR = 0.6
"""Points for a participant and the country that he or it stands for."""
_STORY = 1.2
"""Points for articles of one story."""
_OVERLAP = (1.5, *(1.5 - 0.2 * math.log2(days) for days in range(1, 401)))
"""Points for dates that overlap, by the days of the wider one."""
_SHARED_WORDS = 0.25
"""Share of two sentences' words that any two of one kind of event have in common."""


class Terms(NamedTuple):
    """Points by what they are given for."""

    action: float
    participants: float
    date: float
    place: float
    status: float
    report: float
    story: float
    text: float

    @property
    def score(self) -> float:
        """All points together."""
        return round(sum(self), 3)

    def named(self) -> dict[str, float]:
        """Those that are not 0, by name."""
        return {name: told for name, points in zip(self._fields, self, strict=True) if (told := round(points, 3))}


class Apart(NamedTuple):
    """Two mentions are two events for certain: `by` names the term that says so."""

    by: str


def last_start(one: Told) -> int:
    """The last day on which a date may begin that begins no earlier than this one's, if both are to be one event's.

    `compare` says so too, for much more: half of the pairs of a block fail by it.
    """
    if not one.dated:
        return date.max.toordinal()
    return one.last + (_NEWS if one.real else 2 + _MOVED)


def compare(a: Told, b: Told) -> Terms | Apart:
    """The terms of likeness of two mentions, or what keeps them apart."""
    if a.kind != b.kind:
        return Apart("action")
    if _elsewhere(a, b):
        return Apart("place")
    when = _dates(a, b)
    if when is None:
        return Apart("date")
    who = _participants(a, b)
    if who is None:
        return Apart("participants")
    return Terms(
        _actions(a, b), who, when, _places(a, b), _statuses(a, b), _reports(a, b), _stories(a, b), _texts(a, b)
    )


def _actions(a: Told, b: Told) -> float:
    """One type, or types of one class; of broad types other words for it are as a rule another deed."""
    if a.type != b.type:
        return 0.5
    if a.type not in _BROAD:
        return 1.0
    if a.deeds & b.deeds:
        return 0.8 if a.action == b.action or a.deeds <= b.deeds or b.deeds <= a.deeds else 0.4
    if a.action == b.action:
        return 0.2
    return _OTHER_DEED if a.symmetric or b.symmetric or (a.targets and b.targets) else _OTHER_DEED_TO_ANYBODY


def _participants(a: Told, b: Told) -> float | None:
    if a.symmetric or b.symmetric:
        return _pooled((*a.actors, *a.targets), (*b.actors, *b.targets))
    actors, targets = _side(a.actors, b.actors), _side(a.targets, b.targets)
    if actors is None or targets is None:
        return None
    return actors + targets


def _pooled(a: Side, b: Side) -> float | None:
    """Two of those who meet must be the same; many more on one side make another gathering likelier."""
    few, many = (len(a), len(b)) if len(a) < len(b) else (len(b), len(a))
    if few == 0:
        return _ONE_UNKNOWN + (0 if many else _BOTH_UNKNOWN)
    alike = _matches(a, b)
    if few == 1:
        return alike[0] + _ONE_UNKNOWN if alike else _strangers(a, b)
    crowd = 0.8 * (1 - few / many) if many > 3 else 0.0
    return alike[0] + alike[1] - crowd if len(alike) > 1 else _strangers(a, b)


def _side(a: Side, b: Side) -> float | None:
    """How much of the shorter of two lists of participants stands in the longer; None for other known ones."""
    if not a or not b:
        return _ONE_UNKNOWN if a or b else _BOTH_UNKNOWN
    if a == b:
        return 1.0
    return sum(_matches(a, b)) / min(len(a), len(b)) or _strangers(a, b)


def _matches(a: Side, b: Side) -> list[float]:
    """The likeness of participants of two sides matched one to one, the same ones first."""
    if a == b:
        return [1.0] * len(a)
    names = {p.id for p in a} & {p.id for p in b}
    found, others = [1.0] * len(names), [p for p in b if p.id not in names]
    for one in a:
        other = None if one.id in names else next((p for p in others if _stands_for(one, p)), None)
        if other is not None:
            others.remove(other)
            found.append(_STANDS_FOR)
    return found


def _stands_for(a: Party, b: Party) -> bool:
    """Whether one is the country of the other."""
    return a.country is not None and a.country == b.country and a.is_country != b.is_country


def _strangers(a: Side, b: Side) -> float | None:
    """Other names: None, so other people, where both sides have known ones; "the rebels" may be anybody."""
    low, high = sorted((max(p.standing for p in a), max(p.standing for p in b)))
    return _OTHERS[low, high]


def _dates(a: Told, b: Told) -> float | None:
    if not (a.dated and b.dated):
        return _undated(a, b)
    gap = max(a.first, b.first) - min(a.last, b.last)
    if gap <= 0:
        return _OVERLAP[min(max(a.width, b.width), 400)]
    if a.document == b.document and not (a.said and b.said) and gap <= _NEWS:
        # A day that only the day of publication gave yields to one that the text gives.
        return 0.5
    if a.real and b.real:
        return None if a.document == b.document else _reported_late(a, b, gap)
    slack = 2 + min(max(a.width, b.width), _MOVED) if a.real == b.real else 1
    return 0.2 if gap <= slack else None


def _reported_late(a: Told, b: Told, gap: int) -> float | None:
    """Two dates of what happened that miss each other: by a time zone, or since one is only that of its article."""
    if gap == 1 and a.said and b.said:
        return -1.5
    early = a if a.first < b.first else b
    late = b if early is a else a
    return 0.3 - 0.2 * gap if gap <= _NEWS and not late.said else None


def _undated(a: Told, b: Told) -> float | None:
    """Without a date on both sides the days of publication tell how likely it is that one event is meant."""
    if a.dated or b.dated:
        dated, other = (a, b) if a.dated else (b, a)
        points = _told_of(other, dated)
        # What an article tells without a date it may have dated elsewhere; what took place is not what it says will.
        told = not _lies_ahead(dated, other) if other.real else dated.last >= other.published - _LOOK_BACK
        return 0.5 if told and points is not None and a.document == b.document else points
    if a.document == b.document:
        return 0.5
    if not (a.published and b.published):
        return 0.0
    days = abs(a.published - b.published)
    patience = _LOOK_BACK if a.real and b.real else PATIENCE
    return 0.5 if days <= 1 else 0.1 if days <= 7 else 0.0 if days <= 14 else -0.3 if days <= patience else -1.0


def _told_of(report: Told, event: Told) -> float | None:
    """A report without a date, beside the date of an event: what happened lies behind it, what is planned ahead."""
    if not report.published:
        return 0.0
    since = report.published - event.last
    if report.real and _lies_ahead(event, report):
        return None if event.real else -0.5
    ahead = event.first - report.published
    if not report.real and ahead > 0:
        return 0.5 if ahead <= 31 else 0.2 if ahead <= PATIENCE else -1.0
    if report.status in _AHEAD and since > 7:
        return -1.0
    return 0.4 if since <= 2 else 0.2 if since <= 7 else 0.0 if since <= _LOOK_BACK else _forgotten(event, since)


def _lies_ahead(event: Told, report: Told) -> bool:
    """Whether an event is to begin after a report came out, by more than a time zone."""
    return 0 < report.published < event.first - 1


def _forgotten(event: Told, since: int) -> float:
    """What is done again and again is told without a date only while it is news; a war may be for a year."""
    return -1.0 if since > LONG or event.kind in _ROUTINE else -0.4


def _elsewhere(a: Told, b: Told) -> bool:
    """Whether people came together in two cities, which they do twice; on the telephone each is in his own."""
    if a.kind != "talks" or "call" in (a.type, b.type) or a.place is None or b.place is None:
        return False
    return a.place.kind == b.place.kind == "city" and a.place.id != b.place.id


def _places(a: Told, b: Told) -> float:
    """Points for the place; a city lies in its country, but two cities are two places."""
    if a.place is None or b.place is None:
        return 0.0
    if a.place.id == b.place.id:
        return 0.7
    if a.place.country is None or b.place.country is None:
        return -0.3
    same_country = a.place.country == b.place.country
    if same_country and (a.place.whole_country or b.place.whole_country):
        return 0.3
    return -0.6 if same_country else -1.0


def _statuses(a: Told, b: Told) -> float:
    """A plan and its fulfilment are one event, but in one article they are as a rule two."""
    if a.real == b.real:
        return 0.3
    return -1.2 if a.document == b.document else -0.3


def _reports(a: Told, b: Told) -> float:
    if a.document == b.document:
        return 0.5
    return 0.2 if a.published and b.published and abs(a.published - b.published) <= 7 else 0.0


def _stories(a: Told, b: Told) -> float:
    """Articles of one story, of like ones, or of other news."""
    if a.document == b.document:
        return 0.0
    if a.story.key == b.story.key:
        return _STORY
    return min(a.story.alike(b.story), 0.4) - _other_news(a, b)


def _other_news(a: Told, b: Told) -> float:
    """Points off for another story: of articles of the same days, of about the same time, of other times."""
    if not (a.published and b.published):
        return 0.2
    gap = abs(a.published - b.published)
    return 0.6 if gap <= _NEWS else 0.2 if gap <= WINDOW else 0.1


def _texts(a: Told, b: Told) -> float:
    """Words that two sentences share besides names, beyond those that any two of the kind share."""
    fewer = a.words if a.words < b.words else b.words
    if fewer < 3:
        return 0.0
    return round((a.text & b.text).bit_count() / fewer - _SHARED_WORDS, 3)
