"""Parquet: one document a row, with the same names as columns; rows are read a few hundred at a time."""

from collections.abc import Iterator
from datetime import date
from io import BufferedReader

import pyarrow
from pyarrow.parquet import ParquetFile

from kg.errors import InputError
from kg.model import Problem
from kg.read.draft import Draft, Source, shown
from kg.read.record import filled, is_read

_ROWS = 256
MAGIC = b"PAR1"


def read(stream: BufferedReader, source: Source) -> Iterator[Draft | Problem]:
    """One document a row; columns of days and of times of day count as their day.

    Raises:
        InputError: no whole Parquet file, or one without a column "text".
    """
    if not stream.peek(len(MAGIC)).startswith(MAGIC):
        raise InputError("this is no Parquet file; name it as what it is, or get it again")
    try:
        yield from _rows(_file(stream), source)
    except (pyarrow.ArrowException, OSError) as error:
        reason, _, _ = f"{' '.join(str(error).split())} ".partition(". ")
        raise InputError(f"broken or cut Parquet data ({reason.strip()}); get the file again") from error


def _file(stream: BufferedReader) -> ParquetFile:
    # The index of a Parquet file is at its end, so what cannot be read backwards is read whole.
    return ParquetFile(stream if stream.seekable() else pyarrow.BufferReader(stream.read()))


def _rows(file: ParquetFile, source: Source) -> Iterator[Draft | Problem]:
    names = file.schema_arrow.names
    if "text" not in names:
        raise InputError(f'no column "text" ({shown(", ".join(names))}); name the column of the articles "text"')
    number = 0
    for batch in file.iter_batches(_ROWS, columns=[name for name in names if is_read(name)]):
        for row in batch.to_pylist():
            number += 1
            given = {name: _plain(value) for name, value in row.items() if value is not None}
            yield from filled(source.draft(item=number), given)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
