"""Events put off and planned anew: their status is what is now to be, their date never that of the putting off.

Sentences of our own, published on Wednesday 5 June 2024; an expectation reads as in extract_samples.
"""

import pytest
from extract_samples import PUBLISHED, show

from kg.extract import get
from kg.model import Document

MOVED = {
    "Modi's trip to Nepal, postponed in February, is now expected in late August.": [
        "visit: Narendra Modi > Nepal | 2024-08-21/2024-08-31 | planned"
    ],
    "Ruto's visit to Haiti, delayed since January, is now planned for July.": [
        "visit: William Ruto > Haiti | 2024-07 | planned"
    ],
    "Tebboune's state visit to France, put off twice last year, is to begin on October 2.": [
        "visit: Abdelmadjid Tebboune > France | 2024-10-02 | planned"
    ],
    "Postponed twice, Prabowo's visit to Turkey is now set for September 9.": [
        "visit: Prabowo Subianto > Turkey | 2024-09-09 | planned"
    ],
    "Macron's visit to Chad, originally planned for June, will now take place on July 20.": [
        "visit: Emmanuel Macron > Chad | 2024-07-20 | planned"
    ],
    "Originally planned for June, Macron's visit to Chad will now take place on July 20.": [
        "visit: Emmanuel Macron > Chad | 2024-07-20 | planned"
    ],
    "The visit of Ruto to Haiti, which had been scheduled for June, will now take place in August.": [
        "visit: William Ruto > Haiti | 2024-08 | planned"
    ],
    "The visit by Lula to Peru, called off on Monday, has angered Lima.": ["visit: Lula da Silva > Peru | cancelled"],
    "Talks between Serbia and Kosovo planned for July 3 were on Friday called off.": [
        "meet: Serbia, Kosovo | 2024-07-03 | cancelled"
    ],
    "The meeting between Lula and Milei, initially planned for Thursday, was called off on Tuesday.": [
        "meet: Lula da Silva, Javier Milei | 2024-06-06 | cancelled"
    ],
}


@pytest.mark.parametrize("text", MOVED)
def test_what_is_put_off_has_the_day_to_which_it_is_moved(text: str) -> None:
    found = get("syntax").extract(Document(id="x", text=text, published=PUBLISHED))
    told = [show(m).replace("Luiz Inácio Lula", "Lula") for m in found if m.type in ("visit", "meet")]
    assert told == MOVED[text]
