"""The status of an event as its reports, each of its own day, leave it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from kg.model import REAL, Status

_FIRMNESS: dict[str, int] = {
    status: rank
    for rank, status in enumerate(("unknown", "proposed", "planned", "denied", "ongoing", "cancelled", "happened"))
}
_AHEAD = frozenset({"planned", "proposed", "unknown"})


def merged_status(told: Sequence[tuple[date | None, Status]]) -> Status:
    """What the last day's reports say; of several on that day, what most say, then the firmest.

    What one day's reports tell as done, later ones may call off or deny, but not plan.

    `told` holds one (day of publication, status) a report; reports without a day count as the oldest.
    """
    done = [status for published, status in told if published and status in REAL]
    last = max((published or date.min for published, _ in told), default=date.min)
    counts = Counter(status for published, status in told if (published or date.min) == last)
    newest = max(counts, key=lambda s: (s != "unknown", counts[s], _FIRMNESS[s]))
    return max(done, key=lambda s: _FIRMNESS[s]) if done and newest in _AHEAD else newest
