"""Visits told by where somebody is, speaks or meets: "was in Lima for talks", "met her in Quito", "met visiting Rao".

Only a person who is abroad there counts; that he came is what the words imply, not a word for going.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from kg.extract import clause
from kg.extract.finding import Finding
from kg.extract.pattern import Entry
from kg.extract.scene import Scene
from kg.extract.where import spots
from kg.model import ActorMention, Status
from kg.parse.classes import words_of
from kg.parse.tree import Token

_THERE = "implied:is at a place"
_MET = "implied:meeting on the other's ground"
_GUEST = "implied:visiting guest"
_HOSTING = frozenset({"meet", "host", "agree", "say", "announce", "support", "cooperate"})
"""Types of what is done with a guest where he is."""
_TITLE = 3
"""Words before a name that may be its title."""
_LEFT = "implied:leaves after talks"
_GOING = frozenset({"leave", "depart"})
_ENDED = frozenset({"after", "following"})
_LOCATIVE = frozenset({"in", "at"})
_PURPOSES = frozenset({"for", "on", "ahead", "during", "after", "as"})


def visits(scene: Scene, findings: Sequence[Finding]) -> list[Finding]:
    """The visits that a sentence implies, where no finding of it has them already."""
    told = {(m.id, t.country) for f in findings if f.entry.type == "visit" for m in f.actors for t in f.targets}
    found = [*_stays(scene), *(f for meeting in findings if (f := _of_meeting(scene, meeting)) is not None)]
    found += _of_guests(scene, findings)
    found += _of_leaving(scene, findings)
    kept: list[Finding] = []
    for finding in found:
        pairs = {(m.id, t.country) for m in finding.actors for t in finding.targets}
        if not pairs & told:
            kept.append(finding)
            told |= pairs
    return kept


def _stays(scene: Scene) -> Iterator[Finding]:
    for token in scene.sentence.doc:
        if (token.tag_ == "VBG" or token.lemma_ == "be") and _tells_where(token):
            yield from _visit(scene, token, clause.surface_subjects(token), token)
        elif token.dep_ in clause.SUBJECTS and token.pos_ == "PROPN" and token.head.pos_ in clause.VERBS:
            yield from _visit(scene, token, [token], token.head)


def _tells_where(verb: Token) -> bool:
    speaking = verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.lemma_ in words_of("speaking")
    being = verb.lemma_ == "be" and verb.pos_ in clause.VERBS and not _is_helper(verb)
    return speaking or (being and _has_purpose(verb))


def _is_helper(verb: Token) -> bool:
    return verb.dep_ in ("aux", "auxpass") or any(c.dep_ in ("attr", "acomp", "neg") for c in verb.children)


def _has_purpose(verb: Token) -> bool:
    """Whether it is told why or when somebody is there: who lives or hides in a place does not visit it."""
    around = [*verb.children, *(c for p in verb.children if p.dep_ == "prep" for t in p.children for c in t.children)]
    aims = any(c.lower_ in _PURPOSES and c.dep_ == "prep" for c in around)
    return aims or any(c.dep_ in ("xcomp", "advcl") and clause.is_infinitive(c) for c in around) or _timed(verb)


def _timed(verb: Token) -> bool:
    # "Troops moved while Rao was in Lima": he was there for a while.
    amid = verb.dep_ == "advcl" and any(c.lower_ in ("when", "while") for c in verb.children)
    # "Was in Lima in May": told by a month or a day, not by a year, for which one may live there.
    times = [t for c in verb.children if c.lower_ in ("in", "on") for t in c.children if t.ent_type_ == "DATE"]
    dated = amid or any(not t.lower_.isdigit() for t in times)
    return dated or any(c.dep_ == "npadvmod" or (c.lower_ == "where" and c.dep_ == "advmod") for c in verb.children)


def _visit(scene: Scene, head: Token, people: Sequence[Token], carrier: Token) -> Iterator[Finding]:
    """The visit of whoever is abroad where `head` has its "in"."""
    near = [t for c in head.children if c.lower_ in _LOCATIVE and c.dep_ == "prep" for t in c.children]
    places = [m for t in near for m in scene.actors.get(t.i, ()) if m.kind in ("place", "country") and m.country]
    guests = tuple(m for m in (scene.parties(people) if places else ()) if m.kind == "person" and m.country)
    abroad = tuple(m for m in guests if m.country != places[0].country)
    if abroad:
        # "Rao in Lima was not speaking for India": where he is does not hang on what he does not do.
        sure = head != carrier and any(c.dep_ == "neg" for c in carrier.children)
        status: Status | None = "happened" if sure else None
        yield Finding(_entry(scene, _THERE), carrier, "be in", abroad, (places[0],), carrier, status=status)


def _is_resident(scene: Scene, person: ActorMention) -> bool:
    """ "Met US ambassador Joan Rao in Quito": who lives there as an envoy has not come for it."""
    tokens = scene.sentence.tokens(person)
    if tokens is None:
        return False
    first = tokens[0].i
    return any(t.lower_ in words_of("resident") for t in tokens[0].doc[max(0, first - _TITLE) : tokens[-1].i + 1])


def _of_meeting(scene: Scene, meeting: Finding) -> Finding | None:
    """ "Met her in Quito": whoever meets a host in the host's country has gone there."""
    place = next(iter(spots(scene, meeting)), None) if meeting.entry.type == "meet" else None
    if place is None or place.country is None:
        return None
    parties = (*meeting.actors, *meeting.targets)
    # "Held talks in Ghana": with whom, only the place tells.
    hosts = [m for m in parties if m.country == place.country] or _is_alone(meeting)
    strangers = (m for m in parties if m.kind == "person" and m.country and m.country != place.country)
    guests = tuple(m for m in strangers if not _is_resident(scene, m))
    if not hosts or not guests:
        return None
    return replace(
        meeting, entry=_entry(scene, _MET, meeting.entry.row), actors=guests, targets=(place,), covers=frozenset()
    )


def _is_alone(meeting: Finding) -> bool:
    held = meeting.carrier != meeting.trigger and meeting.carrier.lemma_ in ("hold", "have")
    return held and len(meeting.actors) == 1 and not meeting.targets and not clause.is_passive(meeting.carrier)


def _of_guests(scene: Scene, findings: Sequence[Finding]) -> Iterator[Finding]:
    """ "Met visiting President Rao": who is called a guest has come to the country of the one who has him there."""
    words = (t for t in scene.sentence.doc if t.lower_ == "visiting" and t.dep_ == "amod")
    guests = {m.id for m in scene.parties(t.head for t in words) if m.kind == "person" and m.country}
    for finding in findings if guests else ():
        parties = (*finding.actors, *finding.targets)
        for guest in (m for m in parties if m.id in guests):
            hosts = (m for m in parties if m.country and m.country != guest.country)
            place = next(iter(spots(scene, finding)), None) or next(hosts, None)
            if place is not None and place.country != guest.country and finding.entry.type in _HOSTING:
                entry = _entry(scene, _GUEST, finding.entry.row)
                yield replace(finding, entry=entry, actors=(guest,), targets=(place,), covers=frozenset())


def _of_leaving(scene: Scene, findings: Sequence[Finding]) -> Iterator[Finding]:
    """ "Left Chad after talks with Rao": who leaves a foreign country when he has done his errand."""
    verbs = [t for t in scene.sentence.doc if t.lemma_ in _GOING] if not scene.words.isdisjoint(_GOING) else []
    for verb in (v for v in verbs if v.pos_ in clause.VERBS and v.tag_ != "VB" and not clause.is_negated(v)):
        behind = {t for c in verb.children if c.lower_ in _ENDED or c.dep_ == "advcl" for t in c.subtree}
        errand = next((f for f in findings if f.entry.type == "meet" and f.trigger in behind), None)
        around = (t for word, t in clause.prepositions(verb, deep=False) if word == "from")
        left = [m for m in scene.parties([*clause.patients(verb), *around]) if m.kind in ("place", "country")]
        if errand is not None and len(left) == 1 and left[0].country:
            people = tuple(m for m in scene.parties(clause.agents(verb)) if m.kind == "person" and m.country)
            if guests := tuple(m for m in people if m.country != left[0].country):
                yield Finding(_entry(scene, _LEFT), verb, verb.lemma_, guests, (left[0],), verb)


def _entry(scene: Scene, rule: str, row: str = "") -> Entry:
    codes = scene.lexicon.types["visit"]
    return Entry(rule, frozenset(), "", (), False, "visit", codes.plover, "visit", codes.cameo, row)
