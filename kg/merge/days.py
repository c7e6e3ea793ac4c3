"""Days of date ranges: how wide one is, and how far two are apart."""

from datetime import date

from kg.model import DateRange


def days_apart(a: DateRange, b: DateRange) -> int:
    """Days between two ranges, 0 where they touch."""
    a_first, a_last = a.earliest or date.min, a.latest or date.max
    b_first, b_last = b.earliest or date.min, b.latest or date.max
    return max(0, (max(a_first, b_first) - min(a_last, b_last)).days)


def width(when: DateRange) -> int:
    """Days in a range."""
    return ((when.latest or date.max) - (when.earliest or date.min)).days + 1
