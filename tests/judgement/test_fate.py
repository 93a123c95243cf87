"""What the words behind an event make of it."""

from __future__ import annotations

import pytest

from diplo_events.data import rows
from diplo_events.judgement.fate import fate, made_later
from diplo_events.judgement.refutation import refuted
from diplo_events.model.kinds import NEGATIVE, EventType, Status

_HERE = "Premier Ada Holm of Norway was to visit Rome on Monday."


@pytest.mark.parametrize(
    ("status", "type_", "behind", "expected"),
    [
        (Status.PLANNED, EventType.VISIT, "The trip has been pushed into June.", Status.POSTPONED),
        (Status.PLANNED, EventType.VISIT, "It has since been called off.", Status.CANCELLED),
        (Status.PLANNED, EventType.VISIT, "She will not be going after all.", Status.CANCELLED),
        (Status.PLANNED, EventType.VISIT, "She will not be going for the time being.", Status.POSTPONED),
        (Status.PLANNED, EventType.MEETING, "The talks never took place.", Status.CANCELLED),
        (Status.PROPOSED, EventType.VISIT, "She sent her regrets.", Status.DECLINED),
        (Status.PROPOSED, EventType.MEETING, "Rome turned the idea down.", Status.DECLINED),
        (Status.PROPOSED, EventType.MEETING, "The request was rejected.", Status.DECLINED),
        (Status.PLANNED, EventType.VISIT, "The ministry said she would stay at home.", Status.CANCELLED),
        (Status.PROPOSED, EventType.MEETING, "Both sides refused.", Status.DECLINED),
        (Status.PROPOSED, EventType.MEETING, "Oslo said that was out of the question.", Status.DECLINED),
        (Status.PROPOSED, EventType.MEETING, '"There is nothing to discuss," she said.', Status.DECLINED),
        (Status.PROPOSED, EventType.VISIT, "Rome did not take up the offer.", Status.DECLINED),
        (Status.PLANNED, EventType.VISIT, "Rome has put the trip on hold.", Status.POSTPONED),
        (Status.PLANNED, EventType.VISIT, "Rome has called the trip off.", Status.CANCELLED),
        (Status.PLANNED, EventType.VISIT, "The visit will not take place before May.", Status.POSTPONED),
        # another trip, another's refusal, a refusal to speak
        (Status.PLANNED, EventType.VISIT, "Her trip to Cairo has been put off.", None),
        (Status.PLANNED, EventType.VISIT, "Peru's minister, she said, pulled out of a race.", None),
        (Status.PROPOSED, EventType.VISIT, "She declined to comment.", None),
        (Status.PROPOSED, EventType.VISIT, "Rome has not said no.", None),
        (Status.PLANNED, EventType.VISIT, "There were rumours that the trip had been called off.", None),
        (Status.PLANNED, EventType.CONFERENCE, "She will not be going.", None),
    ],
)
def test_fate(status: Status, type_: EventType, behind: str, expected: Status | None) -> None:
    found = fate(status, type_, _HERE, "", behind)
    assert (found.status if found else None) is expected


def test_fate_in_the_own_sentence() -> None:
    rest = " in Rome this week, has asked for more time."
    found = fate(Status.PLANNED, EventType.VISIT, f"Premier Ada Holm, who was due{rest}", rest, "")
    assert found is not None
    assert found.status is Status.POSTPONED


def test_a_participle_joined_to_the_plan() -> None:
    rest = " to Rome, arranged for May and shelved at Italy's request, has no new date."
    found = fate(Status.PLANNED, EventType.VISIT, f"Her trip{rest}", rest, "")
    assert found is not None
    assert found.status is Status.POSTPONED


def test_the_sentence_after_next_needs_a_noun() -> None:
    args = (Status.PLANNED, EventType.VISIT, _HERE, "", "Her staff had packed.")
    assert fate(*args, "It has been called off.") is None
    assert fate(*args, "The visit has been called off.") is not None


@pytest.mark.parametrize(
    ("before", "behind", "expected"),
    [
        ("A Roman daily reported that Ada Holm had met ", "The ministry called the report a lie.", True),
        ("Radio Rome claimed that Ada Holm had met ", "There was no such meeting, her office said.", True),
        ("A Roman daily reported that Ada Holm had met ", "The ministry called the result a success.", False),
        ("Ada Holm said she had met ", "The ministry called the report a lie.", False),
    ],
)
def test_refuted(before: str, behind: str, *, expected: bool) -> None:
    assert refuted(before, EventType.MEETING, "Bo Lind.", behind) is expected


@pytest.mark.parametrize(
    ("beyond", "earlier", "expected"),
    [
        ("They did not meet, the ministry said.", "", True),
        ('"She has not spoken to him," her office said.', "", True),
        ("They did not discuss oil.", "", False),
        ("", "Oslo dismissed as fiction a report on its premier.", True),
        ("", "Oslo dismissed its ambassador after a report.", False),
    ],
)
def test_refuted_farther_off(beyond: str, earlier: str, *, expected: bool) -> None:
    before = "A Roman daily reported that Ada Holm had met "
    assert refuted(before, EventType.MEETING, "Bo Lind.", "", beyond=beyond, earlier=earlier) is expected


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("The trip would be made before the year is out.", True),
        ("She said she would come in the autumn.", True),
        ("Her trip to Cairo will be made in May.", False),
        ("She will go to Cairo in May.", False),
        ("Rumours had it that the trip would be made in May.", False),
    ],
)
def test_made_later(behind: str, *, expected: bool) -> None:
    assert made_later(EventType.VISIT, _HERE, behind) is expected


def test_table() -> None:
    table = list(rows("fate_cues.tsv"))
    types = {*(t.value for t in EventType), "any"}
    for row in table:
        if row["kind"] in ("noun", "deed"):
            assert row["gives"] in types
        elif row["kind"] == "anew":
            assert row["gives"] in ("event", "person", "later")
        elif row["kind"] in ("offer", "report", "untrue", "untrue said"):
            assert row["gives"] == ""
        else:
            assert Status(row["gives"]) in NEGATIVE
    assert table == sorted(table, key=lambda row: (row["kind"], row["gives"], row["cue"]))
