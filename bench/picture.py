"""Draw README's picture: the actors of seeds/ and what joins them, at the places that the GEXF file gives them.

usage: python bench/picture.py    (writes docs/graph.svg)
"""

from pathlib import Path
from xml.sax.saxutils import escape

import kg
from kg.layout import draw
from kg.projection import project

ROOT = Path(__file__).resolve().parent.parent
COLOURS = {"person": "#c2410c", "country": "#1d4ed8", "organisation": "#15803d", "group": "#737373"}
WIDTH, HEIGHT, MARGIN, LABELLED = 1000, 640, 70, 24


def picture(graph: kg.Graph) -> str:
    """The graph's actor projection as SVG; the actors of most events have their names beside them."""
    view = project(graph)
    view.remove_nodes_from([n for n, degree in dict(view.degree()).items() if degree == 0])
    places = _fitted(draw(view).points)
    size = {n: view.nodes[n].get("events", 1) for n in view}
    named = set(sorted(view, key=lambda n: (-size[n], n))[:LABELLED])
    lines = [
        f'<line x1="{places[a][0]:.0f}" y1="{places[a][1]:.0f}" x2="{places[b][0]:.0f}" y2="{places[b][1]:.0f}" '
        f'stroke="#94a3b8" stroke-opacity="0.5" stroke-width="{min(6, d["weight"])}"/>'
        for a, b, d in view.edges(data=True)
    ]
    dots = [
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{4 + 2 * size[n] ** 0.5:.1f}" fill="{COLOURS[view.nodes[n]["kind"]]}"/>'
        for n, (x, y) in sorted(places.items())
    ]
    labels = [
        f'<text x="{places[n][0]:.0f}" y="{places[n][1] - 8 - 2 * size[n] ** 0.5:.0f}" text-anchor="middle">'
        f"{escape(view.nodes[n]['label'])}</text>"
        for n in sorted(named)
    ]
    style = 'font-family="sans-serif" font-size="13" fill="#0f172a" paint-order="stroke" stroke="#fff" stroke-width="3"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
            'aria-label="People, countries and organisations of the sample articles, joined by what they did">',
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
            *lines,
            *dots,
            f"<g {style}>",
            *labels,
            "</g>",
            "</svg>",
            "",
        ]
    )


def _fitted(places: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Positions stretched to the size of the picture."""
    xs, ys = zip(*places.values(), strict=True)

    def scale(value: float, low: float, high: float, size: int) -> float:
        return MARGIN + (value - low) / ((high - low) or 1) * (size - 2 * MARGIN)

    return {n: (scale(x, min(xs), max(xs), WIDTH), scale(y, min(ys), max(ys), HEIGHT)) for n, (x, y) in places.items()}


if __name__ == "__main__":
    (ROOT / "docs" / "graph.svg").write_text(picture(kg.build(ROOT / "seeds")), encoding="utf-8")
