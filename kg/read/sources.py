"""Files, folders, patterns and "-" to a sorted list of sources; what cannot be a source is a problem."""

import errno
import glob
import os
import stat
from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from kg.model import Problem
from kg.read.draft import Source, printable


def find(inputs: Sequence[str], suffixes: Collection[str]) -> tuple[list[Source], list[Problem]]:
    """What to read, sorted by path whatever the order of the inputs, each file once; standard input is last.

    Files of a folder count if their ending is one of `suffixes`, no name on the way begins with a dot, and they
    are no README. Files that are named are always in the list.
    """
    search = _Search(suffixes)
    for argument in sorted(set(inputs) - {"-"}):
        search.argument(argument)
    search.walk()
    sources = _once(search.sources)
    if "-" in inputs:
        sources.append(Source(path=None))
    return sources, [*search.problems, *search.left_out()]


class _Search:
    """One search: folders still to visit, sources and problems found."""

    def __init__(self, suffixes: Collection[str]) -> None:
        self.sources: list[Source] = []
        self.problems: list[Problem] = []
        self._suffixes = suffixes
        self._folders: list[Path] = []
        self._unknown: list[Source] = []

    def argument(self, argument: str) -> None:
        """Take one input as the user wrote it."""
        if os.path.lexists(argument):
            self._named(Path(argument))
        elif glob.has_magic(argument):
            matches = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - Path.glob refuses absolute patterns
            if not matches:
                self._error(argument, "no file matches this pattern; check its spelling")
            for match in matches:
                self._named(Path(match))
        else:
            self._error(argument, "there is no such file or folder; check the spelling")

    def walk(self) -> None:
        """Visit all folders; a link to a folder comes last, so that it never hides the folder itself."""
        visited: set[str] = set()
        folders, links = deque(sorted(self._folders, key=_order)), deque[Path]()
        while folders or links:
            linked = not folders
            folder = links.popleft() if linked else folders.popleft()
            real = os.path.realpath(folder)
            if real not in visited:
                visited.add(real)
                self._visit(folder, folders, links)
            elif linked:
                self._notice(folder, "a link to a folder that is read already; it is not followed again")

    def left_out(self) -> Iterator[Problem]:
        """A notice for each ending of files that were left out."""
        read = {real for real, _ in _reals(self.sources)} if self._unknown else set()
        left_out = [source for real, source in _reals(_once(self._unknown)) if real not in read]
        counts = Counter(source.suffix for source in left_out)
        for suffix in sorted(counts):
            first = next(source for source in left_out if source.suffix == suffix)
            files = "1 file" if counts[suffix] == 1 else f"{counts[suffix]} files"
            ending = f"ending in {suffix}" if suffix else "without an ending"
            yield first.problem("notice", f"{files} {ending} left out, this is the first; to read one, name it")

    def _named(self, path: Path) -> None:
        mode = self._mode(path)
        if stat.S_ISDIR(mode):
            self._folders.append(path)
        elif mode:
            self.sources.append(Source(path=path))

    def _visit(self, folder: Path, folders: deque[Path], links: deque[Path]) -> None:
        entries = self._entries(folder)
        if _is_build({path.name for path in entries}):
            self._notice(folder, "left out, since it holds the files of a build, not articles")
            return
        for path in entries:
            mode = self._mode(path)
            if stat.S_ISDIR(mode):
                (links if path.is_symlink() else folders).append(path)
            elif stat.S_ISREG(mode) and path.stem.upper() == "README":
                self._notice(path, "left out, since a README is seldom an article; to read it, name it")
            elif stat.S_ISREG(mode):
                self._found(Source(path=path, named=False))
            elif mode:
                self._notice(path, "neither a file nor a folder (a pipe or a device); left out")

    def _mode(self, path: Path) -> int:
        """File type and permissions (st_mode) behind all links; 0, and reported, where they cannot be had."""
        try:
            return path.stat().st_mode
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.ELOOP):
                self._error(str(path), "a link that leads to no file; mend or remove it")
            else:
                self._error(str(path), f"cannot be opened ({error.strerror}); check its permissions")
            return 0

    def _entries(self, folder: Path) -> list[Path]:
        try:
            return sorted((path for path in folder.iterdir() if not path.name.startswith(".")), key=_order)
        except OSError as error:
            self._error(str(folder), f"cannot be opened ({error.strerror}); check its permissions")
            return []

    def _found(self, source: Source) -> None:
        (self.sources if source.suffix in self._suffixes else self._unknown).append(source)

    def _error(self, file: str, message: str) -> None:
        self.problems.append(Problem(level="error", file=printable(file), line=None, message=message))

    def _notice(self, path: Path, message: str) -> None:
        self.problems.append(Problem(level="notice", file=printable(str(path)), line=None, message=message))


def _once(sources: list[Source]) -> list[Source]:
    """Sorted, and each file once, though two paths or links lead to it; a file that was named stays so."""
    first: dict[str, Source] = {}
    for real, source in _reals(sorted(sources, key=lambda source: (not source.named, source.order))):
        first.setdefault(real, source)
    return sorted(first.values(), key=lambda source: source.order)


def _reals(sources: Iterable[Source]) -> Iterator[tuple[str, Source]]:
    """Sources of files with where all links lead: the same for two paths to one file.

    A folder's place is looked up once, not for each of its files, of which there may be a million.
    """
    folder = lru_cache(maxsize=None)(os.path.realpath)
    for source in sources:
        path = str(source.path)
        head, name = os.path.split(path)
        yield (os.path.realpath(path) if os.path.islink(path) else os.path.join(folder(head), name)), source  # noqa: PTH114, PTH118


def _is_build(names: set[str]) -> bool:
    """Whether these are the names of what `kg build` writes: its report, and its events or its state."""
    return "report.json" in names and not names.isdisjoint(("events.jsonl", "state"))


def _order(path: Path) -> tuple[str, ...]:
    return path.absolute().parts
