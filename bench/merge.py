"""Print how well reports of one event are joined, and how that grows.

usage: python bench/merge.py BENCH_DIR [ecb] [events] [timelines] [trips] [growth [N…]]

  ecb        ECB+ dev, gold mentions (`ecb train` for the part to tune on): CoNLL F1, precision and recall of links
  events     seeds and news_dev: cross-document pairs, as extracted from the text
All parts are printed where none is named.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import ecb
import events


def print_ecb(bench: Path, options: Sequence[str]) -> None:
    for part in options or ["dev"]:
        for row in ecb.results(bench / "merge", part):
            print(
                f"ECB+ {part} {row.name:26} CoNLL {100 * row.conll:.1f}  links P {row.precision:.3f} R {row.recall:.3f}"
            )


def print_events(bench: Path, options: Sequence[str]) -> None:
    for name in options or events.SETS:
        found = events.score(bench, name)["merge"]
        print(
            f"{name}: {found['joined']} of {found['both_found']} pairs found in both texts are joined "
            f"({found['gold_pairs']} in the gold), precision {found['precision']}"
        )


PARTS: dict[str, Callable[[Path, Sequence[str]], None]] = {"ecb": print_ecb, "events": print_events}


def main() -> None:
    bench, *words = sys.argv[1:]
    chosen: dict[str, list[str]] = {}
    for word in words:
        if word in PARTS:
            chosen[word] = []
        elif chosen:
            chosen[list(chosen)[-1]].append(word)
        else:
            sys.exit(f"{word}: no part of this bench; they are {', '.join(PARTS)}")
    for name, options in (chosen or {name: [] for name in PARTS}).items():
        PARTS[name](Path(bench), options)


if __name__ == "__main__":
    main()
