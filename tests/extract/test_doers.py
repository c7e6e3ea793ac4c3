"""Sentence → who does what to whom: groups of several parties, nameless people, conditions, mediators, investigators.

Sentences of our own, published on Wednesday 5 June 2024; dates and statuses are tested elsewhere.
"""

import pytest
from extract_samples import sides, told

DOERS = {
    # Groups that are several parties.
    "African leaders met in Kampala on Monday.": ["meet: African leaders"],
    "Bolivian leaders met on Tuesday.": [],
    "The leaders of the two countries met.": [],
    "Sudan's warring factions agreed on a timetable.": ["agree: Sudanese warring factions"],
    "Party leaders agreed on Monday to extend the session.": ["agree: Party leaders"],
    # Nameless people, where no name and no place tells whom a deed befell.
    "Kenyan police detained nine people at a rally in Mombasa.": ["coerce: Police of Kenya > People"],
    "Moroccan police arrested a man on suspicion of fraud.": ["coerce: Police of Morocco > Man"],
    "Peru freed two women held since March.": ["retreat: Peru > Women"],
    "Greek coastguards rescued dozens of people.": ["aid: Greek coastguards > People"],
    "Turkish jets killed two civilians.": ["attack: Turkey > Civilians"],
    "Turkish soldiers killed four Kurds near the border.": ["attack: Turkey > Kurds"],
    "Russian shells killed 12 people in Odessa.": ["attack: Russia > Ukraine"],
    "Gunmen killed three people.": [],
    # What a refusal is tied to is asked for.
    "Chile will not lift the ban until Peru frees the crew.": ["reject: Chile", "request: Chile > Peru"],
    "The rebels will not give up the town unless Chad pays them.": ["request: Rebels > Chad"],
    "Zambia said it would not reopen the border unless Malawi withdraws its troops.": [
        "request: Zambia > Malawi",
        "reject: Zambia > Malawi",
    ],
    "Nepal will not lift the ban until April.": ["reject: Nepal"],
    # Mediators.
    "Kuwait launched a mediation effort between Qatar and Bahrain.": ["meet: Kuwait > Qatar, Bahrain"],
    "Norway is mediating between Colombia and the ELN.": [
        "meet: Norway > Colombia, National Liberation Army of Colombia"
    ],
    "The UN envoy undertook a mediation mission between Sudan and Chad.": ["meet: United Nations > Sudan, Chad"],
    # Investigators and judges.
    "Danish prosecutors opened an inquiry into whether Swedish officials took bribes.": [
        "accuse: Danish prosecutors > Sweden"
    ],
    "A Spanish judge has put a Moroccan businessman under investigation.": [
        "accuse: Spanish judges > Moroccan businessmen"
    ],
    "A Malian court found a French aid worker guilty of spying.": ["accuse: Malian court > French aid workers"],
    "An Iranian court sentenced a German tourist to eight years in prison.": [
        "coerce: Iranian court > German tourists"
    ],
    "A Thai court issued an arrest warrant for former minister Chaturon Chaisang.": [
        "coerce: Thai court > Chaturon Chaisang"
    ],
    # Who is told to be responsible for a deed did it.
    "Sudan's army is responsible for killings in Chad.": ["attack: Army of Sudan > Chad"],
    "Rwandan rebels were guilty of the murder of villagers in Congo.": [
        "attack: Rwandan rebels > Villagers in Democratic Republic of the Congo"
    ],
    "Nobody is responsible for the attack on Chad.": [],
    # Aid by what is given.
    "Sweden gave 2 million kronor to the World Food Programme.": ["aid: Sweden > World Food Programme"],
    "Belgium announced $10 million in additional aid to Mozambique.": ["aid: Belgium > Mozambique"],
    "Canada has earmarked money to help Nepal cope with the floods.": ["aid: Canada > Nepal"],
    # What the parser gets wrong.
    "Hackers linked to Laos launched cyber-attacks on Thai banks.": ["coerce: Hackers > Thai banks"],
    "Israel began airstrikes in Syria in response to a rocket attack on Haifa.": ["attack: Israel > Syria"],
    "Bolivian police arrested on Saturday the Chilean captain of a trawler.": [
        "coerce: Police of Bolivia > Chilean captains"
    ],
    "Norway called for Burundi to hold elections.": ["request: Norway > Burundi"],
    "Mexico was given a deadline by Canada.": ["threaten: Canada > Mexico"],
    "Britain has sent vehicles and a team of paratroopers to Cyprus.": ["aid: United Kingdom > Cyprus"],
    # Who acts through a paper.
    "A UN report accused Burundi's army of torture.": ["accuse: United Nations > Army of Burundi"],
    "Ecuador's parliament approved a resolution criticizing Venezuela.": ["accuse: Parliament of Ecuador > Venezuela"],
    "The Finnish foreign ministry's statement condemned Syria.": [
        "accuse: Ministry of Foreign Affairs of Finland > Syria"
    ],
    "The report accused Burundi of torture.": [],
    # Whose sanctions they are that are lifted.
    "UN sanctions against Libya were lifted in 2003.": ["retreat: United Nations > Libya"],
    "EU sanctions on Belarus were extended on Monday.": ["sanction: European Union > Belarus"],
    # Crowds without a name.
    "Thousands marched in Madrid to demand the resignation of Prime Minister Pedro Sanchez.": [
        "protest: Thousands > Pedro Sánchez",
        "appoint: Pedro Sánchez",
    ],
    "Tens of thousands of people rallied in Minsk against President Lukashenko.": [
        "protest: Thousands > Alexander Lukashenko"
    ],
    "Thai activists began a hunger strike against the policies of Laos.": ["protest: Thai activists > Laos"],
    # Where it would be done.
    "Argentina refused to deploy peacekeepers in Haiti.": ["reject: Argentina > Haiti"],
    "Al-Shabaab threatened to resume attacks in Kenya.": ["threaten: Al-Shabaab > Kenya"],
    "Somalia refused to hold a vote in Mogadishu.": ["reject: Somalia"],
    # Two that fight do it to each other in one event, or train together.
    "Israel and Hezbollah exchanged fire on Tuesday.": ["attack: Israel, Hezbollah > Israel, Hezbollah"],
    "Mali and Niger fought over the wells in 1974.": ["attack: Mali, Niger > Mali, Niger"],
    "Gabon and Chad traded insults on Monday.": ["accuse: Gabon > Chad", "accuse: Chad > Gabon"],
    "Thai and Cambodian troops were battling near the temple.": [
        "attack: Cambodia, Thailand > Cambodia, Thailand",
    ],
    "Kenya and Uganda began joint military exercises on Monday.": ["cooperate: Kenya, Uganda"],
    # Soldiers are no guests.
    "British troops arrived in Mali on Friday.": ["mobilize: United Kingdom > Mali"],
    "Ugandan soldiers entered Congo.": ["mobilize: Uganda > Democratic Republic of the Congo"],
    "The last French troops left Chad.": ["retreat: France > Chad"],
    "Nigeria's president left Ghana on Monday.": [],
    # What the parser takes for something else.
    "Indonesia's president and Turkey's president talked by telephone.": ["call: Joko Widodo, Recep Tayyip Erdoğan"],
    "Voters in Liberia elected George Weah president.": ["appoint: Voters in Liberia > George Weah"],
    "The WHO faulted Tanzania for its silence.": ["accuse: World Health Organization > Tanzania"],
    # What is alleged, what is insisted on.
    "Armenia alleged that Azerbaijan fired first.": ["accuse: Armenia > Azerbaijan"],
    "Britain insisted that Zimbabwe stop evictions.": ["request: United Kingdom > Zimbabwe"],
    # Two clauses of which the parser joins the second subject to the first object.
    "Russia sanctioned ten Britons and Britain sanctioned twenty Russians.": [
        "sanction: Russia > United Kingdom",
        "sanction: United Kingdom > Russia",
    ],
    "Qatar praised Omani envoys and Oman thanked Qatar.": ["support: Qatar > Oman", "support: Oman > Qatar"],
    # A body without a name, a meeting that is called a bilateral.
    "The opposition accused the Zambian president of fraud.": ["accuse: Opposition > Hakainde Hichilema"],
    "Justin Trudeau's bilateral with Narendra Modi lasted an hour.": ["meet: Justin Trudeau > Narendra Modi"],
    # An object that two verbs have, also where the parser takes the first for a plural; whose something is.
    "Peru rejects and strongly condemns the decision of the Chilean Senate.": [
        "reject: Peru > Parliament of Chile",
        "accuse: Peru > Parliament of Chile",
    ],
    "Turkey criticised and rejected the plan of the African Union.": [
        "accuse: Turkey > African Union",
        "reject: Turkey > African Union",
    ],
    "He arrived and met Paul Kagame.": [],
    "Kenyan jets attacked two camps belonging to Al-Shabaab in Somalia.": ["attack: Kenya > Al-Shabaab"],
    "Rioters attacked the embassy of Kuwait in Cairo.": ["attack: Rioters > Kuwait"],
    # What went off stands before the explosion.
    "A Turkish writer was killed in a car bomb explosion in Nicosia.": ["attack: Turkish writers"],
    "A mine blast near Mosul wounded six Polish soldiers.": ["attack: Poland"],
    "A gas explosion in Prague killed six Slovak workers.": [],
    "Syrian troops launched artillery and rocket fire against Israel.": ["attack: Syria > Israel"],
    "Oman and Yemen are violating the truce agreement.": ["attack: Oman, Yemen > Oman, Yemen"],
    # Aid by what it is for; peacekeepers.
    "Japan gave two million dollars to fight malaria in Zambia.": ["aid: Japan > Zambia"],
    "Canada contributed 80 million euros to a museum.": [],
    "Norway is sending 40 police officers to the UN peacekeeping mission in Haiti.": ["aid: Norway > Haiti"],
    "British helicopters evacuated the wounded from the city of Mosul.": ["aid: United Kingdom > Iraq"],
    # Strikes and boycotts, also only called; measures lifted, withdrawals sped up.
    "Teachers' unions in Chile organised a nationwide strike on Monday.": ["protest: Unions in Chile"],
    "Israel staged strikes on Lebanon.": ["attack: Israel > Lebanon"],
    "The Dutch opposition will boycott the elections.": ["protest: Dutch opposition"],
    "Spain lifted the emergency measures in Catalonia.": ["retreat: Spain > Catalonia"],
    "France sped up the withdrawal of its forces from Niger.": ["retreat: France > Niger"],
    # What is charged is no answer to who charges; a disputed place is no denial.
    "Amnesty International accused Togo of breaking promises and ignoring international law.": [
        "accuse: Amnesty International > Togo"
    ],
    "The ships met in a channel disputed by Argentina and Chile.": [],
    "Pakistani officials disputed claims by India.": ["reject: Pakistan > India"],
    # The agent of a passive behind the gerund of a charge.
    "Mohamed Nasheed was accused of misusing public funds by the Kenyan government.": [
        "accuse: Kenya > Mohamed Nasheed"
    ],
    # A main verb that the parser takes for a participle.
    "Lawmakers from Peru's ruling party called on Dina Boluarte to step down.": [
        "request: Peruvian lawmakers > Dina Boluarte",
    ],
    # Curfews, wherever they are.
    "Police in India announced a curfew across parts of Srinagar.": ["coerce: India > Srinagar"],
    "Ecuador extended the curfew in Guayaquil.": ["coerce: Ecuador > Guayaquil"],
}


@pytest.mark.parametrize("text", DOERS)
def test_who_does_what_to_whom(text: str) -> None:
    found = told(text)
    assert [sides(m) for m in found] == DOERS[text]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("UNRWA said it had suspended aid to Gaza.", "UNRWA"),
        ("The Houthi rebels say they will release a Saudi pilot.", "Houthi rebels"),
        ("Angela Merkel said that she would visit Tunisia.", "Angela Merkel"),
    ],
)
def test_who_a_pronoun_stands_for_is_shown_where_the_sentence_names_it(text: str, named: str) -> None:
    found = told(text)
    (event,) = found
    (actor,) = event.actors
    assert (actor.text, text[actor.start : actor.end]) == (named, named)
