"""What a rule makes of a phrase, before it is tied to its place in the sentence."""

from typing import NamedTuple

from kg.actors.lexicon import Agent, agents
from kg.actors.phrases import NounPhrase
from kg.model import Actor


class Reading(NamedTuple):
    """The actors a phrase names and why; `body` is the ministry or organisation for which a person speaks."""

    actors: tuple[Actor, ...]
    rule: str
    sex: str = ""
    plural: bool = False
    body: Actor | None = None


def agent_of(phrase: NounPhrase) -> Agent:
    """The agent noun that heads a phrase; a title counts as one for people."""
    noun = phrase.head.text.lower()
    return agents().get(noun) or Agent(noun, noun, "person")


def capitalised(label: str) -> str:
    """A label with a capital letter first."""
    return label[:1].upper() + label[1:]
