"""Ids that are unique in one run: two articles never share one, and the same article is not read twice."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from kg.counting import counted
from kg.model import Document, Problem
from kg.read.draft import Draft, shown

_NAMED = 3
"""Copies that are named; of the others there may be as many as articles, so that they are counted."""


def identified(drafts: Iterable[Draft | Problem]) -> Iterator[Document | Problem]:
    """Documents with ids of their own, in the order of the drafts; problems pass through.

    The id that a record gives itself stays unless another text has it. A file is called by its stem, a second
    one of that stem by its folder and stem; after that a number is added.
    """
    ids = _Ids()
    for item in drafts:
        if isinstance(item, Problem):
            yield item
        else:
            yield from ids.document(item)
    if ids.copies > _NAMED:
        left = f"{counted(ids.copies - _NAMED, 'more copy', 'more copies')} of articles skipped"
        yield Problem(level="notice", file="all inputs", line=None, message=left)


class _Ids:
    """What was given out so far: where each id, and each text under the id that it wanted, was read."""

    def __init__(self) -> None:
        self._given: dict[str, str] = {}
        self._texts: dict[bytes, str] = {}
        self._numbers: dict[str, int] = {}
        self.copies = 0

    def document(self, draft: Draft) -> Iterator[Document | Problem]:
        wanted = draft.id or draft.stem
        digest = blake2b(f"{wanted}\0{draft.text}".encode(), digest_size=16).digest()
        if digest in self._texts:
            self.copies += 1
            if self.copies <= _NAMED:
                copy = f'"{shown(wanted)}" with this text was read from {self._texts[digest]}'
                yield draft.problem("notice", f"{copy}; this copy is skipped")
            return
        id = self._free(draft, wanted)
        if draft.id and id != wanted:
            clash = f'the id "{shown(wanted)}" is that of another text ({self._given[wanted]})'
            yield draft.problem("warning", f'{clash}; this one is read as "{shown(id)}": give it an id of its own')
        self._texts[digest] = self._given[id] = draft.place
        yield _document(draft, id)

    def _free(self, draft: Draft, wanted: str) -> str:
        if wanted not in self._given:
            return wanted
        if not draft.id and draft.folder and (longer := f"{draft.folder}-{wanted}") not in self._given:
            return longer
        number = self._numbers.get(wanted, 1) + 1
        while f"{wanted}-{number}" in self._given:
            number += 1
        self._numbers[wanted] = number
        return f"{wanted}-{number}"


def _document(draft: Draft, id: str) -> Document:
    return Document(
        id=id,
        text=draft.text,
        published=draft.published,
        title=draft.title,
        url=draft.url,
        outlet=draft.outlet,
        language=draft.language,
    )
