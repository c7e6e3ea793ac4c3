"""What a pattern of the lexicon finds in a sentence, before it is known who of those that it names can take part."""

from msgspec import Struct

from kg.extract.pattern import Entry
from kg.extract.scene import Scene
from kg.model import ActorMention, Status
from kg.parse.tree import Token

SPEECH = frozenset(
    {"announce", "request", "propose", "accuse", "reject", "threaten", "protest", "support", "invite", "say"}
)
"""Types that are done by saying so. What they speak of, a visit or an attack, is an event of its own."""
CONCERNING = frozenset({"request", "reject", "threaten", "accuse", "support", "propose", "aid", "retreat"})
"""Types that may take their target from what they are about."""


class Finding(Struct, frozen=True, eq=False):
    """A pattern that fits: its trigger, the words of the action, and who takes part."""

    entry: Entry
    trigger: Token
    action: str
    actors: tuple[ActorMention, ...]
    targets: tuple[ActorMention, ...]
    carrier: Token
    """The verb whose clause holds the event: the trigger itself, or the verb around an event noun."""
    covers: frozenset[int] = frozenset()
    """Tokens of nouns that the pattern used, so that they are not read as events of their own."""
    places: tuple[ActorMention, ...] = ()
    """Cities among the targets, before they became their countries."""
    status: Status | None = None
    """Set where the pattern itself, not the grammar around it, gives the status."""
    doerless: bool = False
    """Whether the event is told without saying who did it ("a bomb killed nine in Mosul")."""


class Reading(Struct, frozen=True, eq=False):
    """A verb read as a pattern of the lexicon, with those whom its subject names."""

    scene: Scene
    verb: Token
    entry: Entry
    actors: tuple[ActorMention, ...]
