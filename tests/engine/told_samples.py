"""Generated mentions as merging sees them, and their blocks: more of them than texts could give in the time."""

import random

from kg.merge.blocking import Block, blocks
from kg.merge.stories import Story
from kg.merge.told import Party, Side, Told
from kg.model import ActionType, Status

COUNTRIES = ("AR", "BO", "CL", "CO", "EC", "PE", "PY", "UY", "VE")
TYPES: tuple[ActionType, ...] = ("visit", "accuse", "attack", "aid", "sanction", "threaten")
STATUSES: tuple[Status, ...] = ("happened", "happened", "planned", "denied")
FIRST = 738_000


def sample(size: int, seed: int = 1) -> list[Block]:
    """The blocks of so many mentions of one year, in order of their documents."""
    chance = random.Random(seed)
    return list(blocks([_told(f"d{n // 3:05}", chance) for n in range(size)]))


def _told(document: str, chance: random.Random) -> Told:
    published = FIRST + chance.randrange(365)
    actor, target = chance.sample(COUNTRIES, 2)
    kind = chance.choice(TYPES)
    first = published - chance.choice((0, 0, 1, 2, 30)) if chance.random() < 0.8 else 0
    status = chance.choice(STATUSES)
    text = chance.getrandbits(192) & chance.getrandbits(192)
    return Told(
        document=document,
        story=Story(f"{published // 7} {chance.randrange(4)}", {"port": 0.6, chance.choice(COUNTRIES): 0.8}),
        outlet=None,
        published=published,
        type=kind,
        kind=kind,
        symmetric=False,
        action=kind,
        cameo="",
        deeds=frozenset({kind}),
        actors=_side(actor, chance),
        targets=_side(target, chance) if chance.random() < 0.8 else (),
        place=None,
        first=first,
        last=first,
        dated=first > 0,
        width=1,
        said=chance.random() < 0.5,
        day=first or published,
        status=status,
        real=status == "happened",
        text=text,
        words=text.bit_count(),
    )


def _side(country: str, chance: random.Random) -> Side:
    leader = chance.random() < 0.4
    return (Party(f"{country}-leader" if leader else country, country, not leader, 2),)
