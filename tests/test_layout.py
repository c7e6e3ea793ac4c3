import json
import math
import subprocess
import sys

import networkx as nx
import pytest

from kg import layout


def chain(size, turn=1):
    """One actor tied to the next; with `turn` -1 they are added last to first."""
    view = nx.MultiDiGraph()
    view.add_nodes_from(f"actor:{n:04}" for n in range(size)[::turn])
    for n in range(size - 1)[::turn]:
        view.add_edge(f"actor:{n:04}", f"actor:{n + 1:04}", key="meet", weight=1 + n % 3)
    return view


@pytest.mark.parametrize("size", [0, 1, 2, 3, 40, layout.FORCES_UP_TO + 1])
def test_every_node_has_a_point_of_its_own_in_the_disc(size):
    view = chain(size)
    points = layout.draw(view).points
    assert set(points) == set(view)
    assert len({(round(x, 1), round(y, 1)) for x, y in points.values()}) == size
    assert all(math.hypot(x, y) <= layout.RADIUS * 1.0001 for x, y in points.values())


def test_nodes_without_ties_stay_in_sight():
    view = chain(10)
    view.add_node("actor:alone")
    points = layout.draw(view).points
    tied = [math.hypot(*point) for name, point in points.items() if name != "actor:alone"]
    assert max(tied) > layout.RADIUS / 10


def test_two_cliques_are_two_communities_the_larger_first():
    view = nx.MultiDiGraph()
    for crowd, size in (("a", 4), ("b", 6)):
        for one in range(size):
            for other in range(one):
                view.add_edge(f"{crowd}{one}", f"{crowd}{other}", key="meet", weight=3)
    view.add_edge("a0", "b0", key="visit", weight=1)
    groups = layout.draw(view).communities
    assert {groups[f"b{n}"] for n in range(6)} == {0}
    assert {groups[f"a{n}"] for n in range(4)} == {1}


def test_neither_order_of_nodes_nor_of_hashes_changes_the_picture():
    program = (
        "import json, sys; sys.path.insert(0, 'tests'); from test_layout import chain; from kg import layout;"
        "view = chain(60, int(sys.argv[1]));"
        "print(json.dumps(layout.draw(view)))"
    )
    answers = [
        json.loads(
            subprocess.run(
                [sys.executable, "-c", program, order],
                capture_output=True,
                check=True,
                text=True,
                cwd=layout.__file__.rsplit("kg", 1)[0],
                env={"PYTHONHASHSEED": seed},
            ).stdout
        )
        for order, seed in (("1", "1"), ("-1", "2"))
    ]
    assert answers[0] == answers[1]
