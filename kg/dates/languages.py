"""Guess the language of a text that comes without one: by script, or by its most frequent small words."""

import re
from collections import Counter, defaultdict
from functools import lru_cache

from kg.resources import ontology
from kg.tables import rows

_SAMPLE = 2000
_ENOUGH = 2
"""Small words that it takes for another language than English, and twice as many as there are English ones."""
_WORDS = re.compile(r"[^\W\d_]+")
_SMALL = re.compile(r"[a-zß-öø-ɏ]+")
_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("fa", re.compile(r"[پچژگ]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("uk", re.compile(r"[іїєґІЇЄҐ]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
_FOREIGN = re.compile(r"[\u0400-\u04ff\u0600-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")


def detect(text: str) -> str:
    """The ISO 639-1 code of the language that a text is most likely in; "en" where nothing speaks against it."""
    sample = text[:_SAMPLE]
    foreign = 0 if sample.isascii() else len(_FOREIGN.findall(sample))
    if foreign and 3 * foreign > sum(map(len, _WORDS.findall(sample))):
        return next((code for code, script in _SCRIPTS if script.search(sample)), "en")
    small = _small_words()
    votes = Counter(code for word in _SMALL.findall(sample.lower()) if word in small for code in small[word])
    best = max(sorted(votes), key=lambda code: votes[code], default="en")
    return best if votes[best] >= _ENOUGH and votes[best] > 2 * votes["en"] else "en"


@lru_cache(maxsize=1)
def _small_words() -> dict[str, list[str]]:
    """The languages of each word."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows(ontology("dates", "languages.csv"), ("language", "words")):
        for word in row.cells["words"].split():
            found[word].append(row.cells["language"])
    return dict(found)
