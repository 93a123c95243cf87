"""The scorer itself: it rewards what is right, and nothing else."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from diplo_events import Actor, ActorKind, Event, EventType, Mention, Participant, Role, Span, Status, Venue, When
from tests.golden.figures import by_status, by_type, figures
from tests.golden.floors import LoweringRefused, below, read_floors, update
from tests.golden.gold import Case, GoldEvent, read_checklist
from tests.golden.matching import Outcome, compare, wrong_slots
from tests.golden.names import fold, same_body, same_forum, same_person

TEXT = "Ann Lee met Bo Dahl."
MENTION = Mention(trigger=Span.of(TEXT, 8, 11), sentence=Span.of(TEXT, 0, len(TEXT)), article_id="a", rule="test")


def person(name: str, country: str | None, role: Role = Role.INITIATOR) -> Participant:
    return Participant(actor=Actor(name=name, kind=ActorKind.PERSON, country=country), role=role)


def state(name: str, country: str) -> Participant:
    return Participant(actor=Actor(name=name, kind=ActorKind.GOVERNMENT, country=country), role=Role.INITIATOR)


def event(
    *who: Participant,
    kind: EventType = EventType.MEETING,
    status: Status = Status.HELD,
    venue: Venue | None = None,
    days: tuple[str, str] | None = ("2020-01-03", "2020-01-03"),
) -> Event:
    when = When(start=dt.date.fromisoformat(days[0]), end=dt.date.fromisoformat(days[1])) if days else None
    return Event(id="x", type=kind, status=status, participants=who, venue=venue, when=when, mentions=(MENTION,))


def gold(line: str, tmp_path: Path) -> tuple[GoldEvent, ...]:
    path = tmp_path / "one.tsv"
    path.write_text(f"# comment\ntext\tpublished\texpect\n{TEXT}\t2020-01-05\t{line}\n", encoding="utf-8")
    return read_checklist(path)[0].events


def outcome(line: str, tmp_path: Path, *events: Event) -> Outcome:
    return compare(Case(id="c", text=TEXT, published="2020-01-05", events=gold(line, tmp_path)), events)


ANN, BO = person("Ann Lee", "USA"), person("Bo Dahl", "SWE", Role.COUNTERPART)
RIGA = Venue(city="Riga", country="LVA")
LINE = "meeting/held | Ann Lee=USA ; Bo Dahl=SWE | Riga,LVA | 2020-01-03"


def test_all_right(tmp_path: Path) -> None:
    got = outcome(LINE, tmp_path, event(ANN, BO, venue=RIGA))
    assert got.right
    assert figures([got]).f1 == figures([got]).complete_f1 == 1.0


@pytest.mark.parametrize(
    ("found", "wrong"),
    [
        (event(ANN, BO, venue=RIGA, status=Status.PLANNED), {"status"}),
        (event(ANN, BO, venue=RIGA, days=("2020-02-03", "2020-02-03")), {"date"}),
        (event(ANN, BO, venue=RIGA, days=("2020-01-01", "2020-01-31")), {"date"}),
        (event(ANN, BO, venue=RIGA, days=None), {"date"}),
        (event(ANN, BO), {"venue country"}),
        (event(ANN, venue=RIGA), {"participant missing"}),
        (event(ANN, BO, person("Cy Roe", "USA"), venue=RIGA), {"participant too many"}),
        (event(ANN, BO, state("Sweden", "SWE"), venue=RIGA), set()),
        (event(ANN, BO, state("Norway", "NOR"), venue=RIGA), {"participant too many"}),
        (event(person("Lee", None), BO, venue=RIGA, days=("2020-01-02", "2020-01-04")), set()),
    ],
)
def test_wrong_slots(found: Event, wrong: set[str], tmp_path: Path) -> None:
    assert wrong_slots(gold(LINE, tmp_path)[0], found) == wrong


def test_another_type_or_other_people_is_another_event(tmp_path: Path) -> None:
    for found in (event(ANN, BO, kind=EventType.CALL), event(person("Cy Roe", "USA"), person("Di Poe", "SWE"))):
        got = outcome(LINE, tmp_path, found)
        assert len(got.missed) == len(got.extra) == 1


def test_a_visit_elsewhere_is_another_visit(tmp_path: Path) -> None:
    line = "visit/held | Ann Lee=USA | Riga,LVA | 2020-01-03"
    elsewhere = event(ANN, kind=EventType.VISIT, venue=Venue(city="Oslo", country="NOR"))
    assert outcome(line, tmp_path, elsewhere).missed
    with_host = event(ANN, person("Bo Dahl", "SWE", Role.HOST), kind=EventType.VISIT, venue=RIGA)
    assert outcome(line, tmp_path, with_host).right


def test_optional_events_neither_reward_nor_punish(tmp_path: Path) -> None:
    for events in ((), (event(ANN, BO, venue=RIGA),)):
        got = outcome(f"?{LINE}", tmp_path, *events)
        assert got.right
        assert not got.pairs


def test_implied_visits_are_forgiven(tmp_path: Path) -> None:
    visit = event(ANN, kind=EventType.VISIT, venue=RIGA)
    assert outcome(LINE, tmp_path, event(ANN, BO, venue=RIGA), visit).right
    assert outcome("-", tmp_path, visit).extra


def test_question_marks(tmp_path: Path) -> None:
    line = "meeting/held/ongoing | Ann Lee=USA ; Bo Dahl=SWE ; ?Cy Roe=USA | ?Riga,LVA | ?2020-01-03"
    assert outcome(line, tmp_path, event(ANN, BO, days=None, status=Status.ONGOING)).right
    assert outcome(line, tmp_path, event(ANN, BO, person("Cy Roe", "USA"), venue=RIGA)).right
    wrong = outcome(line, tmp_path, event(ANN, BO, venue=Venue(country="NOR"), days=("2019-01-03", "2019-01-03")))
    assert wrong.pairs[0].wrong == {"date", "venue country"}


def test_sides_of_a_summons(tmp_path: Path) -> None:
    line = "summons/held | [Norway]=NOR ; [Iran]=IRN | - | 2020-01-03"
    norway, iran = state("Norway", "NOR"), state("Iran", "IRN")
    assert outcome(line, tmp_path, event(norway, iran, kind=EventType.SUMMONS)).right
    assert outcome(line, tmp_path, event(iran, norway, kind=EventType.SUMMONS)).pairs[0].wrong == {"sides reversed"}


def test_held_wrongly(tmp_path: Path) -> None:
    line = LINE.replace("held", "declined")
    assert outcome(line, tmp_path, event(ANN, BO, venue=RIGA)).held_wrongly
    assert not outcome(line, tmp_path, event(ANN, BO, venue=RIGA, status=Status.DECLINED)).held_wrongly
    assert outcome("-", tmp_path, event(ANN, BO)).held_wrongly


def test_figures_by_type_and_status(tmp_path: Path) -> None:
    got = [outcome(LINE, tmp_path, event(ANN, BO, venue=RIGA, status=Status.PLANNED), event(ANN, kind=EventType.VISIT))]
    assert by_type(got)[EventType.MEETING].f1 == 1.0
    assert by_type(got)[EventType.MEETING].complete_f1 == 0.0
    assert by_type(got)[EventType.VISIT].f1 == 0.0
    assert by_status(got)[Status.HELD] == (1, 1, 0)


def test_names() -> None:
    assert fold("José Ramírez’s G-7") == "jose ramirez g7"
    assert same_person("William J. Burns", "William Burns")
    assert not same_person("William Burns", "Barbara Burns")
    assert same_body("EU", "European Union")
    assert same_forum("G-20 summit", "the annual G20")
    assert not same_forum("Arctic Council", "Pacific Reef Forum")


def test_bad_checklist_lines_are_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"one\.tsv, line 3"):
        gold("meeting/helt | Ann Lee=USA | - | -", tmp_path)
    with pytest.raises(ValueError, match=r"one\.tsv, line 3"):
        gold("meeting/held | Ann Lee=USA | -", tmp_path)
    with pytest.raises(ValueError, match=r"Name=CCC"):
        gold("meeting/held | Ann Lee | - | -", tmp_path)


def test_floors_rise_freely_and_sink_only_with_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert update({"articles": {"f1": 0.5}}, reason=None, path=path) == []
    assert update({"articles": {"f1": 0.6}}, reason=None, path=path) == []
    with pytest.raises(LoweringRefused, match=r"articles f1: 0\.4 < 0\.6"):
        update({"articles": {"f1": 0.4}}, reason=" ", path=path)
    assert read_floors(path) == {"articles": {"f1": 0.6}}
    update({"articles": {"f1": 0.4}}, reason="the gold was wrong", path=path)
    assert read_floors(path) == {"articles": {"f1": 0.4}}
    assert json.loads(path.read_text(encoding="utf-8"))["lowered"][0]["reason"] == "the gold was wrong"


def test_a_figure_that_is_no_longer_measured_is_below() -> None:
    assert below({}, {"articles": {"f1": 0.1}}) == ["articles f1: not measured < 0.1"]
