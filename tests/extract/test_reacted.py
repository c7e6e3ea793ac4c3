"""What a deed reacts to, visits told by their end, and whom one summons, complains of or condemns."""

import pytest
from extract_samples import NEWS, PUBLISHED, show

from kg.extract import get
from kg.model import Document

TABLE = {
    "Kenya complained to the UN on Uganda's engagement with the ADF.": [f"accuse: Kenya > Uganda | {NEWS} | happened"],
    "Pakistan on Friday summoned the top Indian diplomat in Islamabad.": [
        "accuse: Pakistan > India @ Islamabad | 2024-05-31 | happened"
    ],
    "Kenya has summoned the US Deputy Chief of Mission to the Ministry of Foreign Affairs.": [
        f"accuse: Kenya > United States | {NEWS} | happened"
    ],
    "Chad's President Idriss Déby was welcomed at the airport by Foreign Minister Manuel Augusto, Chadian "
    "embassy officials and others.": [f"host: Manuel Domingos Augusto > Idriss Déby | {NEWS} | happened"],
    "Ruto's visit responds to an invitation from President João Lourenço.": [
        "invite: João Lourenço > William Ruto | happened"
    ],
    "Ruto's visit comes at the invitation of President João Lourenço.": [
        "invite: João Lourenço > William Ruto | happened"
    ],
    "President George Weah returned from Guinea following a two-day state visit on the invitation of his Guinean "
    "counterpart Alpha Condé.": [
        "visit: George Weah > Guinea | happened",
        "invite: Alpha Condé > George Weah | happened",
    ],
    "The African Union on Sunday condemned a military takeover in Guinea.": [
        "accuse: African Union > Guinea | 2024-06-02 | happened"
    ],
    "The AU chairman called on the body's Peace and Security Council to meet urgently.": [
        f"request: AU chairman > African Union Peace and Security Council | {NEWS} | happened",
        "meet: African Union Peace and Security Council | proposed",
    ],
    "The UN Secretary-General and the African Union condemned the raid by Kenya.": [
        f"accuse: António Guterres, African Union > Kenya | {NEWS} | happened"
    ],
    "Israel carried out airstrikes inside Syria overnight in response to rocket fire against Israeli communities "
    "in the Golan.": [f"attack: Israel > Syria | {NEWS} | happened"],
    "Iran attacked a base in Iraq on Monday in retaliation for Israeli raids on Syria.": [
        "attack: Iran > Iraq | 2024-06-03 | happened",
        "attack: Israel > Syria | happened",
    ],
    "Two rockets were fired at northern Israel from Syria on Monday.": ["attack: Israel | 2024-06-03 | happened"],
    "The strike in Kabul, which killed five soldiers, was claimed by the Taliban.": [
        "attack: Afghanistan @ Kabul | happened"
    ],
    "The raid on Tanzania, which killed five soldiers, was condemned by Kenya.": ["attack: Tanzania | happened"],
    "The US targets network for evading Iran sanctions": [],
    "The US carried out strikes in Syria on Monday in retaliation for attacks on American troops.": [
        "attack: United States > Syria | 2024-06-03 | happened"
    ],
    "The Turkish and Ukrainian presidents on June 4 spoke over the phone and discussed the ongoing war between "
    "Moscow and Kyiv.": [
        "call: Recep Tayyip Erdoğan, Volodymyr Zelenskyy | 2024-06-04 | happened",
        "attack: Russia > Ukraine | ongoing",
    ],
    "Russia has reportedly used it for its war in Ukraine.": ["attack: Russia > Ukraine | happened"],
    "Iran supplied Russia with drones used to bomb civilians in the nation's invasion of Ukraine.": [
        f"aid: Iran > Russia | {NEWS} | happened"
    ],
    "Kenya and Somalia will rekindle diplomatic relations on Friday.": [
        "support: Kenya, Somalia > Kenya, Somalia | 2024-06-07 | planned"
    ],
    "Kenyan troops to be sent to Haiti": ["mobilize: Kenya > Haiti | planned"],
    "Kenyan envoy to be expelled from Somalia on Friday": ["coerce: Somalia > Kenya | 2024-06-07 | planned"],
    "Chad's government has repeatedly accused its western neighbour Sudan of financing and arming anti-Deby rebels.": [
        "accuse: Chad > Sudan | happened"
    ],
    'Calling the attacking forces "mercenaries", the Chadian government said the raid took place on Monday.': [],
    "Darfur-based rebels launched an attack near the Sudanese capital Khartoum in May.": [
        "attack: Darfur rebels > Sudan @ Khartoum | 2024-05 | happened"
    ],
    "EU leaders are anticipated to express their deep concern about the situation, condemn the raid on the "
    "police, and urge Serbia to fully cooperate.": ["request: European Union > Serbia | planned"],
    "The meetings concluded without an agreement between Kosovo and Serbia.": ["agree: Kosovo, Serbia | denied"],
    "Rabuka congratulated Jeremiah Manele following the elections earlier this year.": [
        f"support: Sitiveni Rabuka > Jeremiah Manele | {NEWS} | happened"
    ],
    "Solomon Island thanked Fiji for its support.": [],
    "Henare will tour the Blackrock Peacekeeping and Humanitarian Assistance and Disaster Relief Camp.": [],
    "Modi and Xi Monday also signed a joint communique.": ["agree: Narendra Modi, Xi Jinping | 2024-06-03 | happened"],
    "North Korea launched what appeared to be two missiles on Tuesday.": [f"mobilize: North Korea | {NEWS} | happened"],
    "New Zealand has paused millions of dollars in funding to the Cook Islands.": [
        f"sanction: New Zealand > Cook Islands | {NEWS} | happened"
    ],
    "Spain's Foreign Ministry has called in Israel's Chargé d'Affaires to formally protest the move.": [
        f"accuse: Ministry of Foreign Affairs of Spain > Israel | {NEWS} | happened"
    ],
    "The US imposed sanctions on Iran following its attack on Israel.": [
        f"sanction: United States > Iran | {NEWS} | happened",
        "attack: Iran > Israel | happened",
    ],
    "France, which holds the Security Council presidency for June, will visit Chad.": [
        "visit: France > Chad | planned"
    ],
    "Bainimarama will travel to Mexico to attend the third summit between Latin America and the European Union.": [
        "visit: Frank Bainimarama > Mexico | planned",
        "attend: Frank Bainimarama > European Union @ Mexico | planned",
    ],
    "Shehbaz Sharif attended the Pakistan-Turkiye-Azerbaijan Trilateral Summit on Monday.": [
        "attend: Shehbaz Sharif > Pakistan-Turkey-Azerbaijan summit | 2024-06-03 | happened"
    ],
    "The general came to Baku for talks with Zakir Hasanov and President Ilham Aliyev.": [],
    "Chinese ships pursued a Japanese coastguard vessel on Monday.": [
        "mobilize: China > Japan | 2024-06-03 | happened"
    ],
    "14 people had been arrested in connection with the attempted coup in Benin.": [
        "coerce: Benin > People | happened"
    ],
    "Fourteen people were arrested in Cotonou on Monday over a coup attempt.": [
        "coerce: Benin > People @ Cotonou | 2024-06-03 | happened"
    ],
    "Dozens of people were detained during protests in Minsk on Sunday.": [
        "coerce: Belarus > People @ Minsk | 2024-06-02 | happened"
    ],
    "Kenya's president addressed Kenya on Monday.": [],
    "Ruto addressed the United Nations on Monday.": ["attend: William Ruto > United Nations | 2024-06-03 | happened"],
}


@pytest.mark.parametrize(("text", "expected"), TABLE.items())
def test_table(text: str, expected: list[str]) -> None:
    document = Document(id="a", text=text, published=PUBLISHED)
    assert sorted(show(m) for m in get("syntax").extract(document) if m.type != "say") == sorted(expected)
