"""What "it" and "its" mean: one country or body, or nothing where the sentence leaves a doubt."""

from kg.actors.discourse import Discourse, is_entity
from kg.actors.lexicon import agents, usage
from kg.actors.marks import Mark
from kg.actors.syntax import subject, verb
from kg.parse.classes import words_of
from kg.parse.tree import Token

_REASONS = frozenset({"for", "over"})
_CAUSES = frozenset({"after", "amid", "following", "over"})


class Neuter:
    """Finds the antecedent of neuter pronouns."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse

    def its(self, index: int, token: Token) -> Mark | None:
        """Whose the thing is that "its" stands before."""
        return self._its(index, token) or self._whose(index, token)

    def _its(self, index: int, token: Token) -> Mark | None:
        """The object after a verb of blame, else the subject of the clause; no guess past one that is no actor."""
        clause = verb(token)
        blamed = self._blamed(index, token, clause)
        blamed = blamed or self._penalised(index, token, clause)
        if blamed is not None:
            return blamed
        asked = self._asked(index, clause)
        if asked is not None:
            return asked
        while clause is not None:
            above = subject(clause)
            if above is not None and above.i < token.i and not above.is_ancestor(token):
                relative = above.lower_ in ("which", "that", "who")
                above = _antecedent(above)
                found = self._discourse.of(index, above)
                if found is not None and is_entity(found):
                    return found
                if not relative:
                    return self._lonely(index, token, above)
            clause = next((a for a in clause.ancestors if a.pos_ in ("VERB", "AUX")), None)
        return self._only(index, token) or (self._before(index) if token.i < 2 else None)

    def _whose(self, index: int, token: Token) -> Mark | None:
        """ "its ambassador", "its prime minister": only countries and bodies have them; the last one named."""
        role = agents().get(token.head.lower_)
        if role is None or role.role != "person" or token.dep_ != "poss":
            return None
        return next((e.mark for e in self._discourse.before(index, token.i, 0) if is_entity(e.mark)), None)

    def _blamed(self, index: int, token: Token, clause: Token | None) -> Mark | None:
        if clause is None or clause.lemma_.lower() not in usage("blame"):
            return None
        if not any(t.lower_ in ("for", "of", "over") and t.i < token.i for t in token.ancestors):
            return None
        marks = [m for m in self._discourse.marks(index) if clause.i < m.start < token.i and is_entity(m)]
        return marks[-1] if marks else None

    def _penalised(self, index: int, token: Token, clause: Token | None) -> Mark | None:
        """ "Imposed sanctions on Chad over its raid", "cut ties with Chad over its raid": whose they suffer for."""
        # "Imposed sanctions on Chad after its raid".
        reasons = _REASONS | _CAUSES if token.head.lower_ in usage("punished") else _REASONS
        if clause is None or not any(t.lower_ in reasons and clause.i < t.i < token.i for t in token.ancestors):
            return None
        parting = {"with"} if clause.lemma_.lower() in usage("parting") else set()
        for mark in reversed([m for m in self._discourse.marks(index) if clause.i < m.head < token.i and is_entity(m)]):
            word = clause.doc[mark.head]
            if word.dep_ == "pobj" and word.head.lower_ in {"on", "against", *parting}:
                return mark
        return None

    def _asked(self, index: int, clause: Token | None) -> Mark | None:
        """ "Urged Mali to honour its promise": who is to do what the infinitive says."""
        while clause is not None and clause.dep_ == "conj":
            clause = clause.head
        if clause is None or clause.dep_ not in ("xcomp", "advcl") or clause.tag_ != "VB":
            return None
        above = clause.head
        if above.lemma_.lower() not in words_of("object-control"):
            return None
        found = (self._discourse.of(index, c) for c in above.children if c.dep_ == "dobj" and c.i < clause.i)
        return next((m for m in found if m is not None and is_entity(m)), None)

    def _lonely(self, index: int, token: Token, above: Token) -> Mark | None:
        """Past a subject in the plural, or a person, "its" may be the one thing named before."""
        person = self._discourse.of(index, above)
        past = above.tag_ in ("NNS", "NNPS") or (person is not None and person.actors[0].kind == "person")
        return self._only(index, token) if past else None

    def _only(self, index: int, token: Token) -> Mark | None:
        """The only country or body named in the sentence before the word."""
        found = [e.mark for e in self._discourse.before(index, token.i, 0) if is_entity(e.mark)]
        return found[0] if len({m.actors[0].id for m in found}) == 1 else None

    def it(self, index: int, token: Token) -> Mark | None:
        """What a subject that acts means, or an object that something is done to."""
        clause = verb(token)
        if clause is None:
            return None
        if token.dep_ == "nsubj":
            return self._it_subject(index, token, clause)
        if token.dep_ == "pobj" and token.head.lower_ in ("on", "against") and _is_harm(token.head.head):
            # "Recalled its envoy over sanctions against it": whose clause it is.
            return self._its(index, token)
        if token.dep_ in ("dobj", "dative") and clause.lemma_.lower() in usage("upon"):
            done_by = self._discourse.subject(index, clause)
            doer = {a.id for a in done_by.actors} if done_by else set()
            near = [e.mark for e in self._discourse.before(index, token.i, 0) if is_entity(e.mark)]
            return next((m for m in near if m.actors[0].id not in doer), None)
        return None

    def _it_subject(self, index: int, token: Token, clause: Token) -> Mark | None:
        """ "it" as a subject that acts: that of the clause above or before, else that of the sentence before."""
        acts = clause.lemma_.lower() in usage("agentive") or _does(clause) or _is_own_deed(clause)
        if not acts:
            return None
        if _does(clause):
            return self._doer(index, token)
        if clause.lemma_ in words_of("harming") and any(_is_suffered(t) for t in clause.doc[: token.i]):
            # "Denounced the attack and said it killed two": the attack did.
            return None
        charged = self._charged(index, token)
        if charged is not None:
            return charged
        above = self._discourse.governor(index, token) or self._conjoined(index, clause)
        if above is not None:
            return above if is_entity(above) else None
        if any(t.pos_ in ("NOUN", "PROPN") for t in clause.doc[: token.i] if self._discourse.quote(index, t) is None):
            return self._only(index, token)
        return self._before(index)

    def _charged(self, index: int, token: Token) -> Mark | None:
        """ "Punished Chad over claims (that) it armed rebels": whom a deed befell is who is charged, not its doer."""
        last = token.i - 2 if token.i and token.nbor(-1).lower_ == "that" else token.i - 1
        noun = token.doc[last] if last > 0 else token
        if noun.dep_ != "pobj" or noun.head.lower_ not in _CAUSES or noun.lemma_.lower() not in words_of("alleged"):
            return None
        doer = self._discourse.subject(index, verb(noun))
        marks = (e.mark for e in self._discourse.before(index, token.i, 0) if is_entity(e.mark))
        acting = {a.id for a in doer.actors} if doer is not None else set()
        return next((m for m in marks if acting.isdisjoint(a.id for a in m.actors)), None) if acting else None

    def _doer(self, index: int, token: Token) -> Mark | None:
        """ "I think Kenya wants to lead, and it does that by …": the subject before, of the clause that is taken up."""
        subjects = [t for t in token.doc[: token.i] if t.dep_ == "nsubj"]
        found = self._discourse.of(index, subjects[-1]) if subjects else self._before(index)
        return found if found is not None and is_entity(found) else None

    def _before(self, index: int) -> Mark | None:
        """The subject of the sentence before, if it is a country or a body."""
        before = self._discourse.sentences[index - 1].doc if index else None
        roots = [t for t in before or () if t.dep_ == "ROOT"]
        found = self._discourse.subject(index - 1, roots[0]) if roots else None
        return found if found is not None and is_entity(found) else None

    def _conjoined(self, index: int, clause: Token) -> Mark | None:
        first = clause
        while first.dep_ in ("conj", "ccomp", "advcl") and first.head.i != first.i:
            first = first.head
            found = self._discourse.subject(index, first)
            if found is not None and found.head < clause.i:
                return found
        return None


def _is_harm(noun: Token) -> bool:
    return noun.lower_ in usage("harms")


def _is_suffered(noun: Token) -> bool:
    return noun.lower_ in usage("assaults") and noun.dep_ in ("dobj", "pobj")


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


def _antecedent(token: Token) -> Token:
    """What a relative pronoun takes up."""
    if token.lower_ in ("which", "that", "who"):
        clause = next((a for a in token.ancestors if a.dep_ == "relcl"), None)
        return clause.head if clause is not None else token
    return token
