"""`kg export`: what a build wrote, in another format and without building again."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.commands import main
from kg.export import DATA, FORMATS

ARTICLES = {
    "signing": "LIMA, March 3, 2021 (Andes Wire) -- Brazil and Chile signed a trade agreement on Tuesday.\n",
    "visit": "Sebastian Piñera will visit Brazil in May 2021, Chile's government said on Wednesday.\n",
}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export")
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    names = ",".join(DATA)
    base = "https://example.org/news/"
    built = run(
        "build", folder, "-o", folder / "out", "--format", names, "--base-iri", base, "--published", "2021-03-04"
    )
    assert built.exit_code == 0
    return folder / "out"


@pytest.mark.parametrize("name", DATA)
def test_the_bytes_are_those_that_the_build_wrote(out: Path, tmp_path: Path, name: str) -> None:
    result = run("export", "-o", tmp_path / "file", "--format", name, "-i", out)
    assert result.output == f"Written: {tmp_path / 'file'}\n"
    assert (tmp_path / "file").read_bytes() == (out / FORMATS[name].file).read_bytes()
    assert (tmp_path / "file").read_bytes() or name == "near-misses", "the articles make some of each other format"


def test_the_ending_says_which_format(out: Path, tmp_path: Path) -> None:
    assert run("export", "-o", tmp_path / "a.TriG", "-i", out).exit_code == 0
    assert (tmp_path / "a.TriG").read_bytes() == (out / "graph.trig").read_bytes()
    assert run("export", "-o", tmp_path / "a.gexf", "-i", out).exit_code == 0
    assert (tmp_path / "a.gexf").read_bytes() == (out / "graph.gexf").read_bytes()


def test_a_group_is_written_to_a_folder(out: Path, tmp_path: Path) -> None:
    result = run("export", "-o", tmp_path / "tables", "--format", "csv", "-i", out)
    assert result.output == f"Written: {tmp_path / 'tables' / 'nodes.csv'}, {tmp_path / 'tables' / 'edges.csv'}\n"
    assert (tmp_path / "tables" / "edges.csv").read_bytes() == (out / "edges.csv").read_bytes()


def test_one_format_is_no_folder(out: Path, tmp_path: Path) -> None:
    result = run("export", "-o", tmp_path, "--format", "gexf", "-i", out)
    assert result.exit_code == 2
    assert f"{tmp_path} is a folder; name the file, for instance {tmp_path / 'graph.gexf'}" in result.output


@pytest.mark.parametrize("name", ["a", "a.jsonl", "a.docx"])
def test_an_ending_that_says_nothing_is_one_line(out: Path, tmp_path: Path, name: str) -> None:
    result = run("export", "-o", tmp_path / name, "-i", out)
    assert result.exit_code == 2
    assert f"{name}: its ending does not say in which format; name one of events, " in result.output


def test_another_base_outranks_that_of_the_build(out: Path, tmp_path: Path) -> None:
    run("export", "-o", tmp_path / "a.ttl", "-i", out, "--base-iri", "https://example.org/other#")
    assert "@prefix event: <https://example.org/other#event/> ." in (tmp_path / "a.ttl").read_text(encoding="utf-8")


def test_without_a_build_or_with_a_part_of_one(out: Path, tmp_path: Path) -> None:
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "documents.jsonl").write_bytes((out / "documents.jsonl").read_bytes())
    for folder, missing in (("none", "documents.jsonl"), ("part", "mentions.jsonl")):
        result = run("export", "-o", tmp_path / "a.ttl", "-i", tmp_path / folder)
        assert result.exit_code == 2
        assert f"{missing}: not built here" in result.output
    assert not (tmp_path / "a.ttl").exists()


def test_a_line_that_is_something_else_is_named(out: Path, tmp_path: Path) -> None:
    for path in out.glob("*.jsonl"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "documents.jsonl").write_text('{"id": "a", "length": 3}\n{"id": 5}\n')
    result = run("export", "-o", tmp_path / "a.ttl", "-i", tmp_path)
    assert result.exit_code == 2
    assert "documents.jsonl:2: no Source of this version of kg" in result.output


@pytest.mark.parametrize(("name", "part"), [("nq-parts", "part-00000.nq.gz"), ("parquet-parts", "actors")])
def test_a_folder_of_parts_is_replaced_whole(out: Path, tmp_path: Path, name: str, part: str) -> None:
    for _ in range(2):
        result = run("export", "-o", tmp_path / "parts", "--format", name, "-i", out)
        assert result.output == f"Written: {tmp_path / 'parts'}\n"
    assert (tmp_path / "parts" / part).exists()
    assert run("export", "-o", tmp_path, "--format", name, "-i", out).exit_code == 2, "tmp_path is somebody's"
