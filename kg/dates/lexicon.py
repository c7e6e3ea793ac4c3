"""The vocabulary of time expressions: every known word gets one character, every class of words a set of them.

A text then becomes a string with one character a token, and the grammar is regular expressions over that
string (`grammar.py`): short, linear in time, and free of the spelling of words.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.errors import OntologyError
from kg.resources import ontology
from kg.tables import rows

OTHER = "o"
"""A token that no time expression holds."""

KINDS = {
    "unknown": OTHER,
    "day": "D",  # 1 to 31
    "year": "Y",  # 1000 to 2199, four digits
    "integer": "I",  # other whole numbers
    "amount": "F",  # decimals, fractions and grouped digits
    "spelled": "N",  # a number of several words, as one token
    "nth": "T",  # 20th
    "iso": "S",  # 2013-03-20
    "slashed": "L",  # 03/20/2013
    "clock": "C",  # 15:30
    "decade": "E",  # 1990s
    "short_year": "A",  # '95
    "paragraph": "P",  # a blank line
    "holiday": "H",  # a name of holidays.csv
    "poss": "'",
    "comma": ",",
    "dash": "-",
    "open": "(",
    "close": ")",
    "stop": ".",
    "slash": "/",
}
"""Characters of the tokens that are no words, by class."""

UNIONS = {
    "whole": ("day", "year", "integer", "spelled", "number"),
    "count": ("day", "year", "integer", "spelled", "amount", "number"),
    "rank": ("nth", "ordinal"),
}
"""Classes made of others."""

_FIRST_WORD = 0xE000  # the private use area, so that no word's character meets a kind's


class Lexicon(NamedTuple):
    """`symbols`: surface form → character; `classes`: name → characters; `values`: (class, character) → meaning.

    A word that the grammar names itself is a class of its own, called `=word`.
    """

    symbols: dict[str, str]
    classes: dict[str, str]
    values: dict[tuple[str, str], str]


def build(literals: Iterable[str]) -> Lexicon:
    """The vocabulary of ontology/dates/words.csv and zones.csv, and the words that the grammar itself names.

    Raises:
        OntologyError: a table is missing or a row is wrong.
    """
    symbols: dict[str, str] = {}
    classes: dict[str, str] = dict(KINDS)
    values: dict[tuple[str, str], str] = {}
    for word, group, value, capital in _words():
        symbol = _symbol(symbols, word, capital)
        classes[group] = classes.get(group, "") + symbol
        values[group, symbol] = value
    for word in sorted(literals):
        known = "".join(dict.fromkeys(s for form, s in symbols.items() if form.lower() == word))
        classes[f"={word}"] = known or _symbol(symbols, word, capital=False)
    for name, parts in UNIONS.items():
        classes[name] = "".join(classes[part] for part in parts)
        values.update(((name, s), values[part, s]) for part in parts for s in classes[part] if (part, s) in values)
    return Lexicon(symbols, classes, values)


def _words() -> Iterator[tuple[str, str, str, bool]]:
    path = ontology("dates", "words.csv")
    for row in rows(path, ("word", "class", "value", "case")):
        cells = row.cells
        if cells["case"] not in ("", "cap") or not cells["word"] or not cells["class"]:
            raise OntologyError(f"{path}:{row.line}: write word,class,value and `cap` or nothing for case")
        yield cells["word"], cells["class"], cells["value"], cells["case"] == "cap"
    for row in rows(ontology("dates", "zones.csv"), ("zone", "offset")):
        yield row.cells["zone"], "zone", row.cells["offset"], True


def _symbol(symbols: dict[str, str], word: str, capital: bool) -> str:
    """The character of a word; a capitalised and a free form of one word are two words."""
    raised = (word.capitalize(), word.upper())
    known = symbols.get(raised[0] if capital else word)
    if known is not None and (not capital or known != symbols.get(word)):
        return known
    symbol = chr(_FIRST_WORD + len(set(symbols.values())))
    for form in raised if capital else (word,):
        symbols[form] = symbol
    if not capital:
        for form in raised:
            symbols.setdefault(form, symbol)
    return symbol
