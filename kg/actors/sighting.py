"""Which sentences can name an actor at all, and where in them one may stand whom no table lists.

Asked before anything is parsed, of the words alone: what cannot be told from them counts as an actor.
"""

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct
from spacy.lang.en.stop_words import STOP_WORDS

from kg.actors.agent_nouns import agent_nouns
from kg.actors.fold import distance
from kg.actors.gazetteer import Gazetteer
from kg.actors.lexicon import usage
from kg.actors.match import Match
from kg.actors.pronouns import THIRD
from kg.parse import Need

_WORD = re.compile(r"[^\W\d_][\w.]*\w|[^\W\d_]")
_TAKEN_UP = re.compile(
    r"\b[Tt]he (?:two|pair|island|North|South)\b|\b[Bb]oth\b|\b[Nn]ext (?:[\w-]+ )?(?:round|meeting|summit|session)\b"
)
_GAP = re.compile(r"[.'’]?(?: ?[-–‑(] ?|[’']s | |[’'])(?:[a-z]{1,3}[ -]){0,2}")
"""What may stand between two words of one name: "Bank of the Karoo", "J. van der Merwe", "Karoo Front (KF)"."""
_LISTED = re.compile(r", (?:(?:and|or) )?(?:the )?| (?:and|or) (?:the )?")
_QUOTES = re.compile('[“”"„«»]')
_OPEN = frozenset({"surname", "place", "doubtful"})
"""Listed names that may be part of an unlisted one: "Sydney Brown"."""
_TITLES = frozenset({"office", "agent"})
_GENERAL = frozenset({"office", "agent", "ministry", "adjective"})
_LONG, _LETTERS = 5, 2
"""Words of so many letters may be spelt with so many others."""
_FIRST = frozenset({"i", "me", "my", "myself", "we", "us", "our", "ours", "ourselves"})
_ONE_PERSON = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
_TAKE_UP = ("ministry", "country", "body", "leaders", "countries", "sides")


class Capital(Struct, frozen=True, order=True):
    """A word with a capital, or a listed name or title.

    `known` needs no tagger, `open` may be part of a longer name, `title` stands before names, `body` is a noun for
    bodies that no table explains: "Court".
    """

    start: int
    end: int
    text: str
    known: bool = False
    open: bool = False
    title: bool = False
    body: bool = False


class Sight(Struct, frozen=True):
    """What the words of a sentence tell: `stands_in` where one takes up an actor named elsewhere, `of_one` a person.

    `names` are those of the `runs` of capitals that may be unlisted names.
    """

    text: str
    listed: bool
    stands_in: bool
    strangers: bool
    of_one: bool
    runs: Sequence[Sequence[Capital]]
    names: Sequence[Sequence[Capital]]
    lists: tuple[tuple[int, int], ...]


def needs(sentences: Sequence[str], gazetteer: Gazetteer) -> tuple[Need, ...]:
    """What each of a document's tidied sentences must be read for."""
    seen = [_sight(text, gazetteer) for text in sentences]
    introduced = {word for s in seen for run in s.names for c in run for word in c.text.split()}
    heeded = [any(map(_QUOTES.search, sentences[max(0, i - 1) : i + 2])) for i in range(len(seen))]
    following = [*(s.of_one for s in seen[1:]), False]
    return tuple(_need(*each, introduced) for each in zip(seen, heeded, following, strict=True))


def _need(sight: Sight, quoting: bool, rivalled: bool, introduced: set[str]) -> Need:
    """What stands in or beside a quotation may tell who speaks; a stranger is a rival of those whom "he" may mean."""
    actors = [r for r in sight.runs if r in sight.names or _echoes(r, introduced)]
    names = tuple((r[0].start, r[-1].end) for r in sight.runs if r in actors or _may_be_place(sight.text, r))
    beside = quoting or (sight.strangers and rivalled)
    return Need(parse=bool(sight.listed or sight.stands_in or actors or beside), names=(*names, *sight.lists))


def _sight(text: str, gazetteer: Gazetteer) -> Sight:
    found = [*gazetteer.find(text), *agent_nouns(text)]
    words = list(_WORD.finditer(text))
    forms = {word[0].lower() for word in words}
    capitals = _capitals(words, found)
    runs = list(_runs(text, capitals))
    return Sight(
        text=text,
        listed=bool(found),
        stands_in=not forms.isdisjoint(_stand_ins()) or bool(_TAKEN_UP.search(text) or _told_of().search(text)),
        strangers=any(_is_unknown(c) for c in capitals),
        of_one=not forms.isdisjoint(_ONE_PERSON),
        runs=runs,
        names=list(filter(_may_name, runs)),
        lists=tuple(_lists(text, capitals)),
    )


@cache
def _stand_ins() -> frozenset[str]:
    nouns = {noun for group in _TAKE_UP for noun in usage(group)} | {"government", "administration"}
    plurals = {form for n in nouns for form in (n + "s", n + "es", n[:-1] + "ies", n[:-3] + "men")}
    return THIRD | _FIRST | nouns | plurals | {"former", "latter"}


@cache
def _told_of() -> re.Pattern[str]:
    """ "The visit was called off", "the talks will be held on Friday": whose they are stands in an earlier sentence."""
    occasions, fates = ("|".join(sorted(usage(group))) for group in ("occasion", "fate of an occasion"))
    return re.compile(rf"\b[Tt]h(?:e|at|is) (?:[\w-]+ ){{0,3}}(?:{occasions})\b.*\b(?:{fates})\b")


def _capitals(words: Iterable[re.Match[str]], found: Sequence[Match]) -> list[Capital]:
    """Listed names and titles, and the words with a capital outside them, in order."""
    taken = {i for m in found for i in range(m.start, m.end)}
    others = (w for w in words if w[0][0].isupper() and w.start() not in taken)
    return sorted([*map(_listed, found), *map(_capital, others)])


def _listed(match: Match) -> Capital:
    kind = match.entries[0].kind
    return Capital(
        match.start,
        match.end,
        match.text,
        known=kind not in _OPEN,
        open=kind in _OPEN,
        title=kind in _TITLES,
        body=kind in _GENERAL and any(_is_body(word) for word in match.text.split()),
    )


def _capital(word: re.Match[str]) -> Capital:
    lower = word[0].lower()
    title = lower in _titles()
    known = title or lower in _everyday()
    return Capital(word.start(), word.end(), word[0], known, title=title, body=_is_body(word[0]))


def _is_body(word: str) -> bool:
    return word[0].isupper() and word.lower() in usage("body-noun")


def _is_unknown(capital: Capital) -> bool:
    return not capital.known and not capital.open


@cache
def _titles() -> frozenset[str]:
    words = usage("mister") | usage("missus") | usage("courtesy")
    return frozenset(word.removesuffix(".") for word in words) - usage("body-noun")


@cache
def _everyday() -> frozenset[str]:
    """Words with a capital at the start of a sentence, or always, that are nobody's name."""
    names = (*calendar.day_name, *calendar.month_name, *calendar.day_abbr, *calendar.month_abbr)
    return frozenset({*STOP_WORDS, *(n.lower() for n in names), "sept"}) - {
        "may",
        "will",
        "mine",
        "say",
        "call",
        "show",
    }


def _runs(text: str, capitals: Sequence[Capital]) -> Iterator[list[Capital]]:
    """Words that may be one name together."""
    run = list(capitals[:1])
    for left, right in pairwise(capitals):
        if not _GAP.fullmatch(text, left.end, right.start):
            yield run
            run = []
        run.append(right)
    if run:
        yield run


def _lists(text: str, capitals: Sequence[Capital]) -> Iterator[tuple[int, int]]:
    """ "Chad, Mali and Niger": the labels of names tell a list from an apposition, which the parser confuses."""
    for first, second, third in zip(capitals, capitals[1:], capitals[2:], strict=False):
        if text[first.end : second.start] == ", " and _LISTED.fullmatch(text, second.end, third.start):
            yield first.start, third.end


def _may_name(run: Sequence[Capital]) -> bool:
    """Whether words may be an unlisted name: two that nothing explains, one behind a title, one with "Court"."""
    if len(run) == 1:
        return False
    unknown = sum(map(_is_unknown, run))
    if unknown + sum(c.open for c in run) > 1:
        return True
    return (unknown > 0 and any(c.title for c in run)) or any(c.body for c in run)


def _may_be_place(text: str, run: Sequence[Capital]) -> bool:
    """Whether a word nothing explains stands behind "in" or the like."""
    return any(_is_unknown(c) and _last_word(text[: c.start]) in usage("inside") for c in run)


def _last_word(text: str) -> str:
    return text.rstrip().rpartition(" ")[2].lower()


def _echoes(run: Sequence[Capital], introduced: Iterable[str]) -> bool:
    """Whether a word is part of a name that the text has in full, perhaps in another spelling."""
    return any(_is_unknown(c) and any(_is_like(c.text, word) for word in introduced) for c in run)


def _is_like(word: str, other: str) -> bool:
    if word == other:
        return True
    long = min(len(word), len(other)) >= _LONG and word[0] == other[0] and abs(len(word) - len(other)) <= _LETTERS
    return long and distance(word, other, _LETTERS) <= _LETTERS
