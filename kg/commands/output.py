"""Lines of JSON to a file, whole or not at all, or to standard output."""

import sys
from collections.abc import Iterable
from pathlib import Path

from kg.atomic import open_binary


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
