"""Which mentions become one event, what the event then says, and that order does not matter."""

import random
from datetime import date

import pytest
from merge_samples import document, mention
from msgspec import structs

from kg.history import as_of
from kg.merge import merge
from kg.merge.consolidate import merged_date
from kg.merge.status import merged_status
from kg.model import EventMention, Place, PlaceKind

DOCUMENTS = [document("a"), document("b", "2023-05-12"), document("c", "2024-05-10"), document("d", None)]


def groups(*mentions: EventMention) -> list[list[str]]:
    """Documents of each event, events in order."""
    return [[m.document for m in e.mentions] for e in merge(mentions, DOCUMENTS)]


SAME = {
    "same day, two outlets": [
        mention("a", 0, "meet", "boric", "lula", "2023-05-09"),
        mention("b", 0, "meet", "lula boric", "", "2023-05-09"),
    ],
    "a day inside a month": [
        mention("a", 0, "visit", "boric", "peru", "2023-05"),
        mention("b", 0, "visit", "boric", "peru", "2023-05-09"),
    ],
    "plan, then fulfilment": [
        mention("a", 0, "visit", "boric", "peru", "2023-05-11", status="planned"),
        mention("b", 0, "visit", "boric", "peru", "2023-05-11"),
    ],
    "a leader and his country": [
        mention("a", 0, "attack", "boric", "peru", "2023-05-09"),
        mention("b", 0, "attack", "chile", "peru", "2023-05"),
    ],
    "a plan whose date moved": [
        mention("a", 0, "visit", "boric", "peru", "2023-06", status="planned"),
        mention("b", 0, "visit", "boric", "peru", "2023-07", status="planned"),
    ],
    "undated and dated in one article": [
        mention("a", 0, "invite", "boric", "lula", "2023-05-09"),
        mention("a", 50, "invite", "boric", "lula"),
    ],
    "talks and a call of one day": [
        mention("a", 0, "meet", "boric", "lula", "2023-05-09"),
        mention("b", 0, "call", "boric", "lula", "2023-05-09"),
    ],
}
APART = {
    "talks held for others, and a visit to the host": [
        mention("a", 0, "host", "peru", "chile brazil", "2023-05-09", status="proposed"),
        mention("b", 0, "visit", "boric", "peru", "2023-05-09", status="planned"),
    ],
    "talks held for others, and a visit to the host that took place": [
        mention("a", 0, "host", "chile", "peru brazil", "2023-05-09"),
        mention("b", 0, "visit", "lula", "chile", "2023-05-09"),
    ],
    "yearly summits": [
        mention("a", 0, "meet", "boric", "lula", "2023-05-09"),
        mention("c", 0, "meet", "boric", "lula", "2024-05-09"),
    ],
    "other people": [
        mention("a", 0, "meet", "boric", "lula", "2023-05-09"),
        mention("b", 0, "meet", "gallese", "lula", "2023-05-09"),
    ],
    "there and back": [
        mention("a", 0, "visit", "boric", "peru", "2023-05-09"),
        mention("b", 0, "visit", "boluarte", "chile", "2023-05-09"),
    ],
    "an earlier visit and a planned one": [
        mention("a", 0, "visit", "boric", "peru", "2019-06"),
        mention("a", 50, "visit", "boric", "peru", "2023-06", status="planned"),
    ],
    "weekly calls": [
        mention("a", 0, "call", "boric", "lula", "2023-05-02"),
        mention("b", 0, "call", "boric", "lula", "2023-05-09"),
    ],
    "other actions": [
        mention("a", 0, "sanction", "chile", "peru", "2023-05-09"),
        mention("b", 0, "aid", "chile", "peru", "2023-05-09"),
    ],
    "undated, a year apart": [
        mention("a", 0, "visit", "boric", "peru"),
        mention("c", 0, "visit", "boric", "peru"),
    ],
}


@pytest.mark.parametrize("mentions", SAME.values(), ids=SAME.keys())
def test_one_event(mentions: list[EventMention]) -> None:
    assert len(groups(*mentions)) == 1


@pytest.mark.parametrize("mentions", APART.values(), ids=APART.keys())
def test_two_events(mentions: list[EventMention]) -> None:
    assert len(groups(*mentions)) == 2


def test_an_undated_plan_does_not_bridge_two_visits() -> None:
    told = merge(
        [
            mention("a", 0, "visit", "boric", "peru", status="planned"),
            mention("b", 0, "visit", "boric", "peru", "2023-06-05", status="cancelled"),
            mention("e", 0, "visit", "boric", "peru", "2023-10-18"),
        ],
        [*DOCUMENTS, document("e", "2023-10-19")],
    )
    assert [[m.document for m in e.mentions] for e in told] == [["a", "b"], ["e"]]


def test_the_order_of_mentions_and_documents_does_not_matter() -> None:
    mentions = [m for case in (*SAME.values(), *APART.values()) for m in case]
    expected = merge(mentions, DOCUMENTS)
    for seed in range(5):
        shuffled, documents = list(mentions), list(DOCUMENTS)
        random.Random(seed).shuffle(shuffled)
        random.Random(seed).shuffle(documents)
        assert merge(shuffled, documents) == expected


def test_every_event_has_an_id_of_its_own() -> None:
    mentions = [m for case in (*SAME.values(), *APART.values()) for m in case]
    events = merge(mentions, DOCUMENTS)
    assert len({e.id for e in events}) == len(events)


def test_speech_is_no_event() -> None:
    assert groups(mention("a", 0, "say", "boric")) == []


def test_reports_stand_in_the_order_of_publication_and_reasons_name_them() -> None:
    (event,) = merge([SAME["plan, then fulfilment"][1], SAME["plan, then fulfilment"][0]], DOCUMENTS)
    assert [(m.document, m.status) for m in event.mentions] == [("a", "planned"), ("b", "happened")]
    assert event.status == "happened"
    (reason,) = event.reasons
    assert reason.reports == (0, 1)
    assert reason.score == pytest.approx(sum(reason.terms.values()))
    assert reason.terms["date"] > 0


def test_a_meeting_has_participants_and_no_targets() -> None:
    (event,) = merge(SAME["same day, two outlets"], DOCUMENTS)
    assert ([a.id for a in event.actors], event.targets) == (["boric", "lula"], ())


def test_confidence_grows_with_documents_not_with_repetition() -> None:
    once = merge(SAME["same day, two outlets"][:1], DOCUMENTS)[0].confidence
    twice = merge(SAME["same day, two outlets"], DOCUMENTS)[0].confidence
    repeated = merge([mention("a", s, "meet", "boric", "lula", "2023-05-09") for s in (0, 50)], DOCUMENTS)[0].confidence
    assert once == repeated < twice < 1


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2023-05", "2023-05-09"], "2023-05-09"),
        (["2023-05-09", "2023-05-09", "2023-06"], "2023-05-09"),
        (["2023", "2023-21", "2023-03"], "2023-03"),
        (["../2023-05-12", "2023-05-09", "../2023-05-12"], "2023-05-09"),
        (["../2023-05-12"], "../2023-05-12"),
        ([], None),
    ],
)
def test_the_most_precise_supported_date_wins(dates: list[str], expected: str | None) -> None:
    found = [mention("a", 0, "meet", "boric", "lula", d).date for d in dates]
    merged = merged_date([d for d in found if d is not None])
    assert (merged.edtf if merged else None) == expected


def test_a_date_of_the_text_outranks_one_of_the_dateline() -> None:
    written = mention("a", 0, "meet", "boric", "lula", "2023-05-02").date
    inferred = mention("a", 0, "meet", "boric", "lula", "2023-05-09/2023-05-10", inferred=True).date
    assert written is not None
    assert inferred is not None
    assert merged_date([inferred, written]) == written


def test_the_last_day_decides_the_status() -> None:
    day = {d.id: d.published for d in DOCUMENTS}
    assert merged_status([(day["a"], "planned", None), (day["b"], "cancelled", None)]) == "cancelled"
    assert merged_status([(day["b"], "happened", None), (day["a"], "planned", None)]) == "happened"
    assert merged_status([(day["d"], "happened", None), (day["a"], "planned", None)]) == "planned"
    assert merged_status([(day["a"], "planned", None), (day["a"], "unknown", None)]) == "planned"


def test_what_is_dated_after_its_report_was_still_ahead() -> None:
    [event] = merge(
        [
            mention("a", 0, "visit", "boric", "peru", "2023-06-05", status="planned"),
            mention("a", 50, "visit", "boric", "peru", "2023-06-05"),
        ],
        DOCUMENTS,
    )
    assert [m.status for m in event.mentions] == ["planned", "happened"]
    assert event.status == "planned"
    later = as_of(event, date(2024, 1, 1))
    assert later is not None
    assert later.status == "planned"


def test_a_report_that_it_is_done_outranks_the_day_of_the_plan() -> None:
    [event] = merge(
        [
            mention("a", 0, "visit", "boric", "peru", "2023-05-11", status="planned"),
            mention("a", 50, "visit", "boric", "peru", "2023-05-11", status="planned"),
            mention("b", 0, "visit", "boric", "peru", "2023-05-09/2023-05-10", inferred=True),
        ],
        [document("a", "2023-05-01"), document("b", "2023-05-10")],
    )
    assert event.status == "happened"
    assert event.date is not None
    assert event.date.edtf == "2023-05-09/2023-05-10"
    assert [d.edtf for d in event.date_conflicts] == ["2023-05-11"]


def test_the_denial_of_somebody_quoted_is_a_claim() -> None:
    day = {d.id: d.published for d in DOCUMENTS}
    assert merged_status([(day["a"], "happened", None), (day["b"], "denied", "Peru")]) == "happened"
    assert merged_status([(day["a"], "planned", "Lula"), (day["b"], "denied", "Peru")]) == "planned"
    assert merged_status([(day["a"], "happened", None), (day["b"], "denied", None)]) == "denied"
    assert merged_status([(day["a"], "unknown", None), (day["b"], "denied", "Peru")]) == "denied"
    assert merged_status([(day["a"], "denied", "Peru")]) == "denied"


def test_a_denied_meeting_in_one_city_says_nothing_of_a_meeting_in_another() -> None:
    told = merge(
        [
            mention("a", 0, "meet", "boric lula", "", "2023-05-09", place="santiago"),
            mention("b", 0, "meet", "boric lula", "", "2023-05-09", place="lima", status="denied", said_by="Peru"),
        ],
        DOCUMENTS,
    )
    assert sorted((e.place.id if e.place else "", e.status) for e in told) == [
        ("lima", "denied"),
        ("santiago", "happened"),
    ]


def test_a_clash_is_one_event_of_both() -> None:
    told = merge(
        [
            mention("a", 0, "attack", "peru chile", "peru chile", "2023-05-09"),
            mention("b", 0, "attack", "peru chile", "peru chile", "2023-05-09"),
            mention("b", 30, "attack", "chile", "peru", "2023-05-09"),
        ],
        DOCUMENTS,
    )
    assert [([a.id for a in e.actors], [t.id for t in e.targets]) for e in told] == [(["chile", "peru"],) * 2]


def test_a_clash_beside_reports_that_say_who_attacked_says_no_more() -> None:
    told = merge(
        [
            mention("a", 0, "attack", "peru chile", "peru chile", "2023-05-09"),
            mention("b", 0, "attack", "chile", "peru", "2023-05-09"),
            mention("b", 30, "attack", "chile", "peru", "2023-05-09"),
        ],
        DOCUMENTS,
    )
    assert [([a.id for a in e.actors], [t.id for t in e.targets]) for e in told] == [(["chile"], ["peru"])]


def test_links() -> None:
    events = merge(
        [
            mention("a", 0, "invite", "boluarte", "boric", "2023-05-02"),
            mention("a", 20, "visit", "boric", "peru", "2023-05-08/2023-05-09", place="lima"),
            mention("a", 40, "meet", "boric", "boluarte", "2023-05-09", place="lima", said_by="Boluarte"),
            mention("a", 40, "announce", "boluarte", "", "2023-05-10"),
            mention("a", 40, "visit", "boric", "brazil", "2019-05"),
        ],
        DOCUMENTS,
    )
    by_id = {e.id: e for e in events}
    found = {(e.type, link.kind, by_id[link.event].type) for e in events for link in e.links}
    assert found == {("invite", "proposes", "visit"), ("meet", "part_of", "visit"), ("announce", "regards", "meet")}
    assert sum(len(e.links) for e in events) == 3


def placed(document: str, place: Place) -> EventMention:
    return structs.replace(mention(document, 0, "meet", "boric lula", "", "2023-05-09"), place=place)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (["country", "country", "city"], "city"),
        (["country", "region", "region"], "region"),
        (["region", None], None),
        (["country", "country"], "country"),
    ],
)
def test_the_narrowest_place_that_is_named_counts(told: list[PlaceKind | None], expected: PlaceKind | None) -> None:
    places = [Place(id=f"{kind}", label=f"{kind}", country="PE", kind=kind) for kind in told]
    (event,) = merge([placed(d.id, p) for d, p in zip(DOCUMENTS, places, strict=False)], DOCUMENTS)
    assert event.place == Place(id=f"{expected}", label=f"{expected}", country="PE", kind=expected)


def test_a_city_of_another_country_does_not_outrank_where_most_say_it_was() -> None:
    lima = Place(id="lima", label="Lima", country="PE", kind="city")
    chile = Place(id="chile", label="Chile", country="CL", kind="country")
    (event,) = merge([placed("a", chile), placed("b", chile), placed("d", lima)], DOCUMENTS)
    assert event.place == chile


def test_a_participant_whose_country_one_report_leaves_out_is_one() -> None:
    full = mention("a", 0, "meet", "boric lula", "", "2023-05-09")
    boric, lula = full.actors
    bare = structs.replace(full, document="b", actors=(boric, structs.replace(lula, country=None)))
    (event,) = merge([full, bare], DOCUMENTS)
    assert [(a.id, a.country) for a in event.actors] == [("boric", "CL"), ("lula", "BR")]


@pytest.mark.parametrize(("title", "status"), [("x" * 50, "planned"), (None, "happened"), ("y" * 50, "happened")])
def test_the_text_outranks_its_headline(title: str | None, status: str) -> None:
    """ "Chile expels envoy", whose text says that it will."""
    titled = structs.replace(document("a"), title=title)
    told = [
        mention("a", 0, "coerce", "chile", "peru", "2023-05-10"),
        mention("a", 100, "coerce", "chile", "peru", "2023-05-10", status="planned"),
    ]
    assert [e.status for e in merge(told, [titled])] == [status]
