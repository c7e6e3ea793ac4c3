"""Text → events in the turns of agency reports: bodies without a country, phone calls, orders, calls for release.

Texts of our own, published on Wednesday 5 June 2024; "¶" parts paragraphs.
"""

import pytest
from extract_samples import sides, told

AGENCY = {
    # Whose the army, the police and the government are: by place, dateline, topic, or whom they depose.
    "DHAKA, June 5 (Reuters) - Bangladesh was calm on Wednesday. ¶ The army seized two Indian trawlers.": [
        "coerce: Army of Bangladesh > India | happened"
    ],
    "The army deposed Mahamat Deby on Monday.": ["coerce: Army of Chad > Mahamat Déby | happened"],
    "Police detained a French reporter in Bamako.": ["coerce: Police of Mali > French reporters | happened"],
    "LIMA, June 5 (AFP) - Peru mourned on Tuesday. ¶ The government accused Bolivia of meddling.": [
        "accuse: Peru > Bolivia | happened"
    ],
    "The government accused Bolivia of meddling.": [],
    "Zambia's kwacha fell and Zambia mourned. ¶ The health ministry demanded aid from Norway.": [
        "request: Ministry of Health of Zambia > Norway | happened"
    ],
    "Peru issued a stern reminder to Chile that it must pay.": ["request: Peru > Chile | happened"],
    "The EU imposed sanctions in relation to Belarus.": ["sanction: European Union > Belarus | happened"],
    # Whom sanctions are meant for.
    "Britain imposed sanctions on nine firms linked to Myanmar's army.": [
        "sanction: United Kingdom > Army of Myanmar | happened"
    ],
    "Canada froze the assets of three bankers close to President Alexander Lukashenko.": [
        "sanction: Canada > Alexander Lukashenko | happened"
    ],
    "Japan slapped sanctions on 12 officials loyal to Daniel Ortega.": ["sanction: Japan > Daniel Ortega | happened"],
    "Bill Clinton signed an order lifting US sanctions against Vietnam's banks.": [
        "retreat: Bill Clinton > Vietnamese banks | happened"
    ],
    "Joko Widodo issued a decree imposing sanctions on Brunei.": ["sanction: Joko Widodo > Brunei | happened"],
    "Emmerson Mnangagwa signed a law banning imports from Zambia.": [
        "sanction: Emmerson Mnangagwa > Zambia | happened"
    ],
    "Norway suspended tens of millions of dollars in aid to Uganda.": ["sanction: Norway > Uganda | happened"],
    # Arrests that name nobody who makes them.
    "Kizza Besigye was arrested in Nairobi on Monday.": ["coerce: Kenya > Kizza Besigye | happened"],
    "Maria Ressa was sentenced to six years in prison in Manila.": ["coerce: Philippines > Maria Ressa | happened"],
    "Alassane Ouattara was detained on Sunday.": ["coerce: Ivory Coast > Alassane Ouattara | happened"],
    "A man was arrested on Sunday.": [],
    # Who is named of several, and beside another's title.
    "Narendra Modi met leaders including Anthony Albanese and Fumio Kishida in Lima.": [
        "meet: Narendra Modi > Anthony Albanese, Fumio Kishida | happened"
    ],
    "Kosovo has been recognised by 100 countries including Ghana.": [
        "support: 100 countries, Ghana > Kosovo | happened"
    ],
    # Winners and new holders of an office.
    "Ghana's electoral commission declared John Mahama the winner.": [
        "appoint: Election commission of Ghana > John Mahama | happened"
    ],
    "Bola Tinubu was declared the winner on Wednesday.": ["appoint: Bola Tinubu | happened"],
    "Michelle Bachelet became president of Chile in 2006.": ["appoint: Michelle Bachelet | happened"],
    "Barack Obama became the first president to visit Laos.": ["visit: Barack Obama > Laos | happened"],
    # Calls, orders, delegations.
    "Wang Yi told Annalena Baerbock in a phone call that the tariffs were illegal.": [
        "call: Wang Yi > Annalena Baerbock | happened"
    ],
    "Idriss Deby ordered two battalions to the border with Sudan.": ["mobilize: Idriss Déby > Sudan | happened"],
    "Ahmed Attaf will lead a delegation to Bamako on Friday.": ["visit: Ahmed Attaf > Mali | planned"],
    "Indian navy ships blocked a Pakistani vessel on Monday.": ["coerce: Navy of India > Pakistan | happened"],
    # Who was let do it did it.
    "Federica Mogherini was allowed to visit Aung San Suu Kyi in May.": [
        "visit: Federica Mogherini > Myanmar | happened",
        "meet: Federica Mogherini > Aung San Suu Kyi | happened",
    ],
    "Turkish envoys were permitted to visit Cuba.": ["visit: Turkey > Cuba | happened"],
    "UN observers will be allowed to visit Togo.": ["visit: UN observers > Togo | planned"],
    # Journeys called by where they go.
    "Finnish minister postpones Peru visit": ["visit: Finland > Peru | cancelled"],
    "Merkel cancels Mali trip": ["visit: Angela Merkel > Mali | cancelled"],
    "Lula da Silva put off his Ghana trip on Monday.": ["visit: Luiz Inácio Lula da Silva > Ghana | cancelled"],
    "Narendra Modi's Nepal visit ended on Monday.": ["visit: Narendra Modi > Nepal | happened"],
    "The Qatari delegation's visit to Cuba ended on Monday.": ["visit: Qatar > Cuba | happened"],
    # The two, the North, then-US.
    "Paul Kagame met Yoweri Museveni on Monday, and the two agreed to reopen the border.": [
        "meet: Paul Kagame > Yoweri Museveni | happened",
        "agree: Paul Kagame, Yoweri Museveni | happened",
    ],
    "Peru and Chile exchanged envoys. ¶ The two signed a treaty on fishing.": ["agree: Chile, Peru | happened"],
    "Emmanuel Macron telephoned Evo Morales in 2018. ¶ The pair met in Paris a year later.": [
        "call: Emmanuel Macron > Evo Morales | happened",
        "meet: Emmanuel Macron, Evo Morales | happened",
        "visit: Evo Morales > France | happened",
    ],
    "The two buses collided near Lima. ¶ Peru mourned.": [],
    "South Korea thanked Japan. ¶ North Korea fired a missile. ¶ South Korea condemned the North.": [
        "support: South Korea > Japan | happened",
        "mobilize: North Korea | happened",
        "accuse: South Korea > North Korea | happened",
    ],
    "Hamid Karzai met then-U.S. President George W. Bush on Monday.": [
        "meet: Hamid Karzai > George W. Bush | happened"
    ],
    # With each of several.
    "Colin Powell telephoned both Khurshid Kasuri and Yashwant Sinha.": [
        "call: Colin Powell > Khurshid Mahmud Kasuri | happened",
        "call: Colin Powell > Yashwant Sinha | happened",
    ],
    "Wen Jiabao and Wu Bangguo met separately with Nursultan Nazarbayev.": [
        "meet: Wen Jiabao > Nursultan Nazarbayev | happened",
        "meet: Wu Bangguo > Nursultan Nazarbayev | happened",
    ],
    "Kofi Annan spoke separately with Ariel Sharon and Mahmoud Abbas.": [
        "meet: Kofi Annan > Ariel Sharon | happened",
        "meet: Kofi Annan > Mahmoud Abbas | happened",
    ],
    # What an agreement points back to; what a seat and a backer do not tell.
    "Mali and Chad signed a treaty. ¶ Macky Sall assured Mali of help. ¶ Ghana welcomed the agreement.": [
        "agree: Mali, Chad | happened",
        "agree: Macky Sall > Mali | happened",
        "support: Ghana > Mali, Chad | happened",
    ],
    "Brazil lodged a complaint with the Geneva-based body.": [],
    "Kenyan soldiers were flown to Haiti on Tuesday.": ["mobilize: Kenya > Haiti | happened"],
    # What falls with a journey that is called off.
    "Lula da Silva called off a trip to Ghana, where he was to meet John Mahama.": [
        "visit: Luiz Inácio Lula da Silva > Ghana | cancelled",
        "meet: Luiz Inácio Lula da Silva > John Mahama | cancelled",
    ],
    "Angela Merkel's visit to Peru was cancelled. ¶ She was due to hold talks with Ollanta Humala.": [
        "visit: Angela Merkel > Peru | cancelled",
        "meet: Angela Merkel > Ollanta Humala | cancelled",
    ],
    "Xi Jinping will visit Peru. ¶ He was due to meet Dina Boluarte.": [
        "visit: Xi Jinping > Peru | planned",
        "meet: Xi Jinping > Dina Boluarte | planned",
    ],
    "William Ruto revoked an invitation to Salva Kiir to visit Nairobi.": [
        "reject: William Ruto > Salva Kiir | happened",
        "invite: William Ruto > Salva Kiir | cancelled",
        "visit: Salva Kiir > Kenya | cancelled",
    ],
    # Whose embassy is closed, who is made to do something, who goes on trial.
    "Canada closed Iran's embassy in Ottawa.": ["coerce: Canada > Iran | happened"],
    "Ghana shut the Togolese consulate in Accra.": ["coerce: Ghana > Togo | happened"],
    "Norway closed its embassy in Khartoum.": ["sanction: Norway > Sudan | happened"],
    "The raid prompted Colombia to expel Venezuela's ambassador.": ["coerce: Colombia > Venezuela | happened"],
    "Sweden recognised the massacre, prompting Turkey to recall its ambassador from Stockholm.": [
        "sanction: Turkey > Sweden | happened"
    ],
    "Imelda Marcos went on trial in Manila in 2018.": ["coerce: Philippines > Imelda Marcos | happened"],
    "Charles Taylor will stand trial in Freetown.": ["coerce: Sierra Leone > Charles Taylor | planned"],
    # The island.
    "Taiwan thanked Paraguay on Monday. ¶ Santiago Pena visited the island in May.": [
        "support: Taiwan > Paraguay | happened",
        "visit: Santiago Peña > Taiwan | happened",
    ],
    "Raul Castro freed two Swedes in Cuba. ¶ Carl Bildt will visit the island in July.": [
        "retreat: Raúl Castro > Swedes | happened",
        "visit: Carl Bildt > Cuba | planned",
    ],
    "Chile mourned on Monday. ¶ Evo Morales visited the island.": [],
    # Votes that condemn, rebels abroad, coups, letters.
    "The UN General Assembly voted 120-4 to condemn Libya.": [
        "accuse: United Nations General Assembly > Libya | happened"
    ],
    "Norway's parliament voted to recognise Somaliland.": ["support: Parliament of Norway > Somaliland | happened"],
    "Joseph Boakai met rebel leaders in Accra on Wednesday.": ["meet: Joseph Boakai > Rebel leaders | happened"],
    "Guinean soldiers seized power on Sunday.": ["coerce: Guinea | happened"],
    "The Thai army seized power in 2014.": ["coerce: Army of Thailand > Thailand | happened"],
    "Sheikh Hasina handed a letter to Ban Ki-moon.": [],
    "Nigeria handed two suspects to Ghana.": ["retreat: Nigeria > Ghana | happened"],
    "ECOWAS lifted sanctions on Guinea on Saturday.": [
        "retreat: Economic Community of West African States > Guinea | happened"
    ],
    # A surname that is a modal verb.
    "Theresa May flew to Paris on Monday. ¶ May met Emmanuel Macron there.": [
        "visit: Theresa May > France | happened",
        "meet: Theresa May > Emmanuel Macron | happened",
    ],
}


@pytest.mark.parametrize("text", AGENCY)
def test_turns_of_agency_reports(text: str) -> None:
    assert [f"{sides(m)} | {m.status}" for m in told(text)] == AGENCY[text]
