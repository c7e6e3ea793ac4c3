"""Sentences that cannot name an actor are not parsed, and no mention is lost by it."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.actors import load
from kg.actors.sighting import needs
from kg.extract.syntax import SyntaxExtractor
from kg.parse import split

ROOT = Path(__file__).resolve().parents[2]

UNREAD = [
    "Prices of barley rose 4 percent in the third quarter as late frost hurt the crop.",
    "Heavy snow closed two roads on Monday.",
    "The cost of repairs has doubled since April.",
]
READ = [
    "Kenya closed the port.",
    "Rebels burnt a bridge.",
    "It closed the port.",
    "Both sides closed the port.",
    "Dunja Morawska closed the port.",
    "The Isperna Fishing Council closed the port.",
    "Minister Almquist closed the port.",
    "Our road was closed.",
]
CARRIED = {
    "a stranger rivals the one whom a pronoun may mean": (
        ["President Emmanuel Macron spoke on Monday.", "Almquist nodded.", "He left."],
        [True, True, True],
    ),
    "a surname that the text introduces": (
        ["Dunja Morawska runs a shop.", "Prices rose.", "Morawska left."],
        [True, False, True],
    ),
    "in another spelling": (["Dunja Morawska runs a shop.", "Morawksa left."], [True, True]),
    "beside a quotation": (["Snow fell.", "“Prices rose.”", "A buyer said so."], [True, True, True]),
    "nobody": (["Almquist nodded.", "Prices rose."], [False, False]),
}
OWN = """OSLO, May 3 (ABC) — Norway and Chile signed a pact on salmon.
Prices of salmon have doubled since April. Early frost hurt the barley crop.
"We will not wait," Chilean Foreign Minister Alberto van Klaveren said. Borut Almquist, who runs a shop in Grenstad, did
not agree. Almquist accused the ministry of haste. It had promised help to both countries.
The Grenstad Fishing Council (GFC) praised the pact. The GFC said it would meet the minister in Dunholm on Friday.
He may visit Bergen as well. Chad, Mali and Niger left the bloc of Kenya, Uganda and Rwanda. On Sunday Peru, Chile
and Bolivia accused Paraguay, Uruguay and Brazil of fraud. The two sides will meet again in June.
"Kenya has left Mali." A shopkeeper said so.
"""


def agency() -> Iterator[kg.Document]:
    """The generator of bench/, which is no package."""
    spec = importlib.util.spec_from_file_location("agency", ROOT / "bench" / "agency.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield from module.documents(6, seed=7)


@pytest.mark.parametrize("sentence", UNREAD)
def test_a_sentence_without_an_actor_is_not_read(sentence: str) -> None:
    assert not needs([sentence], load())[0].parse


@pytest.mark.parametrize("sentence", READ)
def test_a_sentence_that_may_name_one_is(sentence: str) -> None:
    assert needs([sentence], load())[0].parse


@pytest.mark.parametrize("case", CARRIED)
def test_strangers_count_where_they_matter(case: str) -> None:
    sentences, expected = CARRIED[case]
    assert [need.parse for need in needs(sentences, load())] == expected


def test_the_tagger_looks_only_where_nothing_explains_a_name() -> None:
    text = "France and President Emmanuel Macron thanked Dunja Morawska."
    (need,) = needs([text], load())
    assert [text[start:end] for start, end in need.names] == ["Dunja Morawska"]


def test_no_mention_is_lost() -> None:
    own = kg.Document(id="own", text=OWN, published=None)
    documents = [own, *kg.read([str(ROOT / "seeds")], report=print), *agency()]
    everything, sifted = SyntaxExtractor(sift=False), SyntaxExtractor()
    for document in documents:
        assert list(sifted.extract(document)) == list(everything.extract(document)), document.id


def test_a_good_part_of_agency_text_is_not_read() -> None:
    texts = [[d.text[s.start : s.end] for s in split(d.text)] for d in agency()]
    read = [need.parse for sentences in texts for need in needs(sentences, load())]
    assert sum(read) < 0.9 * len(read)
