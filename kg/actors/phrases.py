"""Noun phrases that name actors: a head with the countries, titles and words before it and what follows "of".

Built from right to left, so that "the Chinese foreign ministry's spokeswoman Anna Li" is one phrase around the
name and "a spokesman for China's foreign ministry" one around "spokesman". Tags carry more than the parse here:
long titles before names are where the parser errs.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from kg.actors.lexicon import agents, usage
from kg.actors.piece import Piece
from kg.actors.syntax import left_edge
from kg.parse.classes import words_of
from kg.parse.tree import Doc, Token

NAMES = ("person", "surname", "unlisted-person")
HEADS = ("office", "agent", "ministry")
LANDS = ("country", "adjective", "nationals", "prefix")
_HYPHENS = frozenset({"-", "–", "‑"})
_JOINS = ("of", "for", "from", "to", "at")


class NounPhrase(Struct, frozen=True):
    """Tokens `start` to `end` without the article.

    `before` are the pieces between article and head, in order; `after` the phrases behind "of", "for", "from"
    ("the presidents of A and B" has two); `words` the other words before the head, in lower case; `article` the
    determiner or possessive pronoun, in lower case, or ""; `posted` the phrases behind "to" ("ambassador to A").
    """

    start: int
    end: int
    head: Piece
    before: tuple[Piece, ...] = ()
    after: tuple["NounPhrase", ...] = ()
    words: tuple[str, ...] = ()
    article: str = ""
    posted: tuple["NounPhrase", ...] = ()

    @property
    def kind(self) -> str:
        """What the head most likely is."""
        return self.head.kind

    @property
    def plural(self) -> bool:
        """Whether the head noun is one for several."""
        if self.kind == "agent":
            agent = agents()[self.head.text.lower()]
            return self.head.text.lower() == agent.plural.lower() != agent.singular.lower()
        return self.kind == "nationals" or (
            self.kind == "office" and self.head.text.lower().split(" of ")[0].endswith("s")
        )


def noun_phrases(doc: Doc, found: Sequence[Piece]) -> tuple[NounPhrase, ...]:
    """The phrases of a sentence in order; none overlaps another."""
    built: list[NounPhrase] = []
    index = len(found) - 1
    while index >= 0:
        phrase, index = _phrase(doc, found, index)
        phrase, eaten = _complement(doc, phrase, built)
        del built[:eaten]
        built.insert(0, phrase)
    return tuple(built)


def _phrase(doc: Doc, found: Sequence[Piece], index: int) -> tuple[NounPhrase, int]:
    """The phrase whose head is piece `index`, and the index of the next piece to its left."""
    head = found[index]
    if head.kind in NAMES:
        start, first = _before_name(doc, found, index)
    elif head.kind in HEADS:
        start, first = _before_noun(doc, found, index)
    elif head.kind in ("organisation", "unlisted-organisation", "metonym"):
        start, first = _owner(doc, found, index)
    else:
        start, first = head.start, index
    before = tuple(found[first:index])
    start = _trimmed(doc, start, head, before)
    covered = {i for p in before for i in range(p.start, p.end)}
    end = _elect(doc, head)
    around = (*range(start, head.start), *range(head.end, end))
    words = tuple(doc[i].lower_ for i in around if i not in covered and doc[i].tag_ != "POS")
    return NounPhrase(start, end, head, before, (), words, _article(doc, start)), first - 1


def _elect(doc: Doc, head: Piece) -> int:
    """The end of a title with what is tied to it behind: "president-elect", "minister designate"."""
    end = head.end
    while head.kind == "office" and end < len(doc) and doc[end].lower_ in ("-", "elect", "designate"):
        end += 1
    return end if end > head.end and doc[end - 1].text != "-" else head.end


def _trimmed(doc: Doc, start: int, head: Piece, before: Sequence[Piece]) -> int:
    """The start without nouns that only happen to stand before the first piece: "a meeting Prime Minister X held"."""
    first = before[0] if before else head
    index = first.start
    noun = head.kind == "agent" and first is head
    while index > start and (noun or _qualifies(doc, index - 1)):
        index -= 1
    return index


def _qualifies(doc: Doc, index: int) -> bool:
    adjective = doc[index].tag_.startswith(("JJ", "RB", "HYPH", "VBN", "AFX")) or doc[index].lower_ in usage("tenure")
    return adjective or _bound(doc, index) or _courtesy(doc[index])


def _bound(doc: Doc, index: int) -> bool:
    return doc[index].text in _HYPHENS or (index + 1 < len(doc) and doc[index + 1].text in _HYPHENS)


def _article(doc: Doc, start: int) -> str:
    """The determiner or possessive before a phrase; a number where one stands."""
    index = start - 1
    if index > 0 and doc[index].lower_ == "the" and doc[index - 1].lower_ == "both":
        return "both"
    return doc[index].lower_ if index >= 0 and doc[index].tag_ in ("DT", "PRP$", "PDT", "CD") else ""


def _before_name(doc: Doc, found: Sequence[Piece], index: int) -> tuple[int, int]:
    """Titles straight before a name with what stands before them, or the country whose "'s" it carries."""
    start, first = found[index].start, index
    while True:
        start = _courtesies(doc, start, _end_of(found, first - 1))
        previous = found[first - 1] if first else None
        if previous is None or not _touches(doc, previous, start):
            return start, first
        if previous.kind in ("office", "agent") and _singular(previous):
            start, first = _before_noun(doc, found, first - 1)
        elif previous.kind in ("country", "adjective", "place") and _ties(doc, start):
            return previous.start, first - 1
        else:
            return start, first


def _ties(doc: Doc, start: int) -> bool:
    """Whether a country before token `start` belongs to the name there: "China's X", "Saudi Crown Prince X"."""
    return doc[start - 1].tag_ == "POS" or _courtesy(doc[start]) or doc[start].lower_ in agents()


def _end_of(found: Sequence[Piece], index: int) -> int:
    return found[index].end if index >= 0 else 0


def _touches(doc: Doc, piece: Piece, start: int) -> bool:
    """Whether only "'s", "-elect" or "designate" stands between a piece and token `start`."""
    between = [t.lower_ for t in doc[piece.end : start]]
    return all(word in ("'s", "’s", "'", "’", "-", "elect", "designate") for word in between)


def _courtesies(doc: Doc, start: int, stop: int) -> int:
    while start > stop and _courtesy(doc[start - 1]):
        start -= 1
    return start


def _courtesy(token: Token) -> bool:
    word = token.lower_
    if word in ("his", "her", "of"):
        return False
    return token.text[0].isupper() and any(word in usage(g) for g in ("mister", "missus", "courtesy"))


def _singular(piece: Piece) -> bool:
    return piece.kind != "agent" or agents()[piece.text.lower()].singular == piece.text.lower()


def _before_noun(doc: Doc, found: Sequence[Piece], index: int) -> tuple[int, int]:
    head = found[index]
    start = _edge(doc, head.start)
    first = index
    for i in range(index - 1, -1, -1):
        piece = found[i]
        if piece.end <= start:
            break
        if not _modifies(doc, piece, head):
            start = piece.end
            break
        if found[i + 1].kind not in (*LANDS, "organisation") and _shared(doc, piece.end):
            start = found[i + 1].start
            break
        start, first = min(start, piece.start), i
    return _coordinated(doc, found, start, first)


def _shared(doc: Doc, end: int) -> bool:
    """ "The China-Pacific ministers": a country that a hyphen joins to a region is not alone in what they are of."""
    return end + 1 < len(doc) and doc[end].text in _HYPHENS and doc[end + 1].tag_ == "NNP"


def _edge(doc: Doc, start: int) -> int:
    """The left edge by tags, past no expression of time and no opening quotation mark."""
    edge = left_edge(doc[start], 0)
    for i in range(start - 1, edge - 1, -1):
        if doc[i].ent_type_ in ("DATE", "TIME") or doc[i].tag_ in ("``", "''"):
            return i + 1
    while edge < start and (doc[edge].tag_ in ("POS", "HYPH") or doc[edge].is_punct):
        edge += 1
    return edge


def _modifies(doc: Doc, piece: Piece, head: Piece) -> bool:
    owns = piece.end < len(doc) and doc[piece.end].tag_ == "POS"
    if piece.kind in NAMES:
        if head.text.lower() in ("office", "offices"):
            # "Prime Minister Rao's office said he would go": he is named, and his office speaks for him.
            return False
        return owns or head.text.lower() in ("administration", "government", "cabinet", "presidency", "team")
    return piece.kind != "nothing" or owns or head.kind == "agent"


def _coordinated(doc: Doc, found: Sequence[Piece], start: int, first: int) -> tuple[int, int]:
    """Take in "Russian and" before "Chinese officials": an adjective before "and" where one follows it."""
    while first and start >= 2:
        lead = found[first].start if first < len(found) else -1
        # "Nine Russian and two Chinese officials": each may have its number.
        joint = lead - 2 if doc[lead - 1].tag_ == "CD" else lead - 1
        if lead - start not in (0, 1) or joint < 1 or doc[joint].lower_ not in ("and", ",", "or"):
            break
        previous = found[first - 1]
        if previous.end != joint or not _alike(doc, previous, found[first]):
            break
        start, first = previous.start, first - 1
    return start, first


def _alike(doc: Doc, left: Piece, right: Piece) -> bool:
    first = doc[left.start]
    while first.dep_ == "conj":  # "South Korean, U.S. and Japanese envoys"
        first = first.head
    adjectives = left.kind == right.kind == "adjective"
    return adjectives or (left.kind in LANDS and right.kind in LANDS and first.dep_ in ("amod", "nmod"))


def _owner(doc: Doc, found: Sequence[Piece], index: int) -> tuple[int, int]:
    """The country straight before a body that many countries have: "Mexican National Guard"."""
    previous = found[index - 1] if index else None
    if previous is not None and previous.kind == "agent" and previous.end == found[index].start and _singular(previous):
        return _before_noun(doc, found, index - 1)
    joint = doc[found[index].start - 1]
    owned = previous is not None and previous.kind == "place" and joint.tag_ == "POS"
    if joint.text in _HYPHENS:
        # "The Israel-Hamas war", "US-Taliban talks": two sides.
        return found[index].start, index
    if previous is None or not (owned or previous.kind in ("country", "adjective")):
        return found[index].start, index
    return (previous.start, index - 1) if _touches(doc, previous, found[index].start) else (found[index].start, index)


def _complement(doc: Doc, phrase: NounPhrase, built: Sequence[NounPhrase]) -> tuple[NounPhrase, int]:
    """The phrase with what follows "of", and how many built phrases that takes."""
    if phrase.kind not in HEADS or phrase.end >= len(doc) or not built:
        return phrase, 0
    if doc[phrase.end].lower_ not in _JOINS or not _takes(doc[phrase.end], phrase):
        return phrase, 0
    taken: list[NounPhrase] = []
    at = phrase.end + 1
    for follower in built:
        named = bool(taken) and taken[-1].kind in LANDS and follower.kind in NAMES
        if named or not _starts(doc, follower, at) or not _tells(follower):
            # "The presidents of Chad, Rao, and Mali, Sow": the name is no other land.
            break
        taken.append(follower)
        at = follower.end
        if at >= len(doc) or doc[at].lower_ not in ("and", ","):
            break
        at += 1
    if not phrase.plural:
        taken = taken[:1]
    if doc[phrase.end].lower_ == "at" and any("organisation" not in t.kind for t in taken):
        return phrase, 0
    if not taken:
        return phrase, 0
    # "China's envoy at the United Nations" is China's, who is sent there.
    sent = doc[phrase.end].lower_ == "at" and any(p.kind in LANDS for p in phrase.before)
    owners, posted = ((), tuple(taken)) if sent or doc[phrase.end].lower_ == "to" else (tuple(taken), ())
    return replace(phrase, end=taken[-1].end, after=owners, posted=posted), len(taken)


def _takes(token: Token, phrase: NounPhrase) -> bool:
    join, noun = token.lower_, phrase.start <= token.head.i < phrase.end
    if phrase.head.text.lower() in usage("relational"):
        return False
    if join == "of":
        return True
    if phrase.kind == "ministry":
        return False
    if join == "for":
        return any(k in ("spokesperson", "envoy", "minister", "governor") for k in phrase.head.keys("office"))
    if join == "from":
        # "Met mediators from the union", where the parser may hang it on the verb; not "its ambassador from Chad".
        theirs = noun or token.head.lemma_ in words_of("encountering")
        told = phrase.article in ("its", "their") or any(p.kind in LANDS for p in phrase.before)
        return theirs and not told
    role = phrase.head.text.lower().split()[-1]
    return join != "to" or role in ("ambassador", "envoy", "adviser", "advisor", "representative")


def _tells(follower: NounPhrase) -> bool:
    """Whether a phrase behind "of" says whose: it holds more than nouns and titles."""
    kinds = {p.kind for p in (*follower.before, follower.head)}
    return bool(kinds - {"nothing", "agent", "office"})


def _starts(doc: Doc, follower: NounPhrase, at: int) -> bool:
    """Whether a phrase begins at a token, an article or so aside."""
    start = follower.start
    while start > at and _counts(doc[start - 1]):
        start -= 1
    return start == at


def _counts(token: Token) -> bool:
    return token.tag_ in ("DT", "PRP$", "CD", "PDT", "JJ", "HYPH") or token.lower_ == "member"
