"""Absolute dates of other languages, and the guess of a text's language."""

from datetime import date

import pytest

from kg.dates import tag
from kg.dates.languages import detect

FEBRUARY = date(2023, 2, 1)

FULL = [
    ("fr", "Les ministres se sont réunis le 24 février 2022 à Paris.", "24 février 2022", "2022-02-24"),
    ("fr", "La trêve commence le 1er mars 2023.", "1er mars 2023", "2023-03-01"),
    ("fr", "Le budget date de mars 2022.", "mars 2022", "2022-03"),
    ("fr", "Le traité de 1963 reste valable.", "1963", "1963"),
    ("de", "Die Minister trafen sich am 24. Februar 2022 in Bonn.", "24. Februar 2022", "2022-02-24"),
    ("de", "Das Gesetz gilt seit März 2022.", "März 2022", "2022-03"),
    ("de", "Stand: 24.02.2022", "24.02.2022", "2022-02-24"),
    ("es", "Los ministros se reunieron el 24 de febrero de 2022.", "24 de febrero de 2022", "2022-02-24"),
    ("es", "La ley rige desde marzo de 2022.", "marzo de 2022", "2022-03"),
    ("ru", "Министры встретились 24 февраля 2022 года.", "24 февраля 2022", "2022-02-24"),
    ("ru", "Документ от 03.04.2022 опубликован.", "03.04.2022", "2022-04-03"),
    ("zh", "两国部长于2022年2月24日会晤。", "2022年2月24日", "2022-02-24"),
    ("zh", "该法自2022年3月起生效。", "2022年3月", "2022-03"),
    ("ar", "اجتمع الوزراء في 24 فبراير 2022 في القاهرة.", "24 فبراير 2022", "2022-02-24"),
    ("ar", "اجتمع الوزراء في ٢٤ فبراير ٢٠٢٢ في القاهرة.", "٢٤ فبراير ٢٠٢٢", "2022-02-24"),
    ("pt", "Os ministros reuniram-se em 24 de fevereiro de 2022.", "24 de fevereiro de 2022", "2022-02-24"),
    ("it", "I ministri si sono incontrati il 24 febbraio 2022.", "24 febbraio 2022", "2022-02-24"),
    ("uk", "Міністри зустрілися 24 лютого 2022 року.", "24 лютого 2022", "2022-02-24"),
    ("ja", "両大臣は2022年2月24日に会談した。", "2022年2月24日", "2022-02-24"),
]


@pytest.mark.parametrize(("language", "text", "expression", "value"), FULL)
def test_absolute_dates(language: str, text: str, expression: str, value: str) -> None:
    (found,) = tag(text, FEBRUARY, language)
    assert (found.text, found.value, found.edtf) == (expression, value, value)
    assert text[found.start : found.end] == expression


@pytest.mark.parametrize(("language", "text", "expression", "value"), [c for c in FULL if len(c[1]) > 25])
def test_the_language_is_found_when_it_is_not_given(language: str, text: str, expression: str, value: str) -> None:
    (found,) = tag(text, FEBRUARY)
    assert (found.text, found.value) == (expression, value)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("fr", "Il est parti le 30 décembre.", "2022-12-30"),
        ("de", "Er kommt am 24. Februar zurück.", "2023-02-24"),
        ("ru", "Он приедет 24 февраля.", "2023-02-24"),
        ("zh", "他2月24日回来。", "2023-02-24"),
    ],
)
def test_a_day_without_a_year_is_the_nearest(language: str, text: str, value: str) -> None:
    assert [t.value for t in tag(text, FEBRUARY, language)] == [value]
    assert [(t.value, t.edtf) for t in tag(text, None, language)] == [(f"XXXX{value[4:]}", None)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Il a vendu 3 chevaux à 2022 personnes, 12 euros pièce."),
        ("de", "Er kaufte 20 Aktien für 2022 Euro."),
        ("fr", "Le 31 février 2022 n'existe pas."),
        ("zh", "会议于2022年13月45日举行。"),
        ("xx", "Sa 24 lorem ipsum dolor sit."),
    ],
)
def test_what_is_no_date_stays_out(language: str, text: str) -> None:
    assert not [t for t in tag(text, FEBRUARY, language) if t.precision == "day"]


def test_an_unknown_language_still_has_dates_in_digits() -> None:
    assert [t.value for t in tag("Lorem 2022-02-24 ipsum 03.04.2022.", None, "xx")] == ["2022-02-24", "2022-04-03"]


def test_a_region_does_not_change_the_language() -> None:
    assert [t.value for t in tag("Il est né le 3 mars 1922.", None, "fr-CA")] == ["1922-03-03"]
    assert [t.value for t in tag("He was born on 3 March 1922.", None, "en-GB")] == ["1922-03-03"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministers met in the capital and they agreed on the plan.", "en"),
        ("", "en"),
        ("12345 !?", "en"),
        ("Leaders meet in La Paz, the de facto capital", "en"),
        ("Ministers of France, la Grande Nation, in Berlin", "en"),
        ("Le président a rencontré les ministres dans la capitale et il est parti.", "fr"),
        ("Der Präsident hat die Minister in der Hauptstadt getroffen und ist abgereist.", "de"),
        ("El presidente se reunió con los ministros en la capital y se fue.", "es"),
        ("Президент встретился с министрами в столице.", "ru"),
        ("Президент зустрівся з міністрами у столиці.", "uk"),
        ("اجتمع الرئيس مع الوزراء في العاصمة.", "ar"),
        ("主席在首都会见了部长。", "zh"),
        ("大統領は首都で大臣と会談した。", "ja"),
        ("대통령은 수도에서 장관들을 만났다.", "ko"),
        ("The word Москва stands in an English sentence about the city and its name.", "en"),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert detect(text) == language
