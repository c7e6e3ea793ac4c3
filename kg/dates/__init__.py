"""Temporal expressions: find them, resolve them against the publication date, and bound them in days."""

from kg.dates.anniversary import anniversary_origin
from kg.dates.dateline import dateline
from kg.dates.edtf import day, from_edtf, interval
from kg.dates.ranges import ranges
from kg.dates.tagger import tag, unresolved

__all__ = ["anniversary_origin", "dateline", "day", "from_edtf", "interval", "ranges", "tag", "unresolved"]
