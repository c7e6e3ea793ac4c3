"""Packed sources: told by their first bytes, whatever the file's name says, and unpacked as they are read."""

import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable
from io import BufferedReader
from typing import Any, cast

import pyarrow

_ENDINGS = (".gz", ".bz2", ".xz", ".zst")
_UNPACKERS: dict[bytes, Callable[[BufferedReader], Any]] = {
    b"\x1f\x8b": lambda stream: gzip.GzipFile(fileobj=stream),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\x00": lzma.LZMAFile,
    b"\x28\xb5\x2f\xfd": lambda stream: pyarrow.CompressedInputStream(stream, "zstd"),
}
_LONGEST = max(map(len, _UNPACKERS))

BROKEN = (EOFError, zlib.error, lzma.LZMAError)
"""What unpacking raises for broken data, besides an OSError that has no `strerror`."""


def unpacked(stream: BufferedReader) -> BufferedReader:
    """The stream itself, or what is packed in it by gzip, bzip2, xz or Zstandard."""
    start = stream.peek(_LONGEST)
    for magic, unpacker in _UNPACKERS.items():
        if start.startswith(magic):
            return BufferedReader(cast(Any, unpacker(stream)))
    return stream


def plain_name(name: str) -> str:
    """A file's name without the ending that says how it is packed."""
    ending = next((ending for ending in _ENDINGS if name.lower().endswith(ending)), "")
    return name[: len(name) - len(ending)]
