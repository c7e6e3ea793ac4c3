"""spaCy's tagger of names, asked only about the stretches of a sentence where an unlisted name may stand."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from spacy import tokens as spacy
from spacy.language import Language

from kg.model import Span
from kg.parse import greedy
from kg.parse.sentence import Sentence
from kg.parse.tree import Doc
from kg.parse.tree import Span as TokenSpan

_AROUND = 6
"""Tokens on either side that are read along: the tagger sees four, and a name may begin or end two further on."""
_NAMES = frozenset({"PERSON", "ORG", "FAC", "GPE", "LOC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})

Range = tuple[int, int]


class Names:
    """Sets the entities of sentences."""

    def __init__(self, nlp: Language) -> None:
        self._vocab = nlp.vocab
        self._tagger = nlp.get_pipe("ner")

    def set(self, sentences: Sequence[Sentence], where: Iterable[Sequence[Range]], times: Sequence[Span]) -> None:
        """Sets the names in each sentence, within its ranges of characters, and which of the times it has, in order."""
        windows = [(s, w) for s, ranges in zip(sentences, where, strict=True) for w in _windows(s.doc, ranges)]
        read = greedy.pipe(self._tagger, (self._copy(s.doc, window) for s, window in windows))
        found: dict[int, list[TokenSpan]] = defaultdict(list)
        for (sentence, (start, _)), copy in zip(windows, read, strict=True):
            named = (e for e in copy.ents if e.label_ in _NAMES)
            found[sentence.index] += (TokenSpan(sentence.doc, e.start + start, e.end + start, e.label_) for e in named)
        starts = [time.start for time in times]
        for sentence in sentences:
            first, last = (bisect_left(starts, at) for at in (sentence.segment.start, sentence.segment.end))
            spans = [*_times(sentence, times[first:last]), *found[sentence.index]]
            if spans:
                sentence.doc.set_ents(_apart(spans))

    def _copy(self, doc: Doc, window: Range) -> spacy.Doc:
        tokens = doc[slice(*window)]
        return spacy.Doc(self._vocab, words=[t.text for t in tokens], spaces=[bool(t.whitespace_) for t in tokens])


def _apart(spans: Iterable[TokenSpan]) -> list[TokenSpan]:
    """Of spans that overlap the longest, of two as long the first."""
    kept: list[TokenSpan] = []
    for span in sorted(spans, key=lambda s: (len(s), -s.start), reverse=True):
        if all(span.end <= k.start or k.end <= span.start for k in kept):
            kept.append(span)
    return kept


def _times(sentence: Sentence, times: Sequence[Span]) -> Iterator[TokenSpan]:
    for time in times:
        tokens = sentence.tokens(time)
        if tokens is not None:
            yield TokenSpan(sentence.doc, tokens.start, tokens.end, "DATE")


def _windows(doc: Doc, ranges: Sequence[Range]) -> Iterator[Range]:
    """Ranges of tokens with what stands around them, those that meet joined."""
    spans = (doc.char_span(*r) for r in sorted(ranges))
    start = end = 0
    for left, right in [(max(0, s.start - _AROUND), min(len(doc), s.end + _AROUND)) for s in spans if s is not None]:
        if end and left > end:
            yield start, end
        if not end or left > end:
            start = left
        end = max(end, right)
    if end:
        yield start, end
