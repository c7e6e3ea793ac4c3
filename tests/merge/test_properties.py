"""What holds of any mentions: order is nothing, everything is in one event, and nothing excluded is joined."""

import string
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from merge_samples import mention

from kg import shelf
from kg.merge import decide, merge, merged
from kg.merge.blocking import NEAR_MISS, blocks, compared
from kg.merge.cluster import component_groups, components
from kg.merge.compare import THRESHOLD, Apart, compare, last_start
from kg.merge.stories import average_link, stories
from kg.model import ActionType, Document, EventMention, Status, Value
from kg.order import by_time
from kg.shelf import Lines, kept

TYPES: tuple[ActionType, ...] = ("meet", "call", "visit", "host", "attack", "agree", "invite", "announce")
STATUSES: tuple[Status, ...] = ("happened", "planned", "cancelled")
NAMES = ("peru", "chile", "brazil", "boluarte", "boric", "lula", "gallese")
WORDS = st.sampled_from(["ferry", "harbour", "strike", "border", "copper", "treaty", "Lima", "Arica"])
FIRST = date(2022, 3, 1)

documents = st.lists(
    st.builds(
        lambda words, day: (" ".join(words), day),
        st.lists(WORDS, min_size=4, max_size=12),
        st.none() | st.integers(0, 40).map(lambda n: FIRST + timedelta(n)),
    ),
    min_size=1,
    max_size=6,
).map(
    lambda found: [
        Document(id=string.ascii_lowercase[n], text=text, published=day) for n, (text, day) in enumerate(found)
    ]
)
dates = st.sampled_from(
    ["", "2022-03-03", "2022-03-04", "2022-03-10", "2022-03", "2022-04", "2022", "2021-03-03", "2022-03-03/2022-03-04"]
)


@st.composite
def corpora(draw: st.DrawFn) -> tuple[list[EventMention], list[Document]]:
    texts = draw(documents)
    told = [
        mention(
            draw(st.sampled_from(texts)).id,
            draw(st.sampled_from((0, 10))),
            draw(st.sampled_from(TYPES)),
            " ".join(draw(st.lists(st.sampled_from(NAMES), max_size=2, unique=True))),
            " ".join(draw(st.lists(st.sampled_from(NAMES), max_size=2, unique=True))),
            draw(dates),
            status=draw(st.sampled_from(STATUSES)),
            inferred=draw(st.booleans()),
        )
        for _ in range(draw(st.integers(1, 12)))
    ]
    return told, texts


@settings(max_examples=60)
@given(corpora(), st.randoms(use_true_random=False))
def test_order_is_nothing(corpus: tuple[list[EventMention], list[Document]], chance: object) -> None:
    told, texts = corpus
    before = merged(told, texts)
    shuffled, turned = list(told), list(texts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    chance.shuffle(turned)  # type: ignore[attr-defined]
    assert merged(shuffled, turned) == before


def shelved(values: Iterable[Value] | Lines[Value]) -> Sequence[Value]:
    """On disk, however few they are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shelf, "_ROOM", 0)
        return kept(values)


@settings(max_examples=60)
@given(corpora())
def test_where_events_wait_is_nothing(corpus: tuple[list[EventMention], list[Document]]) -> None:
    here, there = merged(*corpus), merged(*corpus, keep=shelved)
    assert tuple(there.events) == tuple(here.events)
    assert tuple(there.near_misses) == tuple(here.near_misses)


@settings(max_examples=60)
@given(corpora())
def test_events_are_in_order_of_time_and_every_id_is_of_one(corpus: tuple[list[EventMention], list[Document]]) -> None:
    events = merge(*corpus)
    assert list(events) == sorted(events, key=by_time)
    ids = {event.id for event in events}
    assert {link.event for event in events for link in event.links} <= ids


@settings(max_examples=60)
@given(corpora())
def test_nothing_excluded_is_joined_and_everything_is_in_one_event(
    corpus: tuple[list[EventMention], list[Document]],
) -> None:
    decided = decide(*corpus)
    assert sorted(i for g in decided.groups for i in g.members) == list(range(len(corpus[0])))
    for group in decided.groups:
        assert len(group.unions) == len(group.members) - 1
        for a, b in combinations(group.members, 2):
            assert not isinstance(compare(decided.told[a], decided.told[b]), Apart)
    assert sum(len(e.mentions) for e in merge(*corpus)) == len(corpus[0])


@settings(max_examples=60)
@given(corpora())
def test_likeness_is_the_same_from_both_sides(corpus: tuple[list[EventMention], list[Document]]) -> None:
    told = decide(*corpus).told
    for a, b in combinations(told, 2):
        assert compare(a, b) == compare(b, a)


@settings(max_examples=60)
@given(corpora())
def test_in_a_small_corpus_blocking_loses_no_likely_pair_of_two_known_sides(
    corpus: tuple[list[EventMention], list[Document]],
) -> None:
    told = decide(*corpus).told
    found = {(pair.a, pair.b): pair.score for pair in compared(blocks(told))}
    for a, b in combinations(range(len(told)), 2):
        likeness = compare(told[a], told[b])
        complete = all(t.actors and t.targets for t in (told[a], told[b]))
        if complete and told[a].dated and told[b].dated and not isinstance(likeness, Apart):
            assert found.get((a, b)) == (likeness.score if likeness.score >= THRESHOLD - NEAR_MISS else None)


@settings(max_examples=60)
@given(corpora(), corpora())
def test_what_comes_years_later_changes_no_group(
    corpus: tuple[list[EventMention], list[Document]], later: tuple[list[EventMention], list[Document]]
) -> None:
    told, texts = [m for m in corpus[0] if _published(corpus, m)], [d for d in corpus[1] if d.published]
    after = [Document(id=f"z{d.id}", text=d.text, published=date(2031, 5, 1)) for d in later[1]]
    more = [mention(f"z{m.document}", m.trigger.start, m.type, "boric", "lula", "2031-04") for m in later[0]]
    alone = {_content(told, g) for g in _groups(told, texts)}
    together = {_content([*told, *more], g) for g in _groups([*told, *more], [*texts, *after])}
    assert alone <= together


def _published(corpus: tuple[list[EventMention], list[Document]], told: EventMention) -> bool:
    return next(d for d in corpus[1] if d.id == told.document).published is not None


def _groups(told: list[EventMention], texts: list[Document]) -> list[tuple[EventMention, ...]]:
    decided = decide(told, texts)
    return [tuple(decided.mentions[i] for i in g.members) for g in decided.groups]


def _content(told: list[EventMention], group: tuple[EventMention, ...]) -> tuple[str, ...]:
    return tuple(repr(m) for m in group)


@settings(max_examples=60)
@given(corpora())
def test_components_can_be_grouped_one_by_one(corpus: tuple[list[EventMention], list[Document]]) -> None:
    decided = decide(*corpus)
    likely = decided.pairs.where(decided.pairs.score >= THRESHOLD)
    found = sorted(
        tuple(members[i] for i in group.members)
        for members, inside in components(len(decided.told), likely)
        for group in component_groups([decided.told[i] for i in members], inside)
    )
    assert found == [g.members for g in decided.groups]


@given(
    st.integers(0, 9).flatmap(
        lambda n: st.tuples(
            st.just(n), st.dictionaries(st.tuples(*[st.integers(0, max(n - 1, 0))] * 2), st.floats(0, 1))
        )
    )
)
def test_average_link_puts_each_in_one_group_whose_mean_reaches_the_threshold(
    made: tuple[int, dict[tuple[int, int], float]],
) -> None:
    size, values = made
    similar = {(i, j): value for (i, j), value in values.items() if i < j}
    groups = average_link(similar, size, 0.5)
    assert sorted(i for g in groups for i in g) == list(range(size))
    for left, right in combinations(groups, 2):
        between = sum(similar.get((min(i, j), max(i, j)), 0.0) for i in left for j in right)
        assert between / (len(left) * len(right)) < 0.5 + 1e-9


@settings(max_examples=30)
@given(documents)
def test_a_week_of_news_leaves_the_stories_of_others_alone(texts: list[Document]) -> None:
    alone = stories(texts)
    more = [Document(id=f"z{d.id}", text=d.text, published=date(2031, 5, 1)) for d in texts]
    assert {k: v for k, v in stories([*more, *texts]).items() if k in alone} == alone


@given(corpora())
def test_dates_that_begin_too_late_keep_apart(corpus):
    mentions, documents = corpus
    for one, other in permutations(decide(mentions, documents).told, 2):
        if other.first > last_start(one):
            assert isinstance(compare(one, other), Apart)
