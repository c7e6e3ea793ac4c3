"""The actor tables as shipped are sound, and a wrong row is reported with its file and line."""

import csv
import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from kg.actors.tables import Tables, load
from kg.errors import OntologyError
from kg.resources import ontology


@pytest.fixture(scope="module")
def shipped() -> Tables:
    return load()


def _sure(names: tuple[str, ...]) -> set[str]:
    return {name for name in names if not name.endswith("?")}


def test_the_tables_cover_the_world(shipped: Tables) -> None:
    served = {term.person for term in shipped.terms if term.end is None or term.end >= date(2000, 1, 1)}
    assert len([row for row in shipped.countries if row.end is None]) >= 190
    assert len([row for row in shipped.people if row.wikidata and row.id in served]) >= 300
    assert len(shipped.organisations) >= 60


@pytest.mark.parametrize("table", ["countries", "people", "organisations"])
def test_wikidata_items_are_well_formed_and_unique(shipped: Tables, table: str) -> None:
    items = [row.wikidata for row in getattr(shipped, table) if row.wikidata]
    assert all(re.fullmatch(r"Q[1-9]\d*", item) for item in items)
    assert [item for item, n in Counter(items).items() if n > 1] == []


def test_present_countries_have_unique_iso_codes(shipped: Tables) -> None:
    present = [row for row in shipped.countries if row.end is None]
    for codes in ([row.iso2 for row in present], [row.iso3 for row in present]):
        assert all(codes)
        assert [code for code, n in Counter(codes).items() if n > 1] == []


def test_no_name_belongs_to_two_countries(shipped: Tables) -> None:
    present = [row for row in shipped.countries if row.end is None]
    for sets in (
        [_sure((row.name, row.official_name, *row.names)) for row in shipped.countries],
        [_sure(row.adjectives) for row in present],
        [set(row.capital) for row in present],
    ):
        owners = Counter(name for names in sets for name in names)
        assert [name for name, n in owners.items() if n > 1] == []


def test_no_name_belongs_to_two_organisations(shipped: Tables) -> None:
    owners = Counter(n for row in shipped.organisations for n in _sure((row.name, *row.acronyms, *row.aliases)))
    assert [name for name, n in owners.items() if n > 1] == []


def test_no_full_name_belongs_to_two_people(shipped: Tables) -> None:
    owners = Counter(
        name for row in shipped.people for name in _sure((row.name, *row.aliases)) if " " in name or not name.isascii()
    )
    assert [name for name, n in owners.items() if n > 1] == []


def test_ids_are_unique_across_the_tables_that_make_actors(shipped: Tables) -> None:
    ids = Counter(row.id for table in (shipped.countries, shipped.people, shipped.organisations) for row in table)
    assert [key for key, n in ids.items() if n > 1] == []


def test_every_person_with_a_term_is_alive_long_enough_to_hold_it(shipped: Tables) -> None:
    spans: dict[str, list[date]] = {}
    for term in shipped.terms:
        spans.setdefault(term.person, []).extend(day for day in (term.start, term.end) if day)
    assert [person for person, days in spans.items() if days and max(days).year - min(days).year > 75] == []


@pytest.mark.parametrize(
    ("office", "of", "day", "person"),
    [
        ("president", "united-states", date(1990, 8, 2), "george-h-w-bush"),
        ("president", "united-states", date(2022, 2, 24), "joe-biden"),
        ("prime-minister", "united-kingdom", date(2003, 3, 20), "tony-blair"),
        ("prime-minister", "germany", date(2015, 9, 4), "angela-merkel"),
        ("foreign-minister", "russia", date(2014, 3, 18), "sergey-lavrov"),
        ("defence-minister", "china", date(2023, 6, 4), "li-shangfu"),
        ("president", "ukraine", date(2019, 5, 20), "volodymyr-zelenskyy"),
    ],
)
def test_known_holders(shipped: Tables, office: str, of: str, day: date, person: str) -> None:
    held = {
        term.person
        for term in shipped.terms
        if (term.office, term.of) == (office, of)
        and (term.start is None or term.start <= day)
        and (term.end is None or day <= term.end)
    }
    assert person in held


@pytest.mark.parametrize(
    ("key", "label", "acronym"),
    [
        ("nato", "NATO", "NATO"),
        ("group-of-twenty", "Group of Twenty", "G20"),
        ("shanghai-cooperation-organisation", "Shanghai Cooperation Organisation", "SCO"),
        ("asia-pacific-economic-cooperation", "Asia-Pacific Economic Cooperation", "APEC"),
        ("st-petersburg-international-economic-forum", "St. Petersburg International Economic Forum", "SPIEF"),
    ],
)
def test_organisations_carry_their_usual_labels(shipped: Tables, key: str, label: str, acronym: str) -> None:
    row = next(row for row in shipped.organisations if row.id == key)
    assert row.name == label
    assert acronym in (row.name, *row.acronyms)


def test_special_ministries_come_first_by_label(shipped: Tables) -> None:
    ministries = {row.id: row for row in shipped.ministries}
    assert ministries["foreign-ministry"].specials["united-states"][0] == "United States Department of State"
    assert ministries["defence-ministry"].specials["united-states"][0] == "United States Department of Defense"
    assert ministries["foreign-ministry"].label.format(country="Kenya") == "Ministry of Foreign Affairs of Kenya"


def _members(tables: Tables, organisation: str, day: date) -> set[str]:
    return {
        m.country
        for m in tables.memberships
        if m.organisation == organisation and (m.start or date.min) <= day <= (m.end or date.max)
    }


@pytest.mark.parametrize(
    ("organisation", "day", "number", "some", "none"),
    [
        ("nato", date(1998, 1, 1), 16, {"spain"}, {"poland"}),
        ("nato", date(2025, 1, 1), 32, {"sweden", "north-macedonia"}, {"ukraine"}),
        ("european-union", date(2003, 1, 1), 15, {"united-kingdom"}, {"malta"}),
        ("european-union", date(2019, 1, 1), 28, {"united-kingdom", "croatia"}, set()),
        ("european-union", date(2021, 1, 1), 27, {"ireland"}, {"united-kingdom"}),
        ("group-of-seven", date(2020, 1, 1), 7, {"canada"}, {"russia"}),
        ("group-of-eight", date(2013, 1, 1), 8, {"russia"}, set()),
        ("group-of-twenty", date(2010, 1, 1), 19, {"argentina"}, {"spain"}),
        ("brics", date(2015, 1, 1), 5, {"south-africa"}, {"egypt"}),
        ("brics", date(2025, 6, 1), 10, {"indonesia", "ethiopia"}, {"saudi-arabia"}),
        ("association-of-southeast-asian-nations", date(2024, 1, 1), 10, {"cambodia"}, {"east-timor"}),
        ("african-union", date(2010, 1, 1), 53, {"egypt"}, {"morocco", "south-sudan"}),
        ("african-union", date(2025, 1, 1), 55, {"morocco", "south-sudan"}, set()),
        ("shanghai-cooperation-organisation", date(2010, 1, 1), 6, {"uzbekistan"}, {"india"}),
        ("shanghai-cooperation-organisation", date(2025, 1, 1), 10, {"iran", "belarus"}, {"mongolia"}),
        ("collective-security-treaty-organization", date(2022, 1, 1), 6, {"armenia"}, {"uzbekistan"}),
        ("eurasian-economic-union", date(2016, 1, 1), 5, {"kyrgyzstan"}, {"tajikistan"}),
        ("organization-of-the-petroleum-exporting-countries", date(2025, 1, 1), 12, {"gabon"}, {"qatar", "angola"}),
        ("gulf-cooperation-council", date(2020, 1, 1), 6, {"oman"}, {"yemen"}),
        ("arab-league", date(2020, 1, 1), 22, {"comoros", "syria"}, {"iran"}),
        ("economic-community-of-west-african-states", date(2024, 1, 1), 15, {"niger", "mali"}, {"mauritania"}),
        ("economic-community-of-west-african-states", date(2025, 6, 1), 12, {"togo"}, {"niger", "mali"}),
        ("mercosur", date(2025, 1, 1), 5, {"bolivia"}, {"venezuela", "chile"}),
        ("commonwealth-of-independent-states", date(2000, 1, 1), 12, {"georgia", "ukraine"}, {"latvia"}),
        ("five-eyes", date(2020, 1, 1), 5, {"new-zealand"}, {"france"}),
        ("quadrilateral-security-dialogue", date(2021, 1, 1), 4, {"india"}, {"south-korea"}),
        ("aukus", date(2022, 1, 1), 3, {"australia"}, {"new-zealand"}),
        ("e3", date(2020, 1, 1), 3, {"germany"}, {"italy"}),
        ("permanent-five", date(2020, 1, 1), 5, {"china", "russia"}, {"taiwan"}),
        ("permanent-five", date(1970, 1, 1), 5, {"taiwan", "soviet-union"}, {"china"}),
    ],
)
def test_who_belonged_to_what_on_a_day(
    shipped: Tables, organisation: str, day: date, number: int, some: set[str], none: set[str]
) -> None:
    found = _members(shipped, organisation, day)
    assert len(found) == number
    assert some <= found
    assert not none & found


def test_no_state_belongs_to_a_body_twice_at_a_time(shipped: Tables) -> None:
    spans: dict[tuple[str, str], list[tuple[date, date]]] = {}
    for m in shipped.memberships:
        spans.setdefault((m.organisation, m.country), []).append((m.start or date.min, m.end or date.max))
    for found in spans.values():
        assert all(earlier[1] < later[0] for earlier, later in pairwise(sorted(found)))


ROWS = {
    "countries": ["ruritania,Ruritania,Kingdom of Ruritania,RU,RUR,,Ruritanian,Strelsau,Q1,1900,,"],
    "organisations": ["hentzau-club,Hentzau Club,HC,,forum,ruritania,,,1999-05,1999-05"],
    "memberships": ["hentzau-club,ruritania,1999-05,"],
    "ministries": ["army,Army of {country},army|troops,ruritania=Royal Guard|Guard"],
    "offices": ["monarch,king|queen,"],
    "people": ["rudolf-v,Rudolf V,Rudolf,King Rudolf,m,ruritania,Q2"],
    "terms": ["rudolf-v,monarch,ruritania,,1994-02,2001"],
    "metonyms": ["Strelsau Castle,the castle,ruritania-army,seat"],
}


def _folder(where: Path, **changed: list[str]) -> Path:
    for name, lines in {**ROWS, **changed}.items():
        with ontology("actors", f"{name}.csv").open(encoding="utf-8", newline="") as shipped_table:
            header = next(row for row in csv.reader(shipped_table) if not row[0].startswith("#"))
        (where / f"{name}.csv").write_text(
            "\n".join(["# a comment", ",".join(header), *lines]) + "\n", encoding="utf-8"
        )
    return where


def test_partial_dates_count_whole_and_names_are_split(tmp_path: Path) -> None:
    tables = load(_folder(tmp_path))
    assert (tables.terms[0].start, tables.terms[0].end) == (date(1994, 2, 1), date(2001, 12, 31))
    assert (tables.organisations[0].start, tables.organisations[0].end) == (date(1999, 5, 1), date(1999, 5, 31))
    assert (tables.countries[0].start, tables.countries[0].end) == (date(1900, 1, 1), None)
    assert tables.ministries[0].patterns == ("army", "troops")
    assert tables.ministries[0].specials == {"ruritania": ("Royal Guard", "Guard")}


@pytest.mark.parametrize(
    ("table", "row", "complaint"),
    [
        ("countries", ROWS["countries"][0].replace(",RU,", ",Ru,"), "iso2 'Ru'"),
        ("countries", ROWS["countries"][0] + "gondal", "successor 'gondal'"),
        ("countries", ROWS["countries"][0].replace("1900", "19"), "start '19' is no date"),
        ("organisations", "x,X,,,clan,,,,,", "kind 'clan'"),
        ("organisations", "x,X,,,forum,gondal,,,,", "country 'gondal'"),
        ("organisations", "x,X,,,forum,,ruritania|gondal,,,", "members 'gondal'"),
        ("organisations", "hentzau-club,X,,,forum,,ruritania,,,", "members here or in organisations.csv"),
        ("memberships", "club,ruritania,1994,", "organisation 'club'"),
        ("memberships", "hentzau-club,gondal,1994,", "country 'gondal'"),
        ("memberships", "hentzau-club,ruritania,2001,1994", "start 2001 is after end 1994"),
        ("ministries", "army,Army,army,", "no {country}"),
        ("ministries", "army,Army of {country},army,gondal=Guard", "specials 'gondal=Guard'"),
        ("people", "Rudolf,Rudolf V,Rudolf,,m,ruritania,Q2", "id 'Rudolf'"),
        ("people", "rudolf,Rudolf V,,,m,ruritania,Q2", "surname is empty"),
        ("people", "rudolf,Rudolf V,Rudolf,,male,ruritania,Q2", "gender 'male'"),
        ("people", "rudolf,Rudolf V,Rudolf,,m,ruritania,Q0", "wikidata 'Q0'"),
        ("terms", "black-michael,monarch,ruritania,,1994,2001", "person 'black-michael'"),
        ("terms", "rudolf-v,regent,ruritania,,1994,2001", "office 'regent'"),
        ("terms", "rudolf-v,monarch,,,1994,2001", "of is empty"),
        ("terms", "rudolf-v,monarch,ruritania,,2001,1994", "start 2001 is after end 1994"),
        ("terms", "rudolf-v,monarch,ruritania,,1994-02-30,2001", "start '1994-02-30' is no date"),
        ("metonyms", "Castle,,gondal-army,seat", "refers_to 'gondal-army'"),
        ("metonyms", "Castle,,ruritania,house", "kind 'house'"),
    ],
)
def test_a_wrong_row_is_named_with_file_and_line(tmp_path: Path, table: str, row: str, complaint: str) -> None:
    folder = _folder(tmp_path, **{table: [row]})
    with pytest.raises(OntologyError) as caught:
        load(folder)
    file = "memberships" if "members here" in complaint else table
    assert str(caught.value).startswith(f"{folder / file}.csv:3: ")
    assert complaint in str(caught.value)


def test_an_id_that_stands_twice_is_an_error(tmp_path: Path) -> None:
    folder = _folder(tmp_path, offices=ROWS["offices"] * 2)
    with pytest.raises(OntologyError, match=r"offices\.csv:4: id 'monarch'"):
        load(folder)
