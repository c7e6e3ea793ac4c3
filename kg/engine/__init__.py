"""Where documents are read and mentions compared: here, in several processes, or on Spark, by the same functions."""

from kg.engine.reading import Extracted
from kg.engine.run import comparing, extract

__all__ = ["Extracted", "comparing", "extract"]
