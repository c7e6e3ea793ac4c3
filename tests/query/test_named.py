"""Each named query: its comments, and its answer on the sample, written out in answers/."""

import csv
import io
from pathlib import Path

import pytest

from kg.errors import NotFoundError, TableError
from kg.model import ActionType
from kg.query import Engine, Solutions, encoded
from kg.query.named import get, names, read
from kg.query.names import Names
from kg.query.parameters import TYPES, bound, terms
from kg.query.safety import check
from kg.query.tokens import tokens

_ELSEWHERE = {"Germany"}
"""Examples that the sample knows nothing of."""

_KEYS = {"co-attendance": "state", "events-per-month": "kind", "frequent-pairs": "whom", "outlets": "name"}
"""What tells the rows of a query apart, where it is not the event."""

ANSWERS = Path(__file__).with_name("answers")
CASES: dict[str, tuple[str, dict[str, str]]] = {
    "accusations": ("accusations", {}),
    "accusations-of-the-usa": ("accusations", {"accused": "USA"}),
    "aid": ("aid", {"by": "Kenya"}),
    "at-beijing": ("at-place", {"place": "Beijing"}),
    "cancelled": ("cancelled", {}),
    "co-attendance": ("co-attendance", {}),
    "contradictions": ("contradictions", {}),
    "events-in-june-2023": ("events-per-month", {"from": "2023-06", "to": "2023-06"}),
    "first-meeting-after": ("first-meeting-after", {}),
    "first-meeting-after-with-xi": ("first-meeting-after", {"attacker": "Russia", "victim": "Ukraine", "with": "Xi"}),
    "first-reported": ("first-reported", {}),
    "frequent-pairs": ("frequent-pairs", {"least": "3"}),
    "invitations": ("invitations", {}),
    "meetings": ("meetings", {}),
    "meetings-of-xi": ("meetings", {"person": "Xi Jinping", "from": "2022", "to": "2023-06"}),
    "only-pacific-wire": ("only-one-outlet", {"outlet": "Pacific Wire"}),
    "outlets": ("outlets", {}),
    "planned-visits": ("planned-visits", {}),
    "quoted-biden": ("quoted", {"speaker": "Joe Biden"}),
    "sanctions": ("sanctions", {}),
    "status-changes": ("status-changes", {"type": "visit"}),
    "timeline-of-qin-gang": ("timeline", {"person": "Qin Gang"}),
    "visits": ("visits", {}),
    "visits-to-china": ("visits", {"place": "China", "from": "2023-06-19"}),
}


def answer(engine: Engine, known: Names, name: str, chosen: dict[str, str]) -> str:
    named = get(name)
    defaults = {p.name: p.default for p in named.parameters if p.default}
    kinds = {p.name: p.type for p in named.parameters}
    values = {key: terms(kinds[key], text, known) for key, text in {**defaults, **chosen}.items()}
    return encoded(engine.run(bound(named.text, values)), "csv", {}).decode().replace("\r\n", "\n")


@pytest.mark.parametrize("case", CASES)
def test_the_answer_on_the_sample(case: str, engine: Engine, names: Names) -> None:
    name, chosen = CASES[case]
    assert answer(engine, names, name, chosen) == (ANSWERS / f"{case}.csv").read_text(encoding="utf-8")


def test_every_query_has_an_answer_here() -> None:
    assert {name for name, _ in CASES.values()} == set(names())
    assert {path.stem for path in ANSWERS.glob("*.csv")} == set(CASES)
    assert len(names()) >= 15


@pytest.mark.parametrize("name", names())
def test_the_comments_say_what_is_answered_and_what_can_be_set(name: str) -> None:
    named = get(name)
    assert named.title
    assert not named.title.endswith(".")
    assert named.description.endswith(".")
    assert len({p.name for p in named.parameters}) == len(named.parameters)
    for parameter in named.parameters:
        assert parameter.type in TYPES
        assert parameter.meaning.endswith(".")
        assert parameter.example
        # Not an option of the command itself.
        assert parameter.name not in {"input", "set", "format", "limit", "timeout", "list", "show", "help", "asked"}
        assert parameter.name.isidentifier()


@pytest.mark.parametrize("name", names())
def test_each_parameter_has_its_place_and_its_example_a_meaning(name: str, names: Names) -> None:
    named = get(name)
    for parameter in named.parameters:
        for text in (parameter.example, parameter.default):
            if text is not None and text not in _ELSEWHERE:
                assert terms(parameter.type, text, names)
    filled = bound(named.text, {p.name: terms("text", "x", names) for p in named.parameters})
    assert "UNDEF" not in {token.text for token in tokens(filled)}
    check(filled)


@pytest.mark.parametrize("name", names())
def test_the_rows_are_in_one_order(name: str) -> None:
    """ORDER BY ends in what tells one row from another."""
    order = get(name).text.rpartition("ORDER BY")[2]
    assert f"?{_KEYS.get(name, 'event')}" in order.split()


def test_every_type_of_action_that_queries_name_is_one() -> None:
    for name in names():
        found = [t.text for t in tokens(get(name).text) if t.text.startswith("action:")]
        assert {text.removeprefix("action:") for text in found} <= set(ActionType.__args__), name


def test_an_unknown_name_gets_near_ones() -> None:
    with pytest.raises(NotFoundError, match=r"'metings'; did you mean meetings\?"):
        get("metings")
    with pytest.raises(NotFoundError, match="kg query --list"):
        get("xyzzy")
    with pytest.raises(NotFoundError):
        get("../queries/meetings")


def test_a_wrong_comment_is_named_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text("# title: Mine\n# parameter: who | name | Xi\nASK { }\n")
    with pytest.raises(TableError, match=r"mine\.rq:2: write `# parameter:"):
        read(file)
    file.write_bytes(b"# title: \xff\n")
    with pytest.raises(TableError, match=r"mine\.rq: is no UTF-8"):
        read(file)


def test_what_is_true_of_the_articles_is_answered_from_a_build_of_them(built: Path) -> None:
    """The sample stands still; here extraction, merging and RDF of today stand behind the answers."""
    from kg.query import sources

    with Engine(sources([built])) as engine:
        known = Names(engine)
        for name in names():
            assert answer(engine, known, name, {}), name
        met = csv.DictReader(io.StringIO(answer(engine, known, "meetings", {"person": "Xi", "with": "Biden"})))
        assert ["2022-11-14", "Joe Biden", "Xi Jinping", "Bali"] in [list(row.values())[:4] for row in met]
        off = answer(engine, known, "cancelled", {"person": "Blinken"})
        assert "2023-02-05,Antony Blinken – visit – China (2023-02-05),2022-11-14,2023-02-03," in off
        assert isinstance(engine.run("SELECT * { ?a ?b ?c } LIMIT 1"), Solutions)
