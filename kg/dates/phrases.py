"""Join the tokens of a holiday's name ("New Year's Eve") into one, by ontology/dates/holidays.csv."""

import re
from functools import lru_cache
from typing import NamedTuple

from kg.dates.lexicon import KINDS, Lexicon
from kg.dates.tokens import Join, Tokens, joined
from kg.resources import ontology
from kg.tables import rows

_WORD = re.compile(r"'s|\w+|-")
_SIGNS = {"'s": KINDS["poss"], "-": KINDS["dash"]}
_PLAIN = str.maketrans("’–—", "'--", ".")


class Phrases(NamedTuple):
    """The names as one expression over the lexicon's characters, and the rule of each."""

    expression: re.Pattern[str]
    rules: dict[str, str]


@lru_cache(maxsize=1)
def holidays() -> dict[str, str]:
    """The rule of each holiday by its name, in lower case.

    Raises:
        OntologyError: the table is missing or a row is wrong.
    """
    path = ontology("dates", "holidays.csv")
    return {row.cells["name"]: row.cells["rule"] for row in rows(path, ("name", "rule"))}


def words() -> set[str]:
    """The words that the names are made of."""
    return {word for name in holidays() for word in _WORD.findall(name)} - set(_SIGNS)


def phrases(lexicon: Lexicon) -> Phrases:
    """The names, ready to search."""
    spelled = {tuple(_WORD.findall(name)): rule for name, rule in holidays().items()}
    longest_first = sorted(spelled, key=lambda name: (-len(name), name))
    parts = ("".join(f"[{_symbols(lexicon, word)}]" for word in name) for name in longest_first)
    return Phrases(re.compile("|".join(parts)), {" ".join(name): rule for name, rule in spelled.items()})


def merge(tokens: Tokens, found: Phrases) -> Tokens:
    """The tokens with every name in one token of class `holiday`."""
    joins = []
    for match in found.expression.finditer(tokens.symbols):
        written = " ".join(map(tokens.word, range(*match.span()))).translate(_PLAIN)
        joins.append(Join(*match.span(), KINDS["holiday"], found.rules[written]))
    return joined(tokens, joins) if joins else tokens


def _symbols(lexicon: Lexicon, word: str) -> str:
    return re.escape(_SIGNS.get(word) or lexicon.classes[f"={word}"])
