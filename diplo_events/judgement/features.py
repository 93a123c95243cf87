"""What the trained scorers look at: named features of a mention, and of an event.

Features are strings with a value, so that :meth:`Event.explain` can name those that decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from diplo_events.extraction.candidates import Candidate, Slot
from diplo_events.extraction.syntax import is_verb
from diplo_events.model.events import Event
from diplo_events.model.kinds import ActorKind
from diplo_events.reading.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

Features = dict[str, float]

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_NEAR = 6


def mention_features(reading: Reading, candidate: Candidate, mention: Event) -> Features:
    """The features of one mention: its trigger, the words over and around it, its arguments, its place in the article.

    Args:
        reading: the article.
        candidate: what was proposed.
        mention: what the resolvers and the rules' judge made of it.
    """
    found: Features = {"bias": 1.0}
    token = reading.token(candidate.start)
    for name in _of_candidate(candidate, mention):
        found[name] = 1.0
    for name in _of_place(reading, candidate):
        found[name] = 1.0
    if token is not None:
        for name in _of_tree(token):
            found[name] = 1.0
        for name in _of_words(token):
            found[name] = 1.0
    for name in _of_time(reading, candidate, mention):
        found[name] = 1.0
    return found


def _of_candidate(candidate: Candidate, mention: Event) -> Iterator[str]:
    kind = candidate.type.value
    yield f"type={kind}"
    yield f"rule={candidate.rule}"
    yield f"status={mention.status.value}"
    yield f"type+status={kind}+{mention.status.value}"
    yield f"verdict={mention.history[0].rule.split(';')[0].split('(')[0].strip()}+{mention.status.value}"
    if candidate.definite:
        yield "definite"
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
    before = reading.text[sentence.start : candidate.start]
    if before.count('"') % 2:
        yield "inside quotation marks"
    if reading.text[sentence.start : sentence.end].rstrip().endswith("?"):
        yield "question"


def _of_tree(token: Token) -> Iterator[str]:
    """The trigger, what hangs on it, and the words over it."""
    yield f"trigger={token.lemma_.lower()}/{token.tag_}"
    yield f"dep={token.dep_}"
    yield from _node(token, "0")
    below = token
    for height in range(1, 5):
        head = below.head
        if head == below:
            yield f"root at={height - 1}"
            break
        lemma = head.lemma_.lower()
        yield f"over={lemma}+{below.dep_}"
        if height <= 2:
            yield f"over{height}={lemma}"
        yield from _node(head, str(min(height, 2)))
        below = head


def _node(token: Token, height: str) -> Iterator[str]:
    if is_verb(token):
        yield f"tag{height}={token.tag_}"
    for child in token.children:
        if child.dep_ in ("aux", "auxpass", "mark", "prt", "neg"):
            yield f"{child.dep_}{height}={child.lower_}"
        elif child.dep_ in ("amod", "advmod", "acomp", "compound") and height == "0":
            yield f"mod={child.lemma_.lower()}"
        elif child.dep_ == "advmod":
            yield f"adv={child.lower_}"
        elif child.dep_ == "det" and height == "0":
            yield f"det={child.lower_}"


def _of_words(token: Token) -> Iterator[str]:
    doc = token.doc
    for other in doc[max(token.i - _NEAR, 0) : token.i + _NEAR + 1]:
        if other != token and other.pos_ in _CONTENT and other.is_alpha:
            yield f"near={other.lemma_.lower()}"
    for other in doc:
        if other.lower_ in _MARKERS:
            yield f"word={other.lower_}"


_MARKERS = frozenset(
    """not no never neither nor but if unless would could may might will shall should until yet still already instead off
    denied refused declined rejected cancelled postponed delayed planned scheduled due expected proposed invited offered
    possible today tomorrow yesterday now after before ahead since""".split()
)


def _of_time(reading: Reading, candidate: Candidate, mention: Event) -> Iterator[str]:
    when, published = mention.when, reading.published
    if when is None or when.start is None or published is None:
        yield "time=none"
        return
    end = when.end or when.start
    if when.start > published:
        yield "time=ahead"
    elif end < published:
        yield "time=days ago" if (published - end).days <= 3 else "time=over"
    else:
        yield "time=now"
    yield f"precision={when.precision.value}"


def event_features(event: Event, mentions: Sequence[Features], reading: Reading) -> Features:
    """The features of a merged event: those of its mentions, the strongest of each, and what the whole adds."""
    found: Features = {}
    for features in mentions:
        found.update(features)
    kind = event.type.value
    found[f"mentions={min(len(event.mentions), 4)}"] = 1.0
    found[f"type+mentions={kind}+{min(len(event.mentions), 3)}"] = 1.0
    found[f"final status={kind}+{event.status.value}"] = 1.0
    found[f"final venue={kind}+{bool(event.venue and event.venue.country)}"] = 1.0
    found[f"final when={kind}+{event.when is not None}"] = 1.0
    sides = {p.actor.country or p.actor.organization for p in event.participants}
    found[f"final sides={kind}+{min(len(sides), 3)}"] = 1.0
    nations = len(reading.register.countries())
    found[f"nations={nations if nations < 3 else '3-5' if nations < 6 else '6+'}"] = 1.0
    officials = sum(bool(p.offices & _OFFICES) for p in reading.register.persons)
    found[f"officials={officials if officials < 3 else '3+'}"] = 1.0
    return found


#: Offices that make an article one of foreign affairs.
_OFFICES = frozenset({"head_of_state", "head_of_government", "foreign", "diplomat", "deputy_foreign", "defence", "security"})
