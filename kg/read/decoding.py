"""Bytes to text: packed files, byte-order marks, UTF-8, a declared charset, Windows-1252; no binary files."""

import codecs
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from typing import Any, NamedTuple, cast

from kg.errors import InputError
from kg.model import Problem
from kg.read.draft import Source
from kg.read.packing import unpacked

_SAMPLE = 8192
_BOMS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
}
_CONTROLS = bytes(sorted({*range(0x20)} - {*b"\t\n\v\f\r\x1b"}))
_BINARY_SHARE = 0.02
_ALIASES = {  # https://encoding.spec.whatwg.org/#names-and-labels: what browsers take these labels for
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso-8859-9": "cp1254",
}


class Line(NamedTuple):
    """One line without its end; `number` counts from 1; `guessed` where it was no UTF-8."""

    number: int
    text: str
    guessed: bool


@contextmanager
def opened(source: Source) -> Iterator[BufferedReader]:
    """The bytes of a source, unpacked where they are packed."""
    stream = source.path.open("rb") if source.path else BufferedReader(cast(Any, sys.stdin.buffer))
    try:
        yield unpacked(stream)
    finally:
        if source.path:
            stream.close()
        else:
            stream.detach()  # standard input is not ours to close


def decoded(stream: BufferedReader, source: Source, declared: str | None = None) -> tuple[str, list[Problem]]:
    """The whole text with its line ends as \\n, and a notice where the encoding was a guess.

    `declared` is the charset that the content itself names; it counts only where the bytes are no UTF-8.

    Raises:
        InputError: the bytes are not text.
    """
    data = stream.read()
    refuse_binary(data[:_SAMPLE])
    if encoding := _marked(data):
        return tidy_ends(data.decode(encoding, "replace")), []
    try:
        return tidy_ends(data.decode("utf-8-sig")), []
    except UnicodeDecodeError as error:
        if (text := _as_declared(data, declared)) is not None:
            return tidy_ends(text), []
        line = data.count(b"\n", 0, error.start) + 1
        return tidy_ends(_western(data)), [guessed(source, line)]


def lines(stream: BufferedReader) -> Iterator[Line]:
    """The lines one by one, so that a file may be larger than memory (not so in UTF-16 and UTF-32).

    Raises:
        InputError: the bytes are not text.
    """
    head = stream.peek(_SAMPLE)[:_SAMPLE]
    refuse_binary(head)
    if encoding := _marked(head):
        text = tidy_ends(stream.read().decode(encoding, "replace"))
        yield from (Line(number, line, False) for number, line in enumerate(text.split("\n"), 1))
        return
    for number, raw in enumerate(stream, 1):
        data = raw.removeprefix(codecs.BOM_UTF8) if number == 1 else raw
        try:
            text, sure = data.decode("utf-8"), True
        except UnicodeDecodeError:
            text, sure = _western(data), False
        yield Line(number, text.removesuffix("\n").removesuffix("\r"), not sure)


def guessed(source: Source, line: int) -> Problem:
    """The notice that a source is no UTF-8."""
    message = "not UTF-8 here, so read as Windows-1252 (cp1252); if letters come out wrong, save it as UTF-8"
    return source.problem("notice", message, line)


def refuse_binary(sample: bytes) -> None:
    """Check the first bytes of a source.

    Raises:
        InputError: they are those of a known binary format, or too many of them are control characters.
    """
    if _marked(sample):
        return
    for magic, what in _MAGIC.items():
        if sample.startswith(magic):
            raise InputError(f"this is {what}, not text; convert it to .txt or .html first")
    if len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) * _BINARY_SHARE:
        raise InputError("binary data, not text; leave it out, or save it as UTF-8 text if it is an article")


def tidy_ends(text: str) -> str:
    """Line ends and page breaks as \\n; everything else stays, since offsets count in the result."""
    return text.replace("\r\n", "\n").replace("\f", "\n").replace("\v", "\n")


def _marked(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)


def _as_declared(data: bytes, declared: str | None) -> str | None:
    if not declared:
        return None
    try:
        return data.decode(_ALIASES.get(declared.lower(), declared))
    except (LookupError, UnicodeError):
        return None


def _western(data: bytes) -> str:
    # The five bytes that cp1252 leaves undefined become �.
    return data.decode("cp1252", "replace")
