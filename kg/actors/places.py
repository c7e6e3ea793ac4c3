"""A city in a sentence: the place, or the government that sits there."""

from kg.actors.lexicon import usage
from kg.actors.syntax import top
from kg.parse.tree import Token


def governs(token: Token) -> bool:
    """Whether the name of a capital stands for its government here: it acts, owns a decision, is dealt with."""
    first = top(token)
    dep = first.dep_
    if dep in ("nsubj", "nsubjpass", "agent"):
        return not _settled(first.head) or _paired(first)
    if dep == "poss":
        return not _local(first.head)
    if dep in ("compound", "nmod", "amod"):
        return _compound(first)
    if dep in ("dobj", "dative", "iobj"):
        return first.head.lemma_.lower() not in usage("reach")
    if dep == "pobj":
        return _dealt_with(first.head)
    return False


def _settled(verb: Token) -> bool:
    """Whether a verb says where or how a city is, not what a government does."""
    if verb.lemma_.lower() not in usage("lie"):
        return False
    return not any(
        child.dep_ in ("acomp", "attr", "xcomp") and child.pos_ in ("ADJ", "VERB") for child in verb.children
    )


def _paired(token: Token) -> bool:
    return any(child.dep_ == "conj" and child.pos_ == "PROPN" for child in token.children)


def _local(noun: Token) -> bool:
    return noun.lemma_.lower() in usage("local")


def _compound(token: Token) -> bool:
    """ "Moscow-Kyiv ties" and "Beijing officials" against "the Moscow summit"."""
    noun = token.head
    hyphenated = any(t.text in ("-", "–", "‑") for t in token.doc[max(0, token.i - 1) : token.i + 2])
    return hyphenated and noun.lemma_.lower() not in usage("venue") and noun.lemma_.lower() not in usage("local")


def _dealt_with(preposition: Token) -> bool:
    word = preposition.lower_
    source = preposition.head
    lemma = source.lemma_.lower()
    if word in usage("inside"):
        return False
    if word in ("to", "from", "for"):
        return lemma not in usage("motion") and not _carried(source)
    if word == "of":
        return lemma not in usage("local") and lemma not in usage("part")
    return word in ("with", "between", "against", "by", "on", "towards", "among", "than", "like", "over")


def _carried(source: Token) -> bool:
    """Whether a noun of going is what the verb acts on: "made a trip to", "paid a visit to"."""
    if any(child.dep_ == "dobj" and child.lemma_.lower() in usage("motion") for child in source.children):
        return True
    return source.dep_ in ("xcomp", "prep", "advmod") and source.head.lemma_.lower() in usage("motion")
