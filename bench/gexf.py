"""How fast GEXF is written beside networkx's writer, and in how much memory, on a graph of actors made up by chance.

usage: python bench/gexf.py [EDGES]    (default 1000000)

kg finds communities, sizes and places too, networkx writes what is there. Each runs in a process of its own on the same
graph; seconds are of processor time, memory is what the process needs at most beyond the graph itself.
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


def measured(writer: str, edges: int) -> tuple[float, float, int]:
    """Seconds, megabytes beyond the graph, bytes of the file."""
    view = actors(edges)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "graph.gexf")
        work: Callable[[], object]
        if writer == "kg":
            work = lambda: gexf.write_view(view, path)  # noqa: E731
        else:
            # networkx takes the days of spells as texts.
            for *_, data in [*view.nodes(data=True), *view.edges(data=True)]:
                data["spells"] = [tuple(day.isoformat() if day else None for day in spell) for spell in data["spells"]]
            work = lambda: nx.write_gexf(view, path)  # noqa: E731
        before = _resident()
        began = time.process_time()
        work()
        took = time.process_time() - began
        return took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3 - before, path.stat().st_size


def _resident() -> float:
    """Megabytes of memory in use now; the most ever used until now is no more where nothing was freed before."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def main() -> None:
    edges = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    found = {}
    for writer in ("kg", "networkx"):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            found[writer] = pool.submit(measured, writer, edges).result()
        seconds, memory, size = found[writer]
        print(f"{writer:10}{edges} edges {seconds:8.1f} s {memory:8.0f} MB more, {size / 1e6:.0f} MB", flush=True)
    print(f"kg is {found['networkx'][0] / found['kg'][0]:.1f} times as fast")


if __name__ == "__main__":
    main()
