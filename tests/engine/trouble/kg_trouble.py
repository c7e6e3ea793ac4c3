"""An extractor that finds nothing, and dies or hangs on documents that ask for it."""

import os
import signal
import time
from collections.abc import Iterator
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
