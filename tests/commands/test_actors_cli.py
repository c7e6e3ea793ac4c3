"""`kg actors`, run as users run it, and what a user's own actors change in a build."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.commands import main
from kg.commands.actors import command

PEOPLE = "id,name,surname,aliases,gender,country,wikidata\n"
TERMS = "person,office,of,title,start,end\n"
ARTICLE = "SANTIAGO, May 4, 2031 (ANT) -- The Chilean president met Peruvian Foreign Minister Ida Quill on Saturday.\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with an article and tables of one's own, not yet imported."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "people.csv").write_text(
        f"{PEOPLE}ora-vane,Ora Vane,Vane,,f,chile,\nida-quill,Ida Quill,Quill,,f,peru,\n"
    )
    (tmp_path / "terms.csv").write_text(f"{TERMS}ora-vane,president,chile,,2030-03-11,\n")
    return tmp_path


@pytest.mark.parametrize("name", ["list", "show", "check", "import"])
def test_each_subcommand_has_help_with_an_example(name: str) -> None:
    assert name in command.commands
    helped = run("actors", name, "--help")
    assert helped.exit_code == 0
    assert f"Example: kg actors {name}" in helped.output


def test_show_prints_offices_names_and_ids() -> None:
    shown = run("actors", "show", "Xi").stdout
    for part in ("Xi Jinping", "xi-jinping", "Q15031", "china (CN)", "习近平", "2013-03-14 to …", "president, china"):
        assert part in shown
    assert run("actors", "show", "xi-jinping").stdout == shown
    assert run("actors", "show", "q15031").stdout == shown
    assert "president: emmanuel-macron" in run("actors", "show", "France").stdout


def test_show_prints_who_belongs_to_a_body_since_when() -> None:
    nato = run("actors", "show", "NATO").stdout
    assert "2023-04-04 to …           member: finland" in nato
    assert "2023-04-04 to …           member of nato" in run("actors", "show", "finland").stdout
    (card,) = (json.loads(line) for line in run("actors", "show", "Mercosur", "--json").stdout.splitlines())
    assert {"member": "venezuela", "start": "2012-07-31", "end": "2016-12-01"} in card["memberships"]


def test_several_of_one_name_are_listed() -> None:
    shown = run("actors", "show", "Bush")
    assert "george-h-w-bush" in shown.stdout
    assert "george-w-bush" in shown.stdout
    assert "show one by its id" in shown.stderr
    found = [json.loads(line) for line in run("actors", "show", "Bush", "--json").stdout.splitlines()]
    assert {"george-h-w-bush", "george-w-bush"} <= {card["id"] for card in found}
    office = next(card for card in found if card["id"] == "george-w-bush")["offices"][-1]
    assert office == {"office": "president", "of": "united-states", "start": "2001-01-20", "end": "2009-01-20"}


def test_nobody_of_that_name() -> None:
    shown = run("actors", "show", "Nobody At All")
    assert (shown.exit_code, "no actor is called 'Nobody At All'" in shown.stderr) == (2, True)
    assert run("actors", "list", "--country", "Narnia").exit_code == 2


def test_list_chooses_by_kind_and_country() -> None:
    def ids(*arguments: str) -> set[str]:
        return {json.loads(line)["id"] for line in run("actors", "list", *arguments, "--json").stdout.splitlines()}

    japanese = ids("--kind", "person", "--country", "Japan")
    assert "shinzo-abe" in japanese
    assert japanese == ids("--kind", "person", "--country", "jp") < ids("--country", "japan")
    assert len(ids("--kind", "country")) > 190
    assert "shinzo-abe" in run("actors", "list", "--kind", "person", "--country", "Japan").stdout


def test_import_then_show_check_and_build(mine: Path) -> None:
    def met() -> list[list[str]]:
        assert run("build", "a.txt", "--format", "events", "--quiet").exit_code == 0
        events = [json.loads(line) for line in Path("out/events.jsonl").read_text().splitlines()]
        return [sorted(a["id"] for a in (*e["actors"], *e["targets"])) for e in events if e["type"] == "meet"]

    assert all("ora-vane" not in ids for ids in met())
    done = run("actors", "import", "terms.csv", "people.csv")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "actors: 2 people, 1 term, 0 organisations added or replaced" in done.stdout
    assert "from your own tables" in run("actors", "show", "Vane").stdout
    assert "actors: 2 people, 1 term, 0 organisations" in run("actors", "check").stdout
    assert ["ida-quill", "ora-vane"] in met()


def test_a_bad_row_is_one_line_and_check_fails(mine: Path) -> None:
    run("actors", "import", "people.csv", "terms.csv")
    with (mine / "actors" / "terms.csv").open("a") as file:
        file.write("nobody,president,chile,,2030,\n")
    checked = run("actors", "check")
    assert checked.exit_code == 1
    (line,) = checked.stderr.splitlines()
    assert line.startswith(f"error: {Path('actors') / 'terms.csv'}:3: person 'nobody' is no id of another table")
    built = run("build", "a.txt", "--format", "events", "--quiet")
    assert (built.exit_code, "terms.csv:3" in built.stderr) == (0, True)
    assert run("build", "a.txt", "--format", "events", "--quiet", "--strict").exit_code == 1


def test_an_item_that_is_not_the_one_known_is_told(mine: Path) -> None:
    header = "id,name,surname,aliases,gender,country,wikidata\n"
    rows = "angela-merkel,Angela Merkel,Merkel,,f,germany,Q12\nstranger,Shinzō Abe,Abe,,m,japan,Q34\n"
    (mine / "people.csv").write_text(header + rows + "nova-reed,Nova Reed,Reed,,f,chile,Q56\n")
    done = run("actors", "import", "people.csv")
    first, second = done.stderr.splitlines()
    assert first.startswith("notice: people.csv:2: Angela Merkel has the Wikidata item Q12")
    assert second.startswith("notice: people.csv:3: Shinzō Abe has the Wikidata item Q34")
    assert "angela-merkel with Q567;" in first
    assert "3 people" in done.stdout


def test_the_folder_comes_from_kg_toml_or_the_flag(mine: Path) -> None:
    run("actors", "import", "people.csv", "terms.csv", "--actors", "known")
    assert not (mine / "actors").exists()
    assert run("actors", "show", "Vane").exit_code == 2
    assert run("actors", "show", "Vane", "--actors", "known").exit_code == 0
    (mine / "sub").mkdir()
    (mine / "sub" / "kg.toml").write_text('actors = "../known"\n')
    assert run("actors", "show", "Vane", "--config", "sub/kg.toml").exit_code == 0
    assert '"ora-vane"' in run("extract", "a.txt", "--config", "sub/kg.toml").stdout
    assert '"ora-vane"' in run("extract", "a.txt", "--actors", "known").stdout
    missing = run("build", "a.txt", "--actors", "nowhere")
    assert (missing.exit_code, "nowhere: no such folder of actors" in missing.stderr) == (2, True)


def test_import_of_what_is_not_there_or_no_table(mine: Path) -> None:
    missing = run("actors", "import", "none.csv")
    assert (missing.exit_code, "none.csv: there is no such file" in missing.stderr) == (2, True)
    wrong = run("actors", "import", "a.txt")
    assert (wrong.exit_code, "a.txt:1: no JSON of a Wikidata entity" in wrong.stderr) == (1, True)


def test_a_build_gives_the_map_its_coordinates(built: Path) -> None:
    for name in ("graph.gexf", "graph.graphml"):
        assert '"lat"' in (built / name).read_text(encoding="utf-8")
