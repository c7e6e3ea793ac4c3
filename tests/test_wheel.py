"""The wheel holds the tables and works without the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import kg
from kg.resources import explorer

ROOT = Path(__file__).resolve().parent.parent


def test_the_wheel_carries_the_ontology_and_runs_by_itself(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path / "dist"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = (tmp_path / "dist").iterdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    names = {p.name for p in (tmp_path / "site").iterdir()}
    assert names == {"kg", f"kg-{kg.__version__}.dist-info"}
    serve = tmp_path / "site" / "kg" / "serve"
    assert not (serve / "ui").exists(), "the explorer's sources stay out"
    built = {file.relative_to(explorer()) for file in explorer().rglob("*") if file.is_file()}
    assert {file.relative_to(serve / "static") for file in (serve / "static").rglob("*") if file.is_file()} == built
    (tmp_path / "a.txt").write_text(
        "OSLO, March 3, 2021 (NTB) -- Brazil and Chile signed a trade agreement on Tuesday."
    )
    code = (
        "import kg.resources, kg; from kg.commands import main; "
        "assert 'site' in str(kg.resources.ontology()), kg.resources.ontology(); main(['build', 'a.txt', '-o', 'out'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "Brazil, Chile" in done.stdout
    assert (tmp_path / "out" / "graph.ttl").exists()
