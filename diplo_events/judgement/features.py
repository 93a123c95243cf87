"""What the trained scorer looks at: named features of a mention, and of an event.

Features are strings with a value, so that :meth:`Event.explain` can name those that decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplo_events.extraction.candidates import Candidate, Slot
from diplo_events.model.events import Event
from diplo_events.model.kinds import ActorKind
from diplo_events.reading.reading import Reading

Features = dict[str, float]


def mention_features(reading: Reading, candidate: Candidate, mention: Event) -> Features:
    """The features of one mention: its rule, its status, its participants and setting, its place in the article.

    Args:
        reading: the article.
        candidate: what was proposed.
        mention: what the resolvers and the judge made of it.
    """
    names = ["bias", *_of_rule(candidate, mention), *_of_slots(candidate, mention)]
    names += [*_of_place(reading, candidate), _of_time(reading, mention)]
    return dict.fromkeys(names, 1.0)


def _of_rule(candidate: Candidate, mention: Event) -> Iterator[str]:
    kind = candidate.type.value
    yield f"type={kind}"
    yield f"rule={candidate.rule}"
    yield f"status={mention.status.value}"
    yield f"type+status={kind}+{mention.status.value}"
    yield f"verdict={mention.history[0].rule.split(';')[0].split('(')[0].strip()}+{mention.status.value}"
    if candidate.definite:
        yield "definite"


def _of_slots(candidate: Candidate, mention: Event) -> Iterator[str]:
    kind = candidate.type.value
    unsure = sum(not a.sure for a in candidate.of(Slot.PARTICIPANT))
    if unsure:
        yield f"unsure={min(unsure, 2)}"
    yield f"type+participants={kind}+{min(len(mention.participants), 4)}"
    kinds = sorted(p.actor.kind.value[:3] for p in mention.participants)[:3]
    yield f"type+kinds={kind}+{'+'.join(kinds)}"
    for p in mention.participants:
        if p.actor.kind is ActorKind.PERSON:
            yield "person with office" if p.actor.title else "person without office"
            yield "person with country" if p.actor.country or p.actor.organization else "person without country"
        elif not p.actor.named and p.actor.country is None:
            yield "group without country"
    if len({p.actor.country for p in mention.participants}) == 1 and len(mention.participants) > 1:
        yield "one country only"
    yield f"type+venue={kind}+{'place' if mention.venue and mention.venue.country else 'none'}"
    yield f"type+forum={kind}+{bool(mention.venue and mention.venue.forum)}"
    yield f"type+when={kind}+{'date' if mention.when else 'none'}"


def _of_place(reading: Reading, candidate: Candidate) -> Iterator[str]:
    number = reading.sentence_at(candidate.start)
    sentence = reading.sentences[number]
    yield f"zone={sentence.zone.value}"
    yield f"sentence={number if number < 4 else '4-8' if number < 9 else '9+'}"
    if reading.text[sentence.start : candidate.start].count('"') % 2:
        yield "inside quotation marks"
    if reading.text[sentence.start : sentence.end].rstrip().endswith("?"):
        yield "question"


def _of_time(reading: Reading, mention: Event) -> str:
    when, published = mention.when, reading.published
    if when is None or when.start is None or published is None:
        return "time=none"
    if when.start > published:
        return "time=ahead"
    end = when.end or when.start
    if end < published:
        return "time=days ago" if (published - end).days <= 3 else "time=over"
    return "time=now"


def event_features(event: Event, mentions: Sequence[Features], reading: Reading) -> Features:
    """The features of a merged event: those of all its mentions, and what the whole adds."""
    found: Features = {}
    for features in mentions:
        found.update(features)
    kind = event.type.value
    sides = {p.actor.country or p.actor.organization for p in event.participants}
    nations = len(reading.countries())
    officials = sum(bool(p.offices & _OFFICES) for p in reading.register.persons)
    whole = [
        f"final status={kind}+{event.status.value}",
        f"final venue={kind}+{bool(event.venue and event.venue.country)}",
        f"final when={kind}+{event.when is not None}",
        f"final sides={kind}+{min(len(sides), 3)}",
    ]
    if len(reading.sentences) <= SHORT:  # how often, how many: so few sentences cannot tell
        whole.append("short")
    else:
        whole += [
            f"mentions={min(len(event.mentions), 4)}",
            f"type+mentions={kind}+{min(len(event.mentions), 3)}",
            f"nations={nations if nations < 3 else '3-5' if nations < 6 else '6+'}",
            f"officials={officials if officials < 3 else '3+'}",
        ]
    found.update(dict.fromkeys(whole, 1.0))
    return found


#: A text of so few sentences is a snippet, not an article.
SHORT = 4
#: Offices that make an article one of foreign affairs.
_OFFICES = frozenset("head_of_state head_of_government foreign diplomat deputy_foreign defence security".split())
