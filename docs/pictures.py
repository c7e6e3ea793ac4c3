"""Make README's pictures from seeds/: the graph as Gephi draws it, and the explorer, light and dark, wide and narrow.

usage: python docs/pictures.py [FOLDER]    (writes graph.svg and explorer-*.png to docs/ or FOLDER; needs `make ui`)
"""

import subprocess
import sys
from pathlib import Path

import kg
from kg.export import html

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "bench"))

import picture  # noqa: E402


def main(folder: Path) -> None:
    """Write all pictures to a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    graph = kg.build(ROOT / "seeds", report=lambda problem: None)
    (folder / "graph.svg").write_text(picture.picture(graph), encoding="utf-8")
    page = folder / "story.html"
    html.write(graph, page)
    told_most = max(graph.events, key=lambda event: (len(event.mentions), event.id))
    command = ["node", "drive/shoot.mjs", str(page.resolve()), str(folder.resolve()), told_most.id]
    subprocess.run(command, cwd=ROOT / "kg" / "serve" / "ui", check=True)
    page.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs")
