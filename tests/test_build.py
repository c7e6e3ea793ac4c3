"""The main flow on the sample articles: the same bytes every time, files that others read, evidence that holds."""

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
import rdflib

import kg
from kg.engine.reading import read
from kg.export import write_all

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
FILES = ("events.jsonl", "mentions.jsonl", "graph.ttl", "graph.gexf", "graph.graphml")


def test_a_process_with_other_hashes_gives_identical_bytes(built: Path, tmp_path: Path) -> None:
    """This process, which made `built`, has random ones (PYTHONHASHSEED)."""
    command = [sys.executable, ROOT / "cli.py", "build", SEEDS, "-o", tmp_path, "--quiet"]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": "1"})
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (built / name).read_bytes(), name


def test_the_order_and_the_place_of_the_files_do_not_matter(built: Path, tmp_path: Path) -> None:
    files = [p for p in SEEDS.iterdir() if p.name[0].isdigit()]
    random.Random(7).shuffle(files)
    (tmp_path / "elsewhere").mkdir()
    copies = [shutil.copy(p, tmp_path / "elsewhere") for p in files]
    write_all(kg.build(copies), tmp_path)
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (built / name).read_bytes(), name


def test_others_read_the_files(built: Path, seeds: kg.Graph) -> None:
    assert len(rdflib.Graph().parse(built / "graph.ttl")) > 10 * len(seeds.events)
    assert nx.read_gexf(built / "graph.gexf", version="1.3").number_of_edges() > 10
    assert nx.read_graphml(built / "graph.graphml").number_of_nodes() == seeds.number_of_nodes()


def test_every_event_points_at_the_sentences_that_say_it(seeds: kg.Graph) -> None:
    texts = {d.id: d.text for d in seeds.documents}
    for event in seeds.events:
        assert event.mentions
        for report in event.mentions:
            assert texts[report.document][report.start : report.end] == report.quote


def test_every_mention_lies_in_its_document(seeds: kg.Graph) -> None:
    texts = {d.id: d.text for d in seeds.documents}
    for mention in seeds.mentions:
        text = texts[mention.document]
        for phrase in (mention.trigger, *mention.actors, *mention.targets):
            assert " ".join(text[phrase.start : phrase.end].split()) == phrase.text


def test_no_actor_is_empty_or_stands_under_two_ids(seeds: kg.Graph) -> None:
    ids: dict[str, str] = {}
    for event in seeds.events:
        for actor in (*event.actors, *event.targets):
            assert actor.label.strip() == actor.label != ""
            assert ids.setdefault(actor.label, actor.id) == actor.id


class Fussy:
    """An extractor that fails on one document."""

    name = "fussy"

    def extract(self, document: kg.Document) -> Iterator[kg.EventMention]:
        if document.id == "bad":
            raise RecursionError("too deep")
        return iter(())


def test_a_failing_extractor_loses_one_document_not_the_run() -> None:
    bad, good = (read(kg.Document(id=name, text="x"), [Fussy()]) for name in ("bad", "good"))
    assert [(p.level, p.file) for p in bad.problems] == [("error", "bad")]
    assert "RecursionError: too deep" in bad.problems[0].message
    assert (bad.mentions, good.mentions, good.problems) == ((), (), ())


def test_without_a_document_nothing_is_built(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(kg.InputError, match="no article could be read"):
        kg.build(tmp_path / "nowhere")
    assert "there is no such file or folder" in caplog.text


def test_the_public_names() -> None:
    assert all(hasattr(kg, name) for name in kg.__all__)
    assert kg.__all__ == sorted(kg.__all__)


def test_report_names_no_path_and_counts_what_is_there(built: Path) -> None:
    lines = (built / "events.jsonl").read_text().splitlines()
    dates = [json.loads(line)["date"] for line in lines]
    days = [d["earliest"] or d["latest"] for d in dates if d]
    assert days == sorted(days)
    assert None not in dates[: len(days)]
