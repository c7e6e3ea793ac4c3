"""What a stretch of tokens must have for a pattern to match in it: most patterns need not be tried on most."""

from collections.abc import Iterable, Sequence

Step = tuple[str, str]
"""A piece of an expression, and the symbols of its class; none for the signs `(?: (?= (?! (?<= | ) ?`."""


def needed(steps: Iterable[Step]) -> frozenset[str]:
    """Symbols of which every match of an expression has one; none where that cannot be told."""
    groups: list[tuple[str, list[list[frozenset[str]]]]] = [("", [[]])]
    for sign, members in steps:
        last = groups[-1][1]
        if members:
            last[-1].append(frozenset(members))
        elif sign == "|":
            last.append([])
        elif sign == "?":
            last[-1].pop()
        elif sign == ")":
            opened, choices = groups.pop()
            groups[-1][1][-1].append(_of_one(choices) if opened == "(?:" else frozenset())
        else:
            groups.append((sign, [[]]))
    return _of_one(groups[0][1])


def _of_one(choices: Sequence[Sequence[frozenset[str]]]) -> frozenset[str]:
    """What each of several choices needs: of each the class with the fewest symbols."""
    least = [min(filter(None, choice), key=len, default=frozenset[str]()) for choice in choices]
    return frozenset().union(*least) if all(least) else frozenset()
