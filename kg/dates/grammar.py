"""The notation of the grammar: patterns over classes of words, compiled once to regular expressions.

A pattern is written in words, e.g. `(the)? <stage>? <month> <day> (,? <year>)?`:

- `<month>` is a token of class `month`, kept for the resolver under that name; `<first:month>` keeps it as `first`;
  `<early=dawn>` keeps the word `dawn` as `early`; a name may stand in several alternatives;
- `{month}` is a token of class `month` that is not kept;
- `the` is that word, `'s` the possessive, `,` and `-` are punctuation;
- `( | ) ?` mean what they mean in regular expressions, and so do the conditions `(= after)`, `(! not after)`
  and `(< before)`, the last with single tokens; blanks mean nothing;
- `%name` stands for a longer pattern of `MACROS`.

Every pattern has a bounded length, so that finding takes time linear in the text.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kg.dates.lexicon import Lexicon
from kg.dates.needed import Step, needed
from kg.dates.tokens import Tokens

if TYPE_CHECKING:
    from kg.dates.scene import Reading, Scene

MACROS = {
    "around": "(<around>)?",
    "weekday": "((this | next | last)? (coming | past)? {weekday} ,? | {weekday_short} ,?)?",
    "early": "(<around>)? (sometime (in)?)? ((the)? (very)? (<stage> -? (in | on | of | part of)?"
    " | <stage_of> (of | in) | (<sofar=earlier> | <ahead=later>) (in | on)?) (the)?)?",
    "stage": "(the)? (<stage> -? (in | on)? | earlier | later)",
    "about": "({about} | more than | less than | at least | at most | up to | no more than | as much as | as many as"
    " | a little more than | just over | just under | fewer than | as long as | as little as)",
    "year": "(<year> | <short_year> | (<back> | <here> | <forward>) year"
    " | {there} year | the same year | that same year)",
    "of_year": ",? (of | in | the year)? %year",
    "month": "(<month> | <lower_month>)",
    "day": "(<day> | <nth> | <ordinal> (! quarter | half | - | and))",
    "number": "(a | an | <count> | <many> | a <many:few> | (a)? <couple> (of)?)",
    "unit": "(<unit> | <units>)",
    "joint": "(to | - | and | through | or | until)",
}
"""Pieces of patterns that several rules share."""

_MACRO = re.compile(r"%(\w+)")
_PIECE = re.compile(r"<(\w+)(?::(\w+)|=(\w+))?>|\{(\w+)\}|('s|[a-z]+(?:'[a-z]+)?)|(\([=!<](?=\s)|[(|)?,./-])|(\s+)")
_MARKS = {"(": "(?:", "|": "|", ")": ")", "?": "?", "(=": "(?=", "(!": "(?!", "(<": "(?<="}
_LITERALS = {"'s": "poss", ",": "comma", "-": "dash", ".": "stop", "/": "slash"}

Resolver = Callable[["Hit", "Scene"], "Reading | None"]


class Rule(NamedTuple):
    """A pattern and the function that reads what it finds."""

    pattern: str
    resolve: Resolver


class Compiled(NamedTuple):
    """A rule ready to search: its expression, and the groups of each name that it keeps with their classes.

    `needs` are symbols of which a text must have one for the expression to match.
    """

    expression: re.Pattern[str]
    needs: frozenset[str]
    groups: dict[str, tuple[tuple[str, str], ...]]
    resolve: Resolver


class Hit(NamedTuple):
    """Where a rule matched: tokens `first` to `last` (exclusive) of a text.

    `origin` has the token of every character that the expression searched.
    """

    first: int
    last: int
    rule: Compiled
    match: re.Match[str]
    origin: Sequence[int]
    tokens: Tokens
    lexicon: Lexicon

    @property
    def before(self) -> str:
        """The word before, in lower case; empty at the start of the text."""
        return self.tokens.word(self.first - 1)

    @property
    def after(self) -> str:
        """The word after, in lower case; empty at the end of the text."""
        return self.tokens.word(self.last)

    def at(self, name: str) -> int | None:
        """Which token a name of the pattern was found at, or None where the pattern left it out."""
        found = (self.match.start(group) for group, _ in self.rule.groups.get(name, ()))
        return next((self.origin[index] for index in found if index >= 0), None)

    def has(self, name: str) -> bool:
        """Whether the pattern found a token of this name."""
        return self.at(name) is not None

    def get(self, name: str) -> str | None:
        """What a named token stands for: its own number, or its value in the lexicon."""
        for group, kind in self.rule.groups.get(name, ()):
            if (found := self.match.start(group)) >= 0:
                index = self.origin[found]
                own = self.tokens.values.get(index)
                return own if own is not None else self.lexicon.values.get((kind, self.tokens.symbols[index]))
        return None

    def value(self, name: str) -> str:
        """What a named token stands for; KeyError where the pattern left it out."""
        value = self.get(name)
        if value is None:
            raise KeyError(name)
        return value

    def follows(self, group: str) -> bool:
        """Whether the token before is of a class."""
        return self.first > 0 and self.tokens.symbols[self.first - 1] in self.lexicon.classes[group]

    def precedes(self, group: str) -> bool:
        """Whether the token after is of a class."""
        return self.last < len(self.tokens.symbols) and self.tokens.symbols[self.last] in self.lexicon.classes[group]

    def words(self) -> list[str]:
        """The tokens as written, in lower case."""
        return [self.tokens.word(i) for i in range(self.first, self.last)]


def literals(rules: Iterable[Rule]) -> set[str]:
    """The words that patterns name."""
    words = {piece[3] or piece[5] for rule in rules for piece in _pieces(rule.pattern) if piece[3] or piece[5]}
    return words - set(_LITERALS)


def compiled(rules: Iterable[Rule], lexicon: Lexicon) -> tuple[Compiled, ...]:
    """The rules as regular expressions over the lexicon's characters."""
    return tuple(_compile(rule, lexicon) for rule in rules)


def _pieces(pattern: str) -> Iterator[re.Match[str]]:
    while "%" in pattern:
        pattern = _MACRO.sub(lambda name: MACROS[name[1]], pattern)
    at = 0
    while at < len(pattern):
        piece = _PIECE.match(pattern, at)
        if piece is None:
            raise ValueError(f"{pattern!r}: cannot read {pattern[at:]!r}")
        yield piece
        at = piece.end()


def _compile(rule: Rule, lexicon: Lexicon) -> Compiled:
    steps: list[Step] = []
    groups: dict[str, tuple[tuple[str, str], ...]] = {}
    for piece in _pieces(rule.pattern):
        if name := piece[1]:
            kind = f"={piece[3]}" if piece[3] else piece[2] or name
            group = f"{name}{len(groups.get(name, ()))}"
            groups[name] = (*groups.get(name, ()), (group, kind))
            steps.append((f"(?P<{group}>{_any(lexicon, kind)})", lexicon.classes[kind]))
        elif piece[4] or piece[5] or piece[6] in _LITERALS:
            kind = piece[4] or _LITERALS.get(piece[5] or piece[6], f"={piece[5]}")
            steps.append((_any(lexicon, kind), lexicon.classes[kind]))
        elif piece[6]:
            steps.append((_MARKS[piece[6]], ""))
    needs = needed(steps)
    if not needs:
        raise ValueError(f"{rule.pattern!r}: has no word that must stand there")
    return Compiled(re.compile("".join(part for part, _ in steps)), needs, groups, rule.resolve)


def _any(lexicon: Lexicon, group: str) -> str:
    return f"[{re.escape(lexicon.classes[group])}]"
