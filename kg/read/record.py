"""One record of JSON or CSV, field by field, to a Draft; a bad field is left out with a warning."""

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from kg.model import Problem
from kg.read.days import day
from kg.read.decoding import tidy_ends
from kg.read.draft import Draft, Level, language_code, shown

_NAMES = frozenset({"text", "id", "published", "title", "url", "outlet", "language"})
_DATE_NAMES = frozenset(
    {"date", "publishdate", "publisheddate", "publishedat", "publicationdate", "pubdate", "datepublished", "timestamp"}
)
"""Other names, without case and underscores, under which records give the day of publication."""

_KINDS = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
    str: "a string",
}


def filled(empty: Draft, record: Mapping[str, object]) -> Iterator[Draft | Problem]:
    """`empty`, which says where the record stands, with the record's fields, unless there is no text.

    Fields: `text`, and if wanted `id`, `published`, `title`, `url`, `outlet`, `language`; no others are read.
    """
    fields = _Fields(empty, record)
    text = fields.text()
    draft = msgspec.structs.replace(
        empty,
        text=text,
        id=fields.id(),
        published=fields.published(),
        title=fields.string("title"),
        url=fields.string("url"),
        outlet=fields.string("outlet"),
        language=fields.language(),
    )
    yield from fields.problems
    if text:
        yield draft


def is_read(name: str) -> bool:
    """Whether a field of this name is read, or told to be named otherwise."""
    return name in _NAMES or _is_date(name)


def kind(value: object) -> str:
    """What a JSON value is, in words for a message."""
    return _KINDS.get(type(value), "null")


class _Fields:
    """The fields of one record, and the problems met in reading them."""

    def __init__(self, empty: Draft, record: Mapping[str, object]) -> None:
        self._empty = empty
        self._record = record
        self.problems: list[Problem] = []

    def string(self, name: str) -> str | None:
        value = self._record.get(name)
        if value is None or isinstance(value, str):
            return (value or "").strip() or None
        self._add("warning", f'"{name}" is {kind(value)}, so it is left out; make it a string')
        return None

    def text(self) -> str:
        value = self._record.get("text")
        if isinstance(value, str) and value.strip():
            return tidy_ends(value)
        if value is None:
            self._add("error", 'no "text", so the record is skipped; put the article there')
        elif isinstance(value, str):
            self._add("error", '"text" is empty, so the record is skipped; put the article there')
        else:
            self._add("error", f'"text" is {kind(value)}, so the record is skipped; make it a string')
        return ""

    def id(self) -> str | None:
        value = self._record.get("id")
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else self.string("id")

    def published(self) -> date | None:
        value = self.string("published")
        found = day(value) if value else None
        other = next(filter(_is_date, self._record), None)
        if other is not None and not value:
            self._add("warning", f'"{other}" is not read; call it "published" if it is the day of publication')
        if value and not found:
            self._add("warning", f'"published" is "{shown(value)}", not one certain day; write it like 2023-02-01')
        return found

    def language(self) -> str | None:
        value = self.string("language")
        code = language_code(value) if value else None
        if value and not code:
            self._add("warning", f'"language" is "{shown(value)}"; write a code of two letters like en')
        return code

    def _add(self, level: Level, message: str) -> None:
        self.problems.append(self._empty.problem(level, message))


def _is_date(name: str) -> bool:
    return name.lower().replace("_", "") in _DATE_NAMES
