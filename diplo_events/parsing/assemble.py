"""From a candidate to an event with one mention: the resolvers and the judge are asked in turn."""

from __future__ import annotations

import re
from datetime import date

from attrs import evolve, frozen

from diplo_events.dates.calendar import CalendarError, Unit, add
from diplo_events.dates.chain import DateResolver, resolve_date
from diplo_events.extraction.candidates import Candidate, Slot
from diplo_events.judgement.attribution import attributions
from diplo_events.model.events import Event, Note, StatusChange, event_id
from diplo_events.model.kinds import OFF, EventType, Status
from diplo_events.model.text import Mention, Span
from diplo_events.model.time import Bound, Tense, TimeExpression, When, edtf_of
from diplo_events.protocols import ActorResolver, StatusJudge, VenueResolver
from diplo_events.reading.blocks import ZoneKind
from diplo_events.reading.reading import Reading

_TENSE = {
    Status.HELD: Tense.PAST,
    Status.ONGOING: Tense.PAST,
    Status.PLANNED: Tense.FUTURE,
    Status.PROPOSED: Tense.FUTURE,
}


#: Types of which "since March" tells how long they last; of others, when they began: "since March, when it was lifted".
_LASTING = frozenset({EventType.VISIT, EventType.CONFERENCE})
#: Types that happen at a moment.
_MOMENTS = frozenset(
    {EventType.MEETING, EventType.CALL, EventType.SUMMONS, EventType.RECALL, EventType.EXPULSION, EventType.APPOINTMENT,
     EventType.AGREEMENT}
)  # fmt: skip


def _vague(when: When, candidate: Candidate) -> bool:
    """Whether a period is too long to date something that happens at a moment."""
    if candidate.type not in _MOMENTS and candidate.type is not EventType.VISIT:
        return False
    return when.start is not None and when.end is not None and (when.end - when.start).days > _LONGEST


def _is_of_the_saying(change: StatusChange, when: When, published: date) -> bool:
    """ "offered on Monday to host talks", "agreed on Tuesday to meet": a day that is over dates no event to come."""
    ahead = change.status is Status.PROPOSED or (
        change.status is Status.PLANNED and not change.rule.startswith(("purpose", "past"))
    )
    if change.status is Status.PROPOSED and when.end == published:
        return True
    return ahead and when.end is not None and when.end < published


def _tense(status: Status, expression: TimeExpression, *, sure: bool) -> Tense | None:
    """On which side a date lies by the status; None lets the words around it tell."""
    if status is Status.ONGOING and expression.bound is Bound.UNTIL:
        return Tense.FUTURE  # "is here until Wednesday"
    # A date that hangs on another verb has that verb's tense: "arrived on Monday to see".
    return _TENSE.get(status) if sure or status is Status.HELD else None


def _as_told(change: StatusChange) -> bool:
    """Whether a report that is denied tells the event as a fact: its day is that of the event."""
    return change.rule.startswith("told by the press")


def _shifted(when: When, days: int) -> When | None:
    """The same some days later or earlier; None at the edge of the calendar."""
    try:
        start, end = (day and add(day, days, Unit.DAY) for day in (when.start, when.end))
    except CalendarError:
        return None
    edtf = edtf_of(start, end, when.precision) if start and end else when.edtf
    return evolve(when, start=start, end=end, edtf=edtf, part_of_day=None)


def _complete(expression: TimeExpression, reading: Reading) -> When | None:
    """The period that the words tell by themselves, with its place in the original text; None if they need a day."""
    when = expression.when
    if when is None or when.relative_to is not None:
        return None
    return when.at(reading.span(when.span.start, when.span.end) if when.span is not None else None)


#: Days; a longer period dates no meeting.
_LONGEST = 400


#: Days; a date of what was called off is taken to lie ahead if it is not that much farther off than the one behind.
_RATHER_AHEAD = 4


def _behind_since(expression: TimeExpression, reading: Reading) -> bool:
    return reading.text[max(expression.span.start - 7, 0) : expression.span.start].lower().split()[-1:] == ["since"]


#: What tells, right before a verb, that the day has passed without the event.
_PAST_NEGATION = re.compile(r"\b(?:did not|didn['’]t|did n['’]t|was not|were not|never)\s*$")


def _did_not(change: StatusChange, reading: Reading) -> bool:
    """ "The call set for Monday did not take place": the Monday lies behind."""
    if change.evidence is None:
        return False
    start = change.evidence.start
    return _PAST_NEGATION.search(reading.text[max(start - 14, 0) : start]) is not None


@frozen(kw_only=True)
class Assembler:
    """Turns candidates into events of one mention."""

    actors: ActorResolver
    venues: VenueResolver
    judge: StatusJudge
    dates: DateResolver | None

    def __call__(self, reading: Reading, candidate: Candidate, place: int) -> Event:
        """The event that one candidate tells of, complete or not.

        Args:
            reading: the article.
            candidate: the candidate.
            place: its number among the candidates of this trigger and type, for the id.
        """
        change = self.judge(reading, candidate)
        if change.status is Status.HELD and _is_set_for(reading, candidate):
            change = evolve(change, status=Status.PLANNED, rule=f"set for a day: {change.rule}")
        participants = tuple(self.actors(reading, candidate))
        venue = self.venues(reading, candidate, participants)
        when = self._when(reading, candidate, change)
        if _futurate(reading, candidate, change):
            ahead = self._when(reading, candidate, evolve(change, status=Status.PLANNED))
            when = ahead if ahead is not None and _lies_ahead(ahead, reading) else when
        change, status = _in_time(change, when, reading)
        if status is Status.HELD and when is not None and _lies_ahead(when, reading):
            when = None  # a clear past tense: the date belongs to something else
        elif when is not None and change.rule.startswith(_TO_COME) and _is_over(when, reading):
            when = None  # "would follow talks held last week"
        trigger = reading.span(candidate.start, candidate.end)
        sentence = reading.sentences[reading.sentence_at(candidate.start)]
        return Event(
            id=event_id(reading.article.id, candidate.type, trigger.start, place),
            type=candidate.type,
            status=status,
            action=candidate.action,
            participants=participants,
            venue=venue,
            when=when,
            history=(change,),
            attributions=attributions(reading, candidate),
            agenda=tuple(reading.span(a.start, a.end) for a in candidate.of(Slot.AGENDA)),
            mentions=(
                Mention(
                    trigger=trigger,
                    sentence=reading.span(sentence.start, sentence.end),
                    article_id=reading.article.id,
                    rule=candidate.rule,
                ),
            ),
            confidence=0.6,
            notes=_notes(candidate, change, when, trigger),
        )

    def _when(self, reading: Reading, candidate: Candidate, change: StatusChange) -> When | None:
        times = candidate.of(Slot.TIME)
        published = reading.published
        if not times:
            return None
        expression = next((t for t in reading.times if t.span.start == times[0].start), None)
        if expression is None:
            return None
        if published is None:
            return _complete(expression, reading)
        if change.status is Status.HELD and candidate.type not in _LASTING and _behind_since(expression, reading):
            found = (self.dates or resolve_date)(
                expression.text, reference=reading.spoken_on or published, tense=Tense.PAST
            )
        elif change.status in (Status.DECLINED, Status.DENIED) and not times[0].sure and not _as_told(change):
            return None  # the day of the refusal, not of what was refused
        elif change.status is Status.PROPOSED and change.rule.startswith("past: ") and not times[0].sure:
            return None  # "threatened on Tuesday to recall"
        elif change.status in OFF or change.rule.startswith("past: "):
            ahead = change.status is not Status.DECLINED and not _did_not(change, reading)
            found = self._nearest(expression, reading, ahead=ahead)
        else:
            found = self._resolve(expression, reading, _tense(change.status, expression, sure=times[0].sure))
        if found is None or _vague(found, candidate):
            return None
        if not times[0].sure and _is_of_the_saying(change, found, published):
            return None
        if times[0].shift:
            found = _shifted(found, times[0].shift)
        if found is None:
            return None
        span = reading.span(expression.span.start, expression.span.end)
        return found.at(span)

    def _nearest(self, expression: TimeExpression, reading: Reading, *, ahead: bool) -> When | None:
        """Of what was called off: the reading that lies nearest to the publication, rather ahead of it than behind."""
        published = reading.published
        assert published is not None
        found = [w for t in (Tense.PAST, Tense.FUTURE) if (w := self._resolve(expression, reading, t)) and w.start]
        days = [((when.start or published) - published).days for when in found]
        bonus = _RATHER_AHEAD if ahead else 0
        ranked = sorted(zip(days, found, strict=True), key=lambda pair: abs(pair[0]) - bonus * (pair[0] >= 0))
        return ranked[0][1] if ranked else None

    def _resolve(self, expression: TimeExpression, reading: Reading, tense: Tense | None) -> When | None:
        assert reading.spoken_on is not None
        if self.dates is None:
            return expression.resolve(reference=reading.spoken_on, tense=tense)
        return self.dates(expression.text, reference=reading.spoken_on, tense=tense)


def _is_set_for(reading: Reading, candidate: Candidate) -> bool:
    """Whether an envoy is summoned for a day to come: "has summoned the ambassador for Monday"."""
    if candidate.type is not EventType.SUMMONS:
        return False
    starts = [argument.start for argument in candidate.of(Slot.TIME)]
    return any(reading.text[max(start - 5, 0) : start].lower().split()[-1:] == ["for"] for start in starts)


def _futurate(reading: Reading, candidate: Candidate, change: StatusChange) -> bool:
    """Whether a present tense of the body bears a date: "flies to Tokyo on Thursday" is said of what is to come."""
    if change.status is not Status.HELD or not change.rule.startswith("present tense") or not candidate.of(Slot.TIME):
        return False
    return reading.sentences[reading.sentence_at(candidate.start)].zone is ZoneKind.BODY


def _lies_ahead(when: When, reading: Reading) -> bool:
    return reading.published is not None and when.start is not None and when.start > reading.published


#: How the rules of what is still to come begin.
_TO_COME = ("would", "future")


def _is_over(when: When, reading: Reading) -> bool:
    return reading.published is not None and when.end is not None and when.end < reading.published


def _in_time(change: StatusChange, when: When | None, reading: Reading) -> tuple[StatusChange, Status]:
    """A date that lies ahead makes "meets on Monday" planned; one that is over ends what was to come."""
    status = change.status
    published = reading.published
    if published is None or when is None or when.start is None or when.start <= published:
        return change, status
    if status in (Status.HELD, Status.ONGOING) and not change.rule.startswith("past tense"):
        status = Status.PLANNED
        change = evolve(change, status=status, rule=f"{change.rule}; its date lies ahead")
    return change, status


def _notes(candidate: Candidate, change: StatusChange, when: When | None, trigger: Span) -> tuple[Note, ...]:
    notes = [
        Note(slot="type", rule=candidate.rule, span=trigger),
        Note(slot="status", rule=change.rule, span=change.evidence),
    ]
    if when is not None:
        notes.append(Note(slot="when", rule=f"{when.precision.value} from {when.text!r}", span=when.span))
    return tuple(notes)
