"""Many documents wait in a file: a build cannot tell, and memory hardly can."""

import pickle
from datetime import date
from pathlib import Path

import pytest

import kg
from kg import shelf
from kg.errors import OutputError
from kg.export import write_all
from kg.merge.stories import stories
from kg.model import Document
from kg.shelf import ById, Chosen, Shelf, kept

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
DOCUMENTS = tuple(
    Document(id=f"d{number % 7}-{number}", text=f"Šibenik {number} " * number, published=date(2020, 1, 1 + number % 28))
    for number in range(40)
)


@pytest.fixture
def no_room(monkeypatch):
    monkeypatch.setattr(shelf, "_ROOM", 0)


def test_few_documents_are_a_tuple():
    assert kept(iter(DOCUMENTS)) == DOCUMENTS
    assert kept(iter(())) == ()


def test_many_are_the_same_documents_in_the_same_order(no_room):
    there = kept(iter(DOCUMENTS))
    assert isinstance(there, Shelf)
    assert tuple(there) == DOCUMENTS
    assert (len(there), there[7], there[-1]) == (40, DOCUMENTS[7], DOCUMENTS[-1])
    assert tuple(there[3:30:4]) == DOCUMENTS[3:30:4]
    assert tuple(there[3:30][2:5]) == DOCUMENTS[5:8]
    assert there[39] in there
    with pytest.raises(IndexError):
        there[40]


def test_copies_are_tuples(no_room):
    there = kept(DOCUMENTS)
    assert pickle.loads(pickle.dumps(there)) == DOCUMENTS
    assert pickle.loads(pickle.dumps(there[:2])) == DOCUMENTS[:2]


def test_documents_by_id_and_by_position(no_room):
    there = ById(kept(DOCUMENTS))
    assert dict(there) == {document.id: document for document in DOCUMENTS}
    with pytest.raises(KeyError):
        there["another"]
    assert list(Chosen(DOCUMENTS, [5, 1, 5])) == [DOCUMENTS[5], DOCUMENTS[1], DOCUMENTS[5]]


def test_stories_are_those_of_documents_in_memory(no_room):
    assert stories(kept(DOCUMENTS)) == stories(DOCUMENTS)


def test_a_build_writes_the_same_files(built, tmp_path, no_room):
    graph = kg.build(SEEDS, kg.Config(state=str(tmp_path / "state")))
    assert not isinstance(graph.documents, tuple)
    assert [d.id for d in graph.documents] == [s.id for s in graph.sources]
    write_all(graph, tmp_path / "out")
    for path in built.iterdir():
        assert path.read_bytes() == (tmp_path / "out" / path.name).read_bytes(), path.name


def test_a_folder_that_cannot_be_written_to_is_one_clear_line(no_room, tmp_path):
    with pytest.raises(OutputError, match=r"none: no room for what is read and found \(No such file or directory\)"):
        kept(DOCUMENTS, str(tmp_path / "none"))
