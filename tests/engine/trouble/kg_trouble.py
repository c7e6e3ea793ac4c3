"""An extractor that finds nothing, and dies or hangs on documents that ask for it; mentions that kill who compares."""

import os
import signal
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.actors import Gazetteer
from kg.model import Document, EventMention


class Trouble:
    name = "trouble"

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._once = Path(os.environ["TROUBLE"]) / "died"

    def extract(self, document: Document) -> Iterator[EventMention]:
        if document.text == "HANG":
            time.sleep(3600)
        if document.text == "DIE" or (document.text == "DIE ONCE" and not self._once.exists()):
            self._once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        yield from ()


class Deadly(list[object]):
    """Values that kill the process which walks them, unless it is the one that made them; with `once` only the first.

    With `waits` the process is not killed, but says who it is (`walking`) and waits for somebody to do it.
    """

    def __init__(self, values: Iterable[object], once: bool = False, waits: bool = False) -> None:
        super().__init__(values)
        self._home = os.getpid()
        self._once = once
        self._waits = waits

    def __iter__(self) -> Iterator[object]:
        if os.getpid() != self._home:
            self._die(Path(os.environ["TROUBLE"]))
        return super().__iter__()

    def _die(self, folder: Path) -> None:
        try:
            (folder / "walked").touch(exist_ok=not self._once)
        except FileExistsError:
            return
        if self._waits:
            (folder / "walking").write_text(str(os.getpid()), encoding="utf-8")
            time.sleep(600)
        os.kill(os.getpid(), signal.SIGKILL)
