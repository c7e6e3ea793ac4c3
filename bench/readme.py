"""Put into README.md what its commands print today: each `console` block of kg commands is run and filled in.

A command may be given a sentence: `echo "…" | kg …`.

usage: python bench/readme.py    (rewrites README.md)
"""

import re
import shlex
import tempfile
from pathlib import Path

from click.testing import CliRunner

from kg.commands import main as kg

ROOT = Path(__file__).resolve().parent.parent
_COMMAND = re.compile(r'\$ (?:echo "(?P<said>[^"]*)" \| )?kg (?P<arguments>.*)')
_BLOCK = re.compile(r"```console\n(?P<body>.*?)```", re.S)


def filled(readme: str, folder: Path) -> str:
    """README with the output of its kg commands; `out` in them stands for a folder of our own."""
    return _BLOCK.sub(lambda match: _run(match["body"], folder), readme)


def _run(body: str, folder: Path) -> str:
    commands = [_COMMAND.fullmatch(line) for line in body.splitlines() if line.startswith("$ ")]
    if None in commands:
        return f"```console\n{body}```"
    return "```console\n" + "".join(f"{c[0]}\n{_output(c, folder)}" for c in commands if c) + "```"


def _output(command: re.Match[str], folder: Path) -> str:
    arguments = shlex.split(command["arguments"])
    here = [str(ROOT / "seeds") if a == "seeds" else str(folder) if a == "out" else a for a in arguments]
    printed = CliRunner().invoke(kg, here, input=command["said"], catch_exceptions=False).stdout
    text = printed.replace(str(folder), "out").replace(str(ROOT) + "/", "")
    return "".join(f"{row.rstrip()}\n" for row in text.strip().splitlines())


def main() -> None:
    readme = ROOT / "README.md"
    with tempfile.TemporaryDirectory() as folder:
        readme.write_text(filled(readme.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
