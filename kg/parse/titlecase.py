"""Headlines In Title Case, in which the parser takes verbs for names, with the small letters of the text below."""

import re
from functools import lru_cache

from kg.parse.split import Segment
from kg.resources import ontology
from kg.tables import lines

_WORD = re.compile(r"(?<![\w'’-])[A-Za-z]+(?![\w-])")
_SMALL = re.compile(r"(?<![\w'’-])[a-z]+")
_CAPITAL = re.compile(r"(?<![\w-])[A-Z][A-Za-z]+")
_LONG = 4
"""Letters of the words that such headlines write with a capital; shorter ones may be "of" or "with"."""
_FEW = 3
_QUOTES = " '\"‘“"


def lowered(headline: str, segment: Segment, text: str) -> str:
    """The headline with small letters where the text has them, and in verbs that the text names nobody by.

    "Chad Recalls Envoy From Mali" becomes "Chad recalls envoy from Mali". The length stays the same.
    """
    long = [w for w in _WORD.findall(headline) if len(w) >= _LONG]
    if len(long) < _FEW or not all(w[0].isupper() and not w.isupper() for w in long):
        return headline
    below = text[segment.span.end :]
    small, names = frozenset(_SMALL.findall(below)), frozenset(_CAPITAL.findall(below))

    def written(match: re.Match[str]) -> str:
        word, lower = match[0], match[0].lower()
        opens = not headline[: match.start()].strip(_QUOTES)
        return word if opens or word in names or not (lower in small or _is_verb(lower)) else lower

    return _WORD.sub(written, headline)


def _is_verb(word: str) -> bool:
    """Whether a word is a verb of the lexicon, bare or with the ending of "meets", "reaches" or "signed"."""
    return not {word, word[:-1], word[:-2]}.isdisjoint(_verbs())


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    """The heads of the patterns of verbs.csv."""
    patterns = (line.split(",")[0].split() for _, line in lines(ontology("lexicon", "verbs.csv")))
    return frozenset(head for pattern in patterns if len(pattern) > 1 for head in pattern[1].split("|"))
