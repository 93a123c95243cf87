"""Agreements, appointments, expulsions, recalls, summonses, ties and sanctions, sentence by sentence.

Each line of a table is a short text, the type that must come out of it, the action, and the countries or persons that
take part, the acting side first; the tables of near misses give no event of these types.
"""

from __future__ import annotations

import pytest

from diplo_events import parse_article
from diplo_events.model.events import Event
from diplo_events.model.kinds import EventType, Role

_TYPES = frozenset(
    {EventType.AGREEMENT, EventType.APPOINTMENT, EventType.EXPULSION, EventType.RECALL, EventType.SUMMONS,
     EventType.RELATIONS, EventType.SANCTION}
)  # fmt: skip

TOLD = [
    # text; type; action; sides, the acting one first
    ("Peru summoned Chile's ambassador on Monday.", "summons", "summoned", "PER CHL"),
    ("Norway called in the Iranian ambassador over the sentence.", "summons", "summoned", "NOR IRN"),
    ("Egypt's envoy was called to the foreign ministry in Rome; Italy is furious.", "summons", "summoned", "ITA EGY"),
    ("The Indonesian envoy was hauled in by the Australian government on Tuesday.", "summons", "summoned", "AUS IDN"),
    ("Mexico handed the Spanish ambassador a note of protest on Thursday.", "summons", "protested", "MEX ESP"),
    ("Japan lodged a formal protest with South Korea over the drill.", "summons", "protested", "JPN KOR"),
    ("Ghana asked the Togolese ambassador to come in and explain the shooting.", "summons", "summoned", "GHA TGO"),
    ("Latvia conveyed a strong protest to Belarus on Monday.", "summons", "protested", "LVA BLR"),
    ("Poland expelled three Belarusian diplomats on Monday.", "expulsion", "expelled", "POL BLR"),
    ("Kenya declared two Sudanese diplomats persona non grata.", "expulsion", "expelled", "KEN SDN"),
    ("Denmark gave the Libyan consul 48 hours to leave the country.", "expulsion", "expelled", "DNK LBY"),
    ("Bolivia ordered the Peruvian attache out of the country on Sunday.", "expulsion", "expelled", "BOL PER"),
    ("Chad told the French ambassador to pack his bags.", "expulsion", "expelled", "TCD FRA"),
    ("Malta threw out a Russian diplomat last week.", "expulsion", "expelled", "MLT RUS"),
    ("Sudan barred the Kenyan consul from re-entering the country.", "expulsion", "barred", "SDN KEN"),
    ("Turkey recalled its ambassador to Sweden for consultations.", "recall", "recalled", "TUR SWE"),
    ("Brazil called home its ambassador in Israel on Monday.", "recall", "recalled", "BRA ISR"),
    ("Colombia ordered its ambassador to Nicaragua home.", "recall", "recalled", "COL NIC"),
    ("Algeria pulled its ambassador out of Morocco.", "recall", "recalled", "DZA MAR"),
    ("Kuwait withdrew its ambassador from Lebanon on Friday.", "recall", "recalled", "KWT LBN"),
    ("Georgia asked its envoy in Armenia to come home.", "recall", "recalled", "GEO ARM"),
    ("Morocco sent its ambassador back to Spain on Tuesday.", "recall", "returned", "MAR ESP"),
    ("Kenya fell out with Somalia. Somalia answered by bringing home its ambassador.", "recall", "recalled", "SOM KEN"),
    ("Peru's ambassador to Chile, Ana Rios, called home on May 3, will stay away.", "recall", "recalled", "PER CHL"),
    ("Togo is angry with Benin. Its own man in Cotonou has been ordered home.", "recall", "recalled", "TGO BEN"),
    ("Burundi told a pair of Rwandan attaches to quit the country.", "expulsion", "expelled", "BDI RWA"),
    ("Kenya told Chad that its ambassador was no longer welcome.", "expulsion", "expelled", "KEN TCD"),
    ("Oman barred the ambassador of Yemen from going back to Muscat.", "expulsion", "barred", "OMN YEM"),
    ("Iran severed diplomatic relations with Morocco.", "relations", "cut", "IRN MAR"),
    ("Malawi broke off relations with Libya on Friday.", "relations", "cut", "MWI LBY"),
    ("Zambia and Fiji established diplomatic ties on Monday.", "relations", "opened", "ZMB FJI"),
    ("Hungary reopened its embassy in Ecuador last month.", "relations", "opened", "HUN ECU"),
    ("The Austrian embassy in Nepal will close in June.", "relations", "closed", "AUT NPL"),
    ("Nepal regrets the closure of Austria's embassy.", "relations", "closed", "AUT NPL"),
    ("Portugal downgraded its ties with Eritrea.", "relations", "downgraded", "PRT ERI"),
    ("Sweden recognised Palestine on Thursday.", "relations", "recognised", "SWE PSE"),
    ("Mongolia said it would restore diplomatic relations with Peru.", "relations", "opened", "MNG PER"),
    ("The Treasury designated two Yemeni banks on Monday.", "sanction", "imposed", "USA YEM"),
    ("Canada imposed sanctions on Belarus.", "sanction", "imposed", "CAN BLR"),
    ("Japan lifted its sanctions against Myanmar on Tuesday.", "sanction", "lifted", "JPN MMR"),
    ("Switzerland froze the assets of two Libyan ministers.", "sanction", "imposed", "CHE LBY"),
    ("Britain put seven Zimbabwean officials on its sanctions list.", "sanction", "imposed", "GBR ZWE"),
    ("Australia revoked the visas of four Fijian officers.", "sanction", "imposed", "AUS FJI"),
    ("Norway eased its arms embargo on Sudan.", "sanction", "eased", "NOR SDN"),
    ("Chile and Vietnam signed a free trade agreement on Sunday.", "agreement", "signed", "CHL VNM"),
    ("Oman initialled a border treaty with Yemen.", "agreement", "signed", "OMN YEM"),
    ("A fisheries accord was reached between Senegal and Mauritania.", "agreement", "reached", "SEN MRT"),
    ("The memorandum, initialled on Friday by the ministers of Chad and Sudan, is short.", "agreement", "signed",
     "TCD SDN"),
    ("Togo's parliament ratified the treaty with Benin.", "agreement", "approved", "TGO BEN"),
    ("Paraguay walked out of the river pact with Argentina.", "agreement", "left", "PRY ARG"),
    ("Laos and Cambodia put their names to a treaty on the border.", "agreement", "signed", "LAO KHM"),
]  # fmt: skip

APPOINTED = [
    # text; action; whom
    ("Greece named Eleni Pappa ambassador to Cyprus on Monday.", "named", "Eleni Pappa"),
    ("President Ruiz nominated Carlos Vega as ambassador to Spain.", "nominated", "Carlos Vega"),
    ("Ambassador Carlos Vega presented his credentials to the king on Tuesday.", "credentials", "Carlos Vega"),
    ("The new British ambassador, Helen Marsh, takes up her post in May.", "arrived", "Helen Marsh"),
    ("Foreign Minister Helen Marsh resigned on Friday.", "resigned", "Helen Marsh"),
    ("The cabinet approved the appointment of Helen Marsh as ambassador to Chile.", "named", "Helen Marsh"),
    ("Helen Marsh, the ambassador, was given the post by the queen.", "named", "Helen Marsh"),
    ("Helen Marsh will be the next ambassador to Chile.", "named", "Helen Marsh"),
]

#: Sentences that tell of several events of one type: text, type, the acting sides.
SEVERAL = [
    ("Uruguay and Bolivia withdrew their ambassadors from Paraguay.", "recall", "URY BOL"),
    ("Bahrain and Sudan cut relations with Iran.", "relations", "BHR SDN"),
    ("Yemen and Eritrea named ambassadors to each other.", "appointment", "YEM ERI"),
]

NEAR_MISSES = [
    "The carmaker recalled 20,000 vehicles in Japan and Germany over a faulty brake.",
    "Spanish club Real Union signed an agreement with Brazilian striker Paulo Dias.",
    "The cabinet sanctioned a budget of 40 million rupees for a bridge to Nepal.",
    "The ambassador to Peru recalled his happy childhood in France.",
    "A court in Turin summoned two Albanian witnesses on Monday.",
    "Germany called for restraint between India and Pakistan.",
    "Exports from Peru to Chile rose by six percent in March.",
    "The board appointed Anna Berg finance director of the Swedish firm.",
    "The airline has broken off its relationship with a Danish dealer.",
    "The French retailer reached an agreement with its Polish supplier.",
    "Ethiopia's party congress expelled two members on Friday.",
    "In the novel a judge and a coach break off relations between France and Italy on page 9.",
    "The embassy of Kenya in Paris celebrated the national day.",
]


def _events(text: str) -> list[Event]:
    return [e for e in parse_article(text, published="2010-05-20").events if e.type in _TYPES]


@pytest.mark.parametrize(("text", "type_", "action", "sides"), TOLD)
def test_told(text: str, type_: str, action: str, sides: str) -> None:
    found = [e for e in _events(text) if e.type.value == type_]
    assert found, "no such event"
    event = found[0]
    assert event.action is not None
    assert event.action.value == action
    countries = list(dict.fromkeys(p.actor.country for p in event.participants if p.actor.country))
    assert set(sides.split()) <= set(countries)
    if type_ not in ("agreement", "relations"):
        assert countries[0] == sides[:3], "the acting side stands first"


@pytest.mark.parametrize(("text", "action", "whom"), APPOINTED)
def test_appointed(text: str, action: str, whom: str) -> None:
    found = [e for e in _events(text) if e.type is EventType.APPOINTMENT]
    assert found, "no appointment"
    assert found[0].action is not None
    assert found[0].action.value == action
    assert whom in [p.actor.name for p in found[0].participants if p.role is Role.APPOINTEE]


@pytest.mark.parametrize(("text", "type_", "sides"), SEVERAL)
def test_several(text: str, type_: str, sides: str) -> None:
    found = [e for e in _events(text) if e.type.value == type_]
    acting = {p.actor.country for e in found for p in e.participants[:1]}
    assert len(found) == len(sides.split())
    assert acting == set(sides.split())


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_near_misses(text: str) -> None:
    assert not _events(text)
