"""Packed sources: told by their first bytes, whatever the file's name says, and unpacked as they are read."""

import bz2
import gzip
import lzma
import zlib
from collections.abc import Callable
from io import BufferedReader, RawIOBase
from typing import Any

import pyarrow

from kg.errors import InputError

_NAMES = {".gz": "gzip", ".bz2": "bzip2", ".xz": "xz", ".zst": "Zstandard"}
_UNPACKERS: dict[bytes, tuple[str, Callable[[BufferedReader], Any]]] = {
    b"\x1f\x8b": ("gzip", lambda stream: gzip.GzipFile(fileobj=stream)),
    b"BZh": ("bzip2", bz2.BZ2File),
    b"\xfd7zXZ\x00": ("xz", lzma.LZMAFile),
    b"\x28\xb5\x2f\xfd": ("Zstandard", lambda stream: pyarrow.CompressedInputStream(stream, "zstd")),
}
_LONGEST = max(map(len, _UNPACKERS))


class _Unpacked(RawIOBase):
    """What is packed in a stream; broken data are an InputError that says how they are packed."""

    def __init__(self, packed: Any, name: str) -> None:
        self._packed = packed
        self._name = name

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """As of any raw stream.

        Raises:
            InputError: the data are broken from here on.
        """
        try:
            data = self._packed.read(len(buffer))
        except (EOFError, zlib.error, lzma.LZMAError, OSError) as error:
            if isinstance(error, OSError) and error.strerror:
                raise
            raise InputError(f"broken or cut {self._name} data; get the file again, or unpack it by hand") from error
        buffer[: len(data)] = data
        return len(data)


def unpacked(stream: BufferedReader) -> BufferedReader:
    """The stream itself, or what is packed in it by gzip, bzip2, xz or Zstandard."""
    start = stream.peek(_LONGEST)
    for magic, (name, unpacker) in _UNPACKERS.items():
        if start.startswith(magic):
            return BufferedReader(_Unpacked(unpacker(stream), name))
    return stream


def misnamed(name: str, stream: BufferedReader) -> str | None:
    """How a file's name says that it is packed, where `unpacked` found nothing packed in its stream."""
    said = next((packing for ending, packing in _NAMES.items() if name.lower().endswith(ending)), None)
    return None if isinstance(stream.raw, _Unpacked) else said


def plain_name(name: str) -> str:
    """A file's name without the ending that says how it is packed."""
    ending = next((ending for ending in _NAMES if name.lower().endswith(ending)), "")
    return name[: len(name) - len(ending)]
