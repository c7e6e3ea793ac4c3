"""The user's own actors: what CSV and Wikidata give, what is named and left out, and who outranks whom."""

import gzip
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.actors import Gazetteer, own, tables
from kg.actors.imports import bring
from kg.actors.own import COLUMNS
from kg.actors.tables import Tables
from kg.actors.wikidata import meanings
from kg.errors import InputError, TableError
from kg.model import Actor, Problem

PEOPLE, TERMS, BODIES = (",".join(COLUMNS[name]) + "\n" for name in ("people", "terms", "organisations"))
Bring = Callable[..., list[Problem]]


@pytest.fixture(scope="module")
def ours() -> Tables:
    return tables.load()


@pytest.fixture
def taken(tmp_path: Path, ours: Tables) -> Bring:
    """Imports files given by name and content into tmp_path/actors; gives the problems."""

    def run(**files: str | bytes) -> list[Problem]:
        paths = []
        for name, content in files.items():
            path = tmp_path / name.replace("__", ".")
            path.write_bytes(content.encode() if isinstance(content, str) else content)
            paths.append(path)
        problems: list[Problem] = []
        bring(paths, tmp_path / "actors", ours, problems.append)
        return problems

    return run


def rows(folder: Path, table: str) -> list[str]:
    return (folder / "actors" / f"{table}.csv").read_text(encoding="utf-8").splitlines()[1:]


def merged(folder: Path, ours: Tables) -> Tables:
    problems: list[Problem] = []
    result = own.merged(ours, folder / "actors", problems.append)
    assert problems == []
    return result


def text(value: str) -> dict[str, str]:
    return {"language": "en", "value": value}


def item(q: str) -> dict[str, Any]:
    value = {"entity-type": "item", "numeric-id": int(q[1:]), "id": q}
    return {"snaktype": "value", "datavalue": {"value": value, "type": "wikibase-entityid"}}


def time(value: str, precision: int) -> dict[str, Any]:
    return {"snaktype": "value", "datavalue": {"value": {"time": value, "precision": precision}, "type": "time"}}


def said(snak: dict[str, Any], rank: str = "normal", **qualifiers: dict[str, Any]) -> dict[str, Any]:
    return {"mainsnak": snak, "rank": rank, "qualifiers": {name: [q] for name, q in qualifiers.items()}}


def entity(q: str, label: str, aliases: tuple[str, ...] = (), **claims: Any) -> dict[str, Any]:
    return {
        "type": "item",
        "id": q,
        "labels": {"en": text(label), "ru": text("Тест Тестов"), "xx": text("Unread Tongue")},
        "aliases": {"en": [text(a) for a in aliases]} if aliases else [],
        "claims": {prop: [said(s) if "snaktype" in s else s for s in given] for prop, given in claims.items()},
    }


ANN = entity(
    "Q900000001",
    "Ann von der Testen",
    ("A. Testen", "Annie", "Ann | T."),
    P31=[item("Q5")],
    P21=[item("Q6581072")],
    P27=[item("Q183")],
    P39=[
        said(item("Q4970706"), P580=time("+2031-03-04T00:00:00Z", 11), P582=time("+2033-05-00T00:00:00Z", 10)),
        said(item("Q7330070"), P580=time("+2029-00-00T00:00:00Z", 9), P1001=item("Q40")),
        said(item("Q14212"), P642=item("Q142"), P580={"snaktype": "somevalue"}),
        said(item("Q218295"), rank="deprecated"),
        said(item("Q999999999")),
        said(item("Q83307")),
    ],
)
ANN_PEOPLE = "ann-von-der-testen,Ann von der Testen,von der Testen,A. Testen|Ann T.|Тест Тестов,f,germany,Q900000001"
ANN_TERMS = [
    "ann-von-der-testen,prime-minister,germany,,2031-03-04,2033-05",
    "ann-von-der-testen,foreign-minister,austria,,2029,",
    "ann-von-der-testen,prime-minister,france,,,",
]


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(ANN),
        json.dumps(ANN, indent=2),
        json.dumps({"entities": {"Q900000001": ANN}, "success": 1}),
        json.dumps({"entities": {"Q900000001": ANN}}, indent=1),
        "[\n" + json.dumps(ANN) + ",\n" + json.dumps(entity("Q900000002", "Berg", P31=[item("Q8502")])) + "\n]\n",
        json.dumps([ANN]),
        json.dumps([ANN], indent=2),
        gzip.compress(("[\n" + json.dumps(ANN) + "\n]\n").encode()),
    ],
    ids=["entity", "indented", "api", "api-indented", "dump", "array", "array-indented", "gzip"],
)
def test_a_person_of_wikidata_in_every_form(taken: Bring, tmp_path: Path, content: str | bytes) -> None:
    problems = taken(a__json=content)
    assert rows(tmp_path, "people") == [ANN_PEOPLE]
    assert rows(tmp_path, "terms") == ANN_TERMS
    assert {p.level for p in problems} == {"notice"}
    told = "\n".join(p.message for p in problems)
    assert "position Q999999999 is not in wikidata.csv" in told
    assert "position Q83307 (minister) is of no known country or body" in told
    assert "Q218295" not in told
    assert ("instances of Q8502" in told) == ("Berg" in str(content))


def test_importing_twice_changes_nothing(taken: Bring, tmp_path: Path) -> None:
    taken(a__json=json.dumps(ANN))
    first = {path.name: path.read_bytes() for path in (tmp_path / "actors").iterdir()}
    taken(a__json=json.dumps(ANN))
    assert {path.name: path.read_bytes() for path in (tmp_path / "actors").iterdir()} == first


def test_a_position_and_a_body_are_learned_from_their_own_entities(taken: Bring, tmp_path: Path) -> None:
    post = entity("Q900000010", "Chief of Testing", P279=[item("Q30461")], P1001=[item("Q900000011")])
    body = entity(
        "Q900000011",
        "Board of Tests",
        ("BOTX",),
        P31=[item("Q245065")],
        P17=[item("Q39")],
        P571=[time("+1999-06-01T00:00:00Z", 11)],
    )
    holder = entity("Q900000012", "Bo Holder", P31=[item("Q5")], P39=[said(item("Q900000010"))])
    assert taken(a__json="\n".join(map(json.dumps, (holder, body, post)))) == []
    assert rows(tmp_path, "terms") == ["bo-holder,president,board-of-tests,,,"]
    (row,) = rows(tmp_path, "organisations")
    assert row == "board-of-tests,Board of Tests,BOTX,Тест Тестов,organisation,switzerland,,Q900000011,1999-06-01,"


def test_a_person_whom_we_list_keeps_id_and_names(taken: Bring, tmp_path: Path, ours: Tables) -> None:
    merkel = next(row for row in ours.people if row.id == "angela-merkel")
    taken(a__json=json.dumps(entity("Q567", "Angela D. Merkel", P31=[item("Q5")])))
    (row,) = (row for row in merged(tmp_path, ours).people if row.wikidata == "Q567")
    assert (row.id, row.name, row.surname, row.gender) == (merkel.id, merkel.name, merkel.surname, "f")
    assert set(merkel.aliases) <= set(row.aliases)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Bad Id,Ann Bell,Bell,,f,germany,", "id 'Bad Id'; write small letters"),
        ("ann-bell,Ann Bell,Bell,,x,germany,", "gender 'x'; write m, f, or nothing"),
        ("ann-bell,Ann Bell,Bell,,f,narnia,", "country 'narnia' is no id of another table"),
        ("ann-bell,Ann Bell,Bell,,f,germany", "6 cells where the header names 7"),
        ('ann-bell,"Ann Bell,Bell,,f,germany,', "check its quotation marks"),
        ("france,Ann Bell,Bell,,f,germany,", "id 'france' is that of another kind of actor"),
        ("bo-good,Ann Bell,Bell,,f,germany,", "id 'bo-good' stands in an earlier row"),
    ],
)
def test_a_bad_row_is_named_and_the_rest_goes_on(taken: Bring, tmp_path: Path, line: str, message: str) -> None:
    good = "bo-good,Bo Good,Good,,m,germany,"
    (problem,) = taken(mine__csv=f"# mine\n{PEOPLE}{good}\n{line}\nal-last,Al Last,Last,,m,,\n")
    assert (problem.level, problem.file, problem.line) == ("error", str(tmp_path / "mine.csv"), 4)
    assert message in problem.message
    assert rows(tmp_path, "people") == [good, "al-last,Al Last,Last,,m,,"]


def test_tables_may_come_in_any_order_and_name_each_other(taken: Bring, tmp_path: Path) -> None:
    shuffled = "name,id,surname,aliases,gender,country,wikidata\nBo Good,bo-good,Good,,m,,\n"
    body = BODIES + "test-board,Test Board,,,organisation,,,,,\n"
    assert taken(a__csv=TERMS + "bo-good,president,test-board,,2001,\n", b__csv=shuffled, c__csv=body) == []
    assert rows(tmp_path, "people") == ["bo-good,Bo Good,Good,,m,,"]
    assert rows(tmp_path, "terms") == ["bo-good,president,test-board,,2001,"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a__csv", "who,what\nx,y\n", "the header is that of no table"),
        ("a__csv", PEOPLE.encode() + b"a,\xff,b,,,,\n", "is no UTF-8"),
        ("a__csv", "", "the header is that of no table"),
        ("a__json", "{broken", "no JSON of a Wikidata entity"),
        ("a__json", "[1, 2]", "no Wikidata entity"),
        ("a__json", json.dumps({"error": {"code": "no-such-entity"}}), "no Wikidata entity"),
        ("a__json", gzip.compress(json.dumps(ANN).encode(), mtime=0)[:60], "cannot be read"),
    ],
)
def test_a_file_that_is_no_table_is_named(taken: Bring, name: str, content: str | bytes, message: str) -> None:
    problems = taken(**{name: content})
    assert message in problems[0].message
    assert all(problem.level == "error" for problem in problems)


def test_a_broken_line_of_a_dump_is_named(taken: Bring, tmp_path: Path) -> None:
    problems = taken(a__json="[\n" + json.dumps(ANN) + ',\n{"id": \n]\n')
    assert [(p.line, p.level) for p in problems if p.level == "error"] == [(3, "error")]
    assert rows(tmp_path, "people") == [ANN_PEOPLE]


def test_a_file_that_is_not_there(tmp_path: Path, ours: Tables) -> None:
    with pytest.raises(InputError, match="there is no such file"):
        bring([tmp_path / "none.csv"], tmp_path / "actors", ours, lambda problem: None)


def test_comments_and_other_rows_of_the_folder_stay(taken: Bring, tmp_path: Path) -> None:
    folder = tmp_path / "actors"
    folder.mkdir()
    old = f"# my people\n{PEOPLE}bo-good,Bo Good,Good,,m,,\n# later\nal-last,Al Last,Last,,m,,\n"
    (folder / "people.csv").write_text(old)
    taken(a__csv=f"{PEOPLE}bo-good,Bo Good,Good,Bobby Good,m,chile,\n")
    expected = old.replace("bo-good,Bo Good,Good,,m,,", "bo-good,Bo Good,Good,Bobby Good,m,chile,")
    assert (folder / "people.csv").read_text() == expected
    (folder / "people.csv").write_text("id,who\n")
    with pytest.raises(TableError, match=r"people\.csv:1: the header is id,who"):
        taken(a__csv=f"{PEOPLE}bo-good,Bo Good,Good,,m,,\n")


def test_a_row_of_the_same_id_or_name_takes_the_place_of_ours(taken: Bring, tmp_path: Path, ours: Tables) -> None:
    taken(
        a__csv=f"{PEOPLE}angela-merkel,Angela Merkel,Merkel,A. Merkel,f,austria,\nmy-xi,Xi Jinping,Xi,,m,china,\n",
        b__csv=f"{BODIES}my-nato,NATO,NATO,,alliance,,,,,\n",
    )
    both = merged(tmp_path, ours)
    assert [row.country for row in both.people if row.id == "angela-merkel"] == ["austria"]
    assert [row.id for row in both.people if row.name == "Xi Jinping"] == ["my-xi"]
    assert "xi-jinping" not in {term.person for term in both.terms}
    assert {(t.office, t.of) for t in both.terms if t.person == "my-xi"} >= {("president", "china")}
    book = Gazetteer(both)
    assert [entry.key for entry in book.lookup("Xi Jinping")] == ["my-xi"]
    assert [entry.key for entry in book.lookup("NATO")] == ["my-nato"]
    assert not {term.of for term in both.terms} - {row.id for row in (*both.countries, *both.organisations)}


def test_a_new_holder_of_an_office_outranks_ours(taken: Bring, tmp_path: Path, ours: Tables) -> None:
    taken(a__csv=f"{PEOPLE}bo-good,Bo Good,Good,,m,china,\n", b__csv=f"{TERMS}bo-good,president,china,,2027-03-01,\n")
    book = Gazetteer(merged(tmp_path, ours)).directory
    assert book.holders(["president"], "china", date(2027, 4, 1)) == ("bo-good",)
    assert book.holders(["president"], "china", date(2024, 4, 1)) == ("xi-jinping",)


def test_without_a_folder_the_gazetteer_is_the_shared_one(tmp_path: Path, gazetteer: Gazetteer) -> None:
    assert own.load(tmp_path, pytest.fail) is gazetteer


def test_the_meanings_of_items_name_ids_of_our_tables(ours: Tables) -> None:
    offices, bodies = {row.id for row in ours.offices}, {row.id for row in (*ours.countries, *ours.organisations)}
    for key, meaning in meanings().items():
        assert not meaning.office or meaning.office in offices, key
        assert not meaning.of or meaning.of in bodies, key
        assert not meaning.kind or meaning.kind in tables.get_args(tables.OrganisationKind), key
    assert len(meanings()) > 700


def test_every_state_has_a_place_on_the_map(gazetteer: Gazetteer, ours: Tables) -> None:
    states = [row for row in ours.countries if row.end is None]
    found = {row.id: gazetteer.position(gazetteer.directory.country(row.id)) for row in states}
    assert {key for key, place in found.items() if place is None} <= {"seychelles", "puerto-rico"}
    assert found["france"] == pytest.approx((48.86, 2.35), abs=0.1)
    assert gazetteer.position(Actor(id="geneva", label="Geneva", kind="place")) == pytest.approx((46.2, 6.15), abs=0.1)
    assert gazetteer.position(Actor(id="angela-merkel", label="Angela Merkel", kind="person")) is None
