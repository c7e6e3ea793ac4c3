"""Comparing for merging in several processes: the same pairs as in one, whatever dies."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told_samples import sample

from kg.config import AUTO, Config
from kg.engine import comparing, processes
from kg.engine import run as chosen
from kg.merge.blocking import BUCKETS, Block, Otherwise, Pairs, compared


def rows(pairs: Pairs) -> list[tuple[int, int, float]]:
    return [(p.a, p.b, p.score) for p in pairs]


def never(_: Sequence[Block], reason: str) -> Pairs:
    pytest.fail(reason)


def noting(told: list[str]) -> Otherwise:
    def otherwise(blocks: Sequence[Block], reason: str) -> Pairs:
        told.append(reason)
        return compared(blocks)

    return otherwise


def deadly(blocks: list[Block], count: int, **how: bool) -> list[Block]:
    """The blocks, the first of which kill who compares them (see kg_trouble)."""
    from kg_trouble import Deadly

    return [b._replace(mentions=Deadly(b.mentions, **how)) if n < count else b for n, b in enumerate(blocks)]


@given(st.integers(0, 60), st.integers(1, 5), st.randoms(use_true_random=False))
def test_blocks_can_be_compared_apart_and_in_any_order(size: int, parts: int, chance: random.Random) -> None:
    blocks = sample(size)
    whole = rows(compared(blocks))
    chance.shuffle(blocks)
    assert rows(Pairs.together([compared(blocks[n::parts]) for n in range(parts)])) == whole


def test_a_block_is_of_one_bucket_whatever_else_there_is() -> None:
    few, many = ({b.key: b.bucket for b in sample(size)} for size in (300, 900))
    assert {many[key] for key in few} == set(few.values())
    assert set(many.values()) <= set(range(BUCKETS))
    assert len(set(many.values())) > BUCKETS / 2


def test_processes_find_the_pairs_that_one_process_finds() -> None:
    blocks = sample(3000)
    found = rows(compared(blocks))
    assert len(found) > 1000
    assert rows(processes.compare(blocks, 2, never)) == found


@pytest.mark.parametrize("once", [True, False])
def test_killed_workers_change_no_pair(trouble: Path, once: bool) -> None:
    blocks = sample(600)
    told: list[str] = []
    found = processes.compare(deadly(blocks, 2, once=once), 2, noting(told))
    assert rows(found) == rows(compared(blocks))
    assert all("died 2 times" in reason for reason in told)
    assert bool(told) is not once
    assert (trouble / "walked").exists()


def test_what_is_little_is_compared_here(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(processes, "compare", lambda blocks, workers, _: asked.append(workers) or compared(blocks))
    blocks = sample(300)
    for config in (Config(workers=2), Config(engine="processes", workers=2), Config(workers=AUTO)):
        comparing(config, pytest.fail)(blocks)
    assert asked == []
    monkeypatch.setattr(chosen, "_WORTH_COMPARING", 10)
    for config in (Config(workers=2), Config(engine="processes", workers=3), Config(), Config(engine="local")):
        comparing(config, pytest.fail)(blocks)
    assert asked == [2, 3]
