"""When an event took place, chosen among the times that the article offers by a trained ranker.

The rules date an event by the words of its own sentence, or lend it the date of a neighbour. This module lists what
else the article offers (the times before and behind, the day of publication, no date at all) with named features, and
lets the log-linear ranker "date" choose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import evolve

from diplo_events.judgement.scorer import Ranker
from diplo_events.merging.options import BEFORE, BEHIND, STEP, Option, best, between, chosen, crossed, phase
from diplo_events.model.events import Event
from diplo_events.model.kinds import DONE, Status
from diplo_events.model.time import Precision, Tense, TimeExpression, TimexType, When
from diplo_events.reading.blocks import ZoneKind
from diplo_events.reading.reading import Reading
from diplo_events.tables.grammar import report_verbs
from diplo_events.tables.lemmas import past_forms, verb_lemmas

#: Steps of distance within a sentence that are told apart.
_STEPS = 5
#: Characters before a time in which its preposition and a verb of saying are looked for.
_REACH = 40
#: Days that bound the ranges of distance from publication.
_RANGES = (0, 1, 7, 31, 400)
_PREPOSITIONS = frozenset(
    "on in at by since until till from for to of during before after over through between a last next this".split()
)

Days = tuple[date | None, date | None]


def choose_dates(reading: Reading, events: Sequence[Event], ranker: Ranker) -> list[Event]:
    """The events, each on the days for which most speaks. Without a day of publication nothing is chosen."""
    if reading.published is None:
        return list(events)
    return [_moved(event, date_options(reading, events, at), ranker) for at, event in enumerate(events)]


def _moved(event: Event, options: Sequence[Option[When]], ranker: Ranker) -> Event:
    option = best(options, ranker)
    if option is options[0]:
        return event
    when = option.value
    note = chosen("when", option.features, ranker, when.span if when is not None else None)
    return evolve(event, when=when, notes=(*event.notes, note))


def date_options(reading: Reading, events: Sequence[Event], at: int) -> list[Option[When]]:
    """The dates that one of an article's events might have, one a period; that of the rules comes first."""
    event = events[at]
    offers: dict[Days, tuple[When | None, set[str]]] = {}
    for when, names in _offers(reading, event):
        offers.setdefault(_days(when), (when, set()))[1].update(names)
    others = _dates_of_others(events, at)
    for days, (when, names) in offers.items():
        names |= _of_days(when, reading.published, event.status) | others.get(days, set())
    return [Option(when, crossed(names, event)) for when, names in offers.values()]


def _days(when: When | None) -> Days:
    return (when.start, when.end) if when is not None else (None, None)


def _offers(reading: Reading, event: Event) -> Iterator[tuple[When | None, set[str]]]:
    yield event.when, {"rules", f"rules: {_rule(event)}"}
    today = reading.published
    if today is not None:
        yield from _told(reading, event)
        yield When(start=today, end=today, relative_to=today), {"publication"}
    yield None, {"none"}


def _rule(event: Event) -> str:
    """How the rules came to the date, in a word or two."""
    if event.when is None:
        return "none"
    notes = [note.rule for note in event.notes if note.slot == "when"]
    return next((kind for kind in ("assumed", "date of", "under way") if notes and notes[-1].startswith(kind)), "told")


# -- times told --------------------------------------------------------------------------------------------------------


def _told(reading: Reading, event: Event) -> Iterator[tuple[When, set[str]]]:
    mentions = [(reading.sentence_of_original(m.sentence.start), m.trigger.start) for m in event.mentions]
    first, last = min(number for number, _ in mentions), max(number for number, _ in mentions)
    for time in reading.times:
        number = reading.sentence_at(time.span.start)
        if number > last + BEHIND:
            break
        if number < first - BEFORE or time.timex_type in (TimexType.DURATION, TimexType.SET):
            continue
        distance, trigger = min(
            ((number - mine, trigger) for mine, trigger in mentions),
            key=lambda pair: (abs(pair[0]), abs(pair[1] - time.span.start)),
        )
        if not -BEFORE <= distance <= BEHIND:
            continue
        names = set(_of_time(reading, time, distance, trigger, first))
        for tense in _TENSES[phase(event.status)]:
            when = time.resolve(reference=reading.spoken_on or date.min, tense=tense)
            if when is not None and (when.start or when.end) and not _too_late(event, when, reading):
                yield when.at(reading.span(time.span.start, time.span.end)), names


def _too_late(event: Event, when: When, reading: Reading) -> bool:
    """What is over does not lie ahead."""
    if event.status not in DONE or reading.published is None or when.start is None:
        return False
    return when.start > reading.published


#: In which tenses a time is read, by where the event lies.
_TENSES: dict[str, tuple[Tense | None, ...]] = {
    "done": (Tense.PAST,),
    "ahead": (Tense.FUTURE, None),
    "off": (Tense.PAST, Tense.FUTURE),
}


def _of_time(reading: Reading, time: TimeExpression, distance: int, trigger: int, first: int) -> Iterator[str]:
    sentence = reading.sentences[reading.sentence_at(time.span.start)]
    yield f"at {f'{distance:+d}' if distance else 'same'}"
    before = reading.text[max(time.span.start - _REACH, sentence.start) : time.span.start].lower().split()
    words = [word.strip(",.;:\"'()") for word in before]
    yield f"behind {words[-1] if words and words[-1] in _PREPOSITIONS else 'other'}"
    if any(_says(word) for word in words[-3:]):
        yield "said"
    if distance:
        if sentence.zone is not reading.sentences[first].zone:
            yield "other zone"
        rivals = [t for t in reading.times if sentence.start <= t.span.start < sentence.end]
        yield "alone" if len(rivals) <= 1 else "last" if rivals[-1] is time else "not last"
    else:
        yield from _within_sentence(reading, time, trigger)
    if time.anchored:
        yield "anchored"
    if time.bound is not None:
        yield f"bound {time.bound.value}"
    if sentence.zone is not ZoneKind.BODY:
        yield f"in {sentence.zone.value}"


def _says(word: str) -> bool:
    """Whether a word is a form of a verb of saying: the date behind it may be that of the saying."""
    lemmas = (verb_lemmas().get(word), past_forms().get(word), word.removesuffix("ed"), word.removesuffix("s"))
    return any(lemma in report_verbs() for lemma in lemmas)


def _within_sentence(reading: Reading, time: TimeExpression, trigger: int) -> Iterator[str]:
    side, text = between(reading, trigger, reading.span(time.span.start, time.span.end))
    yield f"same {side}"
    yield f"same gap {min(len(text) // STEP, _STEPS)}"
    yield f"same commas {min(text.count(',') + 2 * text.count(';'), 3)}"


# -- what the days themselves say --------------------------------------------------------------------------------------


def _of_days(when: When | None, published: date | None, status: Status) -> set[str]:
    if when is None:
        return set()
    names = {f"wide {when.precision.value}"}
    if when.precision is Precision.PERIOD and when.start and when.end:
        names.add(f"period {min((when.end - when.start).days // 10, 5)}")
    if published is not None and when.start is not None:
        end = when.end or when.start
        lies = "ahead" if when.start > published else "over" if end < published else "now"
        far = (when.start - published).days if lies == "ahead" else (published - end).days
        names |= {f"{lies} {next((r for r in _RANGES if far <= r), 'long')}", f"{lies} of {phase(status)}"}
    return names


def _dates_of_others(events: Sequence[Event], at: int) -> dict[Days, set[str]]:
    """What the dates of other events say: who shares a participant tends to share the day, others take it away."""
    mine = {participant.actor.name for participant in events[at].participants}
    found: dict[Days, set[str]] = {}
    for number, other in enumerate(events):
        if number == at or other.when is None:
            continue
        shared = mine & {participant.actor.name for participant in other.participants}
        names = found.setdefault(_days(other.when), set())
        names.add("of a related event" if shared else "of another event")
        if other.type is events[at].type:
            names.add("of one of its type")
    return found
