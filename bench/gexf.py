"""How fast GEXF is written beside networkx's writer, and in how much memory, on a graph of actors made up by chance.

usage: python bench/gexf.py [EDGES]    (default 1000000)

kg finds communities, sizes and places too, networkx writes what is there. Each runs in a process of its own on the same
graph; seconds are of processor time, memory is the most that the process needs beyond the graph itself.
"""

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path

import networkx as nx

from kg import layout
from kg.export import gexf
from kg.model import ACTION_TYPES
from kg.projection import View
from kg.spells import times

ACTORS_PER_EDGE = 0.05
START = date(2001, 1, 1)


def actors(edges: int) -> View:
    """Few actors in most of the ties, as in the news; every tie of one day or one month."""
    choice = random.Random(1)
    view: View = nx.MultiDiGraph()
    seen = {"kind": "person", "country": "SE", "events": 1, "happened": 1}
    number = max(2, int(edges * ACTORS_PER_EDGE))
    for n in range(number):
        first = (START + timedelta(choice.randrange(9000))).isoformat()
        view.add_node(
            f"actor:{n}", label=f"Actor {n} & others", **seen, **times([{"earliest": first, "latest": first}])
        )
    made = 0
    while made < edges:
        source, target = (f"actor:{int(number * choice.random() ** 2)}" for _ in range(2))
        kind, day = choice.choice(ACTION_TYPES), START + timedelta(choice.randrange(9000))
        if source == target or view.has_edge(source, target, kind):
            continue
        last = day + timedelta(choice.choice((0, 30)))
        days = times([{"earliest": day.isoformat(), "latest": last.isoformat()}])
        told = {"kind": kind, "symmetric": False, "weight": 1, "happened": 1, "extractors": "syntax"}
        view.add_edge(source, target, kind, **told, **days)
        made += 1
    return view


def measured(writer: str, edges: int) -> tuple[float, float, float]:
    """Seconds of writing, megabytes beyond the graph, and seconds of kg's layout besides."""
    view = actors(edges)
    if writer == "networkx":
        # It takes the days of spells as texts.
        for *_, data in [*view.nodes(data=True), *view.edges(data=True)]:
            data["spells"] = [tuple(day.isoformat() if day else None for day in spell) for spell in data["spells"]]
    write: Callable[[View, Path], None] = gexf.write_view if writer == "kg" else nx.write_gexf
    before = _resident()
    drawn = seconds(lambda: layout.draw(view)) if writer == "kg" else 0.0
    with tempfile.TemporaryDirectory() as folder:
        whole = seconds(lambda: write(view, Path(folder, "graph.gexf")))
    return whole - drawn, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3 - before, drawn


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _resident() -> float:
    """Megabytes of memory in use."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def main() -> None:
    edges = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    found = {}
    for writer in ("kg", "networkx"):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            found[writer] = pool.submit(measured, writer, edges).result()
        took, memory, drawn = found[writer]
        besides = f", and {drawn:.1f} s for communities and places" if drawn else ""
        print(f"{writer:10}{edges} edges {took:8.1f} s {memory:8.0f} MB more{besides}", flush=True)
    ours, theirs = found["kg"], found["networkx"][0]
    print(f"kg writes {theirs / ours[0]:.1f} times as fast, layout included {theirs / (ours[0] + ours[2]):.1f} times")


if __name__ == "__main__":
    main()
