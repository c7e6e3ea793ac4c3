"""Who is blamed where what is condemned is a hostile deed: whoever did it, never whom it befell."""

from collections.abc import Iterable, Sequence

from kg.extract import clause, reach
from kg.extract.scene import Scene
from kg.model import ActorMention
from kg.parse.tree import Token

_HOSTILE = frozenset({"attack", "coerce", "sanction", "threaten"})
_AIM = frozenset({"on", "against", "at", "upon", "over"})


def of(scene: Scene, token: Token, taken: set[str]) -> tuple[ActorMention, ...]:
    """Whom a reproach to `token` blames: itself, its owner, or who did it; `taken` are those who reproach."""
    named = scene.parties([token]) or reach.owner(scene, [token], "accuse")
    return instead(scene, [token], named, taken) if named else reach.doer_of(scene, token, taken)


def instead(
    scene: Scene, tokens: Iterable[Token], named: Sequence[ActorMention], taken: set[str]
) -> tuple[ActorMention, ...]:
    """`named` without those whom the deeds among `tokens` befell; the doers of these deeds where nobody is left.

    "Condemned the attack on Chad by Mali" blames Mali, "condemned the attack on Chad" whoever was told to have
    attacked Chad before, else nobody; "condemned the arrests in Chad", where nothing else is told, blames its rulers.
    """
    deeds = [(t, _sufferers(scene, t)) for t in tokens if _is_hostile(scene, t)]
    hurt = {m.id for _, sufferers in deeds for m in sufferers}
    left = tuple(m for m in named if m.id not in hurt)
    if left or not hurt:
        return left
    told = (found for deed, sufferers in deeds if (found := _doers(scene, deed, sufferers, taken)))
    return next(told, ()) or reach.ruler(scene, (deed for deed, _ in deeds))


def _is_hostile(scene: Scene, noun: Token) -> bool:
    return any(entry.type in _HOSTILE for entry in scene.lexicon.nouns.get(noun.lemma_.lower(), ()))


def _sufferers(scene: Scene, noun: Token) -> tuple[ActorMention, ...]:
    """ "The attack on Chad", "the killing of a Chadian envoy", "the envoy's arrest", "the Lahore bombing"."""
    entries = [e for e in scene.lexicon.nouns.get(noun.lemma_.lower(), ()) if e.type in _HOSTILE]
    words = _AIM.union(*(a.prepositions for e in entries for a in e.arguments if a.slot == "T"))
    around = clause.prepositions(noun, deep=False)
    # "The attack by rebels on Goma": what the parser hangs on the rebels.
    behind = [p for word, t in around if word == "by" for p in clause.prepositions(t, deep=False)]
    hit = [t for word, t in (*around, *behind) if word in words]
    own = clause.owners(noun) if any(e.suffered for e in entries) else []
    spots = (m for m in scene.modifying(noun) if m.kind == "place")
    return (*scene.parties([*hit, *own]), *reach.owner(scene, hit, "attack"), *spots)


def _doers(scene: Scene, noun: Token, sufferers: Sequence[ActorMention], taken: set[str]) -> tuple[ActorMention, ...]:
    hurt = {m.id for m in sufferers}
    by = [t for word, t in clause.prepositions(noun, deep=False) if word in ("by", "from")]
    by += [t for verb in clause.participles(noun) for t in clause.agents(verb)]
    named = (*scene.parties([*clause.owners(noun), *by]), *scene.modifying(noun))
    found = tuple(m for m in named if m.id not in hurt) or reach.doer_of(scene, noun, taken, befell=hurt)
    return found or reach.band(scene, noun)
