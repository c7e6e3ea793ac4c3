"""Text → events as reports lead with them: on the occasion of talks and visits, behind a day, by their harm.

Texts of our own, published on Wednesday 5 June 2024; expectations read as in test_sentences.py.
"""

import pytest
from extract_samples import NEWS, PUBLISHED, show

from kg.extract import get
from kg.model import Document

OCCASIONS = {
    # What is called for is no more than that; the talks before it took place, on the day of the words.
    "President Ruto called for calm after a meeting with President Kiir.": [
        f"meet: William Ruto > Salva Kiir | {NEWS} | happened",
    ],
    "After talks in Nairobi with William Ruto, Alexander Stubb called for calm.": [
        f"meet: Alexander Stubb > William Ruto @ Nairobi | {NEWS} | happened",
        f"request: Alexander Stubb > Kenya @ Nairobi | {NEWS} | happened",
        f"visit: Alexander Stubb > Kenya @ Nairobi | {NEWS} | happened",
    ],
    "Lula said on Monday after talks with Gustavo Petro that trade would grow.": [
        "meet: Luiz Inácio Lula da Silva > Gustavo Petro | 2024-06-02/2024-06-03 | happened",
    ],
    "Lula condemned Peru during a call with Gustavo Petro.": [
        f"accuse: Luiz Inácio Lula da Silva > Peru | {NEWS} | happened",
        f"call: Luiz Inácio Lula da Silva > Gustavo Petro | {NEWS} | happened",
    ],
    # Of what one tells others it is over, unless its day is yet to come.
    "William Ruto briefed Alexander Stubb about his talks with Salva Kiir.": [
        f"meet: William Ruto > Alexander Stubb | {NEWS} | happened",
        "meet: William Ruto > Salva Kiir | happened",
    ],
    "Lula would not go into details about his Sunday meeting with Gustavo Petro.": [
        "meet: Luiz Inácio Lula da Silva > Gustavo Petro | 2024-06-02 | happened",
    ],
    "William Ruto briefed Alexander Stubb about his visit to Peru next week.": [
        f"meet: William Ruto > Alexander Stubb | {NEWS} | happened",
        "visit: William Ruto > Peru | 2024-06-10/2024-06-16 | planned",
    ],
    # Soldiers are withdrawn by those whose they are; what is only talked over is not done.
    "The withdrawal of Russian troops from Chad began on Monday.": ["retreat: Russia > Chad | 2024-06-03 | happened"],
    "The planned withdrawal of Russia's troops from Chad will take a year.": ["retreat: Russia > Chad | planned"],
    "Talks on the withdrawal of Russian forces from Chad failed.": ["retreat: Russia > Chad | proposed"],
    # Envoys of several countries, each with a noun of his own.
    "Chad expelled the ambassador of France and the Ghanaian ambassador.": [
        f"coerce: Chad > France, Ghana | {NEWS} | happened",
    ],
    "Chad asked the ambassador of France and the ambassador of Ghana to leave.": [
        f"coerce: Chad > France, Ghana | {NEWS} | happened",
    ],
    # Gratitude is thanks to whom it names.
    "Kenya is deeply grateful to Peru for its help.": [f"support: Kenya > Peru | {NEWS} | happened"],
    "William Ruto said Kenya was grateful to Peru.": [f"support: Kenya > Peru | {NEWS} | happened"],
    "Kenya is not grateful to Peru.": [],
    "Kenya would be grateful to Peru for its help.": [],
    # Words of lawmaking, and of a mission that others lead.
    "Britain brought in sanctions against Chad.": [f"sanction: United Kingdom > Chad | {NEWS} | happened"],
    "The UN Security Council authorised a Kenyan-led mission in Chad.": [
        f"mobilize: United Nations Security Council > Chad | {NEWS} | happened",
    ],
    # Who answers reporters attends nothing.
    "William Ruto spoke at a press conference in Accra.": [],
    "Alexander Stubb addressed a news conference in Nairobi.": [],
    "Alexander Stubb spoke at a trade conference in Nairobi.": [
        f"attend: Alexander Stubb > Nairobi trade conference @ Nairobi | {NEWS} | happened",
    ],
    # What somebody rejects doing is not done.
    "Rwanda rejected extending the mandate of the mission in Chad.": [
        f"reject: Rwanda > Mission in Chad | {NEWS} | happened",
    ],
    "Peru rejected sending troops to Haiti.": [f"reject: Peru > Haiti | {NEWS} | happened"],
    # A date that only says who or what is meant is not the deed's, and does not keep it from being news.
    "William Ruto urged Chad to respect the accord signed in 1999.": [
        f"request: William Ruto > Chad | {NEWS} | happened",
    ],
    "William Ruto urged Chad to respect the 1999 accord.": [f"request: William Ruto > Chad | {NEWS} | happened"],
    "Alexander Stubb met families of soldiers who have been missing since 2009, and visited Ghana.": [
        f"meet: Alexander Stubb > Families | {NEWS} | happened",
        f"visit: Alexander Stubb > Ghana | {NEWS} | happened",
    ],
    "Alexander Stubb met William Ruto at the conference that opened in 2015.": [
        "meet: Alexander Stubb > William Ruto | happened",
    ],
    # What a relative clause only tells when, or that it was reached, is the talks or the pact, and no country.
    "The talks between Chad and Mali, which took place on May 12, were useful.": [
        "meet: Chad, Mali | 2024-05-12 | happened",
    ],
    "The accord between Chad and Mali, which was reached on May 12, helps Benin.": [
        "agree: Chad, Mali | 2024-05-12 | happened",
    ],
    "William Ruto praised the talks between Chad and Mali, which share a border.": ["meet: Chad, Mali | happened"],
    "Alexander Stubb hailed William Ruto's visit to Chad, which began on May 12.": [
        f"support: Alexander Stubb > William Ruto | {NEWS} | happened",
        "visit: William Ruto > Chad | 2024-05-12 | happened",
    ],
    # Who welcomes something is told by the passive, too, and is not the one welcomed.
    "Chad's accord with Mali was welcomed by Ghana, Benin and Togo.": [
        "agree: Chad > Mali | happened",
        f"support: Ghana, Benin, Togo > Chad | {NEWS} | happened",
    ],
    "Chad's offer was welcomed by the EU, NATO, the US and other countries.": [
        f"support: European Union, NATO, United States > Chad | {NEWS} | happened",
    ],
    "The vote in Chad was welcomed by Ghana and Benin.": [f"support: Ghana, Benin > Chad | {NEWS} | happened"],
    # Who speaks on a visit speaks to nobody there.
    "Speaking during a visit to Accra, William Ruto condemned Russia.": [
        f"accuse: William Ruto > Russia | {NEWS} | happened",
        f"visit: William Ruto > Ghana @ Accra | {NEWS} | happened",
    ],
    "William Ruto spoke on a trip to Accra.": [f"visit: William Ruto > Ghana @ Accra | {NEWS} | happened"],
    "William Ruto spoke with Accra.": [f"meet: William Ruto > Ghana | {NEWS} | happened"],
    # A visit of another time keeps it.
    "Lula told reporters after a visit to Accra last month that trade would grow.": [
        "visit: Luiz Inácio Lula da Silva > Ghana @ Accra | 2024-05 | happened",
    ],
}

LETTERS = {
    # What a letter says is said to whom it is written.
    "Lula sent a note to Gustavo Petro expressing condolences over the crash.": [
        f"call: Luiz Inácio Lula da Silva > Gustavo Petro | {NEWS} | happened",
        f"support: Luiz Inácio Lula da Silva > Gustavo Petro | {NEWS} | happened",
    ],
    "William Ruto sent a letter to Bola Tinubu urging restraint.": [
        f"call: William Ruto > Bola Tinubu | {NEWS} | happened",
        f"request: William Ruto > Bola Tinubu | {NEWS} | happened",
    ],
    "Lula sent a letter to Gustavo Petro on Monday proposing talks on trade.": [
        "call: Luiz Inácio Lula da Silva > Gustavo Petro | 2024-06-03 | happened",
        "propose: Luiz Inácio Lula da Silva > Gustavo Petro | 2024-06-03 | happened",
    ],
    "Ghana sent a note of protest to Togo.": [f"accuse: Ghana > Togo | {NEWS} | happened"],
    "Lula sent his condolences to Peru on Monday.": [
        "support: Luiz Inácio Lula da Silva > Peru | 2024-06-03 | happened"
    ],
}
STAYS = {
    # Who goes to a meeting with somebody meets him; who stays away from one that was planned cancels it.
    "Lula attended a meeting with Gustavo Petro on Monday.": [
        "meet: Luiz Inácio Lula da Silva > Gustavo Petro | 2024-06-03 | happened"
    ],
    "William Ruto will attend a meeting with Bola Tinubu on Friday.": [
        "meet: William Ruto > Bola Tinubu | 2024-06-07 | planned"
    ],
    "William Ruto will not attend a planned meeting with Bola Tinubu on Friday.": [
        "meet: William Ruto > Bola Tinubu | 2024-06-07 | cancelled"
    ],
    "Lula attended a meeting of the Arab League on Monday.": [
        "attend: Luiz Inácio Lula da Silva > Arab League | 2024-06-03 | happened"
    ],
    # Talks abroad are a visit, whoever the hosts were.
    "William Ruto held talks in Ghana on Monday.": ["visit: William Ruto > Ghana | 2024-06-03 | happened"],
    "After holding talks in Japan, William Ruto flew to Seoul.": [
        f"visit: William Ruto > Japan | {NEWS} | happened",
        f"visit: William Ruto > South Korea @ Seoul | {NEWS} | happened",
    ],
    "Lula held talks in Brasilia on Monday.": [],
    "William Ruto called for talks in Geneva.": [],
    # Meals are meetings.
    "Lula arrived in Bogota for a dinner with Gustavo Petro.": [
        f"meet: Luiz Inácio Lula da Silva > Gustavo Petro @ Bogota | {NEWS} | planned",
        f"visit: Luiz Inácio Lula da Silva > Colombia @ Bogota | {NEWS} | happened",
    ],
    "At a working dinner with Bola Tinubu, William Ruto criticised Russia.": [
        f"accuse: William Ruto > Russia | {NEWS} | happened",
        f"meet: William Ruto > Bola Tinubu | {NEWS} | happened",
    ],
}
PEOPLES = {
    # A people is its state, but not where some of it are harmed.
    "The British accused the Germans of delay.": [f"accuse: United Kingdom > Germany | {NEWS} | happened"],
    "The Dutch expelled two Russian diplomats.": [f"coerce: Netherlands > Russia | {NEWS} | happened"],
    "The Americans and the Russians agreed on a truce on Monday.": [
        "agree: United States, Russia | 2024-06-03 | happened"
    ],
    "Iran arrested two Germans on Monday.": ["coerce: Iran > Germans | 2024-06-03 | happened"],
    "The French elected Macron.": [f"appoint: French > Emmanuel Macron | {NEWS} | happened"],
    # The hour of a day is not the part of a month.
    "Lula visited Ghana early on May 20.": ["visit: Luiz Inácio Lula da Silva > Ghana | 2024-05-20 | happened"],
    "Lula met Gustavo Petro late May 20, 2023.": [
        "meet: Luiz Inácio Lula da Silva > Gustavo Petro | 2023-05-20 | happened"
    ],
    "Lula met Gustavo Petro in late May.": [
        "meet: Luiz Inácio Lula da Silva > Gustavo Petro | 2024-05-21/2024-05-31 | happened"
    ],
}

JOINTLY = {
    # What two sides promise together they agree on, where it is no deed that the lexicon knows.
    "Kenya and Uganda pledged to build a railway.": [f"agree: Kenya, Uganda | {NEWS} | happened"],
    "Lula and Gustavo Petro promised on Tuesday to lower duties.": [
        "agree: Luiz Inácio Lula da Silva, Gustavo Petro | 2024-06-04 | happened"
    ],
    "Kenya and Uganda pledged to work together against piracy.": ["cooperate: Kenya, Uganda | planned"],
    "Kenya pledged to build a railway.": [],
    # Goods are of where they are made.
    "Chad is imposing tariffs on goods originating in Sudan.": [f"sanction: Chad > Sudan | {NEWS} | ongoing"],
    "Peru will slap tariffs on steel made in Chile.": ["sanction: Peru > Chile | planned"],
    "Kenya plans to add another $5 billion in tariffs on hundreds of other Ugandan goods.": [
        "sanction: Kenya > Uganda | planned"
    ],
    "Chad imposed tariffs on $30 billion in goods made in Sudan.": [f"sanction: Chad > Sudan | {NEWS} | happened"],
    # A war without arms, and what is wished for without being asked of anybody.
    "China started a trade war with Peru.": [],
    "Chile and Peru fought a tariff war with Brazil.": [],
    "Lula said Peru should be expelled.": [],
    "Lula said Peru should be a friend.": [],
    "Lula said Peru should apologise.": [f"request: Luiz Inácio Lula da Silva > Peru | {NEWS} | happened"],
    "Lula is trying to return Brazil to growth.": [],
    "Chad retaliated against Sudan by expelling two Sudanese envoys.": [f"coerce: Chad > Sudan | {NEWS} | happened"],
}

CALLED = {
    # What the next sentence names as a call was one.
    "Lula spoke with Gustavo Petro on Monday. The call lasted an hour.": [
        "call: Luiz Inácio Lula da Silva > Gustavo Petro | 2024-06-03 | happened"
    ],
    "William Ruto talked to Bola Tinubu on Monday. The phone call came after a row.": [
        "call: William Ruto > Bola Tinubu | 2024-06-03 | happened"
    ],
    "Lula spoke with Gustavo Petro on Monday. The meeting lasted an hour.": [
        "meet: Luiz Inácio Lula da Silva > Gustavo Petro | 2024-06-03 | happened"
    ],
}

IN_WHICH = {
    # What an attack is told by is blamed on those who did it.
    "Ghana condemned Monday's attack in which a crowd of demonstrators stormed a UN base in Goma.": [
        f"accuse: Ghana > Demonstrators | {NEWS} | happened",
        "attack: Demonstrators > United Nations @ Goma | happened",
    ],
    "Kenya denounced an ambush in which Al-Shabaab gunmen killed ten people.": [
        f"accuse: Kenya > Al-Shabaab | {NEWS} | happened",
        "attack: Al-Shabaab > People | happened",
    ],
    # An envoy stands for his state, whatever his rank.
    "Kenya summoned Uganda's charge d'affaires on Monday.": ["request: Kenya > Uganda | 2024-06-03 | happened"],
    # Who discusses something abroad has met and come there.
    "Lula and Gustavo Petro discussed trade in Bogota on Monday.": [
        "meet: Luiz Inácio Lula da Silva, Gustavo Petro @ Bogota | 2024-06-03 | happened",
        "visit: Luiz Inácio Lula da Silva > Colombia @ Bogota | 2024-06-03 | happened",
    ],
    # The story goes on from the day of a visit whose length is told.
    "On May 20, Lula paid a one-day visit to Ghana. He met with President Nana Akufo-Addo.": [
        "visit: Luiz Inácio Lula da Silva > Ghana | 2024-05-20 | happened",
        "meet: Luiz Inácio Lula da Silva > Nana Akufo-Addo | 2024-05-20 | happened",
    ],
}

STAFF = {
    # Staff of an embassy are its country's people, and what they leave has sent them away.
    "Four Russian embassy staff were expelled from Kenya on Monday.": [
        "coerce: Kenya > Russia | 2024-06-03 | happened"
    ],
    "Peru expelled six Chilean embassy employees on Monday.": ["coerce: Peru > Chile | 2024-06-03 | happened"],
    # Who is no more in office comes for himself.
    "The ousted Malian leader arrived in Togo on Monday.": [
        "visit: Former Malian leader > Togo | 2024-06-03 | happened"
    ],
    # "His country" is the state, not himself.
    "William Ruto thanked Peru for supplying arms to his country.": [
        "aid: Peru > Kenya | 2024-06-04/2024-06-05 | happened",
        f"support: William Ruto > Peru | {NEWS} | happened",
    ],
    "Lula said Peru attacked his country.": ["attack: Peru > Brazil | 2024-06-04/2024-06-05 | happened"],
    "Bola Tinubu said that Chad will send doctors to his country.": ["aid: Chad > Nigeria | planned"],
    # What was before is another matter; where a body has its seat is not whose it is.
    "Kenya severed diplomatic relations in May after strained ties with Bola Tinubu.": [],
    "Mali accused the Washington DC-based organization of bias.": [],
    "Kenya severed diplomatic relations with Chad after a row with Niger.": [
        f"sanction: Kenya > Chad | {NEWS} | happened"
    ],
}


DISCUSSED = {
    "Polish and Czech foreign ministers, Radosław Sikorski and Jan Lipavský, discussed trade on Monday.": [
        "meet: Radosław Sikorski, Jan Lipavský | 2024-06-03 | happened",
    ],
    "Bola Tinubu and Nana Akufo-Addo discussed the coup in Niger.": [
        f"meet: Bola Tinubu, Nana Akufo-Addo | {NEWS} | happened",
    ],
    # What those who meet or ring each other speak of is no second meeting, and where it is is not where they are.
    "Bola Tinubu and Nana Akufo-Addo met in Lomé to discuss the crisis in Niger.": [
        f"meet: Bola Tinubu, Nana Akufo-Addo @ Lome | {NEWS} | happened",
    ],
    "Bola Tinubu and Nana Akufo-Addo discussed by telephone the crisis in Niger.": [
        f"call: Bola Tinubu, Nana Akufo-Addo | {NEWS} | happened",
    ],
    # Nobody says that they met.
    "Ghana and Togo discussed a new road.": [],
    "Ministers discussed the coup in Niger.": [],
    "Bola Tinubu discussed the coup in Niger.": [],
}

REQUESTS = {
    "Ghana agreed to Togo's request to open talks with Niger.": [f"agree: Ghana > Togo | {NEWS} | happened"],
    "Norway agreed to a Swedish proposal to share the port.": [f"agree: Norway > Sweden | {NEWS} | happened"],
    "Peru agreed to an offer from Chile.": [f"agree: Peru > Chile | {NEWS} | happened"],
}


SEEN = {
    "Bola Tinubu flew to Lomé on Monday to see President Faure Gnassingbé.": [
        "meet: Bola Tinubu > Faure Gnassingbé @ Lome | planned",
        "visit: Bola Tinubu > Togo @ Lome | 2024-06-03 | happened",
    ],
    "Bola Tinubu hopes to see Faure Gnassingbé next month.": [
        "meet: Bola Tinubu > Faure Gnassingbé | 2024-07 | proposed",
    ],
    "Bola Tinubu wants to see Togo prosper.": [],
    # A gathering takes place without who stays away.
    "Bola Tinubu skipped the African Union summit in Lusaka.": [
        f"reject: Bola Tinubu > African Union | {NEWS} | happened",
    ],
    # Whose plans they are, nobody says.
    "Bola Tinubu arrived in Lusaka amid concerns over plans to shut the border with Malawi.": [
        f"visit: Bola Tinubu > Zambia @ Lusaka | {NEWS} | happened",
    ],
}

HARM = {
    "Eight people died in an attack by Islamist militants in Garissa.": [
        f"attack: Islamist militants > Kenya @ Garissa | {NEWS} | happened",
    ],
    "Two Chadian soldiers died in a Boko Haram raid on Monday.": ["attack: Boko Haram > Chad | 2024-06-03 | happened"],
    "Three Malian soldiers died in a clash with rebels on Monday.": ["attack: Rebels > Mali | 2024-06-03 | happened"],
    "Nine people died in a fire in Lusaka.": [],
    "Nine people were killed in a fire in Lusaka.": [],
    "She died after a heart attack in Lusaka.": [],
    "Dozens have died in clashes between Kenya and Somalia.": ["attack: Kenya > Somalia | happened"],
}


DAYS_BEFORE_NAMES = {
    "Kenyan forces bombed on Sunday Al-Shabaab camps in Somalia.": [
        "attack: Kenya > Al-Shabaab @ Somalia | 2024-06-02 | happened",
    ],
    "William Ruto met on Monday Ethiopian Prime Minister Abiy Ahmed.": [
        "meet: William Ruto > Abiy Ahmed | 2024-06-03 | happened",
    ],
    "Macron received on Friday German Chancellor Olaf Scholz in Paris.": [
        "host: Emmanuel Macron > Olaf Scholz @ Paris | 2024-05-31 | happened",
    ],
    "Kenya expelled on Friday Somali diplomats.": ["coerce: Kenya > Somalia | 2024-05-31 | happened"],
    "Peru called back its ambassador from Quito on Monday.": ["sanction: Peru > Ecuador | 2024-06-03 | happened"],
    "Ghana is looking forward to William Ruto's state visit next month.": [
        "visit: William Ruto > Ghana | 2024-07 | planned",
    ],
    "William Ruto was in Accra on Tuesday for talks with Nana Akufo-Addo.": [
        "meet: William Ruto > Nana Akufo-Addo @ Accra | 2024-06-04 | happened",
        "visit: William Ruto > Ghana @ Accra | 2024-06-04 | happened",
    ],
}

TAKEN_UP = {
    "William Ruto visited Accra from 27 to 29 May. During the visit, Ghana and Kenya signed a trade agreement.": [
        "agree: Ghana, Kenya | 2024-05-27/2024-05-29 | happened",
        "visit: William Ruto > Ghana @ Accra | 2024-05-27/2024-05-29 | happened",
    ],
}

SENT_HOME = {
    "William Ruto and Nana Akufo-Addo held talks over the telephone on Monday evening.": [
        "call: William Ruto, Nana Akufo-Addo | 2024-06-03 | happened",
    ],
    "Kenya asked the Somali ambassador to leave.": [f"coerce: Kenya > Somalia | {NEWS} | happened"],
    "Norway will ask five Serbian diplomats to leave the country.": ["coerce: Norway > Serbia | planned"],
    "Kenya expelled ten diplomats working at the Somali embassy.": [f"coerce: Kenya > Somalia | {NEWS} | happened"],
    "The last visit to Kenya by a Ghanaian president was in October 2011.": [
        "visit: Ghana > Kenya | 2011-10 | happened"
    ],
    "William Ruto will visit Ghana from Thursday to Saturday.": [
        "visit: William Ruto > Ghana | 2024-06-06/2024-06-08 | planned",
    ],
}

SYLLABLES = {
    "Fumio Kishida and South Korean President Yoon Suk-yeol held talks over the telephone on Monday.": [
        "call: Fumio Kishida, Yoon Suk Yeol | 2024-06-03 | happened",
    ],
    "Vladimir Putin and Kim Jong-un signed a treaty on Monday.": [
        "agree: Vladimir Putin, Kim Jong Un | 2024-06-03 | happened",
    ],
    "Thailand's Prayut Chan-o-cha and Malaysia's Anwar Ibrahim signed an accord on Monday.": [
        "agree: Prayut Chan-o-cha, Anwar Ibrahim | 2024-06-03 | happened",
    ],
    "Lai Ching-te met Santiago Peña on Tuesday.": ["meet: Lai Ching-te > Santiago Peña | 2024-06-04 | happened"],
}

WHOSE_TARGETS = {
    "Turkish jets carried out air strikes on PKK targets in northern Iraq on Friday.": [
        "attack: Turkey > Kurdistan Workers' Party @ Iraq | 2024-05-31 | happened",
    ],
    "Kenya launched strikes against Al-Shabaab camps in Somalia.": [
        f"attack: Kenya > Al-Shabaab @ Somalia | {NEWS} | happened",
    ],
    "Canada designated Hezbollah a terrorist organisation.": [f"sanction: Canada > Hezbollah | {NEWS} | happened"],
    "Peru and Chile agreed not to use force against each other.": [f"agree: Peru, Chile | {NEWS} | happened"],
    "Peru and Chile pledged to improve ties.": ["cooperate: Peru, Chile | planned"],
}

RULE = {
    "Luis Arce resigned as president of Bolivia on Monday.": ["appoint: Luis Arce | 2024-06-03 | happened"],
    "Dina Boluarte imposed emergency rule in Peru on Sunday.": [
        "coerce: Dina Boluarte > Peru | 2024-06-02 | happened",
    ],
    "Kenyan troops crossed the border into Somalia on Sunday.": ["mobilize: Kenya > Somalia | 2024-06-02 | happened"],
    "Refugees crossed into Chad on Sunday.": [],
}

INVITED = {
    "William Ruto has accepted an invitation from Hakainde Hichilema to visit Zambia next month.": [
        f"agree: William Ruto > Hakainde Hichilema | {NEWS} | happened",
        "visit: William Ruto > Zambia | 2024-07 | planned",
    ],
    "William Ruto will make his first visit to Zambia in five years.": ["visit: William Ruto > Zambia | planned"],
    "Bobi Wine called off a march on Kampala.": ["protest: Bobi Wine > Uganda | cancelled"],
    "The European Commission has proposed freezing nine million euros in funds for Hungary.": [
        "sanction: European Commission > Hungary | proposed",
    ],
}


JOINED = {
    # One day at the end of deeds told one after the other, and of talks after which something was done.
    "Emmanuel Macron flew to Rabat and met King Mohammed VI on Monday.": [
        "meet: Emmanuel Macron > Mohammed VI | 2024-06-03 | happened",
        "visit: Emmanuel Macron > Morocco @ Rabat | 2024-06-03 | happened",
    ],
    "Joe Banda, an opposition leader, was shot in the head and killed in May.": [
        "attack: Joe Banda | 2024-05 | happened",
    ],
    "William Ruto left on Monday after meeting Yoweri Museveni.": [
        "meet: William Ruto > Yoweri Museveni | 2024-06-03 | happened",
    ],
    "Peru and Chile signed a pact on Monday after William Ruto held talks with Yoweri Museveni.": [
        "agree: Peru, Chile | 2024-06-03 | happened",
        "meet: William Ruto > Yoweri Museveni | 2024-06-03 | happened",
    ],
    "William Ruto resigned on Tuesday after he met Yoweri Museveni in May.": [
        "appoint: William Ruto | 2024-06-04 | happened",
        "meet: William Ruto > Yoweri Museveni | 2024-05 | happened",
    ],
    "William Ruto fell ill on Sunday, a month after he met Yoweri Museveni.": [
        "meet: William Ruto > Yoweri Museveni | 2024-05 | happened",
    ],
    "William Ruto visited Tanzania before he came to Uganda.": [
        "visit: William Ruto > Tanzania | happened",
        "visit: William Ruto > Uganda | happened",
    ],
    # What is passed on is another's, and whom it asks does it.
    "Li Qiang extended an invitation from Xi Jinping to Yoweri Museveni to attend the G20 summit in Hangzhou.": [
        f"invite: Xi Jinping > Yoweri Museveni | {NEWS} | happened",
    ],
    "Peru sent a request to the United Nations to lift its sanctions on Chile.": [
        f"request: Peru > United Nations | {NEWS} | happened",
        "retreat: United Nations > Chile | proposed",
    ],
    "Israel freed a prisoner on Monday in exchange for the body of a Lebanese.": [
        "retreat: Israel | 2024-06-03 | happened",
    ],
}

NAMED = {
    # Who stands together, by names that the tagger does not know.
    "Earlier in the day, Noh Kyu-duk met his Japanese counterpart, Takehiro Funakoshi, in Seoul.": [
        "meet: Noh Kyu-duk > Takehiro Funakoshi @ Seoul | 2024-06-05 | happened"
    ],
    "The top South Korean, U.S. and Japanese envoys denounced Iran on Monday.": [
        "accuse: Japan, South Korea, United States > Iran | 2024-06-03 | happened"
    ],
    "Envoys of S. Korea, U.S., Japan condemn N.Korea's envoy": [
        f"accuse: Japan, South Korea, United States > North Korea | {NEWS} | happened"
    ],
    # A day that only tells which vote or truce; whose agreement it is that one is asked to keep.
    "Kenya criticised last month's vote in Mali.": [f"accuse: Kenya > Mali | {NEWS} | happened"],
    "Chad sent a team to protect monitors of the January truce in Darfur.": ["aid: Chad > Sudan @ Darfur | planned"],
    "Kenya urged Mali to honour its agreement with the rebels.": [
        f"request: Kenya > Mali | {NEWS} | happened",
        "agree: Mali > Rebels | happened",
    ],
    # "The leader" of a country is the first of its heads whom the report names.
    "Italian President Sergio Mattarella fell ill. The Italian leader refused to meet Viktor Orban. Prime Minister "
    "Giorgia Meloni did not.": [f"reject: Sergio Mattarella > Viktor Orbán | {NEWS} | happened"],
    # What is only talked of, whoever is only near, a time of which a clause says more.
    "Greek and Turkish officials discussed easing tensions.": [],
    "Ivory Coast ended its role as a mediator in talks with Malian rebels over freeing hostages.": [],
    "Kenya conveyed to Uganda its condemnation of Rwanda's leaders, on the margins of a council of Moroccans.": [
        f"accuse: Kenya > Rwanda | {NEWS} | happened"
    ],
    "The dispute is the worst since 2005, when Hugo Chavez withdrew his ambassador from Bogota.": [
        "sanction: Hugo Chávez > Colombia | 2005 | happened"
    ],
    "Peru called a meeting after breaking ties on Monday with Chile over the rebels.": [
        "sanction: Peru > Chile | 2024-06-03 | happened"
    ],
}

STATES = {
    # The British, whole, are their state; credentials are handed over at a meeting.
    "The British expelled four Russian diplomats on Monday.": [
        "coerce: United Kingdom > Russia | 2024-06-03 | happened"
    ],
    "A raid mounted by the Indians killed two Pakistani soldiers.": [f"attack: India > Pakistan | {NEWS} | happened"],
    "Two Russians attacked a Polish bus driver on Monday.": [
        "attack: Russians > Polish drivers | 2024-06-03 | happened"
    ],
    "Ghana's new ambassador presented his credentials to President Cyril Ramaphosa on Monday.": [
        "meet: Ghana > Cyril Ramaphosa | 2024-06-03 | happened"
    ],
    "Cyril Ramaphosa received the credentials of the new ambassador of Ghana on Monday.": [
        "meet: Cyril Ramaphosa > Ghana | 2024-06-03 | happened"
    ],
    "Iran on Monday took the unjustified step of expelling two British diplomats.": [
        "coerce: Iran > United Kingdom | 2024-06-03 | happened"
    ],
    "The Peruvian ambassador in Quito was summoned on Monday.": ["accuse: Ecuador > Peru | 2024-06-03 | happened"],
    "Tariffs imposed by Washington on billions of dollars of Chinese goods took effect on Monday.": [
        "sanction: United States > China | 2024-06-03 | happened"
    ],
    "China filed a complaint against the United States with the World Trade Organization on Monday.": [
        "accuse: China > United States | 2024-06-03 | happened"
    ],
}

ALL = (
    OCCASIONS
    | DISCUSSED
    | REQUESTS
    | SEEN
    | HARM
    | DAYS_BEFORE_NAMES
    | TAKEN_UP
    | SENT_HOME
    | SYLLABLES
    | WHOSE_TARGETS
    | RULE
    | INVITED
    | JOINED
    | STATES
    | NAMED
)


@pytest.mark.parametrize(("text", "expected"), ALL.items())
def test_occasion(text: str, expected: list[str]) -> None:
    document = Document(id="a", text=text, published=PUBLISHED)
    found = [show(m) for m in get("syntax").extract(document) if m.type != "say"]
    assert sorted(found) == sorted(expected)
