"""The words of a sentence that may name actors: names of the tables, unlisted names by the tagger, agent nouns."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from kg.actors.gazetteer import Gazetteer
from kg.actors.lexicon import agents, usage
from kg.actors.match import Entry, EntryKind, Match, Matcher
from kg.parse import Sentence
from kg.parse.tree import Doc, Token
from kg.parse.tree import Span as TokenSpan


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens `start` to `end` of a sentence, its characters `first` to `last`, and what they may mean.

    `bound`: a hyphen ties it to a word that makes it a quality ("US-led", "Russia-friendly").
    """

    start: int
    end: int
    first: int
    last: int
    text: str
    entries: tuple[Entry, ...]
    bound: bool = False

    @property
    def kind(self) -> str:
        """What the words most likely are."""
        return self.entries[0].kind

    def keys(self, *kinds: str) -> tuple[str, ...]:
        """The rows that the words may mean, of the kinds given."""
        return tuple(entry.key for entry in self.entries if entry.kind in kinds)


def names(sentence: Sentence, gazetteer: Gazetteer) -> tuple[Piece, ...]:
    """The names in a sentence, listed or not, in order, none overlapping."""
    doc, text = sentence.doc, sentence.text
    listed = [p for m in gazetteer.find(text) if (p := _listed(doc, text, m)) is not None]
    unlisted = [p for e in doc.ents if (p := _unlisted(doc, e, listed)) is not None]
    unlisted += [p for p in _written_out(sentence) if not _cover(unlisted + listed) & set(range(p.start, p.end))]
    taken = _cover(unlisted)
    found = _ordered(unlisted + [p for p in listed if not any(i in taken for i in range(p.start, p.end))])
    return tuple(_continued(doc, found))


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


def pieces(sentence: Sentence, found: tuple[Piece, ...], known: Mapping[str, tuple[Entry, ...]]) -> tuple[Piece, ...]:
    """The names with what else may name actors: names that the document introduced itself, and agent nouns.

    `known` holds surnames of unlisted people and acronyms given in brackets.
    """
    doc, text = sentence.doc, sentence.text
    found = tuple(_introduced(p, known) for p in found)
    taken = _cover(found)
    found = tuple(_with_given_name(doc, p, taken) for p in found)
    taken |= _cover(found)
    more = _known(doc, known, taken)
    taken |= _cover(more)
    nouns = _agents(doc, text, taken)
    taken |= _cover(nouns)
    return _ordered([*found, *more, *nouns, *_titled_names(doc, [*found, *nouns], taken)])


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
    return _piece(doc[start : piece.end], "unlisted-person") if start < piece.start else piece


def _given_name(token: Token) -> bool:
    plain = token.text.replace("-", "").isalpha() and token.is_title and token.ent_type_ in ("", "PERSON")
    return plain and token.tag_ == "NNP" and token.i > token.sent.start and not _titled(token) and len(token.text) > 2


def _titled_names(doc: Doc, found: Iterable[Piece], taken: set[int]) -> Iterator[Piece]:
    """Names straight behind a title that the tagger missed: words in capitals that nothing else explains."""
    for title in found:
        end = title.end
        if title.kind not in ("office", "agent") or (end < len(doc) and title.text.lower().endswith("s")):
            continue
        while end < len(doc) and end < title.end + 4 and end not in taken and _name_word(doc[end]):
            end += 1
        if end > title.end + 1 or (end == title.end + 1 and title.text in ("Pope", "King", "Queen", "Sultan", "Emir")):
            yield _piece(doc[title.end : end], "unlisted-person")


def _name_word(token: Token) -> bool:
    return token.tag_ == "NNP" and token.text[0].isupper() and not token.text.isupper() and token.ent_type_ != "DATE"


def _introduced(piece: Piece, known: Mapping[str, tuple[Entry, ...]]) -> Piece:
    """The piece as the document itself explains it: what an acronym stands for goes before what a table says."""
    entries = known.get(piece.text)
    explained = entries is not None and (piece.text.isupper() or piece.kind == "unlisted-organisation")
    return replace(piece, entries=entries) if explained and entries else piece


def _ordered(found: Iterable[Piece]) -> tuple[Piece, ...]:
    return tuple(sorted(found, key=lambda p: (p.first, p.last)))


def _cover(found: Iterable[Piece]) -> set[int]:
    return {i for piece in found for i in range(piece.start, piece.end)}


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


def _misread(span: TokenSpan, text: str, match: Match) -> bool:
    """Whether the word is one of everyday language here: the month of May, US$, a first name."""
    token, kind = span[0], match.entries[0].kind
    if kind in ("office", "ministry"):
        return match.text.islower() and (not span[-1].tag_.startswith("NN") or _only_modifies(span[-1]))
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


def _part_of_longer_name(span: TokenSpan) -> bool:
    """A surname inside a street, a company or an operation ("the Bush School") is no person."""
    doc = span.doc
    after = doc[span.end] if span.end < len(doc) else None
    return after is not None and after.lower_ in usage("name-bearer") and after.is_title


def _unlisted(doc: Doc, entity: TokenSpan, listed: list[Piece]) -> Piece | None:
    if entity.label_ == "PERSON":
        return _person(doc, entity, listed)
    if entity.label_ in ("ORG", "FAC"):
        return _organisation(doc, entity, listed)
    return _spot(doc, entity, listed) if entity.label_ == "GPE" else None


def _spot(doc: Doc, entity: TokenSpan, listed: list[Piece]) -> Piece | None:
    """A town or village behind "in", "at" or "near" that no table has."""
    span = _trim(entity)
    if span is None or not span.start or doc[span.start - 1].lower_ not in usage("inside"):
        return None
    proper = all(t.tag_ == "NNP" and t.is_title and t.text.replace("-", "").isalpha() for t in span)
    free = proper and len(span) < 4 and not any(_overlaps(p, span) for p in listed)
    return replace(_piece(span, "unlisted-place"), entries=(Entry("unlisted-place", ""),)) if free else None


def _trim(entity: TokenSpan) -> TokenSpan | None:
    start, end = entity.start, entity.end
    doc = entity.doc
    while end > start and (doc[end - 1].tag_ == "POS" or not doc[end - 1].text[-1].isalnum()):
        if doc[end - 1].text[-1] == "." and len(doc[end - 1].text) > 1:
            break
        end -= 1
    while start < end and (not doc[start].text[0].isalpha() or doc[start].tag_ in ("DT", "POS", "PRP$")):
        start += 1
    return doc[start:end] if start < end else None


def _person(doc: Doc, entity: TokenSpan, listed: list[Piece]) -> Piece | None:
    span = _trim(entity)
    if span is None:
        return None
    start = span.start
    titles = [p for p in listed if p.kind in ("office", "country", "adjective", "organisation")]
    while start < span.end and (_titled(doc[start]) or any(p.start <= start < p.end for p in titles)):
        start += 1
    end = _particle_end(doc, span.end)
    words = [t for t in doc[start:end] if t.text != "-"]
    covered = [p for p in listed if p.start < end and p.end > start]
    if not _is_name(words) or any(p.kind not in ("surname", "place", "nothing") for p in covered):
        return None
    if any(p.kind == "place" for p in covered) and len(words) < 2:
        return None
    if any(p.kind == "nothing" or (p.start, p.end) == (start, end) for p in covered):
        return None
    if any(p.kind == "surname" and p.start == start and not _given(p.text) for p in covered):
        return None
    return _piece(doc[start:end], "unlisted-person")


def _given(word: str) -> bool:
    """Whether a listed surname may begin another name: "Charles Michel" is one, "Trump Expels" is none."""
    return word.lower() in usage("eastern") or word.lower() in usage("common")


def _particle_end(doc: Doc, end: int) -> int:
    """Past a name that the tagger cut after a particle: "Ursula von der | Leyen"."""
    if doc[end - 1].lower_ in usage("particle") and end < len(doc) and doc[end].is_title:
        return end + 1
    return end


def _titled(token: Token) -> bool:
    word = token.lower_
    return word in usage("mister") or word in usage("missus") or word in usage("courtesy") or word in agents()


def _is_name(words: list[Token]) -> bool:
    if not words or len(words) > 5:
        return False
    capitals = [t for t in words if t.text[0].isupper()]
    plain = all(t.text.replace("-", "").replace("'", "").replace("’", "").replace(".", "").isalpha() for t in words)
    proper = any(t.tag_ in ("NNP", "NNPS") for t in words)
    if words[-1].tag_ == "NNPS" or words[-1].lower_ in usage("body-noun") | usage("name-bearer"):
        return False
    if any(t.tag_ in ("IN", "TO", "VBZ", "VBD", "CC") and t.lower_ not in usage("particle") for t in words):
        return False
    return plain and proper and len(words) - len(capitals) <= 2 and words[0].text[0].isupper() and words[-1] in capitals


def _organisation(doc: Doc, entity: TokenSpan, listed: list[Piece]) -> Piece | None:
    span = _trim(entity)
    owner = next((t for t in span or () if t.tag_ == "POS"), None)
    if span is not None and owner is not None:
        span = doc[owner.i + 1 : span.end]
    if span is None or len(span) < 2 or not any(t.lower_ in usage("body-noun") and t.is_title for t in span):
        return None
    covered = [p for p in listed if _overlaps(p, span) and not _borrowed(p, span, listed)]
    if any(p.kind not in ("country", "adjective", "place", "surname", "office", "ministry") for p in covered):
        return None
    if any(p.start < span.start or p.end > span.end or p.end - p.start == len(span) for p in covered):
        return None
    if any(t.pos_ in ("VERB", "AUX") for t in span) or _national_service(span, covered):
        return None
    return _piece(span, "unlisted-organisation")


def _borrowed(piece: Piece, span: TokenSpan, listed: list[Piece]) -> bool:
    """Whether a listed body's name only ends that of another: the "Bolivar National Guard"."""
    ends = piece.kind == "organisation" and span.start < piece.start < piece.end == span.end
    before = piece.start - 1
    free = ends and not any(p.start <= before < p.end for p in listed) and span.doc[before].tag_ == "NNP"
    return free and len(piece.text.split()) > 1 and span.doc[span.end - 1].lower_ in usage("body-noun")


def _national_service(span: TokenSpan, covered: list[Piece]) -> bool:
    """ "Serbian Army": a country and what every country has, which the tables name together."""
    ends = [p for p in covered if p.kind in ("ministry", "office") and p.end == span.end]
    starts = [p for p in covered if p.kind in ("country", "adjective") and p.start == span.start]
    return bool(ends and starts) and starts[0].end == ends[0].start


def _written_out(sentence: Sentence) -> Iterator[Piece]:
    """Names that an acronym in brackets behind them abbreviates: "International Fund for Rivers (IFR)"."""
    doc = sentence.doc
    for bracket in doc if "(" in sentence.text else ():
        acronym = doc[bracket.i + 1].text if bracket.text == "(" and bracket.i + 2 < len(doc) else ""
        if not (2 < len(acronym) < 9 and acronym.isupper() and doc[bracket.i + 2].text == ")"):
            continue
        start = bracket.i
        while start and (doc[start - 1].text[0].isupper() or doc[start - 1].lower_ in usage("small")):
            start -= 1
        while start < bracket.i and doc[start].text[0] != acronym[0]:
            start += 1
        words = [t.text[0] for t in doc[start : bracket.i] if t.text[0].isupper() or t.lower_ not in usage("small")]
        body = any(t.lower_ in usage("body-noun") for t in doc[start : bracket.i])
        if body and "".join(words).upper() == acronym:
            yield _piece(doc[start : bracket.i], "unlisted-organisation")


def _overlaps(piece: Piece, span: TokenSpan) -> bool:
    return piece.start < span.end and piece.end > span.start


def _piece(span: TokenSpan, kind: EntryKind, key: str = "") -> Piece:
    first, last = span.start_char, span.end_char
    entry = Entry(kind, key or span.text)
    return Piece(span.start, span.end, first, last, span.text, (entry,))


def _known(doc: Doc, known: Mapping[str, tuple[Entry, ...]], taken: set[int]) -> list[Piece]:
    found = []
    for token in doc:
        entries = known.get(token.text)
        if entries and token.i not in taken and token.text[0].isupper():
            end = token.idx + len(token.text)
            found.append(Piece(token.i, token.i + 1, token.idx, end, token.text, entries))
    return found


def _agents(doc: Doc, text: str, taken: set[int]) -> list[Piece]:
    """Agent nouns where they are nouns: "heads", not "he heads"."""
    found = []
    for match in agent_nouns(text):
        span = doc.char_span(match.start, match.end)
        if span is None or not span[-1].tag_.startswith("NN") or any(t.i in taken for t in span):
            continue
        if _only_modifies(span[-1]):
            continue
        found.append(Piece(span.start, span.end, match.start, match.end, match.text, match.entries))
    return found


def _only_modifies(token: Token) -> bool:
    """Whether a noun stands before one that is no agent: "spy balloon", "leader summit"."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    return (
        after is not None and token.dep_ == "compound" and after.tag_ in ("NN", "NNS") and after.lower_ not in agents()
    )


def agent_nouns(text: str) -> tuple[Match, ...]:
    """Where words stand that are agent nouns, or verbs of the same form."""
    return _nouns().find(text)


@cache
def _nouns() -> Matcher:
    """The agent nouns in small letters, with a capital, and in capitals."""
    names: dict[str, list[Entry]] = {}
    for noun in agents():
        small = (noun,) if agents()[noun].singular.islower() else ()
        for form in dict.fromkeys((*small, noun.capitalize(), noun.title(), noun.upper())):
            names[form] = [Entry("agent", noun)]
    return Matcher(names)
