"""Whether what an extractor gives can be merged and written: types, spans and names, as kg/model.py has them."""

from collections.abc import Iterable, Iterator

import msgspec

from kg.model import Document, EventMention, Span


def checked(found: Iterable[object], document: Document, extractor: str) -> Iterator[EventMention]:
    """The mentions of a document, each looked at before it goes on.

    Raises:
        TypeError: something is no EventMention.
        ValueError: a field has another type than its class says, or a name, span or confidence does not fit.
    """
    for mention in found:
        if not isinstance(mention, EventMention):
            raise TypeError(f"it gave {type(mention).__name__}, not EventMention")
        msgspec.convert(msgspec.to_builtins(mention), EventMention)
        wrong = next(_wrong(mention, document, extractor), None)
        if wrong:
            raise ValueError(wrong)
        yield mention


def _wrong(mention: EventMention, document: Document, extractor: str) -> Iterator[str]:
    if mention.document != document.id:
        yield f"its mention is of document {mention.document!r}"
    if mention.extractor != extractor:
        yield f"its mention says that {mention.extractor!r} found it"
    if not 0 <= mention.confidence <= 1:
        yield f"confidence {mention.confidence} is not between 0 and 1"
    if not _within(mention.trigger, mention.sentence):
        yield f"trigger {mention.trigger.text!r} stands outside its sentence"
    text = Span(start=0, end=len(document.text))
    if not all(_within(span, text) for span in (mention.sentence, *mention.marks)):
        yield "a span runs past the end of the text"


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
