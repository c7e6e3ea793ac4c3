"""Who speaks in a quotation."""

from kg.actors.discourse import Discourse
from kg.actors.lexicon import usage
from kg.actors.marks import Mark
from kg.actors.syntax import subject
from kg.parse.tree import Token


class Speakers:
    """The speaker of each quotation of a document, as far as the marks tell.

    `outlets` are the ids of newspapers and agencies: they report what others say.
    """

    def __init__(self, discourse: Discourse, outlets: frozenset[str] = frozenset()) -> None:
        self._discourse = discourse
        self._outlets = outlets
        self._found: dict[int, Mark | None] = {}

    def of(self, quote: int) -> Mark | None:
        """Who is quoted: the subject of a verb of saying beside the quotation, or the speaker of the one before it."""
        if quote not in self._found:
            beside = self._beside(quote)
            if quote not in self._found:
                self._found[quote] = beside or self._continued(quote)
        return self._found[quote]

    def _beside(self, quote: int) -> Mark | None:
        """Behind the quotation first ("…," X said), then before it (X said: "…")."""
        span = self._discourse.quotes[quote]
        touched = [
            i
            for i, s in enumerate(self._discourse.sentences)
            if s.segment.start < span.end + 2 and s.segment.end > span.start - 2
        ]
        for index in reversed(touched[-1:] + touched[:1]):
            sentence = self._discourse.sentences[index]
            ranked = sorted(
                (abs(sentence.offsets[t.idx] - (span.end if sentence.offsets[t.idx] >= span.end else span.start)), t.i)
                for t in sentence.doc
                if t.pos_ in ("VERB", "AUX") and t.lemma_.lower() in usage("say") and self._outside(index, t)
            )
            for _, position in ranked:
                found = self._speaker(index, sentence.doc[position])
                if found is not None:
                    return found
                if self._unknown(index, sentence.doc[position]):
                    self._found[quote] = None
                    return None
        return None

    def _outside(self, index: int, token: Token) -> bool:
        return self._discourse.quote(index, token) is None

    def _speaker(self, index: int, verb: Token) -> Mark | None:
        who = subject(verb)
        found = self._discourse.of(index, who)
        if found is None or who is None or not self._outside(index, who) or len(found.actors) != 1:
            return None
        return None if found.actors[0].kind == "place" or found.actors[0].id in self._outlets else found

    def _unknown(self, index: int, verb: Token) -> bool:
        """Whether somebody speaks whom no rule knows."""
        who = subject(verb)
        named = who is not None and self._outside(index, who) and self._discourse.of(index, who) is None
        return named and who is not None and (who.pos_ == "PROPN" or who.lower_ in ("he", "she", "they"))

    def _continued(self, quote: int) -> Mark | None:
        """A second quotation of a paragraph, or the next paragraph's that opens without its own speaker."""
        if quote == 0:
            return None
        here, before = self._discourse.quotes[quote], self._discourse.quotes[quote - 1]
        between = [
            s for s in self._discourse.sentences if s.segment.start >= before.end and s.segment.end <= here.start
        ]
        near = here.start - before.end < 250 and len(between) <= 1
        return self.of(quote - 1) if near else None
