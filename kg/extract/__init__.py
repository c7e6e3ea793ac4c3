"""From documents to event mentions: the extractors, their lexicon, and the rules of status, date and place."""

from kg.extract.checked import checked
from kg.extract.protocol import Extractor, Factory, ensure, get, origin

__all__ = ["Extractor", "Factory", "checked", "ensure", "get", "origin"]
