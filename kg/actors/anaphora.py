"""Titles and agents that leave open whose they are: "the president", "his counterpart", "its troops"."""

from collections.abc import Sequence

from kg.actors import titles
from kg.actors.cast import Cast
from kg.actors.directory import LEADERS
from kg.actors.discourse import Discourse, Earlier
from kg.actors.fold import slug
from kg.actors.home import Home
from kg.actors.lexicon import usage
from kg.actors.marks import Mark, mark
from kg.actors.naming import Namer
from kg.actors.nouns import Nouns
from kg.actors.phrases import NounPhrase
from kg.actors.piece import Piece
from kg.actors.reading import agent_of
from kg.actors.syntax import subject, top, verb
from kg.model import Actor
from kg.parse.tree import Span, Token

_STATESMEN = frozenset({*LEADERS, "foreign-minister", "defence-minister", "spokesperson"})
"""Offices whose holders speak of other countries' heads as well."""
_SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_DEFINITE = ("the", "this", "that")
_COMMANDS = frozenset({"order", "instruct", "command", "direct", "authorise", "authorize", "deploy"})
_OWN = ("his", "her", "its", "their", "our", "my")


class Anaphora:
    """Settles phrases with a title, an agent noun or a ministry by the marks before them."""

    def __init__(
        self, discourse: Discourse, namer: Namer, cast: Cast, nouns: Nouns, home: Home, here: str | None
    ) -> None:
        self._discourse = discourse
        self._home = home
        self._nouns = nouns
        self._namer = namer
        self._gazetteer = namer.gazetteer
        self._directory = namer.gazetteer.directory
        self._cast = cast
        self._here = here

    def phrase(self, index: int, phrase: NounPhrase) -> Mark | None:
        """The mark of a title or an agent noun that does not say whose."""
        if phrase.kind == "ministry":
            return self._ministry(index, phrase, phrase.head)
        if (body := _spoken_for(phrase)) is not None:
            return self._ministry(index, phrase, body)
        noun = phrase.head.text.lower()
        if noun in ("counterpart", "counterparts"):
            return self._counterpart(index, phrase)
        if phrase.article in _OWN or self._possessed(index, phrase):
            return self._owned(index, phrase)
        if phrase.plural or phrase.article not in ("", *_DEFINITE) or phrase.after:
            return None
        if any(piece.text.lower() in usage("usurper") for piece in phrase.before):
            # "The junta's leader": of whom nobody else's title tells.
            return None
        if phrase.kind == "office" and not self._is_role(index, phrase):
            found = self._titled(index, phrase)
            if found is not None:
                return found
        if noun == "leader" or phrase.article not in _DEFINITE:
            return None
        return self._same_noun(index, phrase)

    def _titled(self, index: int, phrase: NounPhrase) -> Mark | None:
        """ "the president": the last one before with that office, or the holder where one country is meant."""
        asked = set(titles.offices(phrase))
        if "spokesperson" in asked:
            return self._spokesman(index, phrase)
        token = self._discourse.sentences[index].doc[phrase.head.end - 1]
        doers = self._discourse.doers(index, token)
        own = self._principal(index, phrase, asked) or self._at_home(index, token, phrase)
        if own is not None:
            return self._discourse.settled(index, phrase.start, phrase.end, [own], "title", sex=self._sex([own]))
        before = [e for e in self._discourse.before(index, phrase.start, index) if _is_person(e.mark)]
        ended = [e.sentence == index and _is_quoted(token.doc[e.mark.end : phrase.start]) for e in before]
        free = [e.mark for e, quoted in zip(before, ended, strict=True) if e.mark.actors[0] not in doers and not quoted]
        held = (m for m in free if self._holds(m.actors[0], phrase, asked))
        last = next(held, None)
        if last is None:
            return None
        called = {e.mark.actors for e in before if phrase.head.text.lower() in self._text(e).lower()}
        if called and last.actors not in called:
            # "The secretary of state", where he whom the text named last is called a foreign minister.
            last = next((m for m in held if m.actors in called), last)
        return self._discourse.settled(index, phrase.start, phrase.end, last.actors, "title", sex=last.sex)

    def _text(self, earlier: Earlier) -> str:
        return self._discourse.sentences[earlier.sentence].text[earlier.mark.first : earlier.mark.last]

    def _holds(self, person: Actor, phrase: NounPhrase, asked: set[str]) -> bool:
        """Whether a person holds one of the offices, in the tense of the title."""
        told = self._cast.holders.told(person.id, phrase)
        held = {office for office, of in told if titles.can_be_of(phrase, of)}
        leads = "president" in asked and phrase.head.text.lower() == "leader"
        return bool(asked & held) or (leads and bool(held & set(LEADERS)))

    def _principal(self, index: int, phrase: NounPhrase, asked: set[str]) -> Actor | None:
        """ ""The president will come," Ruto's spokesman said": he for whom somebody speaks."""
        for word in (t for t in self._discourse.sentences[index].doc if t.lemma_.lower() in _SPEAKING):
            heads = (word, word.head) if word.dep_ == "compound" else (word,)
            owner = next((c for h in heads for c in h.children if c.dep_ == "poss" and c.i < word.i), None)
            named = (e.mark.actors for e in self._discourse.before(index, word.i, index)) if owner is not None else ()
            for actor in (a for actors in named for a in actors if a.kind == "person"):
                held = {office for office, _ in self._cast.holders.told(actor.id, phrase)}
                if owner is not None and actor.label.split()[-1] == owner.text and asked & held:
                    return actor
        return None

    def _at_home(self, index: int, token: Token, phrase: NounPhrase) -> Actor | None:
        """ "The opposition leader criticised the president": who is no statesman speaks of his own country's."""
        asked = [o for o in titles.offices(phrase) if o in LEADERS]
        if not asked or titles.past(phrase) or titles.future(phrase):
            return None
        step = verb(token)
        found = self._discourse.subject(index, step) if step is not None and subject(step) != token else None
        found = found or self._seat(index, token)
        if found is None or len(found.actors) != 1 or not (found.actors[0].kind == "person" or _is_seat(found)):
            return None
        doer = found.actors[0]
        home = self._directory.homeland(doer)
        held = {office for office, _ in self._cast.holders.posts(doer.id)}
        if home is None or held & _STATESMEN or not titles.can_be_of(phrase, home):
            return None
        holder = self._cast.holders.holder(asked, home)
        return holder[0] if holder is not None and holder[0].id != doer.id else None

    def _seat(self, index: int, token: Token) -> Mark | None:
        """ "The White House said the president would go": the seat of a government in whose words a title stands."""
        above = self._discourse.governor(index, token)
        return above if above is not None and _is_seat(above) else None

    def _is_role(self, index: int, phrase: NounPhrase) -> bool:
        """Whether the title is what somebody is called, not who: "as president"."""
        before = self._discourse.sentences[index].doc[phrase.start - 1].lower_ if phrase.start else ""
        return before in ("as", "become", "became", "elected", "appointed", "named")

    def _spokesman(self, index: int, phrase: NounPhrase) -> Mark | None:
        for earlier in self._discourse.before(index, phrase.start, 4):
            if earlier.mark.rule == "spokesperson":
                return self._discourse.settled(index, phrase.start, phrase.end, earlier.mark.actors, "spokesperson")
        return None

    def _same_noun(self, index: int, phrase: NounPhrase) -> Mark | None:
        """ "the diplomat" after "an EU diplomat"."""
        noun = phrase.head.text.lower()
        for earlier in self._discourse.before(index, phrase.start, 5):
            same = earlier.mark.noun in (noun, noun + "s") and len(earlier.mark.actors) == 1
            if same and earlier.mark.rule not in ("group:bare", "coref:title") and noun not in usage("country"):
                return self._discourse.settled(index, phrase.start, phrase.end, earlier.mark.actors, "noun", noun)
        return None

    def _owned(self, index: int, phrase: NounPhrase) -> Mark | None:
        """ "its prime minister", "their presidents", "our troops": by the owner's country."""
        owners = [m for m in self._discourse.marks(index) if _pronoun(m) or self._possessed(index, phrase)]
        owner = next((m for m in owners if m.end <= phrase.start <= m.end + 1), None)
        if owner is None or phrase.before or phrase.after:
            return None
        listed = self._directory.organisations
        whose = (a.id if a.id in listed and not a.country else self._directory.homeland(a) for a in owner.actors)
        countries = tuple(dict.fromkeys(c for c in whose if c is not None))
        asked = tuple(o for o in titles.offices(phrase) if o not in usage("shared-office"))
        found = [h for c in countries if asked and (h := self._cast.holders.holder(asked, c)) is not None]
        people = [a for a, _ in found if a.id not in {o.id for o in owner.actors}]
        if people and len(people) == len(countries) and (len(people) > 1 or not phrase.plural):
            return self._discourse.settled(index, phrase.start, phrase.end, people, "owner", sex=self._sex(people))
        return self._troop(index, phrase, owner, countries)

    def _possessed(self, index: int, phrase: NounPhrase) -> bool:
        """Whether "'s" stands before the phrase: "the kingdom's foreign minister"."""
        return phrase.start > 1 and self._discourse.sentences[index].doc[phrase.start - 1].tag_ == "POS"

    def _troop(self, index: int, phrase: NounPhrase, owner: Mark, countries: tuple[str, ...]) -> Mark | None:
        """The group or body of those for whom a country or a body says "its"."""
        whose = countries if all(a.kind == "country" for a in owner.actors) else ()
        if not whose and all(a.id in self._directory.organisations for a in owner.actors):
            whose = tuple(a.id for a in owner.actors)
        agent = agent_of(phrase)
        if not whose or not (phrase.plural or agent.role == "body") or agent.singular in usage("relational"):
            return None
        reading = self._namer.groups.group(phrase, whose)
        return self._namer.mark(self._discourse.sentences[index], phrase, reading._replace(rule="coref:group"))

    def _sex(self, people: Sequence[Actor]) -> str:
        return self._cast.sex(people[0]) if len(people) == 1 else ""

    def _counterpart(self, index: int, phrase: NounPhrase) -> Mark | None:
        """ "his Chinese counterpart": who holds in that country an office that he holds in his."""
        nations = titles.lands(phrase, self._gazetteer)
        owner = next((m for m in self._discourse.marks(index) if m.end == phrase.start and _pronoun(m)), None)
        if owner is None and phrase.before and phrase.article in _OWN:
            owner = self._discourse.subject(index, self._discourse.sentences[index].doc[phrase.head.start].head)
        if not nations or owner is None or len(owner.actors) != 1:
            return None
        posts = sorted({office for office, _ in self._cast.holders.posts(owner.actors[0].id)}, key=_weight)
        for office in posts:
            found = [h for n in nations if (h := self._cast.holders.holder((office,), n)) is not None]
            if len(found) == len(nations):
                people = [a for a, _ in found]
                return self._discourse.settled(
                    index, phrase.start, phrase.end, people, "counterpart", sex=self._sex(people)
                )
        return None

    def _ministry(self, index: int, phrase: NounPhrase, body: Piece) -> Mark | None:
        """ "the ministry", "the foreign ministry", "a foreign ministry spokesman".

        The last of that kind, else that of the sentence's own country; `body` is what names the kind.
        """
        if phrase.article in _OWN:
            return self._own_ministry(index, phrase)
        wanted = {k.partition("@")[0] for k in body.keys("ministry")}
        for earlier in self._discourse.before(index, phrase.start, 6):
            actors = (earlier.mark.body,) if earlier.mark.body else earlier.mark.actors
            if self._nouns.kind_of(actors) in wanted:
                return self._discourse.settled(index, phrase.start, phrase.end, actors, "ministry", "ministry")
        if body.keys("ministry")[0].partition("@")[0] in usage("many"):
            return self._service(index, phrase) if not phrase.before else None
        doc = self._discourse.sentences[index].doc
        roots = [t for t in doc if t.dep_ in ("ROOT", "ccomp")]
        subjects = [m for t in roots if (m := self._discourse.subject(index, t)) is not None and m.end <= phrase.start]
        nations = {a.id for m in subjects for a in m.actors if a.kind == "country"}
        key = next(iter(nations)) if len(nations) == 1 else self._here if not subjects else None
        row = body.keys("ministry")[0].partition("@")[0]
        if key is None and not subjects:
            key = self._home.of(index, doc[phrase.head.end - 1])
        if key is None or (body == phrase.head and phrase.article not in ("", *_DEFINITE)):
            return None
        actor = self._directory.ministry(row, key)
        return self._discourse.settled(index, phrase.start, phrase.end, [actor], "ministry", "ministry")

    def nameless(self, index: int, phrase: NounPhrase) -> Mark | None:
        """ "A court", "the militia": a body of which the text tells no more."""
        if phrase.kind != "agent" or phrase.plural or phrase.article not in ("", "a", "an", *_DEFINITE) or phrase.after:
            return None
        noun = agent_of(phrase).singular
        if noun not in usage("nameless") or self._possessed(index, phrase):
            return None
        sentence = self._discourse.sentences[index]
        if sentence.doc[phrase.head.end - 1].dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj", "agent", "conj"):
            return None
        actor = Actor(id=slug(noun), label=noun[:1].upper() + noun[1:], kind="group")
        return mark(sentence, phrase.start, phrase.end, [actor], "group:bare", noun=noun)

    def _own_ministry(self, index: int, phrase: NounPhrase) -> Mark | None:
        """ "its foreign ministry", "their armed forces"."""
        owner = next((m for m in self._discourse.marks(index) if m.end == phrase.start and _pronoun(m)), None)
        countries = [a.id for a in owner.actors if a.kind == "country"] if owner is not None else []
        if not countries or phrase.before:
            return None
        row = phrase.head.keys("ministry")[0].partition("@")[0]
        actors = [self._directory.ministry(row, c) for c in countries]
        return self._discourse.settled(index, phrase.start, phrase.end, actors, "owner", "ministry")

    def _service(self, index: int, phrase: NounPhrase) -> Mark | None:
        """ "police", "the army" of a country that the text leaves open."""
        text = phrase.head.text
        if phrase.head.keys("ministry")[0] not in usage("service"):
            return None
        sentence = self._discourse.sentences[index]
        noun = sentence.doc[phrase.head.end - 1]
        if noun.tag_ == "JJ" and noun.dep_ == "amod":
            # "Military aid": of what sort, and nobody.
            return None
        home = self._commander(index, noun) or self._home.of(index, noun)
        if home is not None:
            actor = self._directory.ministry(phrase.head.keys("ministry")[0], home)
            return self._discourse.settled(index, phrase.start, phrase.end, [actor], "owner", "ministry")
        actor = Actor(id=slug(text), label=text[0].upper() + text[1:].lower(), kind="group")
        return mark(sentence, phrase.start, phrase.end, [actor], "group:bare", noun=text.lower())

    def _commander(self, index: int, token: Token) -> str | None:
        """The country of whoever orders: "the president ordered the army to leave" is of his own army."""
        first = top(token)
        verb = first.head.head if first.dep_ == "nsubj" and first.head.dep_ == "ccomp" else first.head
        found = self._discourse.subject(index, verb) if verb.lemma_ in _COMMANDS else None
        nations = {self._directory.homeland(a) for a in found.actors} if found is not None else set()
        return nations.pop() if len(nations) == 1 else None


def _spoken_for(phrase: NounPhrase) -> Piece | None:
    """The ministry of "a foreign ministry spokesman", who speaks for it; None where somebody is named."""
    if phrase.kind != "office" or phrase.after or "spokesperson" not in titles.offices(phrase):
        return None
    return next((p for p in phrase.before if p.kind == "ministry"), None)


def _is_person(found: Mark) -> bool:
    return len(found.actors) == 1 and found.actors[0].kind == "person"


def _is_quoted(between: Span) -> bool:
    """ ""I hope to meet Envoy Rao," the envoy said": whether a quotation ends between somebody named and a title."""
    return sum(t.is_quote for t in between) % 2 == 1


def _is_seat(found: Mark) -> bool:
    return found.rule == "metonym:seat"


def _pronoun(found: Mark) -> bool:
    return found.rule in ("coref:his", "coref:her", "coref:its", "coref:their", "coref:our", "coref:my")


def _weight(office: str) -> tuple[int, str]:
    order = (*LEADERS, "foreign-minister", "defence-minister")
    return (order.index(office) if office in order else len(order), office)
