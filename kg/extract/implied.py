"""Events that another event's words imply.

"Invited her to Lima" proposes a visit though no word says visit; "visited the Pope" tells of a meeting as well.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from kg.extract import clause
from kg.extract.finding import SPEECH, Finding
from kg.extract.lexicon import Lexicon
from kg.extract.pattern import Entry
from kg.extract.scene import Scene
from kg.model import ActionType, ActorMention, Status
from kg.parse.classes import words_of
from kg.parse.tree import Token

_AWAITED = frozenset({"due", "expect", "expected", "await"})
_AWAITED_RULE = "implied:expected at a place"
_INVITED = "implied:invitation to a place"
_REFUSED = "implied:will not do"
_REFUSING = frozenset({"will", "wo", "would", "can", "ca", "could", "shall"})
_REFUSALS = {"aid": "122", "retreat": "124", "cooperate": "121", "support": "120", "agree": "127"}
"""CAMEO codes of refusing what an event of a type would give."""
_LEADING = {"take", "bring"} | words_of("sending on errands")
_TOURED = "implied:journey that leads there"
_CALLED_ON = "implied:call paid on somebody"
_ASKING = frozenset({"for", "to"})
_PHONED = "implied:said by phone"
_BY = frozenset({"by", "over", "via", "in", "during", "on"})
_PHONES = frozenset({"phone", "telephone", "telephonic", "videolink"})
_TALKS = frozenset({"call", "conversation", "talk"})
_FRIENDLY = frozenset({"aid", "cooperate", "support"})
_PROMISED = "implied:promised together"
_PROMISING = frozenset({"pledge", "promise", "vow", "undertake"})
_REAFFIRMING = _PROMISING | {"affirm", "express", "reaffirm", "reiterate", "renew", "stress", "underline"}
_WILL = frozenset({"commitment", "determination", "readiness", "willingness"})
_BOTH = 2
_NEXT = 80
"""Characters of the next sentence that may name the means by which they spoke."""
_ADDRESSED = frozenset({"accuse", "propose", "request", "support", "threaten"})
_VISITED = "implied:visit to a person"


def meetings(findings: Sequence[Finding], lexicon: Lexicon) -> list[Finding]:
    """The meetings with those whom somebody visits."""
    visiting = [f for f in findings if f.entry.type == "visit" and f.trigger.pos_ == "VERB"]
    return [
        replace(retyped(f, "meet", _VISITED, lexicon), targets=people)
        for f in visiting
        if (people := tuple(m for m in f.targets if m.kind == "person"))
    ]


def visits(scene: Scene, findings: Sequence[Finding]) -> list[Finding]:
    """The visits that invitations to a place propose, where no finding of the sentence has them already."""
    told = {m.id for f in findings if f.entry.type == "visit" for m in f.actors}
    invitations = [f for f in findings if f.entry.type == "invite" and not told & {m.id for m in f.targets}]
    return [
        _visit(invitation, places, scene.lexicon) for invitation in invitations if (places := _to(scene, invitation))
    ]


def arrivals(scene: Scene) -> list[Finding]:
    """ "She is due in Lima", "is expected in Lima on Monday": planned visits without a word for going."""
    found: list[Finding] = []
    for word in scene.sentence.doc if not scene.words.isdisjoint(_AWAITED) else ():
        verb = word.head if word.dep_ == "acomp" else word
        if (
            word.lemma_.lower() in _AWAITED
            and (verb != word or clause.is_passive(verb))
            and not clause.has_clause(verb)
        ):
            places = tuple(m for m in scene.parties(_within(word, verb)) if m.kind in ("place", "country"))
            people = tuple(m for m in scene.parties(clause.surface_subjects(verb)) if m.kind == "person")
            if places and people:
                found.append(_arrival(word, verb, people, places, scene.lexicon))
    return found


def _within(word: Token, verb: Token) -> list[Token]:
    pairs = [*clause.prepositions(word, deep=False), *clause.prepositions(verb, deep=False)]
    return [token for preposition, token in pairs if preposition in ("in", "at")]


def _arrival(
    word: Token, verb: Token, people: tuple[ActorMention, ...], places: tuple[ActorMention, ...], lexicon: Lexicon
) -> Finding:
    codes = lexicon.types["visit"]
    entry = Entry(
        rule=_AWAITED_RULE,
        heads=frozenset({word.lemma_.lower()}),
        particle="",
        arguments=(),
        suffered=False,
        type="visit",
        plover=codes.plover,
        mode="visit",
        cameo=codes.cameo,
        row=lexicon.row(("operators", word.lemma_.lower())),
    )
    return Finding(
        entry=entry, trigger=word, action="arrive", actors=people, targets=places, carrier=verb, status="planned"
    )


def refusal(finding: Finding, reality: Status, lexicon: Lexicon) -> Finding:
    """ "Chad will not release them", "cannot accept refugees": who says no to what another wants rejects it."""
    code = _REFUSALS.get(finding.entry.type)
    verb = finding.trigger
    if reality != "denied" or code is None or verb.pos_ != "VERB" or not (says_no(verb) or _votes_no(verb)):
        return finding
    made = retyped(finding, "reject", _REFUSED, lexicon)
    return replace(made, entry=replace(made.entry, cameo=code), status="happened")


def says_no(verb: Token) -> bool:
    """ "Will not", "would not": whether a negation with such an auxiliary is a refusal."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return bool(auxiliaries & _REFUSING) and "have" not in auxiliaries


def _votes_no(verb: Token) -> bool:
    """ "Did not support the resolution": who withholds it, and has not only left it undone."""
    return any(c.lemma_.lower() in words_of("put to the vote") for c in clause.patients(verb))


def partners(findings: Sequence[Finding]) -> list[Finding]:
    """ "Signed an accord to supply Chad with wheat": with whom, where only the infinitive names them."""
    deeds = [f for f in findings if f.entry.type in _FRIENDLY and f.targets and clause.is_infinitive(f.trigger)]
    journeys = [f for f in findings if f.entry.type == "visit" and f.targets and f.trigger.pos_ == "VERB"]
    return [_with_partner(f, deeds, journeys) if f.entry.type == "agree" else f for f in findings]


def _with_partner(agreed: Finding, deeds: Sequence[Finding], journeys: Sequence[Finding]) -> Finding:
    papers = any(c.dep_ == "dobj" for c in agreed.trigger.children)
    if agreed.targets or len(agreed.actors) != 1 or not papers:
        return agreed
    own = (agreed.trigger, *agreed.trigger.children)
    # "Flew to Oslo and signed an accord": with those whom he went to see.
    hosts = (f for f in journeys if agreed.trigger.dep_ == "conj" and agreed.trigger.head == f.trigger)
    deal = next((f for f in deeds if f.trigger.head in own), None) or next(hosts, None)
    return replace(agreed, targets=deal.targets) if deal is not None else agreed


def tours(scene: Scene, findings: Sequence[Finding]) -> list[Finding]:
    """The findings with visits to where a journey leads: "a tour that will take her to Chad", "sent her to Mali"."""
    if scene.words.isdisjoint(_LEADING):
        return list(findings)
    verbs = (t for t in scene.sentence.doc if t.lemma_ in _LEADING and t.pos_ == "VERB")
    made = (_tour(scene, verb) for verb in verbs if _is_on_errand(verb) or any(map(_is_journey, clause.agents(verb))))
    told = {(m.id, t.country) for f in findings if f.entry.type == "visit" for m in f.actors for t in f.targets}
    new = [f for f in made if f and not {(m.id, t.country) for m in f.actors for t in f.targets} <= told]
    led = {f.trigger.i for f in new}
    return [*(f for f in findings if f.entry.type != "visit" or f.trigger.i not in led), *new]


def _is_on_errand(verb: Token) -> bool:
    """ "Sent his foreign minister, Rao, to Mali": who is sent goes there."""
    return verb.lemma_ in words_of("sending on errands") and not clause.is_negated(verb)


def _is_journey(token: Token) -> bool:
    return token.lemma_.lower() in words_of("journey")


def _tour(scene: Scene, verb: Token) -> Finding | None:
    people = tuple(m for m in scene.parties(clause.patients(verb)) if m.kind == "person")
    stops = scene.parties(t for word, t in clause.prepositions(verb, deep=False) if word == "to")
    places = tuple(m for m in stops if m.kind in ("place", "country"))
    if not people or not places:
        return None
    codes = scene.lexicon.types["visit"]
    entry = Entry(_TOURED, frozenset({verb.lemma_}), "", (), False, "visit", codes.plover, "visit", codes.cameo)
    # "The visit, scheduled for May, will take her to Chad": its own words date it.
    trigger = next((c for c in verb.lefts if c.dep_ in clause.SUBJECTS and _is_journey(c)), verb)
    return Finding(entry, trigger, f"{verb.lemma_} to", people, places, verb)


def phoned(scene: Scene, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, "phone talks" and "a telephone consultation" among them as calls."""
    return [retyped(f, "call", _PHONED, scene.lexicon) if _is_call(scene, f) else f for f in findings]


def _is_call(scene: Scene, finding: Finding) -> bool:
    word = finding.trigger
    if finding.entry.type != "meet":
        return False
    if word.pos_ == "NOUN":
        return any(c.dep_ in ("compound", "amod") and c.lower_ in _PHONES for c in word.children)
    return word.lemma_ in ("speak", "talk") and _is_taken_up(scene)


def _is_taken_up(scene: Scene) -> bool:
    """ "Lula spoke with Petro. The call lasted an hour": what the next words say that it was."""
    end = scene.sentence.segment.span.end
    behind = scene.document.text[end : end + _NEXT].lower()
    return any(words in behind for words in ("the call ", "the phone ", "the telephone "))


def calls(findings: Sequence[Finding], lexicon: Lexicon) -> list[Finding]:
    """ "Urged her by phone to wait", "asked him in a telephone call": what is said so is a call as well."""
    if any(f.entry.type == "call" and f.actors and f.targets for f in findings):
        return []
    spoken = [f for f in findings if f.entry.type in SPEECH and f.trigger.pos_ == "VERB" and f.targets]
    return [retyped(f, "call", _PHONED, lexicon) for f in spoken if _is_phoned(f.trigger)]


def promises(scene: Scene, findings: Sequence[Finding]) -> list[Finding]:
    """ "Chad and Mali pledged to open the border", "reaffirmed their readiness to": both agree on it."""
    if scene.words.isdisjoint(_REAFFIRMING):
        return []
    verbs = [
        t for t in scene.sentence.doc if t.lemma_ in _REAFFIRMING and t.pos_ == "VERB" and not clause.is_passive(t)
    ]
    told = {i for f in findings for i in (f.trigger.i, f.carrier.i)}
    heads = [(v, v) for v in verbs if v.lemma_ in _PROMISING]
    heads += [(v, c) for v in verbs for c in v.children if c.dep_ == "dobj" and c.lemma_ in _WILL]
    deeds = ("xcomp", "acl")
    pairs = ((v, c) for v, h in heads for c in h.children if c.dep_ in deeds and clause.is_infinitive(c))
    # "Pledged to meet": the deed that is promised says more.
    made = (_promise(scene, verb) for verb, deed in pairs if deed.i not in told or deed.dep_ == "acl")
    return [finding for finding in made if finding is not None]


def _promise(scene: Scene, verb: Token) -> Finding | None:
    """None where those who promise are of one country, or promise something to somebody else."""
    actors = scene.parties(clause.agents(verb))
    others = any(c.dep_ in ("dobj", "dative", "neg") and c.lemma_ not in _WILL for c in verb.children)
    if others or len({m.country for m in actors if m.country}) < _BOTH:
        return None
    codes = scene.lexicon.types["agree"]
    row = scene.lexicon.row(("operators", verb.lemma_))
    entry = Entry(_PROMISED, frozenset({verb.lemma_}), "", (), False, "agree", codes.plover, "", codes.cameo, row)
    return Finding(entry, verb, f"{verb.lemma_} to", actors, (), verb)


def written(findings: Sequence[Finding]) -> list[Finding]:
    """ "Sent her a letter expressing condolences", "wrote to Chad to urge restraint": said to whom it is written."""
    sent = [f for f in findings if f.entry.type == "call" and f.targets]
    return [_addressed(f, sent) for f in findings] if sent else list(findings)


def _addressed(said: Finding, sent: Sequence[Finding]) -> Finding:
    verb = said.trigger
    if said.targets or said.entry.type not in _ADDRESSED or verb.tag_ not in ("VBG", "VB") or verb.pos_ != "VERB":
        return said
    letter = next((f for f in sent if verb.head in (f.trigger, f.carrier)), None)
    if letter is None:
        return said
    return replace(said, actors=letter.actors, targets=letter.targets, carrier=letter.carrier)


def _is_phoned(verb: Token) -> bool:
    beside = (t for word, t in clause.prepositions(verb) if word in _BY)
    return any(
        t.lemma_.lower() in _PHONES or (t.lemma_ in _TALKS and any(c.lemma_.lower() in _PHONES for c in t.children))
        for t in beside
    )


def _to(scene: Scene, invitation: Finding) -> tuple[ActorMention, ...]:
    complements = [t for word, t in clause.prepositions(invitation.carrier) if word == "to"]
    named = tuple(m for m in scene.parties(complements) if m.kind in ("place", "country"))
    # "Invited her to his farm in Peru".
    inside = (t for c in complements for word, t in clause.prepositions(c, deep=False) if word in ("in", "at"))
    return named or tuple(m for m in scene.parties(inside) if m.kind in ("place", "country"))


def _visit(invitation: Finding, places: tuple[ActorMention, ...], lexicon: Lexicon) -> Finding:
    made = retyped(invitation, "visit", _INVITED, lexicon)
    return replace(made, actors=invitation.targets, targets=places, status="proposed")


def paid_call(finding: Finding, lexicon: Lexicon) -> Finding:
    """ "The envoy called on the president": to see him, where nothing is asked of him."""
    verb = finding.trigger
    asked = clause.has_clause(verb) or any(word in _ASKING for word, _ in clause.prepositions(verb))
    people = bool(finding.targets) and all(m.kind == "person" for m in finding.targets)
    called = verb.lemma_ == "call" and verb.pos_ in clause.VERBS and verb.tag_ != "VBP"
    if finding.entry.type != "request" or not called or asked or not people:
        return finding
    return retyped(finding, "meet", _CALLED_ON, lexicon)


def retyped(finding: Finding, kind: ActionType, rule: str, lexicon: Lexicon) -> Finding:
    """A finding as one of another type, whose rule says what implies it."""
    codes = lexicon.types[kind]
    entry = replace(finding.entry, rule=rule, type=kind, plover=codes.plover, mode="", cameo=codes.cameo)
    return replace(finding, entry=entry)
