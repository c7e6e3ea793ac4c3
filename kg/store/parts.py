"""Parts: Parquet files of mentions, one row a document, each named by the hash of its content and never changed."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from kg.atomic import open_binary

_SCHEMA = pa.schema([("key", pa.binary()), ("mentions", pa.binary())])
_SUFFIX = ".parquet"
_AT_ONCE = 1024
"""Rows that are read at once."""


def write(folder: Path, rows: Mapping[bytes, bytes]) -> str:
    """Write rows (key → JSON list of mentions), sorted by key, to a new part; its name.

    Raises:
        OutputError: the folder cannot be written to, or the disk is full.
    """
    keys = sorted(rows)
    name = blake2b(b"".join(keys + [rows[key] for key in keys]), digest_size=16).hexdigest()
    table = pa.table([_column(keys), _column([rows[key] for key in keys])], schema=_SCHEMA)
    with open_binary(_path(folder, name)) as stream:
        pq.write_table(table, stream, compression="zstd")
    return name


def _column(values: Sequence[bytes]) -> pa.BinaryArray:
    """The values as Arrow lays them out; its own conversion loads pandas first where that is installed."""
    ends = np.cumsum([0, *map(len, values)], dtype=np.int32)
    return pa.BinaryArray.from_buffers(
        pa.binary(), len(values), [None, pa.py_buffer(ends), pa.py_buffer(b"".join(values))]
    )


def read(folder: Path, name: str) -> Iterator[tuple[bytes, bytes]]:
    """Key and mentions of each row of a part.

    Raises:
        OSError, pyarrow.ArrowException: the file is gone or broken.
    """
    with pq.ParquetFile(_path(folder, name)) as file:
        if not file.schema_arrow.equals(_SCHEMA):
            raise pa.ArrowInvalid(f"{name}: not a part of the state")
        for batch in file.iter_batches(_AT_ONCE):
            yield from zip(batch["key"].to_pylist(), batch["mentions"].to_pylist(), strict=True)


def sweep(folder: Path, named: frozenset[str]) -> None:
    """Remove the parts that nothing names, and what a killed run left half-written."""
    for path in folder.glob(f"*{_SUFFIX}"):
        if path.stem not in named:
            path.unlink()
    for path in folder.glob(".*.tmp"):
        path.unlink()


def _path(folder: Path, name: str) -> Path:
    return folder / f"{name}{_SUFFIX}"
