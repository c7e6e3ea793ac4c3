"""From a document's text to parsed sentences: splitting, tidying with an offset map, and spaCy's parse."""

from kg.parse.need import Need
from kg.parse.parser import Parser
from kg.parse.sentence import Sentence
from kg.parse.split import Segment, split

__all__ = ["Need", "Parser", "Segment", "Sentence", "split"]
