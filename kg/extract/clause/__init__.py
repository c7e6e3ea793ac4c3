"""Grammatical relations read off a dependency parse: who does it, to whom, with which complements.

Labels are those of spaCy's English models (ClearNLP style: nsubj, nsubjpass, agent, dobj, prep, pobj, …).
Voice is undone here: `agents` are the logical subjects of a verb and `patients` its logical objects, also of
participles, relative clauses, infinitives and coordinated verbs that leave them unsaid.
"""

from kg.extract.clause.arguments import (
    agents,
    complements,
    is_stranded,
    journeyers,
    looks_on,
    particles,
    prepositions,
    surface_subjects,
)
from kg.extract.clause.form import (
    SUBJECTS,
    has_clause,
    has_own_subject,
    is_beside,
    is_command,
    is_finite,
    is_infinitive,
    is_negated,
    is_passive,
    is_subjunctive,
)
from kg.extract.clause.objects import patients
from kg.extract.clause.words import VERBS, clause_of, conjuncts, is_answered, owners, participles

__all__ = [
    "SUBJECTS",
    "VERBS",
    "agents",
    "clause_of",
    "complements",
    "conjuncts",
    "has_clause",
    "has_own_subject",
    "is_answered",
    "is_beside",
    "is_command",
    "is_finite",
    "is_infinitive",
    "is_negated",
    "is_passive",
    "is_stranded",
    "is_subjunctive",
    "journeyers",
    "looks_on",
    "owners",
    "participles",
    "particles",
    "patients",
    "prepositions",
    "surface_subjects",
]
