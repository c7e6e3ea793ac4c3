"""What the readers of all formats share: where they read, and what they give before it is a Document."""

import os
import re
from collections.abc import Callable, Iterator
from datetime import date
from io import BufferedReader
from pathlib import Path
from typing import Literal

from kg.model import Problem, Value
from kg.read.packing import plain_name

_SHOWN = 60
Level = Literal["error", "warning", "notice"]

_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_].*)?")


class Draft(Value, frozen=True):
    """An article as its format gives it: not yet cleaned, its day perhaps unknown, its id perhaps not unique.

    `id` is what the source itself calls it; where it does not, `stem` and `folder` name it. `item` counts
    the records of a file from 1 where they have no line of their own.
    """

    file: str
    stem: str
    folder: str
    text: str = ""
    line: int | None = None
    item: int | None = None
    id: str | None = None
    published: date | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None

    @property
    def place(self) -> str:
        """File and line, for messages about another article."""
        return self.file if self.line is None else f"{self.file}:{self.line}"

    def problem(self, level: Level, message: str) -> Problem:
        """A problem with this article."""
        where = f"item {self.item}: " if self.item else ""
        return Problem(level=level, file=self.file, line=self.line, message=where + message)


class Source(Value, frozen=True):
    """One thing to read: a file, or standard input where `path` is None.

    `named` files are those that the user wrote out; the others were found in a folder.
    """

    path: Path | None
    named: bool = True

    @property
    def name(self) -> str:
        """How messages call it; bytes that are no UTF-8 in a file name show as �."""
        return "standard input" if self.path is None else printable(str(self.path))

    @property
    def stem(self) -> str:
        """The file's name without its ending (and without .gz or the like)."""
        if self.path is None:
            return "stdin"
        return printable(Path(plain_name(self.path.name)).stem)

    @property
    def folder(self) -> str:
        """The name of the folder that it is in; empty for standard input."""
        return "" if self.path is None else printable(self.path.absolute().parent.name)

    @property
    def suffix(self) -> str:
        """The ending in lower case, with its dot and without .gz or the like; empty where there is none."""
        if self.path is None:
            return ""
        return Path(plain_name(self.path.name)).suffix.lower()

    @property
    def order(self) -> tuple[str, ...]:
        """The parts of its absolute path, links not followed; empty for standard input."""
        return () if self.path is None else self.path.absolute().parts

    def problem(self, level: Level, message: str, line: int | None = None) -> Problem:
        """A problem with this source."""
        return Problem(level=level, file=self.name, line=line, message=message)

    def draft(self, line: int | None = None, item: int | None = None) -> Draft:
        """An empty draft that says where in this source it stands; without a line or item it is the whole."""
        number = line or item
        stem = self.stem if number is None else f"{self.stem}-{number}"
        return Draft(file=self.name, stem=stem, folder=self.folder, line=line, item=item)


Reader = Callable[[BufferedReader, Source], Iterator[Draft | Problem]]
"""Reads one format. It may raise InputError or OSError; the articles before that are kept."""


def printable(name: str) -> str:
    """A file's name as text that can be written as UTF-8."""
    return os.fsencode(name).decode("utf-8", "replace")


def shown(value: str) -> str:
    """A value from a source as part of a one-line message."""
    line = " ".join(value.encode("utf-8", "replace").decode().split())
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"


def language_code(tag: str) -> str | None:
    """The ISO 639-1 code of a language tag ("en-GB", "en_US"), or None where it has none."""
    match = _LANGUAGE.fullmatch(tag.strip())
    return match[1].lower() if match else None
