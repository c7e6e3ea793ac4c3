"""The words of a sentence that may name actors: names of the tables, unlisted names by the tagger, agent nouns."""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from kg.actors.agent_nouns import agents_in, only_modifies
from kg.actors.gazetteer import Gazetteer
from kg.actors.lexicon import usage
from kg.actors.match import Entry, Match
from kg.actors.phrases import LANDS
from kg.actors.piece import Piece, cover, ordered, piece_of
from kg.actors.unlisted import is_title, unlisted
from kg.parse import Sentence
from kg.parse.tree import Doc, Span, Token


def names(sentence: Sentence, gazetteer: Gazetteer) -> tuple[Piece, ...]:
    """The names in a sentence, listed or not, in order, none overlapping."""
    doc, text = sentence.doc, sentence.text
    listed = [p for m in gazetteer.find(text) if (p := _listed(doc, text, m)) is not None]
    others = unlisted(sentence, listed)
    taken = cover(others)
    found = ordered(others + [p for p in listed if not any(i in taken for i in range(p.start, p.end))])
    return tuple(_continued(doc, found))


def pieces(
    sentence: Sentence, found: tuple[Piece, ...], known: Mapping[str, tuple[Entry, ...]], gazetteer: Gazetteer
) -> tuple[Piece, ...]:
    """The names with what else may name actors: names that the document introduced itself, and agent nouns.

    `known` holds surnames of unlisted people and acronyms given in brackets.
    """
    doc, text = sentence.doc, sentence.text
    found = tuple(_introduced(p, known) for p in found)
    taken = cover(found)
    found = tuple(_with_given_name(doc, p, taken) for p in found)
    taken |= cover(found)
    more = _known(doc, known, taken)
    taken |= cover(more)
    nouns = [_parted_title(doc, p, found, gazetteer) for p in agents_in(doc, text, taken)]
    taken |= cover(nouns)
    return ordered([*found, *more, *nouns, *_titled_names(doc, [*found, *nouns], taken)])


def _parted_title(doc: Doc, noun: Piece, found: Iterable[Piece], gazetteer: Gazetteer) -> Piece:
    """ "The top Russian diplomat": an agent noun whose title the tables have with the word before its country."""
    land = next((p for p in found if p.end == noun.start and p.kind in LANDS and p.start), None)
    # "Summoned the top Russian diplomat", "the top diplomat was expelled": an envoy.
    envoy = doc[noun.start].head.lemma_ in usage("done to envoys")
    if land is None or envoy or noun.text.lower() not in usage("leaders"):
        return noun
    entries = gazetteer.lookup(f"{doc[land.start - 1].lower_} {noun.text.lower()}")
    return replace(noun, entries=entries) if any(e.kind == "office" for e in entries) else noun


def _continued(doc: Doc, found: Iterable[Piece]) -> Iterator[Piece]:
    """The names with "Al-Ahmad Al-Sabah" drawn to the "Sheikh Sabah" straight before: one person has them all."""
    last: Piece | None = None
    for piece in found:
        if last is not None and last.kind == "person" and piece.kind == "surname" and _clan(doc, last.end, piece):
            last = replace(last, end=piece.end, last=piece.last, text=doc.text[last.first : piece.last])
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _clan(doc: Doc, end: int, piece: Piece) -> bool:
    """Whether only "Al" and hyphens stand between a name and a surname that begins with "Al" or follows it."""
    between = [t.lower_ for t in doc[end : piece.start]]
    led = bool(between) or piece.text.lower().startswith(("al-", "al "))
    return led and all(word in ("al", "el", "bin", "-") for word in between)


def _with_given_name(doc: Doc, piece: Piece, taken: set[int]) -> Piece:
    """A surname with the given names before it that no table has and the tagger missed."""
    start = piece.start
    while (
        piece.kind in ("surname", "unlisted-person")
        and start
        and start - 1 not in taken
        and _given_name(doc[start - 1])
    ):
        start -= 1
    return piece_of(doc[start : piece.end], "unlisted-person") if start < piece.start else piece


def _given_name(token: Token) -> bool:
    plain = token.text.replace("-", "").isalpha() and token.is_title and token.ent_type_ in ("", "PERSON")
    return plain and token.tag_ == "NNP" and token.i > token.sent.start and not is_title(token) and len(token.text) > 2


def _titled_names(doc: Doc, found: Iterable[Piece], taken: set[int]) -> Iterator[Piece]:
    """Names straight behind a title that the tagger missed: words in capitals that nothing else explains."""
    for title in found:
        end = title.end
        if title.kind not in ("office", "agent") or (end < len(doc) and _is_plural(title.text.lower())):
            continue
        while end < len(doc) and end < title.end + 4 and end not in taken and _name_word(doc[end]):
            end += 1
        if end > title.end + 1 or (end == title.end + 1 and title.text in ("Pope", "King", "Queen", "Sultan", "Emir")):
            yield piece_of(doc[title.end : end], "unlisted-person")


def _is_plural(title: str) -> bool:
    """ "Presidents", not "minister of foreign affairs"."""
    return title.endswith("s") and re.split(" (?:of|for) ", title)[0].endswith("s")


def _name_word(token: Token) -> bool:
    return token.tag_ == "NNP" and token.text[0].isupper() and not token.text.isupper() and token.ent_type_ != "DATE"


def _introduced(piece: Piece, known: Mapping[str, tuple[Entry, ...]]) -> Piece:
    """The piece as the document itself explains it: what an acronym stands for goes before what a table says."""
    entries = known.get(piece.text)
    explained = entries is not None and (piece.text.isupper() or piece.kind == "unlisted-organisation")
    return replace(piece, entries=entries) if explained and entries else piece


def _known(doc: Doc, known: Mapping[str, tuple[Entry, ...]], taken: set[int]) -> list[Piece]:
    found = []
    for token in doc if known else ():
        last = _joined(doc, token.i)
        end = last.idx + len(last.text)
        text = doc.text[token.idx : end]
        entries = known.get(text)
        if entries and token.i not in taken and text[0].isupper():
            found.append(Piece(token.i, last.i + 1, token.idx, end, text, entries))
    return found


def _joined(doc: Doc, index: int) -> Token:
    """The last word of "Moe-Hansen", given where the first stands."""
    while index + 2 < len(doc) and doc[index + 1].text == "-" and not doc.text[doc[index + 1].idx + 1].isspace():
        if doc[index].whitespace_:
            break
        index += 2
    return doc[index]


def _listed(doc: Doc, text: str, match: Match) -> Piece | None:
    span = doc.char_span(match.start, match.end)
    if span is None or _misread(span, text, match):
        return None
    return Piece(span.start, span.end, match.start, match.end, match.text, match.entries, _bound(text, match))


def _bound(text: str, match: Match) -> bool:
    """Whether a hyphen and a word in small letters follow, or "pro-" and the like stand before."""
    behind = text[match.end : match.end + 2]
    led = len(behind) == 2 and behind[0] in "-–‑" and behind[1].islower()
    return led or text[max(0, match.start - 5) : match.start].lower().endswith(("pro-", "anti-", "non-"))


def _misread(span: Span, text: str, match: Match) -> bool:
    """Whether the word is one of everyday language here: the month of May, US$, a first name."""
    token, kind = span[0], match.entries[0].kind
    if kind in ("office", "ministry"):
        return match.text.islower() and (not span[-1].tag_.startswith("NN") or only_modifies(span[-1]))
    if kind == "surname":
        return token.ent_type_ in ("DATE", "TIME", "MONEY") or _part_of_longer_name(span)
    if len(span) > 1:
        return False
    if kind in ("country", "place", "adjective") and match.text.lower() in usage("first-name"):
        return token.ent_type_ == "PERSON" and _beside_name(token)
    if match.text.isupper() and match.text.lower() in usage("plain"):
        return text == text.upper()
    return kind == "prefix" and text[match.end : match.end + 1] not in ("-", "–", "‑")


def _beside_name(token: Token) -> bool:
    doc, i = token.doc, token.i
    after = doc[i + 1] if i + 1 < len(doc) else None
    before = doc[i - 1] if i else None
    return any(t is not None and t.ent_type_ == "PERSON" and t.is_title for t in (before, after))


def _part_of_longer_name(span: Span) -> bool:
    """A surname inside a street, a company or an operation ("the Bush School") is no person."""
    doc = span.doc
    after = doc[span.end] if span.end < len(doc) else None
    return after is not None and after.lower_ in usage("name-bearer") and after.is_title
