"""Where extraction runs: in this process, or in several; each document is read by the same function."""

from kg.engine.reading import Extracted
from kg.engine.run import extract

__all__ = ["Extracted", "extract"]
