"""Find the temporal expressions of a text and resolve them, from its start to its end."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kg.dates import (
    absolute,
    anaphora,
    clock,
    durations,
    earnings,
    foreign,
    holidays,
    languages,
    numbers,
    phrases,
    references,
    relative,
    repeated,
    undated,
)
from kg.dates.grammar import Compiled, Hit, compiled, literals
from kg.dates.islands import core, islands
from kg.dates.joining import Found, joined_times
from kg.dates.lexicon import Lexicon, build
from kg.dates.scene import UNKNOWN, NoAnchorError, Reading, Scene
from kg.dates.tokens import Tokens, tokenize
from kg.model import Timex

RULES = (
    *absolute.RULES,
    *earnings.RULES,
    *anaphora.RULES,
    *undated.RULES,
    *relative.RULES,
    *holidays.RULES,
    *clock.RULES,
    *repeated.RULES,
    *durations.RULES,
)
_SPELLED = frozenset({"a", "and", "one", "half"})


class Machinery(NamedTuple):
    """What is built once from the tables and the grammar."""

    lexicon: Lexicon
    numbers: numbers.Numbers
    phrases: phrases.Phrases
    rules: tuple[Compiled, ...]
    asking: Mapping[str, tuple[int, ...]]
    """The rules that need one of some symbols, by each of these."""
    core: re.Pattern[str]


@lru_cache(maxsize=1)
def machinery() -> Machinery:
    """The vocabulary and the compiled grammar.

    Raises:
        OntologyError: a table of ontology/dates is missing or wrong.
    """
    rules = (*RULES, *references.rules())
    lexicon = build(literals(rules) | phrases.words() | _SPELLED)
    made = compiled(rules, lexicon)
    return Machinery(lexicon, numbers.spelling(lexicon), phrases.phrases(lexicon), made, _asking(made), core(lexicon))


def _asking(rules: Sequence[Compiled]) -> dict[str, tuple[int, ...]]:
    symbols = sorted({symbol for rule in rules for symbol in rule.needs})
    return {symbol: tuple(i for i, rule in enumerate(rules) if symbol in rule.needs) for symbol in symbols}


def tag(text: str, published: date | None, language: str | None = None) -> tuple[Timex, ...]:
    """The temporal expressions of a text, in order and without overlaps; offsets are code points.

    Args:
        text: one article.
        published: the day from which relative expressions are counted; without it they stay unresolved
            (`edtf` is None and the value has X for what is not known).
        language: ISO 639-1 code; English is the default.

    Returns:
        TIMEX3 annotations (ISO-TimeML as TempEval-3 uses it) with EDTF level 1 and the days that bound them.
    """
    language = (language or languages.detect(text)).partition("-")[0].lower()
    if language != "en":
        return foreign.tag(text, published, language)
    return english(text, published, machinery())


def english(text: str, published: date | None, made: Machinery) -> tuple[Timex, ...]:
    """The temporal expressions of an English text."""
    tokens = phrases.merge(numbers.merge(tokenize(text, made.lexicon), made.numbers), made.phrases)
    found = list(_readings(tokens, made, Scene(published, is_narrative(tokens, made.lexicon, published))))
    return tuple(_timex(tokens, *each) for each in joined_times(tokens, found))


def unresolved(timex: Timex) -> bool:
    """Whether an expression names a date that cannot be placed on the calendar, for want of a publication date."""
    return timex.type in ("DATE", "TIME") and timex.edtf is None and timex.value.startswith("X")


_YEARS = 6
"""A text that names fewer years than this is no narrative."""


def is_narrative(tokens: Tokens, lexicon: Lexicon, published: date | None) -> bool:
    """Whether a text tells of the past year by year, like a chapter of history, and not of the days around today.

    News says "Friday", "last week", "today" at least as often as every fourth year that it names, and names the year
    of its publication and those beside it as often as any.
    """
    named = lexicon.classes["year"] + lexicon.classes["before_christ"]
    years = [tokens.word(i) for i, symbol in enumerate(tokens.symbols) if symbol in named]
    beside = {str(published.year + step) for step in (-1, 0, 1, 2)} if published else set()
    bygone = sum(year not in beside for year in years)
    if bygone < _YEARS or 2 * bygone < len(years):
        return False
    near = "".join(lexicon.classes[group] for group in ("weekday", "deictic", "ago"))
    return len(years) > 4 * sum(map(tokens.symbols.count, near))


def _readings(tokens: Tokens, made: Machinery, scene: Scene) -> Iterator[Found]:
    free = 0
    for hit in _hits(tokens, made):
        if hit.first < free:
            continue
        try:
            reading = hit.rule.resolve(hit, scene)
        except (ValueError, OverflowError):
            free = hit.last
            continue
        except NoAnchorError:
            reading = Reading("DATE", UNKNOWN["year"])
        if reading is not None:
            free = hit.last
            scene.keep(reading, hit.last)
            yield Found(hit.first + reading.skip, hit.last, reading)


def _hits(tokens: Tokens, made: Machinery) -> list[Hit]:
    """Everything that any rule matches: leftmost first, then longest, then in the order of the rules."""
    found: list[Hit] = []
    for symbols, first in islands(tokens, made.core):
        origin = range(first, first + len(symbols))
        for rule in _likely(symbols, made):
            for match in rule.expression.finditer(symbols):
                found.append(Hit(first + match.start(), first + match.end(), rule, match, origin, tokens, made.lexicon))
    return sorted(found, key=lambda hit: (hit.first, -hit.last))


def _likely(symbols: str, made: Machinery) -> Iterator[Compiled]:
    """The rules that may match in a stretch, in their order."""
    likely: set[int] = set().union(*(made.asking.get(symbol, ()) for symbol in symbols))
    return (made.rules[i] for i in sorted(likely))


def _timex(tokens: Tokens, first: int, last: int, reading: Reading) -> Timex:
    start, end = tokens.start[first], tokens.end[last - 1]
    return Timex(
        start=start,
        end=end,
        text=tokens.text[start:end],
        type=reading.type,
        value=reading.value,
        edtf=reading.edtf,
        earliest=reading.earliest,
        latest=reading.latest,
        precision=reading.precision,
    )
