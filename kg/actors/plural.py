"""Whom "they" means: several actors named together, or a group, unless a plural that is no actor may be meant."""

from kg.actors.binding import Binding
from kg.actors.discourse import Discourse, is_entity, modifier
from kg.actors.lexicon import usage
from kg.actors.marks import Mark
from kg.actors.syntax import case, subject
from kg.model import Actor
from kg.parse.tree import Token


class Plural:
    """Finds the antecedents of plural pronouns."""

    def __init__(self, discourse: Discourse, binding: Binding) -> None:
        self._discourse = discourse
        self._binding = binding

    def they(self, index: int, token: Token) -> tuple[Actor, ...] | None:
        """The actors that the pronoun stands for."""
        ruler = self._discourse.governor(index, token)
        if ruler is not None and case(token) not in ("object", "oblique"):
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
                if e.distance == distance and not modifier(e.mark) and not self._binding.barred(index, token, e)
            ]
            if pools and self._rivalled(index - distance, token if distance == 0 else None):
                return None
            sets = {tuple(sorted(a.id for a in p)): p for p in pools if len(p) > 1 or p[0].kind == "group"}
            if len(sets) == 1:
                return next(iter(sets.values()))
            if sets or (distance == 0 and self._things(index, token)):
                return None
        single = ruler is not None and is_entity(ruler) and token.lower_ == "they"
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
