"""Classes of words that grammar depends on: ontology/lexicon/control.csv."""

from functools import cache

from kg.resources import ontology
from kg.tables import wordclass

_ASKING = frozenset({"for", "on", "to", "upon", "with"})


@cache
def words_of(group: str) -> frozenset[str]:
    """The lemmas of a class of control.csv.

    Raises:
        OntologyError: the table has no such class.
    """
    return wordclass(ontology("lexicon", "control.csv"), group)


@cache
def asked_after(preposition: str) -> frozenset[str]:
    """Verbs whose infinitive is done by the complement of a preposition ("called on Peru to withdraw")."""
    return words_of(f"asked {preposition}") if preposition in _ASKING else frozenset()
