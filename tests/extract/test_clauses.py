"""Text → deeds by the clause that they belong to, and what was before them.

Texts of our own, published on Wednesday 5 June 2024; expectations read as in test_sentences.py.
"""

import pytest
from extract_samples import NEWS, show, told

PLURALS = {
    # "Has" goes on from who is one, past a clause about several.
    "Kenya denied reports that troops are massing and has condemned Uganda's plan.": [
        f"reject: Kenya | {NEWS} | happened",
        f"accuse: Kenya > Uganda | {NEWS} | happened",
    ],
    "Chad says rebels are hiding in Sudan and accuses it of lying.": [f"accuse: Chad > Sudan | {NEWS} | happened"],
    "Ghana said the talks were going well and has asked Togo to sign a treaty.": [
        f"request: Ghana > Togo | {NEWS} | happened"
    ],
    "Kenya says militants are hiding in Goma and have attacked Ugandan troops.": [
        f"attack: Militants > Uganda | {NEWS} | happened"
    ],
}
SINCE = {
    # What was done since something has it behind it, whatever is still ahead.
    "Joko Widodo and Anwar Ibrahim will meet for the first time since Widodo's visit to Malaysia in March.": [
        "meet: Joko Widodo, Anwar Ibrahim | planned",
        "visit: Joko Widodo > Malaysia | 2024-03 | happened",
    ],
    "Lula will speak for the first time since Lula's October re-election.": [
        "appoint: Luiz Inácio Lula da Silva | 2023-10 | happened"
    ],
}
OTHERS = {
    "Joko Widodo and Anwar Ibrahim spoke on Monday in a call that aides described as warm.": [
        "call: Joko Widodo, Anwar Ibrahim | 2024-06-03 | happened"
    ],
    "Narendra Modi flew to Colombo. Students protested against the Modi visit.": [
        f"visit: Narendra Modi > Sri Lanka @ Colombo | {NEWS} | happened",
        f"protest: Students > Narendra Modi | {NEWS} | happened",
    ],
    "Peru ditched a treaty with Chile on Monday.": ["sanction: Peru > Chile | 2024-06-03 | happened"],
    "The White House postponed tariffs on Kenyan goods on Monday.": [
        "retreat: United States > Kenya | 2024-06-03 | happened"
    ],
    "The White House announced a pause in tariffs on Kenyan goods.": ["retreat: United States > Kenya | planned"],
}


COMMANDS = {
    # Whoever says "free them" has freed nobody.
    '"Release the Peruvian envoys," Gustavo Petro said on Monday.': [],
    'Gustavo Petro declared: "Lift the sanctions on Peru."': [],
    '"Help Ghana and leave Togo," said William Ruto.': [],
    '"Withdraw from Goma," William Ruto told Paul Kagame on Monday.': [
        "retreat: Paul Kagame > Democratic Republic of the Congo @ Goma | proposed"
    ],
    'Gustavo Petro vowed to "punish" Peru.': ["coerce: Gustavo Petro > Peru | planned"],
}
TOGETHER = {
    # Who faces reporters together has met.
    "William Ruto told a joint news conference with Paul Kagame that trade had grown.": [
        f"meet: William Ruto > Paul Kagame | {NEWS} | happened"
    ],
    "William Ruto said at a joint press conference with Paul Kagame on Monday that trade had grown.": [
        "meet: William Ruto > Paul Kagame | 2024-06-03 | happened"
    ],
    "Kenya and Rwanda will hold a joint news conference on Friday.": ["meet: Kenya, Rwanda | 2024-06-07 | planned"],
    "William Ruto held a news conference in Goma on Monday.": [],
}


OCCASIONS = {
    # The day of what gave the occasion is not that of what it brings.
    "The European Union will sanction Chad over a May 3 vote.": ["sanction: European Union > Chad | planned"],
    "Kenya agreed to expel Ugandan envoys after the April poll.": ["coerce: Kenya > Uganda | planned"],
    # A title behind a day is the subject, and with what it is of stands before its holder's name.
    "On Friday president of Kenya William Ruto is leaving for Uganda.": [
        "visit: William Ruto > Uganda | 2024-06-07 | planned"
    ],
    # What is military is no army.
    "Military operations on the border of Chad and Sudan were halted on Monday.": [],
    "Narendra Modi met Prime Minister of Nepal Asha Khan on Monday.": [
        "meet: Narendra Modi > Asha Khan | 2024-06-03 | happened"
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [*PLURALS.items(), *SINCE.items(), *OTHERS.items(), *COMMANDS.items(), *TOGETHER.items(), *OCCASIONS.items()],
)
def test_clauses(text: str, expected: list[str]) -> None:
    assert [show(m) for m in told(text)] == expected
