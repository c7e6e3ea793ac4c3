"""Mends main verbs that the parser hides under their object, and objects that it takes for verbs.

"Merkel cancels Mali trip" is parsed as if "cancels" were part of a name, "postpones China visit" as if somebody
visited. Works on tags and labels.
"""

from kg.parse.classes import words_of
from kg.parse.shapes import Changes, Shaped, shapes
from kg.parse.tree import Token

_HIDDEN = shapes({"compound", "amod"}, {"VBZ", "VBD"})
_NOUNLIKE = shapes({"compound", "nmod"}, {"NNS"})
_PLURAL = shapes({"ROOT"}, {"NNS"})
_SECOND = shapes({"nsubj", "conj"}, {"NNS"})
_GERUND = shapes({"pcomp", "advcl"}, {"VBG"})
_TAKEN = frozenset({"VB", "VBP"})
_PARTICIPLE = shapes({"acl"}, {"VBN", "VBD"})
_FALSE = shapes({"ccomp"}, {"VBP", "VB"})


def listed(parse: Shaped) -> Changes:
    """ "Peru recalls envoy, lodges protest": the second verb of a headline, taken for the subject of its object."""
    for verb in parse.at(_SECOND):
        noun = parse.doc[verb.i + 1] if verb.i + 1 < len(parse.doc) else verb
        after_comma = verb.i > 1 and parse.doc[verb.i - 1].text == ","
        if not after_comma or noun.tag_ not in _TAKEN or verb.lower_ not in words_of("headline verb"):
            continue
        first = next((c for c in noun.lefts if c.i < verb.i - 1 and c.dep_ in ("ccomp", "nsubj")), noun.head)
        if first != noun and verb.head in (noun, first):
            above = (first.i, "ROOT") if noun.dep_ == "ROOT" else (first.head.i, first.dep_)
            return {first.i: (*above, first.tag_), verb.i: (first.i, "conj", "VBZ"), noun.i: (verb.i, "dobj", "NN")}
    return {}


def acts(parse: Shaped) -> Changes:
    """ "Was hurt in shelling by Chad", "due to firing by Mali": an act that the parser takes for a verb."""
    found: Changes = {}
    for word in parse.at(_GERUND):
        done = any(c.lower_ == "by" and c.i == word.i + 1 for c in word.rights)
        before = parse.doc[word.i - 1] if word.i else word
        due = before.lower_ == "to" and before.head.lower_ == "due"
        if done and (due or (before == word.head and before.tag_ == "IN")) and not any(True for _ in word.lefts):
            found[word.i] = (before.i, "pobj", "NN")
    return found


def uncovered(parse: Shaped) -> Changes:
    """What brings a hidden verb or object back to light, of one kind at most."""
    return _verbs(parse) or _plurals(parse) or _participles(parse) or _objects(parse)


def _verbs(parse: Shaped) -> Changes:
    """A verb with a subject that is said to describe its own object becomes the main verb."""
    for verb in parse.at(_NOUNLIKE):
        noun, before = verb.head, parse.doc[verb.i - 1] if verb.i else None
        if noun.dep_ == "compound":
            # "Anna Rao postpones Peru visit": it may hang on the name of what is put off.
            noun = noun.head
        if verb.lower_ in words_of("headline verb") and noun.dep_ == "ROOT" and before is not None:
            tag = "NNP" if before.tag_ == "NNP" else "NN"
            doer = {before.i: (verb.i, "nsubj", tag)} if before.head in (noun, verb, verb.head) else {}
            inner = {c.i: (before.i, c.dep_, c.tag_) for c in verb.head.lefts if c.i < before.i} if doer else {}
            later = {c.i: (verb.i, c.dep_, c.tag_) for c in noun.rights if c.dep_ == "advcl"}
            return {verb.i: (verb.i, "ROOT", "VBZ"), noun.i: (verb.i, "dobj", noun.tag_), **doer, **inner, **later}
    for verb in parse.at(_HIDDEN):
        noun = verb.head
        led = any(c.dep_ == "nsubj" for c in verb.lefts)
        if noun.dep_ == "ROOT" and noun.tag_ in ("NN", "NNS") and noun.i > verb.i and led:
            return {verb.i: (verb.i, "ROOT", verb.tag_), noun.i: (verb.i, "dobj", noun.tag_)}
        name = noun.head
        if noun.dep_ == "dobj" and name.dep_ == "ROOT" and name.tag_ == "NNP" and name.i == verb.i - 1:
            # "ECOWAS lifted sanctions": a name that the tree makes the main verb.
            moved = {c.i: (verb.i, c.dep_, c.tag_) for c in name.rights}
            return {**moved, verb.i: (verb.i, "ROOT", verb.tag_), name.i: (verb.i, "nsubj", name.tag_)}
    return {}


def _plurals(parse: Shaped) -> Changes:
    """ "Peru rejects and condemns the raid": a verb that the parser takes for a plural gets back the noun before it."""
    for verb in parse.at(_PLURAL):
        acts = any(c.dep_ == "dobj" or (c.dep_ == "conj" and c.tag_ == "VBZ") or _is_vote(c) for c in verb.rights)
        noun = next((c for c in verb.lefts if c.dep_ == "nsubj" or (c.dep_ == "compound" and c.tag_ == "NNP")), None)
        if acts and noun is not None:
            return {verb.i: (verb.i, "ROOT", "VBZ"), noun.i: (verb.i, "nsubj", noun.tag_)}
        thing = next((c for c in verb.rights if c.dep_ in ("appos", "npadvmod") and c.left_edge.i == verb.i + 1), None)
        if thing is not None and verb.i and verb.lower_ in words_of("headline verb"):
            # "Peru's foreign ministry summons envoy": all that stands before it is its subject.
            head = parse.doc[verb.i - 1]
            inner = {c.i: (head.i, c.dep_, c.tag_) for c in verb.lefts if c.i < head.i}
            outer = {head.i: (verb.i, "nsubj", head.tag_), thing.i: (verb.i, "dobj", thing.tag_)}
            return {**inner, **outer, verb.i: (verb.i, "ROOT", "VBZ")}
    return {}


def _participles(parse: Shaped) -> Changes:
    """ "Deputies of the party called on him to go": a "participle" of a verb without a passive is the main verb."""
    for verb in parse.at(_PARTICIPLE):
        noun, after = verb.head, parse.doc[verb.i + 1] if verb.i + 1 < len(parse.doc) else None
        told = {verb.lower_, f"{verb.lower_} {after.lower_}" if after is not None else ""} & words_of("no passive")
        if (
            (told or _has_object(verb))
            and noun.dep_ == "ROOT"
            and noun.tag_ in ("NN", "NNS", "NNP", "NNPS")
            and noun.i < verb.i
        ):
            later = {c.i: (verb.i, c.dep_, c.tag_) for c in noun.rights if c.i > verb.i}
            return {verb.i: (verb.i, "ROOT", "VBD"), noun.i: (verb.i, "nsubj", noun.tag_), **later}
    return {}


def _has_object(verb: Token) -> bool:
    """ "A report accused Chad of it": a participle behind its noun has none, but of verbs that may keep it."""
    behind = [c for c in verb.rights if c.dep_ == "dobj" and c.tag_ == "NNP" and c.left_edge.i == verb.i + 1]
    return bool(behind) and not verb.lower_.startswith(tuple(words_of("twofold")))


def _objects(parse: Shaped) -> Changes:
    """A "verb" that is an event's noun with a name before it and no subject becomes the object of the verb above."""
    return {t.i: (t.head.i, "dobj", "NN") for t in parse.at(_FALSE) if _is_event(t)}


def _is_vote(preposition: Token) -> bool:
    """ "Peru votes against ban": a headline's verb, where a noun would be nobody's."""
    return preposition.lower_ == "against" and preposition.head.lower_ in words_of("headline verb")


def _is_event(token: Token) -> bool:
    named = token.lower_ in words_of("event noun") and any(c.dep_ == "compound" for c in token.lefts)
    return named and not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "mark", "dobj") for c in token.children)
