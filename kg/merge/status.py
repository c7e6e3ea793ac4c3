"""The status of an event as its reports, each of its own day, leave it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from kg.model import REAL, DateRange, Status

_FIRMNESS: dict[str, int] = {
    status: rank
    for rank, status in enumerate(("unknown", "proposed", "planned", "denied", "ongoing", "cancelled", "happened"))
}
_AHEAD = frozenset({"planned", "proposed", "unknown"})
_TOLD = REAL | {"planned"}

Claim = tuple[date | None, Status, str | None]
"""Day of publication, status, and whose word it is (None: the outlet's own)."""


def merged_status(claims: Sequence[Claim], when: DateRange | None = None) -> Status:
    """What the last day's reports say; of several on that day, what most say, then the firmest.

    What one day's reports tell as done, later ones may call off or deny, but not plan. The denial of somebody who is
    quoted is his word against that of other reports, and decides nothing where they tell of the event.
    Reports without a day count as the oldest. What `when` dates after a report was still ahead of it, even where its
    words ("her trip to Oslo") say no more than that there is such a thing.
    """
    told = [(day, "planned" if _is_ahead(day, status, when) else status, by) for day, status, by in claims]
    if len(told) == 1:
        return told[0][1]
    known = any(status in _TOLD for _, status, _ in told)
    said = [(day or date.min, status) for day, status, by in told if not (known and by and status == "denied")]
    done = [status for published, status in said if published > date.min and status in REAL]
    last = max((published for published, _ in said), default=date.min)
    counts = Counter(status for published, status in said if published == last)
    newest = max(counts, key=lambda s: (s != "unknown", counts[s], _FIRMNESS[s]))
    return max(done, key=lambda s: _FIRMNESS[s]) if done and newest in _AHEAD else newest


def _is_ahead(published: date | None, status: Status, when: DateRange | None) -> bool:
    first = when.earliest if when is not None else None
    return status in REAL and published is not None and first is not None and first > published
