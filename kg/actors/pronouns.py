"""Third-person pronouns: candidates by number and sex, ranked by recency, role and topic, or none at all."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from kg.actors.binding import Binding
from kg.actors.discourse import Discourse, Earlier, modifier
from kg.actors.lexicon import usage
from kg.actors.marks import Mark, mark
from kg.actors.neuter import Neuter
from kg.actors.plural import Plural
from kg.actors.speech import Speakers
from kg.actors.syntax import case, verb
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
        self._binding = Binding(discourse, speakers)
        self._neuter = Neuter(discourse)
        self._plural = Plural(discourse, self._binding)

    def settle(self, index: int, token: Token) -> Mark | None:
        """The mark of a pronoun, None where its antecedent is unsure."""
        word = token.lower_
        if word in _REFLEXIVE:
            return self._reflexive(index, token)
        if word in _MALE | _FEMALE:
            return self._person(index, token, "m" if word in _MALE else "f")
        if word in _NEUTER:
            found = self._neuter.its(index, token) if word == "its" else self._neuter.it(index, token)
            return self._mark(index, token, found.actors) if found else None
        actors = self._plural.they(index, token)
        return self._mark(index, token, actors) if actors else None

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
            return one and earlier.mark.sex in ("", sex) and not self._binding.barred(index, token, earlier)

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
        """The object of receiving and of praise: "hosted X during his visit", "thanked X for his help"; "X and his"."""
        clause = verb(token)
        if clause is None or token.dep_ != "poss":
            return None
        if token.head.dep_ == "conj" and token.i and token.nbor(-1).dep_ == "cc":
            # "Backed X and his efforts", straight behind the name.
            beside = [e for e in self._discourse.before(index, token.i, 0) if e.mark.end == token.i - 1 and fits(e)]
            return beside[-1].mark if beside else None
        visit = token.head.lemma_.lower() in ("visit", "trip", "tour", "stay")
        cause = any(t.lower_ == "for" and t.head == clause for t in token.ancestors)
        lemma = clause.lemma_.lower()
        if not (visit and lemma in usage("receive")) and not (cause and lemma in usage("blame")):
            return None
        near = [e for e in self._discourse.before(index, token.i, 0) if e.mark.start > clause.i and fits(e)]
        return near[-1].mark if near else None

    def _best(self, index: int, token: Token, fits: Callable[[Earlier], bool]) -> Mark | None:
        scores: dict[tuple[str, ...], float] = defaultdict(float)
        kept: dict[tuple[str, ...], Mark] = {}
        ruler = self._discourse.governor(index, token)
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


def _unnamed(found: Mark) -> bool:
    """Whether a mark is one person without a name: a spokesman, a title whose holder is unknown."""
    return found.rule == "spokesperson" or (found.rule == "group" and bool(found.noun) and not found.plural)


def pronouns(tokens: Sequence[Token]) -> Iterator[Token]:
    """The third-person pronouns among tokens, in order."""
    return (t for t in tokens if t.lower_ in THIRD and t.pos_ in ("PRON", "DET"))
