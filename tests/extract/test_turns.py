"""Text → events in turns of real reports: gatherings, bodies that meet, calls, wishes, what somebody calls something.

Texts of our own, published on Wednesday 5 June 2024.
"""

import pytest
from extract_samples import sides, told

TURNS = {
    # Who comes for a gathering attends it.
    "Emmanuel Macron flew to Kigali on Monday for the African Union summit.": [
        "visit: Emmanuel Macron > Rwanda | happened",
        "attend: Emmanuel Macron > African Union | planned",
    ],
    "William Ruto arrived in Astana for the summit of the Shanghai Cooperation Organisation.": [
        "visit: William Ruto > Kazakhstan | happened",
        "attend: William Ruto > Shanghai Cooperation Organisation | planned",
    ],
    # A body that meets is its members.
    "The Organization of American States is to hold an emergency session on Friday.": [
        "meet: Organization of American States | planned"
    ],
    "The African Union called an emergency meeting.": ["meet: African Union | happened"],
    "The Arab League will convene an extraordinary summit next week.": ["meet: Arab League | planned"],
    "ECOWAS agreed on a common currency on Saturday.": ["agree: Economic Community of West African States | happened"],
    # What is said by phone is a call as well.
    "Cyril Ramaphosa urged Paul Kagame by phone to withdraw.": [
        "call: Cyril Ramaphosa > Paul Kagame | happened",
        "request: Cyril Ramaphosa > Paul Kagame | happened",
    ],
    "Mia Mottley thanked Narendra Modi for the vaccines in a telephone call.": [
        "call: Mia Mottley > Narendra Modi | happened",
        "support: Mia Mottley > Narendra Modi | happened",
    ],
    # Letters and calls do what they are written for.
    "Andrew Holness wrote to Irfaan Ali to urge him to wait.": [
        "call: Andrew Holness > Irfaan Ali | happened",
        "request: Andrew Holness > Irfaan Ali | happened",
    ],
    "Mexico wants Guatemala to tighten its border.": ["request: Mexico > Guatemala | happened"],
    "Paul Biya wished Chad to reopen the road.": ["request: Paul Biya > Chad | happened"],
    # What somebody calls something is what he condemns.
    'Ghana condemned what it called Togo\'s "blatant aggression".': ["accuse: Ghana > Togo | happened"],
    "Laos denounced what it described as Cambodian meddling.": ["accuse: Laos > Cambodia | happened"],
    # A clause beside a deed speaks of who does it.
    "Turkey shelled a Syrian village, a move that Iraq condemned.": [
        "attack: Turkey > Syria | happened",
        "accuse: Iraq > Turkey | happened",
    ],
    "Venezuela held air exercises last week, which Guyana denounced as a provocation.": [
        "accuse: Guyana > Venezuela | happened"
    ],
    # Who owns a noun of harm does it where "of" says to whom.
    "Turkey's arrest of two Greek soldiers has angered Athens.": ["coerce: Turkey > Greece | happened"],
    "Israel's killing of Ismail Haniyeh has shaken Qatar.": ["attack: Israel > Ismail Haniyeh | happened"],
    # Neighbours are no verb; a name after a title is no time; the past goes on from what was said.
    "Defense Secretary Donald Rumsfeld visited neighboring Kyrgyzstan and Tajikistan on Monday.": [
        "visit: Donald Rumsfeld > Kyrgyzstan | happened",
        "visit: Donald Rumsfeld > Tajikistan | happened",
    ],
    "Emmanuel Macron met Egypt's president, Abdel Fattah al-Sisi, and Jordan's King Abdullah.": [
        "meet: Emmanuel Macron > Abdel Fattah el-Sisi, Abdullah II | happened"
    ],
    "Kassym-Jomart Tokayev noted that Serbia is a partner and thanked Aleksandar Vucic.": [
        "support: Kassym-Jomart Tokayev > Aleksandar Vučić | happened"
    ],
    "William Ruto said Kenya is ready to send police and praised Haiti.": ["support: William Ruto > Haiti | happened"],
    # Who speaks abroad is there.
    "Speaking in Oslo, Rishi Sunak called on Qatar to free the crew.": [
        "visit: Rishi Sunak > Norway | happened",
        "request: Rishi Sunak > Qatar | happened",
    ],
    # States behind juntas, delegations and rulers, and of who seizes one.
    "Niger's junta revoked a defence pact with France.": ["sanction: Niger > France | happened"],
    "A Chinese delegation met Nicolás Maduro.": ["meet: China > Nicolás Maduro | happened"],
    "Mali's military rulers expelled the Danish ambassador.": ["coerce: Mali > Denmark | happened"],
    "Yahya Jammeh seized power in 1994.": ["coerce: Yahya Jammeh > Gambia | happened"],
    # Soldiers depose the ruler of their own state; who is fired at is no follower's leader.
    "Soldiers overthrew President Mohamed Bazoum.": ["coerce: Niger > Mohamed Bazoum | happened"],
    "Mutinous officers detained President Ibrahim Boubacar Keita.": [
        "coerce: Mali > Ibrahim Boubacar Keïta | happened"
    ],
    "Soldiers fired tear gas at several hundred Odinga supporters.": [],
    # Whose an election is; what is only halted.
    "Vladimir Putin congratulated Nikol Pashinyan on his election.": [
        "support: Vladimir Putin > Nikol Pashinyan | happened",
        "appoint: Nikol Pashinyan | happened",
    ],
    "That was in 1999, when NATO bombed for weeks to halt the killing of ethnic Albanians.": [],
    # Journeys that lead on, meetings at the margins.
    "Tajikistan is the first leg of a tour that will also take Xi Jinping to the Maldives and India.": [
        "visit: Xi Jinping > Maldives | planned",
        "visit: Xi Jinping > India | planned",
    ],
    "The trip will take Antony Blinken to Kenya and South Africa.": [
        "visit: Antony Blinken > Kenya | planned",
        "visit: Antony Blinken > South Africa | planned",
    ],
    "On the sidelines of the summit Narendra Modi met Paul Kagame and Hakainde Hichilema.": [
        "meet: Narendra Modi > Paul Kagame | happened",
        "meet: Narendra Modi > Hakainde Hichilema | happened",
    ],
    # Sanctions on nameless firms and people of a country.
    "The United States imposed sanctions on two Russian banks.": ["sanction: United States > Russia | happened"],
    "The European Union agreed to ban Belarusian airlines.": ["sanction: European Union > Belarus | planned"],
    "The chiefs of the Armenian and Azerbaijani general staffs met.": ["meet: Armenia, Azerbaijan | happened"],
    "Human Rights Watch said Uzbek police had harassed reporters.": [
        "accuse: Human Rights Watch > Police of Uzbekistan | happened",
        "coerce: Police of Uzbekistan > Reporters | happened",
    ],
    # No namesake's of another country; what is in the present lies where its day lies; "no" denies.
    "Congress in Honduras swore in Roberto Micheletti. ¶ The US Congress was silent.": [
        "appoint: Honduras > Roberto Micheletti | happened"
    ],
    "Hakan Fidan arrives in Riyadh on Thursday.": ["visit: Hakan Fidan > Saudi Arabia | planned"],
    "Hakan Fidan flies to Tunis on Friday.": ["visit: Hakan Fidan > Tunisia | planned"],
    "Kenya freed no prisoners.": ["retreat: Kenya > Prisoners | denied"],
    "Antony Blinken phoned both Hashim Thaci and President Boris Tadic.": [
        "call: Antony Blinken > Hashim Thaçi | happened",
        "call: Antony Blinken > Boris Tadić | happened",
    ],
    # Names behind an office that begin like somebody else's, and given names by themselves.
    "The governor of West Darfur, Khamis Abakar, accused Chad of spying.": ["accuse: Khamis Abakar > Chad | happened"],
    "Chinese vice foreign minister Fu Ying thanked Fiji.": ["support: Fu Ying > Fiji | happened"],
    "The governor of Sonora, Castro Ibarra, accused Texas of spying on Mexico.": [
        "accuse: Castro Ibarra > United States | happened"
    ],
    "Thongloun Sisoulith met Xi Jinping. ¶ Thongloun thanked Vietnam for its help.": [
        "meet: Thongloun Sisoulith > Xi Jinping | happened",
        "support: Thongloun Sisoulith > Vietnam | happened",
    ],
    # What a report about one country says of calm and aid concerns it.
    "Niger is poor. Niger's army was silent. Niger and its capital Niamey were quiet. ¶ Belgium suspended its aid. "
    "Andrew Holness appealed for calm. Kenya demanded the return of constitutional order.": [
        "sanction: Belgium > Niger | happened",
        "request: Andrew Holness > Niger | happened",
        "request: Kenya > Niger | happened",
    ],
    "Andrew Holness appealed for calm. Niger was quiet, and so was Mali.": [],
    # One deed in two verbs; a threat that goes on from a charge; what others attempt; who has agreed.
    "Gunmen shot and killed two Danish envoys.": ["attack: Gunmen > Denmark | happened"],
    "Libya accused Malta of piracy and threatened to respond.": [
        "accuse: Libya > Malta | happened",
        "threaten: Libya > Malta | happened",
    ],
    "Kenya condemned attempts to overthrow Evariste Ndayishimiye.": [],
    "Chad and Niger signed a treaty on Monday. ¶ Turkey welcomed the treaty.": [
        "agree: Chad, Niger | happened",
        "support: Turkey > Chad, Niger | happened",
    ],
    "Germany and Qatar hosted a donor conference in Geneva.": [
        "host: Germany, Qatar > Geneva donor conference | happened"
    ],
    # Calls of headlines; who is held in the country that a report is about is asked of it.
    "Lula, Milei speak by phone": ["call: Luiz Inácio Lula da Silva, Javier Milei | happened"],
    "Modi, Ruto speak by phone on Monday": ["call: Narendra Modi, William Ruto | happened"],
    "Mali is poor. Mali's army was silent. Mali and its capital Bamako were quiet. ¶ Togo demanded the release of "
    "Ibrahim Boubacar Keita.": ["request: Togo > Mali | happened"],
    "Togo demanded the release of Ibrahim Boubacar Keita.": ["request: Togo > Ibrahim Boubacar Keïta | happened"],
    # What something amounts to.
    "Fiji said Tonga's new rule represented an insult.": ["accuse: Fiji > Tonga | happened"],
    "Macharia Kamau said Somalia's auction constituted theft.": ["accuse: Macharia Kamau > Somalia | happened"],
    "Gabriel Boric said Bolivia's decree amounted to an insult.": ["accuse: Gabriel Boric > Bolivia | happened"],
    # Words.
    "Togo dismissed a Ghanaian protest.": ["reject: Togo > Ghana | happened"],
    "Norway promised Malawi that prices would fall.": ["agree: Norway > Malawi | happened"],
    "Sudan and Libya exchanged information on smugglers.": ["cooperate: Sudan, Libya | happened"],
    "Nauru has switched diplomatic recognition from Taipei to Beijing.": ["support: Nauru > China | happened"],
    "Paraguay listed Hezbollah as a terrorist group.": ["sanction: Paraguay > Hezbollah | happened"],
}


@pytest.mark.parametrize(("text", "expected"), TURNS.items())
def test_turns_of_reports(text: str, expected: list[str]) -> None:
    found = told(text)
    assert sorted(f"{sides(m)} | {m.status}" for m in found) == sorted(expected)
