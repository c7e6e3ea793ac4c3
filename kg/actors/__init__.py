"""Who acts: the tables of actors, finding their names in text, and telling who is meant."""

from kg.actors.gazetteer import Gazetteer, load
from kg.actors.match import Entry, Match

__all__ = ["Entry", "Gazetteer", "Match", "load"]
