"""From documents to event mentions: the extractors, their lexicon, and the rules of status, date and place."""

from kg.extract.protocol import Extractor, get

__all__ = ["Extractor", "get"]
