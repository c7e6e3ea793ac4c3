"""`kg bench`: measure this machine; in a checkout, which has the text generators and the peers to measure beside."""

import os
import subprocess
import sys
from pathlib import Path

import click

from kg.errors import NotFoundError

_BENCHES = Path(__file__).resolve().parents[2] / "bench"


@click.group(epilog="Example: kg bench scale --articles 500")
def command() -> None:
    """Reproduce the figures of BENCHMARKS.md on this machine."""


@command.command(epilog="Example: kg bench scale --articles 500 --memory 1000,10000")
@click.option(
    "--articles", type=click.IntRange(0), default=2000, show_default=True, metavar="N",
    help="Articles that each engine reads; 0: none.",
)  # fmt: skip
@click.option("--memory", default="", metavar="N,N…", help="Measure memory with so many short articles, too.")
def scale(articles: int, memory: str) -> None:
    """Speed beside spaCy, engines beside each other, memory, and what the world's news would cost.

    Articles are generated; nothing is fetched. 2000 articles take about ten minutes on two cores.
    """
    if not all(number.isdigit() for number in memory.split(",") if number):
        raise click.UsageError(f"--memory {memory}: write numbers of articles, like 1000,10000")
    sys.exit(_run("scale", "--articles", str(articles), "--memory", memory))


def _run(name: str, *arguments: str) -> int:
    script = _BENCHES / f"{name}.py"
    if not script.is_file():
        raise NotFoundError(
            f"{script}: the benchmarks are not installed with kg; in a checkout of its sources run "
            f"`python cli.py bench {name}`, or there `pip install -e .` first"
        )
    return subprocess.run([sys.executable, str(script), *arguments], env=_environment(), check=False).returncode


def _environment() -> dict[str, str]:
    """The checkout's own kg is measured, whatever else is installed."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(_BENCHES.parent), os.environ.get("PYTHONPATH", "")])}
