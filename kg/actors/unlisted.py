"""Names that no table has: people, bodies and towns by the tagger, and names that an acronym in brackets follows."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from kg.actors.lexicon import agents, usage
from kg.actors.match import Entry
from kg.actors.piece import Piece, cover, piece_of
from kg.parse import Sentence
from kg.parse.parser import is_given
from kg.parse.tree import Doc, Span, Token

_FAMILY = 6
"""Letters at most of a surname before given names of two syllables."""


def unlisted(sentence: Sentence, listed: list[Piece]) -> list[Piece]:
    """The names in a sentence beside those of the tables."""
    doc = sentence.doc
    sure = [p for p in _firms(doc) if not cover(listed) & set(range(p.start, p.end))]
    sure += [p for p in _syllabic(doc) if not cover(_fixed(listed)) & set(range(p.start, p.end))]
    taken = cover(sure)
    headline = sentence.segment.headline
    named = [p for e in doc.ents if (p := _unlisted(doc, e, listed, headline=headline)) is not None]
    found = sure + [p for p in named if not taken & set(range(p.start, p.end))]
    return found + [p for p in _written_out(sentence) if not cover(found + listed) & set(range(p.start, p.end))]


def _unlisted(doc: Doc, entity: Span, listed: list[Piece], *, headline: bool) -> Piece | None:
    if entity.label_ == "PERSON":
        return _person(doc, entity, listed, headline=headline)
    if entity.label_ in ("ORG", "FAC"):
        return _organisation(doc, entity, listed)
    return _spot(doc, entity, listed) if entity.label_ == "GPE" else None


def _spot(doc: Doc, entity: Span, listed: list[Piece]) -> Piece | None:
    """A town or village behind "in", "at" or "near" that no table has."""
    span = _trim(entity)
    if span is None or not span.start or doc[span.start - 1].lower_ not in usage("inside"):
        return None
    proper = all(t.tag_ == "NNP" and t.is_title and t.text.replace("-", "").isalpha() for t in span)
    free = proper and len(span) < 4 and not any(_overlaps(p, span) for p in listed)
    return replace(piece_of(span, "unlisted-place"), entries=(Entry("unlisted-place", ""),)) if free else None


def _trim(entity: Span) -> Span | None:
    start, end = entity.start, entity.end
    doc = entity.doc
    while end > start and (doc[end - 1].tag_ == "POS" or not doc[end - 1].text[-1].isalnum()):
        if doc[end - 1].text[-1] == "." and len(doc[end - 1].text) > 1:
            break
        end -= 1
    while start < end and (not doc[start].text[0].isalpha() or doc[start].tag_ in ("DT", "POS", "PRP$")):
        start += 1
    return doc[start:end] if start < end else None


def _person(doc: Doc, entity: Span, listed: list[Piece], *, headline: bool) -> Piece | None:
    span = _trim(entity)
    if span is None:
        return None
    start = span.start
    titles = [p for p in listed if p.kind in ("office", "country", "adjective", "organisation")]
    while start < span.end and (is_title(doc[start]) or any(p.start <= start < p.end for p in titles)):
        # "Lt-Gen Rao".
        start += 2 if start + 1 < span.end and doc[start + 1].text == "-" else 1
    end = _whole_end(doc, span.end)
    words = [t for t in doc[start:end] if t.text != "-"]
    covered = [p for p in listed if p.start < end and p.end > start]
    if not _is_name(words) or any(p.kind not in ("surname", "place", "nothing") for p in covered):
        return None
    if any(p.kind == "place" for p in covered) and len(words) < 2:
        return None
    if any(p.kind == "nothing" or (p.start, p.end) == (start, end) for p in covered):
        return None
    # "Trump Expels Envoys" begins with his name; in running text "Klaus Weber" is somebody else than Klaus.
    held = not headline or _holds_office(doc, start, end, listed)
    if not held and any(p.kind == "surname" and p.start == start and not _given(p.text) for p in covered):
        return None
    return piece_of(doc[start:end], "unlisted-person")


def _holds_office(doc: Doc, start: int, end: int, listed: list[Piece]) -> bool:
    """ "Deputy minister Fu Lan", "the governor of Shan, Khin Aung, said": a listed surname begins the name."""
    if any(p.kind == "office" and p.end == start for p in listed):
        return True
    apart = start > 0 and doc[start - 1].text == "," and end < len(doc) and doc[end].text == ","
    return apart and any(p.kind == "office" and p.end < start for p in listed)


def _given(word: str) -> bool:
    """Whether a listed surname may begin another name: "Charles Michel" is one, "Trump Expels" is none."""
    return word.lower() in usage("eastern") or word.lower() in usage("common")


def _whole_end(doc: Doc, end: int) -> int:
    """Past a name that the tagger cut: "Ursula von der | Leyen", "José Antonio | García Belaúnde"."""
    last = doc[end - 1]
    if last.lower_ in usage("particle") and end < len(doc) and doc[end].is_title:
        return end + 1
    rest = doc[end : last.head.i + 1] if last.dep_ == "compound" else ()
    cut = all(t.tag_ == "NNP" and t.is_title and not t.ent_type_ for t in rest)
    return end + len(rest) if cut else end


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


def _organisation(doc: Doc, entity: Span, listed: list[Piece]) -> Piece | None:
    span = _trim(entity)
    owner = next((t for t in span or () if t.tag_ == "POS"), None)
    if span is not None and owner is not None:
        span = doc[owner.i + 1 : span.end]
    bracket = next((t for t in span or () if t.text == "("), None)
    if span is not None and bracket is not None:
        span = doc[span.start : bracket.i]
    if span is None or len(span) < 2 or not any(t.lower_ in usage("body-noun") and t.is_title for t in span):
        return None
    covered = [p for p in listed if _overlaps(p, span) and not _borrowed(p, span, listed)]
    if any(p.kind not in ("country", "adjective", "place", "surname", "office", "ministry") for p in covered):
        return None
    if any(p.start < span.start or p.end > span.end or p.end - p.start == len(span) for p in covered):
        return None
    if any(t.pos_ in ("VERB", "AUX") for t in span) or _national_service(span, covered):
        return None
    return piece_of(span, "unlisted-organisation")


def _borrowed(piece: Piece, span: Span, listed: list[Piece]) -> bool:
    """Whether a listed body's name only ends that of another: the "Bolivar National Guard"."""
    ends = piece.kind == "organisation" and span.start < piece.start < piece.end == span.end
    before = piece.start - 1
    free = ends and not any(p.start <= before < p.end for p in listed) and span.doc[before].tag_ == "NNP"
    return free and len(piece.text.split()) > 1 and span.doc[span.end - 1].lower_ in usage("body-noun")


def _national_service(span: Span, covered: list[Piece]) -> bool:
    """ "Serbian Army": a country and what every country has, which the tables name together."""
    ends = [p for p in covered if p.kind in ("ministry", "office") and p.end == span.end]
    starts = [p for p in covered if p.kind in ("country", "adjective") and p.start == span.start]
    return bool(ends and starts) and starts[0].end == ends[0].start


def _fixed(listed: Iterable[Piece]) -> list[Piece]:
    """Those that no longer name takes in."""
    return [p for p in listed if p.kind != "surname"]


def _syllabic(doc: Doc) -> Iterator[Piece]:
    """ "Noh Kyu-duk": two syllables behind a surname name a person, whatever the tagger says."""
    for given in (t for t in doc if t.i and "-" in t.text and is_given(t.text)):
        family = doc[given.i - 1]
        short = family.text.isalpha() and family.is_title and len(family.text) <= _FAMILY and family.tag_ == "NNP"
        if short and not is_title(family):
            yield piece_of(doc[family.i : given.i + 1], "unlisted-person")


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
            yield piece_of(doc[start : bracket.i], "unlisted-organisation")


def _firms(doc: Doc) -> Iterator[Piece]:
    """Names straight behind what they are: "the state energy company Sonatrach", "the Iranian airline Qeshm Air"."""
    firm = usage("firm")
    for noun in (t for t in doc if t.tag_ == "NN" and t.lower_ in firm):
        end = noun.i + 1
        while end < len(doc) and _is_proper(doc[end]):
            end += 1
        name = doc[noun.i + 1 : end]
        if len(name) and not any(is_title(t) for t in name) and _are_one(noun, name):
            yield piece_of(name, "unlisted-organisation")


def _are_one(noun: Token, name: Span) -> bool:
    person = len(name) > 1 and any(t.ent_type_ == "PERSON" for t in name)
    return not person and (noun.head in name or any(t.head == noun and t.dep_ == "appos" for t in name))


def _is_proper(token: Token) -> bool:
    return (
        token.tag_ in ("NNP", "NNS", "NNPS")
        and token.text[0].isupper()
        and token.ent_type_ not in ("DATE", "TIME", "GPE")
    )


def _overlaps(piece: Piece, span: Span) -> bool:
    return piece.start < span.end and piece.end > span.start


def is_title(token: Token) -> bool:
    """Whether a word stands before names: "Mr", "Sir", "president"."""
    word = token.lower_
    return word in usage("mister") or word in usage("missus") or word in usage("courtesy") or word in agents()
