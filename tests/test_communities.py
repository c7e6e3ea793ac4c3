import networkx as nx
import numpy as np
import pytest

from kg.communities import louvain, ties


def groups(graph):
    ends = np.array(list(graph.edges()), dtype=np.int64).reshape(-1, 2)
    weights = np.array([data.get("weight", 1) for *_, data in graph.edges(data=True)], dtype=float)
    found = {}
    for node, group in enumerate(louvain(ties(len(graph), ends[:, 0], ends[:, 1], weights))):
        found.setdefault(group, set()).add(node)
    return sorted(found.values(), key=min)


def test_cliques_joined_in_a_ring_are_found():
    assert groups(nx.ring_of_cliques(8, 6)) == [set(range(n, n + 6)) for n in range(0, 48, 6)]


@pytest.mark.parametrize("size", [0, 1, 5])
def test_nodes_without_ties_are_alone(size):
    assert groups(nx.empty_graph(size)) == [{n} for n in range(size)]


def test_weights_decide():
    graph = nx.path_graph(4)
    nx.set_edge_attributes(graph, {(0, 1): 1, (1, 2): 9, (2, 3): 1}, "weight")
    assert {1, 2} <= next(group for group in groups(graph) if 1 in group)


@pytest.mark.parametrize("seed", range(5))
def test_as_modular_as_networkx_finds_them(seed):
    graph = nx.gaussian_random_partition_graph(200, 20, 5, 0.3, 0.02, seed=seed)
    theirs = nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=1))
    assert nx.community.modularity(graph, groups(graph)) > 0.97 * theirs


def test_pairs_named_twice_are_summed_and_loops_kept():
    made = ties(3, np.array([0, 1, 2]), np.array([1, 0, 2]), np.array([1.0, 2.0, 5.0]))
    assert made.ends.tolist() == [1, 0]
    assert made.weights.tolist() == [3.0, 3.0]
    assert made.loops.tolist() == [0.0, 0.0, 5.0]
