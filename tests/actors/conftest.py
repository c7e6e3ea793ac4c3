"""One gazetteer and one parser for all tests of actors, and a way to link a text in one line."""

from collections.abc import Callable
from datetime import date

import pytest

from kg.actors import Gazetteer, load
from kg.actors.link import link
from kg.model import ActorMention, Document
from kg.parse import Parser, split

Linker = Callable[..., list[ActorMention]]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load()


@pytest.fixture(scope="session")
def linked(gazetteer: Gazetteer) -> Linker:
    """Links a text: `linked(text, "2023-02-01")` gives its mentions in order."""
    parser = Parser()

    def run(text: str, published: str | None = "2023-02-01") -> list[ActorMention]:
        day = date.fromisoformat(published) if published else None
        document = Document(id="text", text=text, published=day)
        sentences = link(document, tuple(parser.parse(text, split(text))), gazetteer)
        return [mention for sentence in sentences for mention in sentence]

    return run
