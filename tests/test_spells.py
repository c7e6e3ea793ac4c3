from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.spells import Spell, merged, times

DAYS = st.dates(date(1, 1, 1), date(1, 3, 1)) | st.dates(date(9999, 11, 1), date(9999, 12, 31))
ENDS = st.tuples(st.none() | DAYS, st.none() | DAYS).filter(lambda e: not (e[0] and e[1] and e[0] > e[1]))


@given(st.lists(ENDS.map(lambda ends: Spell(*ends)), max_size=6))
def test_merged_spells_hold_the_same_days_and_never_touch(spells):
    result = merged(spells)

    def holds(some, ordinal):
        return any(
            (s.start is None or s.start.toordinal() <= ordinal) and (s.end is None or ordinal <= s.end.toordinal())
            for s in some
        )

    middle = date(5000, 1, 1).toordinal()
    ordinals = [*range(1, 70), middle, *range(date(9999, 10, 25).toordinal(), date.max.toordinal() + 1)]
    assert [holds(result, n) for n in ordinals] == [holds(spells, n) for n in ordinals]
    for one, other in pairwise(result):
        assert one.end is not None
        assert other.start is not None
        assert other.start - one.end > timedelta(days=1)
    assert merged(spells[::-1]) == result


def test_times_of_nothing_dated():
    assert times([{}, {"earliest": None, "latest": None}]) == {"spells": ()}


def test_times_of_open_and_closed_days():
    found = times([{"earliest": "2021-03-01", "latest": "2021-03-31"}, {"latest": "2020-02-29"}])
    assert found == {
        "spells": (Spell(None, date(2020, 2, 29)), Spell(date(2021, 3, 1), date(2021, 3, 31))),
        "first_date": "2020-02-29",
        "last_date": "2021-03-31",
        "year": 2020,
    }
