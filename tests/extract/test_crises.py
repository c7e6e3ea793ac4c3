"""Sentence → what it tells: rows between states, as agencies report them, with clauses and lists joined in long leads.

Sentences of our own, published on Wednesday 5 June 2024.
"""

import pytest
from extract_samples import show, sides, told

LEADS = {
    # Names and clauses that the parser joins to the wrong neighbour.
    "President Joe Biden of the U.S. and President Emmanuel Macron of France agreed to cut tariffs.": [
        "agree: Joe Biden, Emmanuel Macron"
    ],
    "Prime Minister Mark Rutte of the Netherlands and Chancellor Olaf Scholz of Germany met in Bonn.": [
        "meet: Mark Rutte, Olaf Scholz",
        "visit: Mark Rutte > Germany",
    ],
    "President Gabriel Boric of Chile and President Dina Boluarte of Peru will sign a treaty in May.": [
        "agree: Gabriel Boric, Dina Boluarte"
    ],
    "Josep Borrell said the presidents of Serbia and Kosovo, Aleksandar Vucic and Vjosa Osmani, agreed a timetable.": [
        "agree: Aleksandar Vučić, Vjosa Osmani"
    ],
    "Angola vowed to expel Zambia's ambassador and Namibia broke off diplomatic relations on Monday.": [
        "coerce: Angola > Zambia",
        "sanction: Namibia > Zambia",
    ],
    "Peru expelled Chile's ambassador on Monday and Bolivia has broken diplomatic ties.": [
        "coerce: Peru > Chile",
        "sanction: Bolivia > Chile",
    ],
    # Whom a measure without a target is taken against.
    "Kenya accused Somalia of sheltering rebels. ¶ Somalia recalled its ambassador on Tuesday.": [
        "accuse: Kenya > Somalia",
        "sanction: Somalia > Kenya",
    ],
    "Peru expelled the ambassador of Chile. ¶ President Boric said Chile would not break off relations.": [
        "coerce: Peru > Chile",
        "sanction: Chile > Peru",
    ],
    "Norway signed a treaty with Sweden. ¶ Norway recalled its ambassador.": ["agree: Norway > Sweden"],
    # By phone.
    "Hakan Fidan held phone talks with Fuad Hussein.": ["call: Hakan Fidan > Fuad Hussein"],
    "Telephone consultations between Catherine Colonna and Hakan Fidan took place.": [
        "call: Catherine Colonna, Hakan Fidan"
    ],
    "Hakan Fidan held talks with Fuad Hussein.": ["meet: Hakan Fidan > Fuad Hussein"],
    # Who is sent goes there.
    "Norway sent special envoy Jan Egeland to Syria.": ["visit: Jan Egeland > Syria"],
    "Erdogan will dispatch Foreign Minister Hakan Fidan to Libya.": ["visit: Hakan Fidan > Libya"],
    "Chile did not send Foreign Minister Alberto van Klaveren to Peru.": [],
    # Two, other than the one that their clause names beside them.
    "Chile and Peru signed a pact with Brazil. ¶ Both countries have sent troops to the border with Paraguay.": [
        "agree: Chile, Peru > Brazil",
        "mobilize: Chile, Peru > Paraguay",
    ],
    "The raid angered President Idriss Deby of Chad and his ally, Nigerien President Mohamed Bazoum. ¶ "
    "Both countries have moved tanks toward their borders with Nigeria.": ["mobilize: Chad, Niger > Nigeria"],
    # Welcomes, shelter.
    "Sweden granted political asylum to Salim Omar.": ["aid: Sweden > Salim Omar"],
    "Salim Omar, the Omani opposition leader, was granted political asylum in Sweden.": ["aid: Sweden > Salim Omar"],
    # What "it" is against whom something is done.
    "Chile left the bloc after an expansion of sanctions against it by Brazil.": [
        "sanction: Chile",
        "sanction: Brazil > Chile",
    ],
    "Spain recalled its ambassador from Bolivia after charges against it by La Paz.": [
        "sanction: Spain > Bolivia",
        "accuse: Bolivia > Spain",
    ],
}

TWO = {
    # "The leaders", "the sides": two whom the text has just named, and nobody else.
    "Andrzej Duda met Petr Pavel in Prague on Monday. ¶ The presidents agreed to build a railway.": [
        "meet: Andrzej Duda > Petr Pavel",
        "visit: Andrzej Duda > Czechia",
        "agree: Andrzej Duda, Petr Pavel",
    ],
    "Fighting broke out between Armenia and Azerbaijan. ¶ Iran called on the parties to cease fire.": [
        "attack: Armenia > Azerbaijan",
        "request: Iran > Armenia, Azerbaijan",
    ],
    "Chile and Peru signed a treaty in Lima. ¶ The sides agreed to open the border.": [
        "agree: Chile, Peru",
        "agree: Chile, Peru",
    ],
    "EU leaders met in Riga. ¶ Emmanuel Macron and Olaf Scholz spoke. ¶ The leaders agreed on sanctions.": [
        "meet: European Union"
    ],
    "Joe Biden met Justin Trudeau. ¶ The leaders of the G7 will meet in June.": [
        "meet: Joe Biden > Justin Trudeau",
        "meet: Group of Seven",
    ],
    # Each behind his country.
    "The presidents of Serbia, Aleksandar Vucic, and Kosovo, Vjosa Osmani, met in Bonn.": [
        "meet: Aleksandar Vučić, Vjosa Osmani"
    ],
    "The foreign ministers of Turkey, Hakan Fidan, Iraq, Fuad Hussein, and Oman, Badr Albusaidi, will meet in July.": [
        "meet: Hakan Fidan, Fuad Hussein, Badr al-Busaidi"
    ],
    "Emmanuel Macron hosted the prime ministers of Spain, Pedro Sanchez, and Poland, Donald Tusk.": [
        "host: Emmanuel Macron > Pedro Sánchez, Donald Tusk"
    ],
    # The next meeting is of those who met last.
    "Serbia and Kosovo held talks in Brussels on Monday. ¶ The next round of talks will take place on June 20.": [
        "meet: Serbia, Kosovo",
        "meet: Serbia, Kosovo",
    ],
    "Aleksandar Vucic and Vjosa Osmani met on Monday. ¶ A further meeting will be held in July, they said.": [
        "meet: Aleksandar Vučić, Vjosa Osmani",
        "meet: Aleksandar Vučić, Vjosa Osmani",
    ],
    "Chad expelled two envoys of Niger. ¶ The next meeting will be held in July.": ["coerce: Chad > Niger"],
    # Who takes part in talks that a hyphen names.
    "A new phase of the EU-led Cairo-Khartoum talks began on Monday.": ["meet: Egypt, Sudan"],
    # On the phone, in a letter, on a journey.
    "Andrzej Duda and Petr Pavel have discussed by phone plans for a new summit.": ["call: Andrzej Duda, Petr Pavel"],
    "In a message to Xi Jinping, Kim Jong Un praised China.": [
        "call: Kim Jong Un > Xi Jinping",
        "support: Kim Jong Un > China",
    ],
    "Italian deputy premier Luigi Di Maio made a secret French trip.": ["visit: Luigi Di Maio > France"],
    "Sergey Lavrov called off his Serbian visit.": ["visit: Sergey Lavrov > Serbia"],
    "A Chinese visit to Chad is planned for July.": ["visit: China > Chad"],
}

MORE = {
    # To whom an envoy is summoned.
    "Ambassador Kai Sauer was summoned to the Russian Foreign Ministry.": [
        "request: Ministry of Foreign Affairs of Russia > Kai Sauer"
    ],
    "The Swedish ambassador was summoned in Ankara over a rally.": ["accuse: Turkey > Sweden"],
    "The Chinese consul was summoned to the foreign ministry in Lima.": ["accuse: Peru > China"],
    # Drills, with others or alone.
    "NATO launched joint maneuvers in Poland, a move that was condemned by Russian authorities.": [
        "mobilize: NATO",
        "accuse: Russia > NATO",
    ],
    "Chile and Peru held joint naval exercises.": ["cooperate: Chile, Peru"],
    "Egypt sent a ship into Sudanese waters, a step denounced by Qatar.": [
        "mobilize: Egypt > Sudan",
        "accuse: Qatar > Egypt",
    ],
    # Who only looks on.
    "Chad and Niger signed a pact in Lagos, with Emmanuel Macron on hand.": ["agree: Chad, Niger"],
    "The presidents of Serbia and Kosovo signed a pact, with leaders from Spain and Italy in attendance.": [
        "agree: Aleksandar Vučić, Vjosa Osmani"
    ],
    # Whose plans one speaks against.
    "Viktor Orban has spoken out against a plan to seize Russian ships.": [],
    "Gabriel Boric argued against a proposal to expel Cuban doctors.": [],
    # Relatives are received for whose they are.
    "Pedro Sanchez welcomed Gustavo Petro's family to Spain.": ["host: Pedro Sánchez > Gustavo Petro"],
    "Pedro Sanchez said that he had received Gustavo Petro's wife.": ["host: Pedro Sánchez > Gustavo Petro"],
    "Pedro Sanchez welcomed Gustavo Petro's decision.": ["support: Pedro Sánchez > Gustavo Petro"],
    # Whom a measure is against, where others were told of before.
    "South Africa accused Kenya of fraud. ¶ Belgium suspended its aid to the election.": [
        "accuse: South Africa > Kenya"
    ],
    # Parties, though others have spoken since.
    "Scholz urged a truce between Chad and Niger. ¶ Kenya is ready to help. ¶ Togo told the parties to talk.": [
        "request: Olaf Scholz > Chad, Niger",
        "request: Togo > Chad, Niger",
    ],
    # Envoys of several, and who sends them home.
    "Finland expelled 12 Russian and three Belarusian diplomats.": ["coerce: Finland > Belarus, Russia"],
    "Nine French, four German and two Danish diplomats were expelled from Mali.": [
        "coerce: Mali > Denmark, France, Germany"
    ],
    "The move was in response to the expulsion of two Russian diplomats from Sofia.": ["coerce: Bulgaria > Russia"],
    "The ministry condemned the expulsion of Peruvian diplomats from Chile.": ["coerce: Chile > Peru"],
    "Kenya booted two envoys of Oman.": ["coerce: Kenya > Oman"],
    # No country of the two Americas is the United States.
    "A South American nation criticised Spain.": [],
    "Two North American firms were banned by China.": [],
    # Troops that a council sends, and that land.
    "The UN Security Council voted to authorize the deployment of an international force to Haiti.": [
        "mobilize: United Nations Security Council > Haiti"
    ],
    "The African Union approved the deployment of troops to Somalia.": ["mobilize: African Union > Somalia"],
    "U.S. Marines landed in Liberia.": ["mobilize: American marines > Liberia"],
    # From what one turns away.
    "The German government distanced itself from the report.": ["reject: Germany"],
    # Who lives there has not come.
    "Gabriel Boric met US ambassador Bernadette Meehan in Santiago.": ["meet: Gabriel Boric > Bernadette Meehan"],
    "Gustavo Petro met U.S. charge d'affaires John McNamara in Bogota.": ["meet: Gustavo Petro > John McNamara"],
    "Gabriel Boric met US Secretary of State Antony Blinken in Santiago.": [
        "meet: Gabriel Boric > Antony Blinken",
        "visit: Antony Blinken > Chile",
    ],
    "Slovakia slashed aid to Georgia.": ["sanction: Slovakia > Georgia"],
    # What a ban is on, and what is a weapon.
    "Joe Biden lifted restrictions on Ukrainian strikes.": ["retreat: Joe Biden > Ukraine"],
    "The council discussed Ukrainian air defence.": [],
    "The minister spoke of Polish missile defense.": [],
}

STATUSES = {
    "Lula and Gustavo Petro were due to meet at a summit in Quito in July, but the talks were called off.": [
        "meet: Luiz Inácio Lula da Silva, Gustavo Petro @ Quito | 2024-07 | cancelled",
        "meet: Luiz Inácio Lula da Silva, Gustavo Petro @ Quito | 2024-07 | cancelled",
    ],
    "The White House said Chile had agreed to withdraw its troops from Peru.": ["retreat: Chile > Peru | planned"],
    "Josep Borrell announced that Tunisia had pledged to release the activist Salim Omar.": [
        "retreat: Tunisia > Salim Omar | planned"
    ],
    "Sudan had been due to release the activist Salim Omar.": ["retreat: Sudan > Salim Omar | cancelled"],
    "Ministers of Chad and Niger pledged to cooperate despite a Malian raid on Togo.": [
        "cooperate: Chad, Niger | planned",
        "attack: Mali > Togo | happened",
    ],
    "Russia annexed Crimea shortly thereafter.": ["coerce: Russia > Ukraine @ Crimea | happened"],
}

NONE = {
    "Brazil asked if Chile plans to comply with the 2015 Oslo peace agreement.": [],
    "Serbia is the guardian of the Dayton agreement.": [],
    "The path to normalisation between Egypt and Sudan is long.": [],
    "The bloc, currently chaired by Dominica, has nine members.": [],
    "Kenya needs support from China to build the railway.": [],
    "Aleksandar Vucic expects EU support in the coming months.": [],
    # Papers for reporters, pretexts, hopes, secessions, and sanctions that others have imposed.
    "Macron urged restraint, according to press releases by the French Foreign Ministry.": [],
    "The rebels accused nobody, said a media release by the group.": [],
    "Brussels said its envoys in Tehran will all be withdrawn for consultations.": [],
    "To ease tensions in the Sahel, Macron spoke of elections.": [],
    "The presidents hailed a pact that is meant to calm tensions in Mali.": [],
    "Montenegro broke away from Serbia in 2006.": [],
    "Slovakia had broken away from the federation.": [],
}

DAYS = {
    "Kenya will close its border with Somalia starting on Monday.": ["coerce: Kenya > Somalia | 2024-06-10 | planned"],
    "Chad will expel all diplomats of Niger beginning on July 3.": ["coerce: Chad > Niger | 2024-07-03 | planned"],
    "Kenya released Salim Omar, a key witness in the bombing of a hotel in 2014.": [
        "retreat: Kenya > Salim Omar | happened"
    ],
    "France and Germany lifted a ban on exports to Turkey several months ago.": [
        "retreat: France, Germany > Turkey | happened"
    ],
    # A day to come is of the gathering before it; what a relative clause tells is of the day of its noun.
    "Hakan Fidan met Fuad Hussein ahead of a NATO summit at the end of next week.": [
        "meet: Hakan Fidan > Fuad Hussein | 2024-06-04/2024-06-05 | happened",
        "meet: NATO | 2024-06-13/2024-06-16 | planned",
    ],
    "The bombing on Tuesday that hit the Malian town of Gao was claimed by rebels.": [
        "attack: Mali @ Gao | 2024-06-04 | happened"
    ],
    "A raid on Saturday that killed six Chadian soldiers angered the capital.": [
        "attack: Chad | 2024-06-01 | happened"
    ],
}


NEWS = "2024-06-04/2024-06-05"
HARM = {
    # What did the harm is named as somebody calls it, or by the clause that says when.
    "Two Thai soldiers were killed on Monday in what Bangkok said was an attack by Cambodian troops.": [
        "attack: Cambodia > Thailand | 2024-06-03 | happened"
    ],
    "A Ghanaian nurse died on Monday in what Accra called a raid by Togolese troops.": [
        "attack: Togo > Ghanaian nurses | 2024-06-03 | happened"
    ],
    "Three Armenian soldiers were killed on Monday when Azeri forces shelled a border village.": [
        "attack: Azerbaijan > Armenia | 2024-06-03 | happened"
    ],
    "Nine soldiers died when rebels ambushed their convoy near Goma on Monday.": [
        "attack: Rebels > Soldiers @ Goma | 2024-06-03 | happened"
    ],
    "Six Yemenis were killed after a Saudi jet bombed a market on Monday.": [
        "attack: Saudi Arabia > Yemenis | 2024-06-03 | happened"
    ],
    "Four people died when Israeli aircraft struck a house in Rafah.": [
        f"attack: Israel > Palestine @ Rafah | {NEWS} | happened"
    ],
    "At least nine people were killed in a raid by Boko Haram on Monday.": [
        "attack: Boko Haram > People | 2024-06-03 | happened"
    ],
    "Two Indian soldiers were killed when they stepped on a mine.": [],
    "Benin met rebels on Monday after the abduction on Sunday of 20 schoolgirls by Boko Haram.": [
        "meet: Benin > Rebels | 2024-06-03 | happened",
        "attack: Boko Haram > Schoolgirls | 2024-06-02 | happened",
    ],
    # Sanctions on those who are involved in somebody's doings.
    "France adopted new sanctions targeting people and companies involved in Syria's chemical programme.": [
        f"sanction: France > Syria | {NEWS} | happened"
    ],
    "Japan imposed sanctions on Monday on traders involved in North Korea's coal exports.": [
        "sanction: Japan > North Korea | 2024-06-03 | happened"
    ],
    # Strangers whose first name is a politician's surname.
    "Rebels killed Klaus Weber on Monday.": ["attack: Rebels > Klaus Weber | 2024-06-03 | happened"],
    "Rebels abducted German engineer Klaus Weber on Monday.": ["attack: Rebels > Klaus Weber | 2024-06-03 | happened"],
    "Iran freed the activist Michel Gerard on Monday.": ["retreat: Iran > Michel Gerard | 2024-06-03 | happened"],
    # Where and when the deed was that others meet about or condemn is not where and when they do so.
    "The Arab League is holding an emergency meeting, following the kidnapping Sunday of 30 observers in Homs, and "
    "the murders of two Egyptian monitors Saturday in Hama.": [f"meet: Arab League | {NEWS} | ongoing"],
    "Talks between Kenya and Uganda over the situation in South Sudan began on Monday.": [
        "meet: Kenya, Uganda | 2024-06-03 | happened"
    ],
    "Italy's president met his Albanian counterpart for lunch in Rome on Monday.": [
        "meet: Sergio Mattarella > Bajram Begaj @ Rome | 2024-06-03 | happened",
        "visit: Bajram Begaj > Italy @ Rome | 2024-06-03 | happened",
    ],
    "Al-Shabaab abducted six aid workers on Sunday. Kenya condemned Sunday's abductions.": [
        "attack: Al-Shabaab > Aid workers | 2024-06-02 | happened",
        f"accuse: Kenya > Al-Shabaab | {NEWS} | happened",
    ],
    "India blamed Pakistan for the attacks in Mumbai last November.": ["accuse: India > Pakistan | happened"],
    # An attack on the place where it was; who is taken away there is told besides.
    "Saturday's ambush in Gao by Tuareg rebels worries the army.": [
        "attack: Tuareg rebels > Mali @ Gao | 2024-06-01 | happened"
    ],
    "Russia's attack in Kharkiv on Monday was the third in a week.": [
        "attack: Russia > Ukraine @ Kharkiv | 2024-06-03 | happened"
    ],
    "Kenya condemned the attack.": [],
    "Gunmen stormed an airstrip in Mali on Monday, kidnapping four European aid workers.": [
        "attack: Gunmen > Mali | 2024-06-03 | happened",
        "attack: Gunmen > European aid workers | 2024-06-03 | happened",
    ],
    "EU foreign ministers impose sanctions on Zimbabwe leader Emmerson Mnangagwa, and say they expect more.": [
        f"sanction: European Union > Emmerson Mnangagwa | {NEWS} | happened"
    ],
    "Forty Chinese troops died in a clash with Indian soldiers.": [f"attack: India > China | {NEWS} | happened"],
    "Zhao Lijian denied claims that 40 Chinese troops had died in a clash.": [
        f"reject: Zhao Lijian | {NEWS} | happened",
        "attack: China | denied",
    ],
    "Kenya and Uganda promised to work together in fighting terrorism.": ["cooperate: Kenya, Uganda | planned"],
    "Russia, China veto Syrian truce at the U.N.": [f"reject: Russia, China > Syria | {NEWS} | happened"],
    # What is waited for is no plan.
    "Peru will not meet Chile until Chile releases the sailors.": [
        "meet: Peru > Chile | denied",
        "retreat: Chile > Sailors | proposed",
        "request: Peru > Chile | happened",
    ],
}


@pytest.mark.parametrize(("text", "expected"), [*LEADS.items(), *TWO.items(), *MORE.items(), *NONE.items()])
def test_crises(text: str, expected: list[str]) -> None:
    assert [sides(m) for m in told(text)] == expected


ANSWERS = {
    # What calls a charge untrue denies it, to whoever made it.
    "Sudan said Chad's claims were false.": [f"reject: Sudan > Chad | {NEWS} | happened"],
    "Sudan said on Monday that the claims made by Chad were false and malicious.": [
        "reject: Sudan > Chad | 2024-06-03 | happened"
    ],
    "Ghana described Togo's accusations as a fabrication.": [f"reject: Ghana > Togo | {NEWS} | happened"],
    "Chad accused Sudan of arming rebels. Sudan called the charge baseless.": [
        f"accuse: Chad > Sudan | {NEWS} | happened",
        f"reject: Sudan > Chad | {NEWS} | happened",
    ],
    "The Kremlin said the accusations of Estonia were groundless.": [f"reject: Russia > Estonia | {NEWS} | happened"],
    "Ghana said the reports were not false.": [],
    # A threat by what would be answered; what it answers is no event yet.
    "Kenya warned it would retaliate if Uganda crossed the border.": [f"threaten: Kenya > Uganda | {NEWS} | happened"],
    "Lula said Brazil would respond if Peruvian troops crossed into Brazil.": [
        f"threaten: Luiz Inácio Lula da Silva > Peru | {NEWS} | happened"
    ],
    "Armenia's president vowed to respond if Azerbaijan opened fire.": [
        f"threaten: Vahagn Khachaturyan > Azerbaijan | {NEWS} | happened"
    ],
    "Kenya said Uganda would retaliate if it closed the border.": [],
    # Who does not vote for a draft is against it.
    "Bolivia did not support the Chilean resolution.": [f"reject: Bolivia > Chile | {NEWS} | happened"],
    "The Security Council did not back the Ghanaian draft on Monday.": [
        "reject: United Nations Security Council > Ghana | 2024-06-03 | happened"
    ],
    "Togo did not support Ghana.": [],
    # Posts and camps are left as towns are.
    "Kenyan troops withdrew from checkpoints near Goma on Saturday.": [
        "retreat: Kenya > Democratic Republic of the Congo @ Goma | 2024-06-01 | happened"
    ],
    "Turkish forces left two camps near Tripoli.": [f"retreat: Turkey > Libya @ Tripoli | {NEWS} | happened"],
    "Kenyan troops pulled out of positions in southern Somalia on Saturday.": [
        "retreat: Kenya > Somalia | 2024-06-01 | happened"
    ],
    # A participle behind a deal that the parser takes for a past tense.
    "The truce agreed on Monday by Chad and Niger has collapsed.": ["agree: Chad, Niger | 2024-06-03 | happened"],
}


@pytest.mark.parametrize(("text", "expected"), [*STATUSES.items(), *DAYS.items(), *HARM.items(), *ANSWERS.items()])
def test_days_of_crises(text: str, expected: list[str]) -> None:
    assert [show(m) for m in told(text)] == expected
