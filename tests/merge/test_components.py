"""Which things hang together, beside networkx."""

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kg.merge.components import roots
from kg.merge.cosines import similar
from kg.merge.stories import average_link

things = st.integers(1, 30).flatmap(
    lambda n: st.tuples(st.just(n), st.lists(st.tuples(*[st.integers(0, n - 1)] * 2), max_size=40))
)


@given(things)
def test_each_stands_with_the_first_that_it_hangs_together_with(made: tuple[int, list[tuple[int, int]]]) -> None:
    size, pairs = made
    a, b = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    whole = nx.Graph(pairs)
    whole.add_nodes_from(range(size))
    first = {i: min(component) for component in nx.connected_components(whole) for i in component}
    assert roots(size, a, b).tolist() == [first[i] for i in range(size)]


words = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.1, 1), min_size=2)


@given(st.lists(words, max_size=12), st.sampled_from([0.3, 0.6, 0.9]))
def test_pairs_that_no_chain_connects_change_no_group(weights: list[dict[str, float]], alike: float) -> None:
    vectors = [{w: x / sum(y * y for y in v.values()) ** 0.5 for w, x in v.items()} for v in weights]
    everything, some = similar(vectors, 0), similar(vectors, alike)
    assert some.items() <= everything.items()
    assert average_link(some, len(vectors), alike) == average_link(everything, len(vectors), alike)
