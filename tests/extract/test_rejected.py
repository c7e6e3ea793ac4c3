"""Saying no: to whom, about what, and what becomes of what was asked or claimed.

Sentences of our own, published on Wednesday 5 June 2024; an expectation reads as in extract_samples, with the speaker.
"""

import pytest
from extract_samples import NEWS, PUBLISHED, show

from kg.extract import get
from kg.model import Document

ASKED = {
    "Mali dismissed France's appeal to release the soldiers.": [
        f"reject: Mali > France | {NEWS} | happened",
        "retreat: Mali > Soldiers | denied",
    ],
    "Rwanda rejected a UN request to pull its forces out of Congo.": [
        f"reject: Rwanda > United Nations | {NEWS} | happened",
        "retreat: Rwanda > Democratic Republic of the Congo | denied",
    ],
    "Israel rejected a US call to halt the operation.": [f"reject: Israel > United States | {NEWS} | happened"],
    "Ghana ignored an appeal by Togo to expel the Beninese envoy.": [
        f"reject: Ghana > Togo | {NEWS} | happened",
    ],
}
CLAIMED = {
    "Beijing rejected the charge that China was arming Russia.": [
        f"reject: China | {NEWS} | happened",
        "aid: China > Russia | denied | by China",
    ],
    "Uganda denied that it was funding Sudan.": [
        f"reject: Uganda | {NEWS} | happened",
        "aid: Uganda > Sudan | denied | by Uganda",
    ],
    "Qatar rejected the claim that Doha was financing Hamas.": [
        f"reject: Qatar | {NEWS} | happened",
        "aid: Qatar > Hamas | denied | by Qatar",
    ],
    "Belgrade rejected accusations that Serbia had attacked Kosovo police.": [
        f"reject: Serbia | {NEWS} | happened",
        "attack: Serbia > Police of Kosovo | denied | by Serbia",
    ],
}
ABOUT = {
    "Brazil voted with the US against the resolution.": [f"reject: Brazil | {NEWS} | happened"],
    "Iran voted with Cuba against the motion.": [f"reject: Iran | {NEWS} | happened"],
    "Hungary voted with Serbia against the treaty on Tuesday.": ["reject: Hungary | 2024-06-04 | happened"],
    "Wang Yi ruled out compromise on Taiwan.": [f"reject: Wang Yi | {NEWS} | happened"],
    "Milei ruled out concessions over the Falklands.": [f"reject: Javier Milei | {NEWS} | happened"],
    "Zelensky rejected a compromise on Crimea.": [f"reject: Volodymyr Zelenskyy | {NEWS} | happened"],
    "Erdogan ruled out a deal with Greece over Cyprus.": [
        f"reject: Recep Tayyip Erdoğan > Greece | {NEWS} | happened",
        "agree: Recep Tayyip Erdoğan > Greece | denied",
    ],
}
OWN_SIDE = {
    "Venezuela denied that Maduro had met Petro.": [
        f"reject: Venezuela | {NEWS} | happened",
        "meet: Nicolás Maduro > Gustavo Petro | denied | by Venezuela",
    ],
    "Turkey denied that Erdogan would visit Damascus.": [
        f"reject: Turkey | {NEWS} | happened",
        "visit: Recep Tayyip Erdoğan > Syria @ Damascus | denied | by Turkey",
    ],
    "Kenya denied reports that Ruto had met the rebels.": [
        f"reject: Kenya | {NEWS} | happened",
        "meet: William Ruto > Rebels | denied | by Kenya",
    ],
    "Sudan denied a claim by Chad that it had shelled villages.": [f"reject: Sudan > Chad | {NEWS} | happened"],
    "Foreign Minister Ivica Dacic rejected the sanctions against Serbia.": [f"reject: Ivica Dačić | {NEWS} | happened"],
}
UNSAID = {
    # What is denied of one's own going nowhere is not said to the country.
    "Brazil denied that Lula had intended to meet Putin in Sochi.": [f"reject: Brazil | {NEWS} | happened"],
    "Chile denied that Gabriel Boric had planned to visit Caracas.": [f"reject: Chile | {NEWS} | happened"],
    "Kenya denied that William Ruto had agreed to visit Juba.": [f"reject: Kenya | {NEWS} | happened"],
    # A clause of time is nothing that somebody recalls.
    "Somalia recalled its ambassador to Kenya on Tuesday, a day after Addis Ababa signed a deal with Eritrea.": [
        "sanction: Somalia > Kenya | 2024-06-04 | happened",
        "agree: Ethiopia > Eritrea | 2024-06-03 | happened",
    ],
    # Who guards his own embassy gives no aid.
    "Joe Biden sent soldiers to protect the U.S. embassy in Juba.": [f"mobilize: Joe Biden | {NEWS} | happened"],
    # A trip that was asked for is nobody's deed yet.
    "Ruto asked Kenyatta on Monday to go to Goma for talks. Uganda welcomed the decision.": [
        "request: William Ruto > Uhuru Kenyatta | 2024-06-03 | happened",
        "visit: Uhuru Kenyatta > Democratic Republic of the Congo @ Goma | proposed",
        f"support: Uganda > William Ruto | {NEWS} | happened",
    ],
    # Another country's congress.
    "Ohio is in the United States. The Peruvian Congress removed Martin Vizcarra on Monday.": [],
    "The United States watched. The Honduran Congress swore in Roberto Micheletti on Sunday.": [],
    "The United States watched. Congress removed the judge on Sunday.": [],
}
SUFFERED = {
    "Mexico rejected the sanctions against Cuba.": [f"reject: Mexico | {NEWS} | happened"],
    "Spain rejected the attack on Gaza.": [f"reject: Spain | {NEWS} | happened"],
    "Maria Zakharova rejected the US sanctions on Russia.": [
        f"reject: Maria Zakharova > United States | {NEWS} | happened",
        "sanction: United States > Russia | happened",
    ],
    "Israel ruled out an attack on Iran.": [
        f"reject: Israel > Iran | {NEWS} | happened",
        "attack: Israel > Iran | denied",
    ],
}


@pytest.mark.parametrize("text", [*ASKED, *CLAIMED, *ABOUT, *OWN_SIDE, *UNSAID, *SUFFERED])
def test_rejections(text: str) -> None:
    found = [
        show(m) + (f" | by {m.attributed_to}" if m.attributed_to else "")
        for m in get("syntax").extract(Document(id="x", text=text, published=PUBLISHED))
    ]
    assert found == (ASKED | CLAIMED | ABOUT | OWN_SIDE | UNSAID | SUFFERED)[text]
