"""The actors of each sentence of a document: names first, then what they are called by afterwards."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise

from kg.actors import deictic, spots
from kg.actors.cast import Cast
from kg.actors.coref import Coreference
from kg.actors.deictic import dateline
from kg.actors.fold import fold
from kg.actors.gazetteer import Gazetteer
from kg.actors.lexicon import usage
from kg.actors.marks import Mark
from kg.actors.match import Entry
from kg.actors.members import Billing
from kg.actors.naming import Namer
from kg.actors.phrases import HEADS, NAMES, NounPhrase, noun_phrases
from kg.actors.piece import Piece
from kg.actors.pieces import names, pieces
from kg.actors.setting import setting
from kg.actors.spelling import surname
from kg.model import ActorMention, Document
from kg.parse import Sentence
from kg.parse.tree import Doc

_STEM = 4
"""Letters by which words are compared: "labor" and "labour", "organisation" and "organization"."""
_SHORT = 3
"""Letters of a name that stands for nobody alone."""


def link(
    document: Document, sentences: Sequence[Sentence], gazetteer: Gazetteer
) -> tuple[tuple[ActorMention, ...], ...]:
    """Every actor that each sentence names, sorted by start: one tuple a sentence.

    A mention covers a name with its title ("Russian President Vladimir Putin") or a phrase without its article
    ("Chinese diplomats"); several actors of one phrase ("the two sides") are several mentions of one span.
    `rule` says what tied the words to the actor: "gazetteer:…" a table, "office:…" a title, "metonym:…",
    "group", "ner:…" the tagger, "apposition", "coref:…" other words of the document. "gazetteer:adjective" marks
    a country that only modifies ("Russian oil").
    """
    raw = [names(sentence, gazetteer) for sentence in sentences]
    scene = setting(document, raw, gazetteer)
    named = spots.settle([s.doc for s in sentences], raw, scene, gazetteer)
    known = _introduced(zip(sentences, named, strict=True))
    phrases = [noun_phrases(s.doc, pieces(s, n, known, gazetteer)) for s, n in zip(sentences, named, strict=True)]
    beside = [_apposed(s.doc, p) for s, p in zip(sentences, phrases, strict=True)]
    billings = sorted(_billings(phrases, beside), key=lambda b: sentences[b.sentence].segment.headline)
    cast = Cast(gazetteer, document.published, billings)
    namer = Namer(gazetteer, cast, scene)
    marks = [
        [m for i, p in enumerate(found) for m in namer.name(s, p, by.get(i))]
        for s, found, by in zip(sentences, phrases, beside, strict=True)
    ]
    place = dateline(document, sentences, gazetteer)
    here = gazetteer.directory.country_of(place.country or "") if place is not None else None
    settled = Coreference(document, sentences, namer, cast, marks, phrases, here).settle()
    return tuple(
        _mentions(s, found, deictic.here(document, s, place)) for s, found in zip(sentences, settled, strict=True)
    )


def _mentions(sentence: Sentence, found: Iterable[Mark], here: Iterable[ActorMention]) -> tuple[ActorMention, ...]:
    text = sentence.text
    mentions = chain(*(mark.mentions(sentence.offsets, text) for mark in found), here)
    return tuple(sorted(mentions, key=lambda m: (m.start, -m.end, m.id)))


def _introduced(named: Iterable[tuple[Sentence, Sequence[Piece]]]) -> Mapping[str, tuple[Entry, ...]]:
    """Surnames of unlisted people, given names of listed ones, acronyms in brackets behind a body's name."""
    known: dict[str, tuple[Entry, ...]] = {}
    for sentence, found in named:
        for piece in found:
            if piece.kind == "unlisted-person" and " " in piece.text:
                known.setdefault(surname(piece.text), (Entry("unlisted-person", piece.text),))
            elif piece.kind == "person" and (given := _given(piece.text)) is not None:
                known.setdefault(given, piece.entries)
            elif piece.kind in ("organisation", "unlisted-organisation"):
                acronym = _bracketed(sentence.doc, piece)
                listed = next((p for p in found if p.kind == "organisation" and p.text == acronym), None)
                unlisted = piece.kind == "unlisted-organisation"
                if listed is not None and unlisted and not _is_namesake(piece.text, listed):
                    known.setdefault(piece.text, listed.entries)
                elif acronym is not None:
                    known.setdefault(acronym, piece.entries)
    return known


def _is_namesake(name: str, listed: Piece) -> bool:
    """ "Rural Support Front (RSF)": another body of the same letters, by its words; not a translation of its name."""
    own = listed.keys("organisation")[0].split("-")
    letters = "".join(word[0] for word in own if word not in usage("small"))
    stems = {word[:_STEM] for word in own}
    told = [word.lower()[:_STEM] in stems for word in name.split() if word.lower() not in usage("small")]
    return letters == listed.text.lower() and 2 * sum(told) < len(told)


def _given(name: str) -> str | None:
    """ "Thongloun" of "Thongloun Sisoulith", "Jinping" of "Xi Jinping": what many call somebody by afterwards; no word
    of other use."""
    first, *rest = name.split()
    given = rest[-1] if rest and surname(name) == first else first
    told = len(rest) > 0 and len(given) > _SHORT and given.isalpha() and given.istitle()
    return given if told and given.lower() not in usage("common") else None


def _bracketed(doc: Doc, piece: Piece) -> str | None:
    behind = doc[piece.end : piece.end + 3]
    if len(behind) == 3 and behind[0].text == "(" and behind[2].text == ")" and behind[1].text.isupper():
        return behind[1].text
    return None


def _billings(phrases: Sequence[Sequence[NounPhrase]], beside: Sequence[Mapping[int, NounPhrase]]) -> Iterable[Billing]:
    for sentence, (found, by) in enumerate(zip(phrases, beside, strict=True)):
        for index, phrase in enumerate(found):
            if phrase.kind in NAMES:
                yield Billing(sentence, phrase, by.get(index))
            for i, piece in enumerate(phrase.before):
                if piece.kind in NAMES:
                    yield Billing(sentence, NounPhrase(piece.start, piece.end, piece, phrase.before[:i]), None)
            # "The government of President Sow" names him, too.
            yield from (Billing(sentence, owner, None) for owner in phrase.after if owner.kind in NAMES)


def _apposed(doc: Doc, found: Sequence[NounPhrase]) -> Mapping[int, NounPhrase]:
    """Phrases set beside each other with a comma, title and name, by the index of each."""
    pairs: dict[int, NounPhrase] = {}
    for index, (left, right) in enumerate(pairwise(found)):
        if _second(doc, left, right):
            pairs[index] = right
        kinds = {left.kind in NAMES, right.kind in NAMES}
        titles = [p for p in (left, right) if p.kind in HEADS and p.kind != "ministry" and not p.plural]
        beside = _adjacent(doc, left, right) and _closed(doc, right, found[index + 2 :])
        if kinds == {True, False} and titles and (beside or _is_title_of(left, right)):
            pairs.setdefault(index, right)
            pairs[index + 1] = left
    return pairs


def _second(doc: Doc, left: NounPhrase, right: NounPhrase) -> bool:
    """Whether a title is a second one of who is named behind "and": "vice premier and trade minister Jane Doe"."""
    titled = right.kind in NAMES and bool(right.before) and right.before[0].kind == "office"
    near = titled and right.before[0].start == right.start == left.end + 1 and doc[left.end].lower_ == "and"
    return near and left.kind == "office" and fold(left.head.text).lower() in usage("second")


def _is_title_of(title: NounPhrase, name: NounPhrase) -> bool:
    """ "President of Chad Idriss Rao", "ambassador to Mali Rao": a title with what it is of, straight before a name."""
    held = title.kind == "office" and bool(title.after or title.posted)
    return held and name.kind in NAMES and title.end == name.start


def _adjacent(doc: Doc, left: NounPhrase, right: NounPhrase) -> bool:
    """Whether only a comma, or a bracket, and an article stand between."""
    between = list(doc[left.end : right.start])
    marks = [t for t in between if t.text in (",", "(", "–", "—", "-")]
    rest = [t for t in between if t.text not in (",", "(", "–", "—", "-") and t.tag_ not in ("DT", "PRP$")]
    return len(marks) == 1 and between[0] is marks[0] and not rest


def _closed(doc: Doc, right: NounPhrase, later: Sequence[NounPhrase]) -> bool:
    """Whether the apposition ends with a comma or the like, and no list goes on behind it."""
    if right.end >= len(doc):
        return True
    token = doc[right.end]
    # "Lee did not meet Kim, his spokesman said" is of Lee's.
    words = ("who",) if doc[right.start - 1].tag_ == "PRP$" else ("who", "said")
    if token.text not in (",", ")", ".", ";", ":", "–", "—", "-", "'s", "’s") and token.lower_ not in words:
        return False
    listed = token.text == "," and right.end + 1 < len(doc) and doc[right.end + 1].lower_ in ("and", "or")
    return not (listed and later and later[0].start <= right.end + 4 and later[0].kind in (*NAMES, *HEADS))
