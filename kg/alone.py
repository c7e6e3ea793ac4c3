"""One process at a time writes the files of a build: two would leave some of each."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from kg.errors import OutputError

_LOCK = ".lock"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Have a folder, made if need be, for the block; waits for another process that has it.

    Raises:
        OutputError: the folder cannot be made or written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        held = FileLock(folder / _LOCK).acquire()
    except OSError as error:
        reason = error.strerror or error
        raise OutputError(f"{folder}: cannot be written to ({reason}); choose another with -o") from error
    with held:
        yield
