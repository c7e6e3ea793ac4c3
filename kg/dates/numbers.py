"""Join the tokens of one number written in several words: "twenty-four", "two and a half", "nineteen ninety-seven"."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from kg.dates.lexicon import KINDS, Lexicon
from kg.dates.tokens import Join, Tokens, joined


class Numbers(NamedTuple):
    """How numbers are spelled in the grammar's alphabet: a pattern and what each character is worth."""

    expression: re.Pattern[str]
    worth: dict[str, int]


def spelling(lexicon: Lexicon) -> Numbers:
    """The pattern of numbers of two tokens or more, from the words in the lexicon."""
    worth = {s: int(v) for (group, s), v in lexicon.values.items() if group in ("number", "scale")}
    number = [s for s in lexicon.classes["number"] if s in worth]
    scale, a, joint = lexicon.classes["scale"], lexicon.classes["=a"], lexicon.classes["=and"]
    unit = _set(s for s in number if 1 <= worth[s] <= 9)
    ten = _set(s for s in number if 20 <= worth[s] <= 90)
    teen = _set(s for s in number if 10 <= worth[s] <= 19)
    age = _set(s for s in number if 13 <= worth[s] <= 20)
    small = f"(?:{ten}-?{unit}|{ten}|{teen}|{unit})"
    year = f"(?P<century>{age})-?(?P<years>{ten}-?{unit}|{ten}|{teen})(?!-?[{scale}])"
    large = f"(?:{small}|[{a}])?(?:-?[{scale}](?:[{joint}]?{small}(?![{scale}]))?){{1,3}}"
    digits = f"[{KINDS['day']}{KINDS['integer']}]"
    half = f"[{joint}][{a}{lexicon.classes['=one']}]-?[{lexicon.classes['=half']}]"
    mixed = f"(?P<mixed>{digits}-?{KINDS['amount']})|(?P<half>(?:{small}|{digits}){half})"
    first = _set((*number, *scale, *a, KINDS["day"], KINDS["integer"], "-"))
    spelled = f"(?={first})(?:{mixed}|{year}|(?P<large>{large})|(?P<small>{ten}-?{unit}))"
    return Numbers(re.compile(spelled), worth)


def merge(tokens: Tokens, numbers: Numbers) -> Tokens:
    """The tokens with every number in one token: a year where two pairs are read as one, else `spelled`."""
    found = []
    for match in numbers.expression.finditer(tokens.symbols):
        if value := _value(match, tokens, numbers):
            kind = KINDS["year" if match["century"] else "spelled"]
            found.append(Join(match.start(), match.end(), kind, value))
    return joined(tokens, found)


def _value(match: re.Match[str], tokens: Tokens, numbers: Numbers) -> str | None:
    words = match[0]
    if match["mixed"]:
        above, below = tokens.values[match.end() - 1].partition("/")[::2]
        whole = int(tokens.values[match.start()])
        return f"{whole + int(above) / int(below):g}" if below and int(below) else None
    if match["half"]:
        return f"{_number(match.start(), tokens, numbers) + 0.5:g}"
    if match["century"]:
        return str(100 * _sum(match["century"], numbers) + _sum(match["years"], numbers))
    return str(_product(words, numbers))


def _number(index: int, tokens: Tokens, numbers: Numbers) -> int:
    value = tokens.values.get(index)
    return int(value) if value else numbers.worth[tokens.symbols[index]]


def _sum(words: str, numbers: Numbers) -> int:
    return sum(numbers.worth.get(s, 0) for s in words)


def _product(words: str, numbers: Numbers) -> int:
    """The value of "two hundred and fifty thousand": a scale multiplies what came before it."""
    total, group = 0, 0
    for worth in (numbers.worth.get(s) for s in words):
        if worth is None:
            continue
        if worth in (100, 12):
            group = max(group, 1) * worth
        elif worth >= 1000:
            total, group = (total + max(group, 1)) * worth, 0
        else:
            group += worth
    return total + group


def _set(symbols: Iterable[str]) -> str:
    return f"[{''.join(symbols)}]"
