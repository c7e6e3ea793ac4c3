"""Mends what the parser joins to the wrong neighbour: names of a list, and subjects that it gives to another verb.

Works on tags and labels.
"""

from kg.parse.classes import words_of
from kg.parse.shapes import SUBJECTS, Changes, Shaped, shapes
from kg.parse.tree import Doc, Span, Token

_NAMES = frozenset({"NNP", "NNPS"})
_TITLED = frozenset({*_NAMES, "POS", "JJ", "NN"})
_BESIDE = shapes({"appos"}, _NAMES)
_OBJECTS = shapes({"dobj"}, _NAMES)
_SUBJECTS = shapes({"nsubj"}, {*_NAMES, "NN", "NNS"})
_HEARD = shapes({"dobj"}, {*_NAMES, "NNS"})
_SAYING = frozenset({"said", "says", "confirmed", "announced"})
_TITLES = shapes({"nsubj", "nsubjpass", "dobj", "pobj"}, {"NNS", "NNPS"})
_COMPOUNDS = shapes({"compound"}, {"NN"})
_PARTIES = shapes({"nmod"}, {*_NAMES, "NN", "NNS"})
_SEVERAL = frozenset({"NNS", "NNPS"})
_MODIFYING = frozenset({"compound", "conj", "amod", "nmod"})
_MAIN = shapes({"ROOT"}, {"VBD"})
_ACTIVE = frozenset({"VBN", "VBD", "VBP", "VBZ", "VB"})
_PHONES = frozenset({"phone", "telephone"})
_BY = frozenset({"by", "over", "via"})
_CONJUNCTIONS = frozenset({"after", "before", "since", "until"})


def rejoined(parse: Shaped) -> Changes:
    """What joins such words to those that they belong to."""
    changes = {
        **_coordinated(parse),
        **_titled(parse),
        **_beside_name(parse),
        **_listed(parse),
        **_fallen(parse),
        **_subjects(parse),
        **_phoned(parse),
        **_opened(parse),
    }
    return {**changes, **_named_apart(parse), **_parties(parse)}


def _coordinated(parse: Shaped) -> Changes:
    """ "President Rao of Chad and President Sow of Mali met": no other name of Rao, but one beside his."""
    for name in parse.at(_BESIDE):
        joint = parse.doc[name.left_edge.i - 1] if name.left_edge.i else name
        first = name.head
        below = joint.head.dep_ == "pobj" and joint.head.head.head == first
        if joint.lower_ == "and" and below and not any(c.dep_ == "conj" for c in joint.head.rights):
            return {joint.i: (first.i, "cc", "CC"), name.i: (first.i, "conj", name.tag_)}
    return {}


def _titled(parse: Shaped) -> Changes:
    """ "Kenya's minister Rao, Chad's minister Sow and Mali's minister Khan met": the last is no other name of Rao."""
    for name in parse.at(_BESIDE):
        first = name.head
        runs = _runs(parse.doc[first.i + 1 : name.i + 1])
        if len(runs) > 1 and all(any(t.tag_ == "POS" for t in run) for run in runs):
            heads = [run[-1] for run in runs]
            joint = parse.doc[runs[-1][0].i - 1]
            changes = {joint.i: (heads[-2].i, "cc", "CC")}
            for run, head in zip(runs, heads, strict=True):
                loose = (t for t in run if t.head not in run and t.tag_ != "POS")
                changes |= {t.i: (head.i, "poss" if t.nbor().tag_ == "POS" else "compound", t.tag_) for t in loose}
                changes[head.i] = (first.i, "conj", head.tag_)
            return changes
    return {}


def _runs(tokens: Span) -> list[list[Token]]:
    """The words that begin with a name, of each member of a list that ends with "and", empty where it is none."""
    runs: list[list[Token]] = []
    joined = False
    for token in tokens:
        if token.text == "," or token.lower_ == "and":
            joined = token.lower_ == "and"
            runs.append([])
        elif not runs or (token.tag_ not in _TITLED and token.lower_ != "of"):
            return []
        else:
            runs[-1].append(token)
    found = [run for run in runs if run]
    return found if joined and all(run[-1].tag_ in _NAMES for run in found) else []


def _beside_name(parse: Shaped) -> Changes:
    """ "Minister Anna Rao and Secretary Sow met": who is beside a name behind its title is beside him who has both."""
    changes: Changes = {}
    for name in parse.at(_BESIDE):
        title = name.head
        if title.tag_ == "NNP" and name.left_edge.i == title.i + 1:
            joint = [c for c in name.rights if c.dep_ == "cc" or (c.dep_ == "conj" and c.tag_ == "NNP")]
            if any(c.dep_ == "conj" for c in joint):
                changes |= {c.i: (title.i, c.dep_, c.tag_) for c in joint}
    return changes


def _listed(parse: Shaped) -> Changes:
    """ "Held talks with Rao, Sow and Khan": a second object behind a comma goes on with the names before it."""
    for name in parse.at(_OBJECTS):
        comma = name.left_edge.i - 1
        verb = name.head
        led = any(c.dep_ == "dobj" and c.i < name.i for c in verb.rights)
        last = parse.doc[comma - 1] if comma > verb.i and parse.doc[comma].text == "," else None
        if led and last is not None and last.tag_ in _NAMES and (first := _complement(last, verb)) is not None:
            return {name.i: (first.i, "conj", name.tag_)}
    return {}


def _fallen(parse: Shaped) -> Changes:
    """ "Will meet Rao and ousted President Sow": whom one meets too, where the parser has them oust him."""
    for name in (t for t in parse.at(_OBJECTS) if t.head.lower_ in words_of("fallen")):
        verb, main = name.head, name.head.head
        joint = parse.doc[verb.i - 1]
        behind = verb.dep_ == "conj" and name.left_edge.i == verb.i + 1 and joint.dep_ == "cc"
        meets = main.tag_ == "VB" or main.lemma_ in words_of("encountering")
        if behind and meets and joint.i > main.i + 1:
            first = _complement(parse.doc[joint.i - 1], main)
            if first is None:
                continue
            moved = {c.i: (main.i, c.dep_, c.tag_) for c in verb.rights if c.i > name.i}
            return {
                **moved,
                joint.i: (first.i, "cc", "CC"),
                verb.i: (name.i, "amod", "JJ"),
                name.i: (first.i, "conj", name.tag_),
            }
    return {}


def _complement(token: Token, verb: Token) -> Token | None:
    """The name, a verb's object or a complement of a preposition of that or of the verb, that a token ends."""
    while token.dep_ in ("compound", "conj", "appos") and token.i > verb.i:
        token = token.head
    above = token.head
    told = (token.dep_ == "pobj" and verb in (above.head, above.head.head)) or (token.dep_ == "dobj" and above == verb)
    return token if told and token.tag_ in _NAMES else None


def _subjects(parse: Shaped) -> Changes:
    """Of two subjects of a verb the one that is another's: see `_of_content` and `_after`."""
    for said in parse.at(_HEARD):
        if said.head.lower_ in _SAYING and said.head.dep_ == "ROOT" and (changes := _of_content(said)):
            return changes
    for subject in parse.at(_SUBJECTS):
        first = next((c for c in subject.head.lefts if c.dep_ == "nsubj" and c != subject), None)
        if first is not None and first.i < subject.i:
            changes = _of_content(subject) if subject.i > subject.head.i else _after(first, subject)
            if changes:
                return changes
    return {}


def _of_content(subject: Token) -> Changes:
    """ "Rao said the ministers, Sow and Khan, agreed a deal": who stands behind "said" does what follows."""
    verb = subject.head
    said = next((c for c in verb.rights if c.dep_ == "ccomp" and c.tag_ == "VBD" and c.i > subject.i), None)
    led = said is None or any(c.dep_ in ("nsubj", "nsubjpass", "aux", "mark", "csubj") for c in said.lefts)
    return {} if led or said is None else {subject.i: (said.i, "nsubj", subject.tag_)}


def _after(first: Token, second: Token) -> Changes:
    """ "Plans for a visit after a call between Rao and Sow fell through": not the call did, which "after" governs."""
    mark = next((c for c in second.head.lefts if c.dep_ == "mark" and c.lower_ in _CONJUNCTIONS), None)
    if mark is None or not first.i < mark.i < second.left_edge.i:
        return {}
    if any(t.text == "," for t in second.doc[first.i : second.i]):
        return {}
    return {mark.i: (first.i, "prep", "IN"), second.i: (mark.i, "pobj", second.tag_)}


def _named_apart(parse: Shaped) -> Changes:
    """ "The presidents of Chad, Rao, and Mali, Sow, met": two people, each behind his country."""
    for title in parse.at(_TITLES):
        pairs, joint = _pairs(title) if _is_of(title) else ([], None)
        if len(pairs) > 1:
            (land, first), *others = pairs
            of = title.i + 1
            changes: Changes = {
                first.i: (title.head.i, title.dep_, first.tag_),
                title.i: (first.i, "nmod", title.tag_),
                land.i: (of, "pobj", land.tag_),
            }
            for country, name in others:
                changes |= {country.i: (land.i, "conj", country.tag_), name.i: (first.i, "conj", name.tag_)}
            return {**changes, joint.i: (first.i, "cc", "CC")} if joint is not None else changes
    return {}


def _is_of(title: Token) -> bool:
    return title.i + 1 < len(title.doc) and title.doc[title.i + 1].lower_ == "of" and title.dep_ != "ROOT"


def _pairs(title: Token) -> tuple[list[tuple[Token, Token]], Token | None]:
    """The heads of each "country, name" behind a title's "of", and the conjunction before the last."""
    doc, at = title.doc, title.i + 2
    pairs: list[tuple[Token, Token]] = []
    joint: Token | None = None
    while (land := _run(doc, at)) is not None and land.i + 1 < len(doc) and doc[land.i + 1].text == ",":
        name = _run(doc, land.i + 2)
        if name is None:
            break
        pairs.append((land, name))
        at = name.i + 1
        at += at < len(doc) and doc[at].text == ","
        if at < len(doc) and doc[at].lower_ == "and":
            joint, at = doc[at], at + 1
        elif joint is not None:
            break
    return (pairs, joint) if joint is not None else ([], None)


def _run(doc: Doc, start: int) -> Token | None:
    """The last of the names that stand together from a place on."""
    start += start < len(doc) and doc[start].lower_ == "the"
    end = start
    while end < len(doc) and doc[end].tag_ in _NAMES:
        end += 1
    return doc[end - 1] if end > start else None


def _phoned(parse: Shaped) -> Changes:
    """ "Have discussed by phone plans for a summit": what stands behind the phone is the verb's object."""
    for phone in parse.at(_COMPOUNDS):
        by, noun = parse.doc[phone.i - 1] if phone.i else phone, phone.head
        if phone.lower_ in _PHONES and by.lower_ in _BY and noun.head == by and by.head.tag_ in _ACTIVE:
            return {
                by.i: (by.head.i, "prep", "IN"),
                phone.i: (by.i, "pobj", "NN"),
                noun.i: (by.head.i, "dobj", noun.tag_),
            }
    return {}


def _parties(parse: Shaped) -> Changes:
    """ "The Malian government and rebel leaders", "rebels and government forces": two parties, not leaders of both."""
    changes: Changes = {}
    for first in parse.at(_PARTIES):
        head, joint = first.head, first.i + 1
        between = parse.doc[joint + 1 : head.i]
        if head.tag_ not in _SEVERAL or parse.doc[joint].lower_ != "and" or not between:
            continue
        apart = first.tag_ in _SEVERAL or first.lower_ in words_of("power")
        if apart and all(t.dep_ in _MODIFYING and t.head in (first, head, *between) for t in between):
            changes[first.i] = (head.head.i, head.dep_, first.tag_)
            changes[joint] = (first.i, "cc", "CC")
            changes[head.i] = (first.i, "conj", head.tag_)
            changes |= {t.i: (head.i, "compound", t.tag_) for t in between if t.head == first}
            changes |= {t.i: (first.i, t.dep_, t.tag_) for t in head.lefts if t.i < first.i}
    return changes


def _opened(parse: Shaped) -> Changes:
    """ "In a letter to Rao, the minister, Sow, said": who stands behind the comma is the verb's subject."""
    for verb in parse.at(_MAIN):
        if verb.doc[0].dep_ != "prep" or any(c.dep_ in SUBJECTS for c in verb.lefts):
            continue
        below = [t for t in verb.doc[1 : verb.i] if t.dep_ == "appos" and t.left_edge.lower_ == "the"]
        for noun in below:
            before = verb.doc[noun.left_edge.i - 1]
            if before.text == "," and verb.doc[verb.i - 1].text == "," and noun.right_edge.i >= verb.i - 2:
                return {noun.i: (verb.i, "nsubj", noun.tag_)}
    return {}
