from collections.abc import Callable

import pytest

from kg.model import ActorMention

Linker = Callable[..., list[ActorMention]]


def settled(mentions: list[ActorMention], word: str) -> list[set[str]]:
    """The ids of each occurrence of a word, in order."""
    spans = list(dict.fromkeys((m.start, m.end) for m in mentions if m.text.lower() == word.lower()))
    return [{m.id for m in mentions if (m.start, m.end) == span} for span in spans]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Olaf Scholz said he would go.", "he", [{"olaf-scholz"}]),
        ("Emmanuel Macron met Giorgia Meloni. She thanked him.", "She", [{"giorgia-meloni"}]),
        ("Emmanuel Macron met Giorgia Meloni. She thanked him.", "him", [{"emmanuel-macron"}]),
        ("Vladimir Putin, who received Xi Jinping, told him that he agreed.", "him", [{"xi-jinping"}]),
        ("Vladimir Putin, who received Xi Jinping, told him that he agreed.", "he", [{"vladimir-putin"}]),
        ("Xi Jinping spoke with Vladimir Putin during his visit to Beijing.", "his", [{"vladimir-putin"}]),
        ("Joe Biden thanked Olaf Scholz for his support.", "his", [{"olaf-scholz"}]),
        ("France said it would help.", "it", [{"france"}]),
        ("“I think it shows that Kenya wants to lead, and it does that by sending aid,” he said.", "it", [{"kenya"}]),
        (
            "“It means Brazil would like to stay out, and it does this by abstaining,” an envoy said.",
            "it",
            [{"brazil"}],
        ),
        ("Norway wants to remain a donor, and it does that by saving elsewhere.", "it", [{"norway"}]),
        ("Egypt asked for time. It did that in writing.", "It", [{"egypt"}]),
        ("Norway raised its budget.", "its", [{"norway"}]),
        ("Ankara criticised Stockholm for its delay.", "its", [{"sweden"}]),
        ("Germany and France said they would help.", "they", [{"germany", "france"}]),
        ("Joe Biden and Xi Jinping met. They shook hands.", "They", [{"joe-biden", "xi-jinping"}]),
        ("The United States and Putin himself were silent.", "himself", [{"vladimir-putin"}]),
    ],
)
def test_pronouns(linked: Linker, text: str, word: str, expected: list[set[str]]) -> None:
    assert settled(linked(text), word) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Joe Biden and Olaf Scholz met. He smiled.", "He"),
        ("It is late in Moscow.", "It"),
        ("The war entered its second year in Ukraine.", "its"),
        ("It was in Oslo that France signed.", "It"),
        ("“The plan helps Japan, and it does that well,” said the minister.", "it"),
        ("Prices rose in Spain and Italy, and they fell again.", "they"),
        ("Vladimir Putin wept. Somebody else saw her.", "her"),
        ("“He is wrong,” said Olaf Scholz.", "He"),
    ],
)
def test_pronouns_that_are_left_alone(linked: Linker, text: str, word: str) -> None:
    assert settled(linked(text), word) == []


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Joe Biden met Xi Jinping. The two leaders smiled.", "two leaders", {"joe-biden", "xi-jinping"}),
        ("Joe Biden met Xi Jinping. Both presidents smiled.", "Both presidents", {"joe-biden", "xi-jinping"}),
        ("Joe Biden met Xi Jinping. The two countries trade.", "two countries", {"united-states", "china"}),
        ("Hamas and Israel agreed. Both sides cheered.", "Both sides", {"hamas", "israel"}),
        ("Serbia and Kosovo signed. The former smiled.", "The former", {"serbia"}),
        ("Serbia and Kosovo signed. The latter paid.", "The latter", {"kosovo"}),
        ("Olaf Scholz came. The chancellor spoke.", "chancellor", {"olaf-scholz"}),
        ("An EU diplomat came. The diplomat spoke.", "diplomat", {"diplomats-of-european-union"}),
        (
            "The Italian foreign ministry wrote. The ministry was angry.",
            "The ministry",
            {"ministry-of-foreign-affairs-of-italy"},
        ),
        ("Brussels is far. The European Union paid. The bloc was angry.", "The bloc", {"european-union"}),
        ("Sergei Lavrov called his Chinese counterpart.", "Chinese counterpart", {"qin-gang"}),
        ("France moved its troops.", "troops", {"troops-of-france"}),
        (
            "Germany and France wrote. Their foreign ministers met.",
            "foreign ministers",
            {"annalena-baerbock", "catherine-colonna"},
        ),
        ("Peru held a vote. The country was calm.", "The country", {"peru"}),
        ("The Taliban met. The group was angry.", "The group", {"taliban"}),
    ],
)
def test_phrases_that_take_up_actors(linked: Linker, text: str, phrase: str, expected: set[str]) -> None:
    assert settled(linked(text), phrase) == [expected]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        # Who is no statesman speaks of the head of his own country, whoever else was named.
        ("Scholz met Nehammer in Berlin. Merz criticised the chancellor.", "the chancellor", {"olaf-scholz"}),
        ("Macron met Erdogan. Ozgur Ozel criticised the president.", "the president", {"recep-tayyip-erdogan"}),
        ("Boric met Petro. Kenya's Raila Odinga accused the president of graft.", "the president", {"william-ruto"}),
        ("Macron met Scholz. Marine Le Pen attacked the chancellor.", "the chancellor", {"olaf-scholz"}),
        # A title that only some countries give.
        ("Scholz met Rishi Sunak. Borrell praised the chancellor.", "the chancellor", {"olaf-scholz"}),
        ("Tamim met Haitham of Oman. Blinken thanked the emir.", "the emir", {"tamim-bin-hamad-al-thani"}),
        # With whom others are compared.
        (
            "Joe Biden met Xi Jinping. He was the first to come since Donald Trump. The two leaders smiled.",
            "two leaders",
            {"joe-biden", "xi-jinping"},
        ),
        # Who is named in a quotation does not speak it.
        (
            "Foreign Minister Hakan Fidan left. “I hope to see Foreign Minister Dmytro Kuleba,” the foreign minister "
            "said.",
            "the foreign minister",
            {"hakan-fidan"},
        ),
        # Spokesmen and ministers are none of the two leaders.
        (
            "Putin rang Xi Jinping. Dmitry Peskov said the two leaders would meet.",
            "two leaders",
            {"vladimir-putin", "xi-jinping"},
        ),
        (
            "Macron rang Olaf Scholz. Catherine Colonna said the two leaders agreed.",
            "two leaders",
            {"emmanuel-macron", "olaf-scholz"},
        ),
        (
            "Hakan Fidan flew to Baku. Erdogan had met Aliyev there. The two presidents embraced.",
            "two presidents",
            {"recep-tayyip-erdogan", "ilham-aliyev"},
        ),
        # Those a text names as what something is "between" are meant, and so are their leaders.
        (
            "A dispute between Spain and Kenya grew. Pedro Sanchez and Ruto talked. Macron called both leaders.",
            "both leaders",
            {"pedro-sanchez", "william-ruto"},
        ),
        # The seat of a government speaks of its own head.
        (
            "Modi met Putin. The Kremlin said the president would visit Delhi.",
            "the president",
            {"vladimir-putin"},
        ),
        (
            "Ruto met Macron. The Elysee said the president would travel to Kigali.",
            "the president",
            {"emmanuel-macron"},
        ),
        ("Biden met Xi. The White House said the president would visit Hanoi.", "the president", {"joe-biden"}),
        # The two sides are those of the deed, not those who tell it.
        (
            "Yemen and the Houthis signed a truce on Sunday, Oman and Qatar said. Both sides had fought since May.",
            "Both sides",
            {"yemen", "houthis"},
        ),
        (
            "Norway and the UN said that Colombia and the FARC had agreed. Both sides cheered.",
            "Both sides",
            {"colombia", "revolutionary-armed-forces-of-colombia"},
        ),
        (
            "Armenia and Azerbaijan freed captives on Friday, Georgia and Russia said. Both countries gave thanks.",
            "Both countries",
            {"armenia", "azerbaijan"},
        ),
        # A title that several hold is that of the only one whom the text names with it.
        (
            "Malta's interior minister, Byron Camilleri, came. The Maltese minister left.",
            "Maltese minister",
            {"byron-camilleri"},
        ),
        ("Sidi Maiga, the Malian ambassador, came. The Malian ambassador left.", "Malian ambassador", {"sidi-maiga"}),
        ("Ararat Mirzoyan rang Hakan Fidan. The Armenian minister hung up.", "Armenian minister", {"ararat-mirzoyan"}),
        # The premier is no minister of that kind, and of two ministers neither is meant for sure.
        ("Nikol Pashinyan came. The Armenian minister spoke.", "Armenian minister", {"minister-of-armenia"}),
        (
            "Annalena Baerbock met Boris Pistorius. The German minister spoke.",
            "German minister",
            {"minister-of-germany"},
        ),
    ],
)
def test_titles_are_those_of_the_ones_concerned(linked: Linker, text: str, phrase: str, expected: set[str]) -> None:
    found = linked(text, "2023-06-15")
    bare = phrase.removeprefix("the ")
    assert settled(found, phrase) or settled(found, bare) == [expected]
    assert all(group == expected for word in (phrase, bare) for group in settled(found, word))


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Spain, Italy and Peru voted. The two countries were calm.", "two countries"),
        ("Serbia, Kosovo and Albania signed. The former smiled.", "The former"),
        ("The president spoke.", "president"),
        ("The ministry spoke.", "The ministry"),
        ("The country was calm.", "The country"),
        ("A war between Chad and Niger began. Scholz and Biden wept. Macron called both leaders.", "both leaders"),
        ("Talks between Peru and Chile failed. Sunak and Ruto sighed. Lula praised the two leaders.", "two leaders"),
        ("A row between Iran and Iraq grew. Milei and Petro joked. Modi rang both leaders.", "both leaders"),
    ],
)
def test_phrases_that_are_left_alone(linked: Linker, text: str, phrase: str) -> None:
    assert settled(linked(text), phrase) == []


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("“I am tired,” Olaf Scholz said.", "I", [{"olaf-scholz"}]),
        ("“We are tired,” Olaf Scholz said.", "We", [{"germany"}]),
        ("“We are tired,” the Japanese foreign ministry said.", "We", [{"japan"}]),
        ("“We are tired,” Josep Borrell said.", "We", [{"european-union"}]),
        ("“Our day will come,” Kari Dahl said.", "Our", []),
        ("“We are tired,” Olaf Scholz said. “We go home.”", "We", [{"germany"}, {"germany"}]),
        ("Olaf Scholz said: “I go home.”", "I", [{"olaf-scholz"}]),
        ("Olaf Scholz spoke. “I go home,” a man shouted.", "I", []),
    ],
)
def test_first_person_is_the_speaker(linked: Linker, text: str, word: str, expected: list[set[str]]) -> None:
    assert settled(linked(text), word) == expected


def test_every_settled_word_says_by_which_rule(linked: Linker) -> None:
    found = linked("Joe Biden met Xi Jinping. The two leaders smiled. He said they agreed. Both countries trade.")
    rules = {m.text: m.rule for m in found}
    assert rules["two leaders"] == "coref:two-leaders"
    assert rules["they"] == "coref:they"
    assert rules["Both countries"] == "coref:two-sides"


def test_the_dateline_is_where_here_is(linked: Linker) -> None:
    text = "TEHRAN, May 3 (AP) — Hugo Chavez arrived on Sunday on a visit to the country."
    assert settled(linked(text, "2007-05-03"), "the country") == [{"iran"}]


def test_the_forum_is_the_one_named_before(linked: Linker) -> None:
    text = "Ministers gathered for the Shangri-La Dialogue. Addressing the forum, Mr Austin warned Iran."
    assert {m.id for m in linked(text, "2023-06-05") if m.text == "the forum"} == {"shangri-la-dialogue"}
    assert not [m for m in linked("Traders met in Bangkok. The forum agreed.") if m.text == "The forum"]
