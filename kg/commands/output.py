"""What a command leaves behind: lines of JSON in a file or on standard output, and its exit code."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.atomic import open_binary
from kg.model import Document, Problem


def write_lines(lines: Iterable[bytes], path: Path | None) -> None:
    """Write lines of JSON to a file, or to standard output where there is none."""
    if path is None:
        for line in lines:
            sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()
        return
    with open_binary(path) as file:
        for line in lines:
            file.write(line + b"\n")


def exit_code(documents: Sequence[Document], problems: Sequence[Problem], strict: bool) -> int:
    """1 where nothing could be read, or under --strict where anything was lost or missing (notices do not count)."""
    return int(not documents or (strict and any(p.level != "notice" for p in problems)))
