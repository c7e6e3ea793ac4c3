"""Put into README.md what its commands print today: each `console` block of kg commands is run and filled in.

usage: python bench/readme.py    (rewrites README.md)
"""

import re
import shlex
import tempfile
from pathlib import Path

from click.testing import CliRunner

from kg.commands import main as kg

ROOT = Path(__file__).resolve().parent.parent
_BLOCK = re.compile(r"```console\n(?P<body>.*?)```", re.S)


def filled(readme: str, folder: Path) -> str:
    """README with the output of its kg commands; `out` in them stands for a folder of our own."""
    return _BLOCK.sub(lambda match: _run(match["body"], folder), readme)


def _run(body: str, folder: Path) -> str:
    commands = [line for line in body.splitlines() if line.startswith("$ ")]
    if not all(line.startswith("$ kg ") for line in commands):
        return f"```console\n{body}```"
    return "```console\n" + "".join(f"{line}\n{_output(line, folder)}" for line in commands) + "```"


def _output(line: str, folder: Path) -> str:
    arguments = shlex.split(line.removeprefix("$ kg "))
    here = [str(ROOT / "seeds") if a == "seeds" else str(folder) if a == "out" else a for a in arguments]
    printed = CliRunner().invoke(kg, here, catch_exceptions=False).stdout
    text = printed.replace(str(folder), "out").replace(str(ROOT) + "/", "")
    return "".join(f"{row.rstrip()}\n" for row in text.strip().splitlines())


def main() -> None:
    readme = ROOT / "README.md"
    with tempfile.TemporaryDirectory() as folder:
        readme.write_text(filled(readme.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
