"""Status by scope: one sentence for each way in which news prose gives or takes it."""

from __future__ import annotations

import pytest

from diplo_events import parse_article

_X, _Y = "Foreign Minister Orsolya Bárány of Hungary", "Slovak President Štefan Hrubý"

CASES = [
    # tense, modality and reported speech
    (f"{_X} met {_Y} in Vienna on Monday.", "meeting", "held"),
    (f"{_X} will meet {_Y} in Vienna on Monday.", "meeting", "planned"),
    (f"{_X} said she would meet {_Y} in Vienna.", "meeting", "planned"),
    (f"{_X} may meet {_Y} in Vienna next week.", "meeting", "proposed"),
    (f"{_X} flies to Lisbon on Sunday.", "visit", "planned"),
    (f"{_X} is to visit Lisbon next month.", "visit", "planned"),
    (f"{_X} is visiting Lisbon this week.", "visit", "ongoing"),
    (f"{_X} is in Lisbon for a three-day visit.", "visit", "ongoing"),
    (f"{_X} is in Vienna for talks with {_Y}.", "meeting", "ongoing"),
    (f"{_X} was allowed to see {_Y} in Vienna.", "meeting", "held"),
    (f"{_X} was not allowed to see {_Y} in Vienna.", "meeting", "declined"),
    (f"No date has been set for the visit of {_X} to Lisbon.", "visit", "planned"),
    (f"A meeting of {_X} with {_Y} had to be called off.", "meeting", "cancelled"),
    (f"Nothing came of a plan for {_X} to meet {_Y}.", "meeting", "cancelled"),
    (f"{_X} has been in Lisbon since Tuesday.", "visit", "ongoing"),
    (f"{_X} arrived in Lisbon on Thursday.", "visit", "ongoing"),
    (f"The Danube summit that will bring {_X} and {_Y} to Vienna was discussed.", "visit", "planned"),
    (f"They welcomed the visit that {_X} will make to Lisbon.", "visit", "planned"),
    (f"Talks between {_X} and {_Y} get under way in Vienna on Friday.", "meeting", "planned"),
    (f"Talks between {_X} and {_Y} will get under way in Vienna.", "meeting", "planned"),
    (f"Talks between {_X} and {_Y} are under way in Vienna.", "meeting", "ongoing"),
    (f"A call between {_X} and {_Y}, her host in May, could be arranged.", "call", "proposed"),
    (f"A stop by {_X} in Lisbon meant to mend ties was cancelled because of a strike.", "visit", "cancelled"),
    (f"{_X} arrived in Lisbon on Monday on a week-long visit.", "visit", "ongoing"),
    (f"{_X} arrived in Lisbon on Monday on a two-day visit.", "visit", "held"),
    (f"{_X} landed in Lisbon on Thursday and was gone by nightfall.", "visit", "held"),
    (f"{_X} and {_Y} sat down in Vienna on Wednesday for four days of talks.", "meeting", "ongoing"),
    # negation
    (f"{_X} did not meet {_Y} in Vienna.", "meeting", "denied"),
    (f"{_X} met no Slovak officials in Vienna, and never met {_Y}.", "meeting", "denied"),
    (f"{_X} has no plans to visit Lisbon.", "visit", "denied"),
    (f"There are no plans for {_X} to visit Lisbon.", "visit", "denied"),
    (f"{_X} will no longer travel to Lisbon next month.", "visit", "cancelled"),
    (f"{_X} will not travel to Lisbon on June 9 after all.", "visit", "cancelled"),
    (f"{_X} did not rule out a meeting with {_Y}.", "meeting", "proposed"),
    # refusal, request, offer
    (f"{_X} refused for the third time to meet {_Y}.", "meeting", "declined"),
    (f"{_X} asked to meet {_Y} in Vienna.", "meeting", "proposed"),
    (f"{_X} agreed to meet {_Y} in Vienna.", "meeting", "planned"),
    (f"A request by {_X} for a meeting with {_Y} could not be accommodated.", "meeting", "declined"),
    (f"{_X} walked out rather than meet {_Y}.", "meeting", "declined"),
    (f"{_X} had asked for a word with {_Y} in Vienna and been refused.", "meeting", "declined"),
    ("Hungary said it will not come to talks with Slovakia in Vienna next week.", "meeting", "declined"),
    (f"Austria has offered to have {_X} and {_Y} to lunch in Vienna.", "meeting", "proposed"),
    # plans that came to nothing
    (f"The trip of {_X} to Lisbon, pencilled in for June 9, is now off.", "visit", "cancelled"),
    (f"{_X} was to have visited Lisbon on Friday.", "visit", "cancelled"),
    (f"{_X} had been due in Lisbon on Friday, but the trip has been put off to another date.", "visit", "postponed"),
    (f"The talks between {_X} and {_Y} stand postponed.", "meeting", "postponed"),
    (f"The meeting between {_X} and {_Y}, set for 9 June, could not proceed.", "meeting", "cancelled"),
    (f"{_X}, who was due in Lisbon on 9 June, will not be going for the time being.", "visit", "postponed"),
    (f"A call between {_X} and {_Y}, arranged for 9 June, had to be moved to 12 June.", "call", "postponed"),
    (f"{_X}'s trip to Lisbon, which had been set for 9 June, will take place in July.", "visit", "postponed"),
    ("The Danube summit, planned for June in Vienna, is now to take place in July.", "conference", "postponed"),
    ("Austria was to host the Danube summit in June but has scrapped it: X fell ill.", "conference", "cancelled"),
    # reports and their denial
    (f"A Vienna daily had it that {_X} had met {_Y}. Not so, said the ministry.", "meeting", "denied"),
    (f"The ministry dismissed as baseless a report that {_X} had met {_Y}.", "meeting", "denied"),
    (f"Reports that {_X} met {_Y} in Vienna are without foundation.", "meeting", "denied"),
    (f"It is not true that {_X} met {_Y} in Vienna.", "meeting", "denied"),
    (f"A daily wrote that {_X} had met {_Y} in Vienna. She had not.", "meeting", "denied"),
    (f"Did {_X} meet {_Y} in Vienna? I have seen that report. No such meeting took place.", "meeting", "denied"),
    (f"Will {_X} meet {_Y} in Vienna? There is no meeting scheduled.", "meeting", "denied"),
    (f"Asked if {_X} had telephoned {_Y}, her spokesman said there had been no such call.", "call", "denied"),
    (f"Asked if {_X} would visit Lisbon, her spokesman said there were no plans.", "visit", "denied"),
    (f"Asked if {_X} would visit Lisbon, her spokesman smiled.", "visit", "proposed"),
    (f"The claim of a Vienna daily, that {_X} had telephoned {_Y}, was dismissed by the ministry.", "call", "denied"),
    (f"{_X} telephoned {_Y} after the claim that a bridge had fallen was dismissed.", "call", "held"),
    # conditions and questions
    (f"{_X} hopes for a word with {_Y} at the Danube summit, which opens on 9 June.", "conference", "planned"),
    (f"Will {_X} meet {_Y} when the two attend the Danube summit on 9 June? No.", "conference", "planned"),
    (f"If the truce holds, {_X} would meet {_Y} in Vienna.", "meeting", "proposed"),
    (f"Will {_X} meet {_Y} in Vienna?", "meeting", "proposed"),
    (f"{_Y} will see the envoy of {_X}, should he arrive in Lisbon by June 9.", "visit", "proposed"),
    # order in time
    (f"Ahead of talks with {_Y} on Sunday, {_X} promised reforms.", "meeting", "planned"),
    (f"After talks with {_Y}, {_X} promised reforms.", "meeting", "held"),
    # only its date is open
    (f"No date has been fixed for the talks between {_X} and {_Y}.", "meeting", "planned"),
    (f"The date of a meeting between {_X} and {_Y} has not yet been announced.", "meeting", "planned"),
    (f"The date of a meeting between {_X} and {_Y} has yet to be set.", "meeting", "planned"),
    # what was done at it, and what is planned for it
    (
        f"The loan was agreed between {_X} and {_Y} at a meeting in Vienna, at which they agreed to reopen the border.",
        "meeting",
        "held",
    ),
    (
        f"{_X} said {_Y} will join her for a meeting in Vienna, at which they will agree to reopen the border.",
        "meeting",
        "planned",
    ),
]


@pytest.mark.parametrize(("text", "type_", "status"), CASES)
def test_status(text: str, type_: str, status: str) -> None:
    events = parse_article(text, published="2023-06-02").events
    assert status in [e.status.value for e in events if e.type.value == type_], [str(e) for e in events]


def test_the_side_that_refused_is_told() -> None:
    (event,) = parse_article(f"{_X} refused to meet {_Y}.", published="2023-06-02").events
    assert event.history[-1].by is not None
    assert "Bárány" in event.history[-1].by
