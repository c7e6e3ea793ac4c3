"""Third-person pronouns: candidates by number and sex, ranked by recency, role and topic, or none at all."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from kg.actors.discourse import Discourse, Earlier, modifier
from kg.actors.lexicon import agents, usage
from kg.actors.marks import Mark, mark
from kg.actors.speech import Speakers
from kg.actors.syntax import case, subject, verb
from kg.model import Actor
from kg.parse.tree import Token

_MALE = frozenset({"he", "him", "his"})
_FEMALE = frozenset({"she", "her", "hers"})
_NEUTER = frozenset({"it", "its"})
_PLURAL = frozenset({"they", "them", "their", "theirs"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
THIRD = _MALE | _FEMALE | _NEUTER | _PLURAL | _REFLEXIVE

_REACH = 3
_DECAY = 0.6
_ROLE = {"subject": 50.0, "object": 25.0, "possessive": 20.0, "oblique": 15.0, "modifier": 0.0, "other": 10.0}
_LEAST = 30.0
_MARGIN = 12.0


class Pronouns:
    """Settles third-person pronouns, one at a time and in reading order."""

    def __init__(self, discourse: Discourse, speakers: Speakers | None = None) -> None:
        self._discourse = discourse
        self._speakers = speakers

    def settle(self, index: int, token: Token) -> Mark | None:
        """The mark of a pronoun, None where its antecedent is unsure."""
        word = token.lower_
        if word in _REFLEXIVE:
            return self._reflexive(index, token)
        if word in _MALE | _FEMALE:
            return self._person(index, token, "m" if word in _MALE else "f")
        if word in _NEUTER:
            return self._neuter(index, token)
        return self._plural(index, token)

    def _mark(self, index: int, token: Token, actors: Sequence[Actor], sex: str = "") -> Mark:
        sentence = self._discourse.sentences[index]
        rule = f"coref:{token.lower_}"
        return mark(sentence, token.i, token.i + 1, actors, rule, sex=sex, plural=token.lower_ in _PLURAL)

    def _reflexive(self, index: int, token: Token) -> Mark | None:
        beside = next((m for m in self._discourse.marks(index) if m.end == token.i and not modifier(m)), None)
        if beside is None and token.i and token.nbor(-1).pos_ == "NOUN":
            return None
        found = beside or self._discourse.subject(index, verb(token))
        return self._mark(index, token, found.actors, found.sex) if found else None

    def _person(self, index: int, token: Token, sex: str) -> Mark | None:
        def fits(earlier: Earlier) -> bool:
            actors = earlier.mark.actors
            one = len(actors) == 1 and (actors[0].kind == "person" or _unnamed(earlier.mark))
            return one and earlier.mark.sex in ("", sex) and not self._barred(index, token, earlier)

        best = self._ahead(index, token, sex) or self._object(index, token, fits) or self._best(index, token, fits)
        return self._mark(index, token, best.actors, sex) if best else None

    def _ahead(self, index: int, token: Token, sex: str) -> Mark | None:
        """ "Asked whether he agreed, Biden said": in a participle before the main clause, the subject that follows."""
        for word in token.ancestors:
            if word.dep_ == "advcl" and word.tag_ in ("VBN", "VBG") and token.i < word.head.i:
                subject = [c for c in word.head.children if c.dep_ in ("nsubj", "nsubjpass") and c.i > token.i]
                marks = [m for m in self._discourse.marks(index) if subject and m.start <= subject[0].i < m.end]
                people = [m for m in marks if len(m.actors) == 1 and m.actors[0].kind == "person"]
                return next((m for m in people if m.sex in ("", sex)), None)
        return None

    def _object(self, index: int, token: Token, fits: Callable[[Earlier], bool]) -> Mark | None:
        """The object of receiving and of praise: "hosted X during his visit", "thanked X for his help"."""
        clause = verb(token)
        if clause is None or token.dep_ != "poss":
            return None
        visit = token.head.lemma_.lower() in ("visit", "trip", "tour", "stay")
        cause = any(t.lower_ == "for" and t.head == clause for t in token.ancestors)
        lemma = clause.lemma_.lower()
        if not (visit and lemma in usage("receive")) and not (cause and lemma in usage("blame")):
            return None
        near = [e for e in self._discourse.before(index, token.i, 0) if e.mark.start > clause.i and fits(e)]
        return near[-1].mark if near else None

    def _barred(self, index: int, token: Token, earlier: Earlier) -> bool:
        """Binding, quotation, and "his visit to" a candidate's own country."""
        actors = {a.id for a in earlier.mark.actors}
        if actors & self._speaking(index, token) or actors & self._cited(index, token, earlier):
            return True
        return self._own_object(index, token, actors) or bool(self._homebound(index, token) & _countries(earlier.mark))

    def _speaking(self, index: int, token: Token) -> set[str]:
        quote = self._discourse.quote(index, token)
        speaker = self._speakers.of(quote) if quote is not None and self._speakers else None
        return {a.id for a in speaker.actors} if speaker else set()

    def _cited(self, index: int, token: Token, earlier: Earlier) -> set[str]:
        """Those who are only named within somebody's words while the pronoun is the reporter's."""
        if self._discourse.quote(index, token) is not None or earlier.distance == 0:
            return set()
        named = self._discourse.token(earlier)
        quoted = self._discourse.quote(earlier.sentence, named) is not None
        return {a.id for a in earlier.mark.actors} if quoted else set()

    def _own_object(self, index: int, token: Token, actors: set[str]) -> bool:
        """Whether the pronoun is an argument of a verb whose subject the candidate is: "Xi told him"."""
        if case(token) in ("possessive", "subject"):
            return False
        found = self._discourse.subject(index, verb(token))
        return found is not None and bool(actors & {a.id for a in found.actors})

    def _homebound(self, index: int, token: Token) -> set[str]:
        """The country that "his visit to X" or "he visited X" leads to: it is not his own."""
        going = token.head if token.dep_ == "poss" or token.dep_.startswith("nsubj") else None
        if going is None or going.lemma_.lower() not in (
            "visit",
            "trip",
            "journey",
            "arrival",
            "arrive",
            "travel",
            "fly",
        ):
            return set()
        spots = [c for c in going.children if c.dep_ in ("dobj", "pobj")]
        spots += [o for c in going.children if c.lower_ in ("to", "in") for o in c.children if o.dep_ == "pobj"]
        return {c for s in spots if (m := self._discourse.of(index, s)) is not None for c in _countries(m)}

    def _best(self, index: int, token: Token, fits: Callable[[Earlier], bool]) -> Mark | None:
        scores: dict[tuple[str, ...], float] = defaultdict(float)
        kept: dict[tuple[str, ...], Mark] = {}
        ruler = self._governor(index, token)
        for earlier in self._discourse.before(index, token.i, _REACH):
            if modifier(earlier.mark) or not fits(earlier):
                continue
            key = tuple(a.id for a in earlier.mark.actors)
            score = self._salience(token, earlier) + (40.0 if earlier.mark is ruler else 0.0)
            score += 100.0 if self._just_done_by(token, earlier) else 0.0
            if score > scores[key]:
                scores[key], kept[key] = score, earlier.mark
        for name, score in self._strangers(index, token):
            scores[("?", name)] = score
        ranked = sorted(((s, k) for k, s in scores.items()), reverse=True)
        if not ranked or ranked[0][0] < _LEAST:
            return None
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
            return None
        return kept.get(ranked[0][1])

    def _strangers(self, index: int, token: Token) -> Iterator[tuple[str, float]]:
        """Subjects with a proper name that nothing explains: whoever they are, they rival those known."""
        for distance in range(min(index, 1) + 1):
            for word in self._discourse.sentences[index - distance].doc:
                proper = word.pos_ == "PROPN" and word.dep_ == "nsubj" and (distance or word.i < token.i)
                if proper and self._discourse.of(index - distance, word) is None:
                    yield word.text, (100.0 + _ROLE["subject"]) * _DECAY**distance

    def _salience(self, token: Token, earlier: Earlier) -> float:
        named = self._discourse.token(earlier)
        role = case(named)
        score = (100.0 + _ROLE[role]) * _DECAY**earlier.distance
        if role == "subject" == case(token) and earlier.distance:
            score += 15.0
        if earlier.mark.sex == "":
            score -= 10.0
        if self._discourse.sentences[earlier.sentence].segment.headline and earlier.distance:
            score -= 30.0
        return score

    def _just_done_by(self, token: Token, earlier: Earlier) -> bool:
        """Whether the mark is who did it, straight before the pronoun's clause: "proposed by X when he came"."""
        named = self._discourse.token(earlier)
        agent = named.dep_ == "pobj" and named.head.dep_ == "agent" and earlier.distance == 0
        opens = token.dep_ == "nsubj" and token.i > 0 and token.nbor(-1).tag_ in ("WRB", "IN")
        return agent and opens and earlier.mark.end == token.i - 1

    def _governor(self, index: int, token: Token) -> Mark | None:
        """The nearest subject above the pronoun in the same sentence: "Xi said he", "Putin met his guest"."""
        for step in token.ancestors:
            if step.pos_ not in ("VERB", "AUX"):
                continue
            above = subject(step) or _agent(step)
            if above is None or above.i >= token.i:
                continue
            found = self._discourse.of(index, above)
            if found is not None and found.head != token.i:
                return found
        return None

    def _neuter(self, index: int, token: Token) -> Mark | None:
        if token.lower_ == "its":
            found = self._its(index, token) or self._whose(index, token)
        else:
            found = self._it(index, token)
        return self._mark(index, token, found.actors) if found else None

    def _its(self, index: int, token: Token) -> Mark | None:
        """The object after a verb of blame, else the subject of the clause; no guess past one that is no actor."""
        clause = verb(token)
        blamed = self._blamed(index, token, clause)
        if blamed is not None:
            return blamed
        while clause is not None:
            above = subject(clause)
            if above is not None and above.i < token.i and not above.is_ancestor(token):
                relative = above.lower_ in ("which", "that", "who")
                above = _antecedent(above)
                found = self._discourse.of(index, above)
                if found is not None and _entity(found):
                    return found
                if not relative:
                    return self._lonely(index, token, above)
            clause = next((a for a in clause.ancestors if a.pos_ in ("VERB", "AUX")), None)
        return self._only(index, token) or (self._before(index) if token.i < 2 else None)

    def _whose(self, index: int, token: Token) -> Mark | None:
        """ "its ambassador", "its prime minister": only countries and bodies have them; the last one named."""
        agent = agents().get(token.head.lower_)
        if agent is None or agent.role != "person" or token.dep_ != "poss":
            return None
        return next((e.mark for e in self._discourse.before(index, token.i, 0) if _entity(e.mark)), None)

    def _blamed(self, index: int, token: Token, clause: Token | None) -> Mark | None:
        if clause is None or clause.lemma_.lower() not in usage("blame"):
            return None
        if not any(t.lower_ in ("for", "of", "over") and t.i < token.i for t in token.ancestors):
            return None
        marks = [m for m in self._discourse.marks(index) if clause.i < m.start < token.i and _entity(m)]
        return marks[-1] if marks else None

    def _lonely(self, index: int, token: Token, above: Token) -> Mark | None:
        """Past a subject in the plural, or a person, "its" may be the one thing named before."""
        person = self._discourse.of(index, above)
        past = above.tag_ in ("NNS", "NNPS") or (person is not None and person.actors[0].kind == "person")
        return self._only(index, token) if past else None

    def _only(self, index: int, token: Token) -> Mark | None:
        """The only country or body named in the sentence before the word."""
        found = [e.mark for e in self._discourse.before(index, token.i, 0) if _entity(e.mark)]
        return found[0] if len({m.actors[0].id for m in found}) == 1 else None

    def _it(self, index: int, token: Token) -> Mark | None:
        clause = verb(token)
        if clause is None:
            return None
        if token.dep_ == "nsubj":
            return self._it_subject(index, token, clause)
        if token.dep_ in ("dobj", "dative") and clause.lemma_.lower() in usage("upon"):
            done_by = self._discourse.subject(index, clause)
            doer = {a.id for a in done_by.actors} if done_by else set()
            near = [e.mark for e in self._discourse.before(index, token.i, 0) if _entity(e.mark)]
            return next((m for m in near if m.actors[0].id not in doer), None)
        return None

    def _it_subject(self, index: int, token: Token, clause: Token) -> Mark | None:
        """ "it" as a subject that acts: that of the clause above or before, else that of the sentence before."""
        acts = clause.lemma_.lower() in usage("agentive") or _does(clause) or _is_own_deed(clause)
        if not acts:
            return None
        if _does(clause):
            return self._doer(index, token)
        above = self._governor(index, token) or self._conjoined(index, clause)
        if above is not None:
            return above if _entity(above) else None
        if any(t.pos_ in ("NOUN", "PROPN") for t in clause.doc[: token.i] if self._discourse.quote(index, t) is None):
            return self._only(index, token)
        return self._before(index)

    def _doer(self, index: int, token: Token) -> Mark | None:
        """ "I think Kenya wants to lead, and it does that by …": the subject before, of the clause that is taken up."""
        subjects = [t for t in token.doc[: token.i] if t.dep_ == "nsubj"]
        found = self._discourse.of(index, subjects[-1]) if subjects else self._before(index)
        return found if found is not None and _entity(found) else None

    def _before(self, index: int) -> Mark | None:
        """The subject of the sentence before, if it is a country or a body."""
        before = self._discourse.sentences[index - 1].doc if index else None
        roots = [t for t in before or () if t.dep_ == "ROOT"]
        found = self._discourse.subject(index - 1, roots[0]) if roots else None
        return found if found is not None and _entity(found) else None

    def _conjoined(self, index: int, clause: Token) -> Mark | None:
        first = clause
        while first.dep_ in ("conj", "ccomp", "advcl") and first.head.i != first.i:
            first = first.head
            found = self._discourse.subject(index, first)
            if found is not None and found.head < clause.i:
                return found
        return None

    def _plural(self, index: int, token: Token) -> Mark | None:
        found = self._several(index, token)
        return self._mark(index, token, found) if found else None

    def _several(self, index: int, token: Token) -> tuple[Actor, ...] | None:
        ruler = self._governor(index, token)
        if ruler is not None and not self._own_argument(token):
            actors = self._joined(index, ruler)
            if len(actors) > 1 or ruler.plural:
                return actors
        if token.dep_ == "poss" and token.head.lemma_.lower() in usage("mutual"):
            both = self._two(index, token)
            if both:
                return both
        if self._plain_subject(index, token):
            return None
        for distance in range(2):
            pools = [
                self._joined(e.sentence, e.mark)
                for e in self._discourse.before(index, token.i, 1)
                if e.distance == distance and not modifier(e.mark) and not self._barred(index, token, e)
            ]
            if pools and self._rivalled(index - distance, token if distance == 0 else None):
                return None
            sets = {tuple(sorted(a.id for a in p)): p for p in pools if len(p) > 1 or p[0].kind == "group"}
            if len(sets) == 1:
                return next(iter(sets.values()))
            if sets or (distance == 0 and self._things(index, token)):
                return None
        single = ruler is not None and _entity(ruler) and token.lower_ == "they"
        return ruler.actors if single and ruler is not None else None

    def _things(self, index: int, token: Token) -> bool:
        """Whether a plural that is no actor stands in the sentence before the word."""
        doc = self._discourse.sentences[index].doc
        return any(t.tag_ == "NNS" and self._discourse.of(index, t) is None and not t.ent_type_ for t in doc[: token.i])

    def _rivalled(self, index: int, token: Token | None) -> bool:
        """Whether a plural that is no actor stands nearer than any that is."""
        doc = self._discourse.sentences[index].doc
        end = token.i if token is not None else len(doc)
        things = [t.i for t in doc[:end] if t.tag_ == "NNS" and self._discourse.of(index, t) is None]
        marks = [m for m in self._discourse.marks(index) if m.head < end and len(self._joined(index, m)) > 1]
        return bool(things) and bool(marks) and max(things) > max(m.head for m in marks)

    def _own_argument(self, token: Token) -> bool:
        return case(token) in ("object", "oblique")

    def _plain_subject(self, index: int, token: Token) -> bool:
        """Whether a plural noun that is no actor is the nearest subject above."""
        for step in token.ancestors:
            above = subject(step) if step.pos_ in ("VERB", "AUX") else None
            if above is not None and above.i < token.i:
                return above.tag_ in ("NNS", "NNPS") and self._discourse.of(index, above) is None
        return False

    def _two(self, index: int, token: Token) -> tuple[Actor, ...] | None:
        """The two people, or the two countries, of the sentence so far."""
        near = [e.mark.actors[0] for e in self._discourse.before(index, token.i, 0) if len(e.mark.actors) == 1]
        for kind in ("person", "country"):
            some = {a.id: a for a in reversed(near) if a.kind == kind}
            if len(some) == 2:
                return tuple(some.values())
            if some:
                return None
        return None

    def _joined(self, index: int, first: Mark) -> tuple[Actor, ...]:
        """The actors of a mark and of those coordinated with it: "Putin and Xi"."""
        doc = self._discourse.sentences[index].doc
        actors = list(first.actors)
        for token in doc[first.head].conjuncts:
            found = self._discourse.of(index, token)
            if found is not None:
                actors += found.actors
        return tuple({a.id: a for a in actors}.values())


def _unnamed(found: Mark) -> bool:
    """Whether a mark is one person without a name: a spokesman, a title whose holder is unknown."""
    return found.rule == "spokesperson" or (found.rule == "group" and bool(found.noun) and not found.plural)


def _entity(found: Mark) -> bool:
    """Whether a mark is one country or one body."""
    return len(found.actors) == 1 and found.actors[0].kind in ("country", "organisation") and not modifier(found)


def _does(clause: Token) -> bool:
    """Whether the verb is "do" with an object: "it does that"."""
    return clause.lemma_ == "do" and any(t.dep_ == "dobj" for t in clause.children)


def _is_own_deed(clause: Token) -> bool:
    """ "Chad said it detained", "said it was ready": what a speaker says of "it" where "it" can be no empty subject."""
    head = clause.head
    if clause.dep_ != "ccomp" or head.lemma_.lower() not in usage("say"):
        return False
    if clause.lemma_ == "be":
        return any(c.dep_ == "acomp" and c.lower_ in usage("volition") for c in clause.children)
    return clause.lemma_.lower() not in usage("expletive") and not any(c.dep_ == "auxpass" for c in clause.children)


def _agent(clause: Token) -> Token | None:
    """Who does what a passive says: "proposed by X"."""
    by = next((c for c in clause.children if c.dep_ == "agent"), None)
    return next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None


def _countries(found: Mark) -> set[str]:
    return {a.country for a in found.actors if a.country}


def _antecedent(token: Token) -> Token:
    """What a relative pronoun takes up."""
    if token.lower_ in ("which", "that", "who"):
        clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
        return clause.head if clause is not None else token
    return token


def pronouns(tokens: Sequence[Token]) -> Iterator[Token]:
    """The third-person pronouns among tokens, in order."""
    return (t for t in tokens if t.lower_ in THIRD and t.pos_ in ("PRON", "DET"))
