"""A Turtle file of which only what changed is written anew is the one that is written whole."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from export.export_samples import event, report
from hypothesis import given, settings
from hypothesis import strategies as st
from test_shelved_graph import some_events

from kg import rdf
from kg.export import FORMATS
from kg.graph import ShelvedGraph, changes
from kg.model import Document, Event

NAMES = ("a", "a-", "a-b", "b", "B", "a%01", "é", ".")
OUTLETS = st.sampled_from([None, "Baltic Wire", "Ann"])
SPEAKERS = st.sampled_from([None, "Ann", "Chile"])


def graph(events: Iterable[Event], outlets: dict[str, str | None], speakers: dict[str, str | None]) -> ShelvedGraph:
    """All documents are there, each of an outlet, and quote somebody; as in builds, no id has a control character."""
    documents = [Document(id=name, text="", outlet=outlet) for name, outlet in outlets.items()]
    return ShelvedGraph(
        documents, [], [told_by(event, outlets, speakers) for event in events if "\x01" not in event.id]
    )


def told_by(event: Event, outlets: dict[str, str | None], speakers: dict[str, str | None]) -> Event:
    told = (msgspec.structs.replace(m, document=m.document.replace("\x01", "")) for m in event.mentions)
    mentions = (
        msgspec.structs.replace(m, outlet=outlets[m.document], attributed_to=speakers[m.document]) for m in told
    )
    return msgspec.structs.replace(event, mentions=tuple(mentions))


@st.composite
def two_builds(draw: st.DrawFn) -> tuple[ShelvedGraph, ShelvedGraph]:
    first, others = draw(some_events()), draw(some_events())
    second = [e for e in first if draw(st.integers(0, 3))]
    second += [e for e in others if e.id not in {s.id for s in second}]
    speakers, outlets = ({name: draw(some) for name in NAMES} for some in (SPEAKERS, OUTLETS))
    later = {name: draw(OUTLETS) if draw(st.integers(0, 8)) == 0 else outlet for name, outlet in outlets.items()}
    return graph(first, outlets, speakers), graph(second, later, speakers)


def copied_and_whole(before: ShelvedGraph, after: ShelvedGraph) -> tuple[str, str]:
    """The later file with what stands copied from the earlier one, and as it is written whole."""
    whole = "".join(rdf.turtle(after))
    with TemporaryDirectory() as name:
        events, documents, turtle = (Path(name) / FORMATS[form].file for form in ("events", "documents", "turtle"))
        for form, path in (("events", events), ("documents", documents), ("turtle", turtle)):
            FORMATS[form].write(before, path)
        after.changes = changes(after, events, documents)
        return "".join(rdf.turtle(after, old=turtle)), whole


@settings(max_examples=200)
@given(two_builds())
def test_whatever_changed(builds: tuple[ShelvedGraph, ShelvedGraph]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.graph.changed._MOST", 0)
        copied, whole = copied_and_whole(*builds)
    assert builds[1].changes is not None
    assert copied == whole


def test_what_did_not_change_is_copied_and_the_rest_is_not(tmp_path: Path) -> None:
    nobody = dict.fromkeys("abc")
    told = [event(name, "visit", [], [], mentions=(report(name, 0, f"Of {name}."),)) for name in "abc"]
    before, after = graph(told, nobody, nobody), graph(told[:2], nobody, nobody)
    paths = [tmp_path / FORMATS[form].file for form in ("events", "documents")]
    for form, path in zip(("events", "documents"), paths, strict=True):
        FORMATS[form].write(before, path)
    old = tmp_path / "old.ttl"
    old.write_text("".join(rdf.turtle(before)).replace("Of ", "Copied: of "), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.graph.changed._MOST", 0)
        after.changes = changes(after, *paths)
    assert after.changes == ({"event:c"}, {"document:c"})
    text = "".join(rdf.turtle(after, old=old))
    assert "Copied: of a." in text
    assert "of c." not in text.lower()


def test_where_much_changed_or_documents_are_missing_all_is_written(tmp_path: Path) -> None:
    nobody = dict.fromkeys("ab")
    told = [event(name, "visit", [], [], mentions=(report(name, 0, f"Of {name}."),)) for name in "ab"]
    paths = [tmp_path / FORMATS[form].file for form in ("events", "documents")]
    for form, path in zip(("events", "documents"), paths, strict=True):
        FORMATS[form].write(graph(told, nobody, nobody), path)
    assert changes(graph(told, nobody, nobody), *paths) == (frozenset(), frozenset())
    assert changes(graph(told[:1], nobody, nobody), *paths) is None
    assert changes(ShelvedGraph([], [], told), *paths) is None
