"""Agent nouns ("envoy", "protesters") where they stand in a sentence."""

from functools import cache

from kg.actors.lexicon import agents
from kg.actors.match import Entry, Match, Matcher
from kg.actors.piece import Piece
from kg.parse.tree import Doc, Token


def agent_nouns(text: str) -> tuple[Match, ...]:
    """Where words stand that are agent nouns, or verbs of the same form."""
    return _nouns().find(text)


def agents_in(doc: Doc, text: str, taken: set[int]) -> list[Piece]:
    """Agent nouns where they are nouns: "heads", not "he heads"."""
    found = []
    for match in agent_nouns(text):
        span = doc.char_span(match.start, match.end)
        if span is None or not span[-1].tag_.startswith("NN") or any(t.i in taken for t in span):
            continue
        if only_modifies(span[-1]):
            continue
        found.append(Piece(span.start, span.end, match.start, match.end, match.text, match.entries))
    return found


def only_modifies(token: Token) -> bool:
    """Whether a noun stands before one that is no agent: "spy balloon", "leader summit"."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    return (
        after is not None and token.dep_ == "compound" and after.tag_ in ("NN", "NNS") and after.lower_ not in agents()
    )


@cache
def _nouns() -> Matcher:
    """The agent nouns in small letters, with a capital, and in capitals."""
    names: dict[str, list[Entry]] = {}
    for noun in agents():
        small = (noun,) if agents()[noun].singular.islower() else ()
        for form in dict.fromkeys((*small, noun.capitalize(), noun.title(), noun.upper())):
            names[form] = [Entry("agent", noun)]
    return Matcher(names)
