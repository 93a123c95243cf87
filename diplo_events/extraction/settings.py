"""The setting of an event: where and when, as far as the sentence hangs it on the trigger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from diplo_events.extraction.candidates import Argument, Slot
from diplo_events.extraction.context import Context
from diplo_events.extraction.day_labels import label_over
from diplo_events.extraction.earlier_acts import dates_earlier_act
from diplo_events.extraction.intervals import day_before, days_between, is_day, is_last_time, marker_above
from diplo_events.extraction.phrasal import operator_of
from diplo_events.extraction.syntax import deep_preposed, is_verb, preposed, subject
from diplo_events.model.kinds import EventType, Status
from diplo_events.model.time import TimeExpression
from diplo_events.reading.lexicon import NameKind
from diplo_events.tables.grammar import light_verbs, report_verbs
from diplo_events.tables.triggers import triggers_by_head

if TYPE_CHECKING:
    from spacy.tokens import Token

_LOCATIVE = frozenset({"in", "at", "on", "near", "outside", "aboard", "inside"})
_OCCASION = frozenset({"at", "during", "on", "after", "in", "of", "alongside"})
#: What is held beside a gathering is held on its margins.
MARGINS = frozenset({"sideline", "sidelines", "margin", "margins", "fringe", "fringes", "eve", "edge", "edges"})
GATHERINGS = frozenset({"summit", "conference", "forum", "assembly", "dialogue", "gathering", "congress", "symposium"})
_PLACED = frozenset({EventType.MEETING, EventType.CONFERENCE, EventType.AGREEMENT, EventType.VISIT})


def setting_arguments(token: Token, context: Context, type_: EventType, *, has_place: bool) -> Iterator[Argument]:
    """Place, forum, agenda and time of the event that ``token`` names."""
    if type_ is not EventType.CALL:
        if not has_place and type_ is not EventType.VISIT:
            yield from _places(token, context)
        if type_ in (EventType.MEETING, EventType.AGREEMENT, EventType.VISIT):
            yield from _occasions(token, context)
    yield from _agenda(token, context)
    time, shift = dated(token, context)
    label = label_over(context.reading, context.offsets(token)[0]) if time is None else None
    if label is not None:
        yield Argument(slot=Slot.TIME, start=label.span.start, end=label.span.end)
    elif time is not None:
        sure = bool(shift) or _own(time, token, context)
        yield Argument(slot=Slot.TIME, start=time.span.start, end=time.span.end, sure=sure, shift=shift)


def _scope(token: Token) -> Iterator[Token]:
    """The trigger and the verbs that carry it, up to the edge of its clause."""
    yield token
    step = token
    for _ in range(5):
        head = step.head
        if head == step:
            return
        if is_verb(head):
            if head.lemma_ in report_verbs() and step.dep_ in ("ccomp", "advcl"):
                return
            if step.dep_ in ("relcl", "acl"):
                return
            yield head
        elif head.pos_ in ("NOUN", "PROPN") and step.dep_ in ("relcl", "acl"):
            return
        elif head.pos_ in ("NOUN", "PROPN"):
            yield head
        step = head


def _places(token: Token, context: Context) -> Iterator[Argument]:
    for node in _scope(token):
        found = list(_locatives(node, context)) or (
            _goals(node, context) if node != token or node.lemma_ in _WELCOMING else []
        )
        if found:
            for noun in found:
                start, end = context.offsets(context.place_word(noun))
                yield Argument(slot=Slot.PLACE, start=start, end=end, sure=node == token)
            return
        where = next((c for c in node.children if c.lower_ in ("here", "there", "where") and c.dep_ == "advmod"), None)
        if where is not None and where.lower_ == "where":
            where = node.head if node.dep_ == "relcl" and context.is_place(node.head) else None
        if where is not None:
            start, end = context.offsets(where)
            yield Argument(slot=Slot.PLACE, start=start, end=end)
            return


def is_topic(preposition: Token, noun: Token, context: Context) -> bool:
    """ "talks on Iraq", "a summit on the Mekong": what they are about; an island may be a place, "met on Crete" is."""
    name = context.name(noun) if preposition.lower_ == "on" else None
    if name is None:
        return False
    region = name.sense(NameKind.REGION)
    wide = region is not None and region.country is None and preposition.head.pos_ == "NOUN"
    return wide or name.sense(NameKind.COUNTRY) is not None


def _goals(node: Token, context: Context) -> list[Token]:
    """Where a journey for the event leads, or who hosts it: "flew to Paris for lunch", "X offers to host"."""
    host = subject(node) if node.lemma_ == "host" and is_verb(node) else None
    if host is not None and context.is_government(host) and context.is_place(host):
        return [host]
    if node.lemma_ in _WELCOMING:
        return [noun for noun in deep_preposed(node, "to") if context.is_place(noun)]
    journeys = triggers_by_head().get((node.lemma_, "V"), ())
    if not any(trigger.type is EventType.VISIT for trigger in journeys):
        return []
    return [noun for noun in preposed(node, "to", "into", "for") if context.is_place(noun)]


#: Verbs behind whose "to" the host's place stands: "will welcome X to Washington".
_WELCOMING = frozenset({"welcome", "invite"})
#: Verbs behind whose "for" a place may stand: "is set for Geneva".
_SET = frozenset({"set", "schedule", "slate", "plan", "book", "pencil", "due", "fix"})


def _locatives(node: Token, context: Context) -> Iterator[Token]:
    queue = [c for c in node.children if c.dep_ in ("prep", "acl", "npadvmod", "pobj", "dobj", "attr", "advmod")]
    steps = 0
    while queue and steps < 60:
        child = queue.pop(0)
        steps += 1
        if child.dep_ == "prep" and (child.lower_ in _LOCATIVE or (child.lower_ == "for" and node.lemma_ in _SET)):
            for noun in child.children:
                if noun.dep_ == "pobj" and context.is_place(noun) and not is_topic(child, noun, context):
                    yield noun
        if not (is_verb(child) and child.dep_ != "acl") and child.dep_ not in ("poss", "relcl"):
            queue.extend(c for c in child.children if c.dep_ in ("prep", "pobj", "npadvmod", "acl", "appos"))


def _occasions(token: Token, context: Context) -> Iterator[Argument]:
    for node in _scope(token):
        for child in node.children:
            if child.dep_ != "prep" or child.lower_ not in _OCCASION:
                continue
            for noun in child.children:
                if noun.dep_ != "pobj":
                    continue
                gathering = _gathering(noun, context)
                if gathering is not None:
                    start, end = context.offsets(gathering)
                    yield Argument(slot=Slot.FORUM, start=start, end=end)
                    return


def _gathering(noun: Token, context: Context) -> Token | None:
    if noun.lemma_.lower() in MARGINS:
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                return next((c for c in child.children if c.dep_ == "pobj"), None)
        return None
    name = context.name(noun)
    if noun.lemma_.lower() in GATHERINGS or (name is not None and name.kind is NameKind.FORUM):
        return noun
    return None


def _agenda(token: Token, context: Context) -> Iterator[Argument]:
    """ "to discuss X", "talks on X", "about X": the whole phrase."""
    for node in _scope(token):
        for child in node.children:
            if child.lemma_ == "discuss" and child.i > node.i:
                yield _phrase(child, context)
                return
            if node == token and child.dep_ == "prep" and child.lower_ in _ABOUT:
                noun = next((c for c in child.children if c.dep_ == "pobj"), None)
                if noun is not None and not context.is_place(noun) and not context.is_time(noun):
                    yield _phrase(noun, context)
                    return


def _phrase(token: Token, context: Context) -> Argument:
    start, _ = context.offsets(token.left_edge if not is_verb(token) else token)
    _, end = context.offsets(token.right_edge)
    return Argument(slot=Slot.AGENDA, start=start, end=end)


# -- time --------------------------------------------------------------------------------------------------------------

_FAR = 100
#: A time that is no more steps farther off counts as near as the nearest.
_AS_NEAR = 3
_ABOUT = frozenset({"on", "about", "over", "regarding", "concerning"})


def dated(token: Token, context: Context) -> tuple[TimeExpression | None, int]:
    """The time expression that dates an event, and the days by which the words say that it lies off it."""
    above = marker_above(token)
    days = days_between(above[0], context) if above is not None else None
    if above is not None and days is not None:
        return _off(above, days, context)
    time = best_time(token, context)
    anchor = _anchor(time, context) if time is not None else None
    if time is not None and above is not None and anchor is not None and _lies_beyond(time, anchor, above):
        return None, 0
    below = marker_above(anchor) if anchor is not None else None
    if below is None or (below[0].i < token.i and token in below[1].subtree):
        return time, 0
    return time, days_between(below[0], context) or 0


def _lies_beyond(time: TimeExpression, anchor: Token, above: tuple[Token, Token]) -> bool:
    """ "plans talks in May after X put off a trip": what the past clause tells has no day that is still to come."""
    marker, head = above
    when = time.when
    if head.tag_ != "VBD" or marker.lower_ != "after" or when is None or when.start is None or when.relative_to is None:
        return False
    return when.start > when.relative_to and anchor not in head.subtree


def _off(above: tuple[Token, Token], days: int, context: Context) -> tuple[TimeExpression | None, int]:
    """What dates the clause "a day after X met": a time of its own, else that of the sentence around, less the days."""
    marker, head = above
    inside = {token.i for token in head.subtree}
    outer: TimeExpression | None = None
    for time in context.times():
        anchor = _anchor(time, context)
        if anchor is None:
            continue
        if anchor.i in inside and anchor.i > marker.i:
            return time, 0
        if outer is None or anchor.i < marker.i:
            outer = time
    return outer or day_before(context), -days


def best_time(token: Token, context: Context) -> TimeExpression | None:
    """The time expression of the sentence that belongs to the event, by the way between them in the tree."""
    end = _insertion_end(token, context) if token.pos_ == "ADP" else None
    near: list[tuple[bool, int, int, TimeExpression]] = []
    for time in context.times():
        if end is not None and time.span.start >= end:
            break
        anchor = _anchor(time, context)
        if anchor is None or _of_an_act_on_it(time, anchor, token):
            continue
        if is_last_time(time, context) and anchor not in token.ancestors:
            continue
        if _counts_from_other(time, anchor, token):
            continue
        cost = _distance(token, anchor)
        if cost < _FAR:
            # "The visit, put off in July, will take place in September": the undoing dates it if nothing else does.
            near.append((_day_of_undoing(anchor, token), cost, abs(anchor.i - token.i), time))
    if not near:
        return None
    _, cost, _, best = min(near, key=lambda item: item[:3])
    # "for a second time this month ... on 12 August": of two near ones that agree the narrower.
    agreeing = (time for _, far, _, time in near if far <= cost + _AS_NEAR and _lies_within(time, best))
    return min(agreeing, key=_width, default=best)


def _counts_from_other(time: TimeExpression, anchor: Token, token: Token) -> bool:
    """ "expelled in retaliation for the expulsion of two envoys a year earlier": the time of the act beside it."""
    if time.text.lower().rpartition(" ")[2] not in _COUNTED:
        return False
    own = {token.i, *(node.i for node in token.ancestors)}
    return any(_is_event(node) for node in anchor.ancestors if node.i not in own)


_COUNTED = frozenset({"earlier", "before", "later", "afterwards", "previously"})


def _lies_within(time: TimeExpression, other: TimeExpression) -> bool:
    inner, outer = time.when, other.when
    if inner is None or outer is None or not (inner.start and inner.end and outer.start and outer.end):
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def _width(time: TimeExpression) -> int:
    when = time.when
    return (when.end - when.start).days if when is not None and when.start and when.end else 10**6


def _insertion_end(token: Token, context: Context) -> int:
    """Where the insertion that a preposition opens ends: "X, in Paris since Tuesday, ..."."""
    comma = next((t for t in token.doc[token.i + 1 :] if t.text == ","), token.doc[-1])
    return context.offsets(comma)[0]


def _own(time: TimeExpression, token: Token, context: Context) -> bool:
    """Whether the time hangs on the trigger itself, not on a verb above it: "arrived on Monday to see"."""
    anchor = _anchor(time, context)
    if anchor is None:
        return False
    for node in (anchor, *anchor.ancestors):
        if node == token:
            return True
        if is_verb(node) and not (_is_when(node) and node.head == token):
            return node in _carriers(token)
    return False


def _is_when(verb: Token) -> bool:
    """ "will be signed when the two sides meet on Monday": the day of the one is that of the other."""
    return verb.dep_ == "advcl" and any(child.lower_ in ("when", "as") and child.i < verb.i for child in verb.children)


def _carriers(token: Token) -> set[Token]:
    """The verbs that carry the event: its own light verb, and what it is the infinitive of."""
    carriers: set[Token] = set()
    step = token
    while step.head != step:
        head = step.head
        if is_verb(head) and step.dep_ not in ("dobj", "nsubj", "nsubjpass", "pobj", "conj", "attr", "aux"):
            break
        if is_verb(head) and _undoes(head):
            break  # "declined in January an invitation to visit": the day of the refusal
        if is_verb(head):
            carriers.add(head)
            if head.lemma_ not in light_verbs():
                break
        step = head
    return carriers


def _undoes(verb: Token) -> bool:
    found = operator_of(verb, "object")
    return found is not None and found.status in (Status.DECLINED, Status.DENIED)


def _anchor(time: TimeExpression, context: Context) -> Token | None:
    """The highest token of the expression."""
    first = context.reading.token(time.span.start)
    if first is None or first.doc is not context.doc:
        return None
    best = first
    for token in context.doc[first.i :]:
        if context.offsets(token)[0] >= time.span.end:
            break
        if token.head.i < first.i or context.offsets(token.head)[0] >= time.span.end or token.head == token:
            best = token
            break
    return best


def _distance(trigger: Token, time: Token) -> int:
    """Steps between the two in the tree; :data:`_FAR` where another event or a verb of saying stands between."""
    up = [trigger, *trigger.ancestors]
    places = {t.i: n for n, t in enumerate(up)}
    cost = 0
    step = time
    # "the conference that X hopes to convene in May": its own clause.
    inside = any(node.dep_ in ("relcl", "acl") and node.head == trigger for node in time.ancestors)
    while step.i not in places:
        if step is not time and (_shuts_out(step, trigger) or dates_earlier_act(step, trigger, time)):
            return _FAR
        if step is not time and (is_verb(step) or _is_event(step)) and not _mere_modifier(step):
            cost += 12 if _is_event(step) else 1 if inside else 6
        if step.head == step:
            return _FAR
        cost += 1
        step = step.head
    meeting = places[step.i]
    below: Token | None = None
    for node in up[: meeting + 1]:
        if node != trigger and is_verb(node) and node.lemma_ in report_verbs():
            if below is not None and below.dep_ in ("ccomp", "advcl", "parataxis", "dep"):
                # The date of the saying, not of what is said.
                cost += _FAR
        elif node != trigger and below is not None and below.dep_ in _OWN_CLAUSE:
            cost += _OWN_CLAUSE[below.dep_]
        below = node
    return cost + meeting


#: What a clause of its own costs a time that hangs on a verb above it; "meets X on Monday and leaves on Friday".
_OWN_CLAUSE = {"relcl": 3, "advcl": 3, "ccomp": 3, "conj": 1}


def _day_of_undoing(time: Token, trigger: Token) -> bool:
    """ "called off on Monday a visit": the day of the calling off, where the event has words of its own."""
    verb = time.head if time.head.pos_ != "ADP" else time.head.head
    if verb == trigger or not is_verb(verb) or verb.tag_ not in ("VBD", "VBN"):
        return False
    found = operator_of(verb, "object")
    return found is not None and found.status in (Status.CANCELLED, Status.POSTPONED)


def _of_an_act_on_it(time: TimeExpression, anchor: Token, trigger: Token) -> bool:
    """Whether a time dates the calling off of the event, its announcement, or what it is put off to."""
    if is_day(time) and _day_of_undoing(anchor, trigger):
        return True
    return _day_of_telling(anchor, trigger) or _day_of_saying(anchor, trigger) or _new_day(anchor)


def _day_of_saying(time: Token, trigger: Token) -> bool:
    """ "said on Wednesday he would meet X": what stands before the subject of what is said, whatever the tree says."""
    below = trigger
    for verb in trigger.ancestors:
        if verb.lemma_ in report_verbs() and below.dep_ == "ccomp" and verb.i < time.i < below.i:
            who = next((c for c in below.children if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)
            return who is not None and time.i < who.left_edge.i
        below = verb
    return False


def _day_of_telling(time: Token, trigger: Token) -> bool:
    """ "The visit was announced on Monday": the day of the announcement."""
    verb = time.head.head if time.head.lower_ == "on" else time.head
    if verb.lemma_ not in _TOLD or verb.tag_ not in ("VBD", "VBN") or trigger.pos_ != "NOUN":
        return False
    below = trigger if trigger in verb.children else next((n for n in trigger.ancestors if n.head == verb), None)
    return below is not None and below.dep_ in ("nsubjpass", "dobj")


_TOLD = frozenset({"announce", "confirm", "disclose", "reveal", "unveil"})


def _new_day(time: Token) -> bool:
    """ "put off until May a trip", "the talks have slipped to Friday": the day put off to is not the day put off."""
    if time.head.lower_ not in _TO:
        return False
    verb = next((node for node in time.head.ancestors if is_verb(node)), None)
    if verb is None:
        return False
    found = (operator_of(verb, way) for way in ("object", "subject"))
    return any(o is not None and o.status is Status.POSTPONED for o in found)


_TO = frozenset({"until", "till", "to", "into"})
_LASTING = frozenset({"since", "until", "till"})


def _shuts_out(step: Token, trigger: Token) -> bool:
    """Whether words date only what they tell: "X, who has been there since 2002, was summoned", "vacant since July"."""
    if step.lower_ in _LASTING and step.i and step.nbor(-1).pos_ == "ADJ":
        return True
    told = step.dep_ == "relcl" and step.head != trigger and not _is_event(step.head)
    return told and any(child.lower_ in _LASTING for child in step.children)


def _is_event(token: Token) -> bool:
    pos = {"VERB": "V", "NOUN": "N"}.get(token.pos_)
    return pos == "N" and (token.lemma_.lower(), pos) in triggers_by_head()


def _mere_modifier(token: Token) -> bool:
    return token.dep_ in ("amod", "aux", "auxpass")
