"""An extractor that asks a language model: bring your own, as a function from prompt to answer.

The model only points: it names a type, and quotes the article's words for the trigger and each slot. What it quotes
has to stand in the article, close together, or it is dropped. Who the words stand for, when and where it was and
whether it took place is read from the text, by the same resolvers and judge as for the built-in rules. There is no slot
for free text, so what a model makes up, by itself or because the article tells it to, has no way into a result.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Literal, TypeGuard

from attrs import field, frozen
from attrs.validators import ge, in_, is_callable

from diplo_events.checked import checked
from diplo_events.data import read_text
from diplo_events.errors import PluginError
from diplo_events.extraction.candidates import Argument, Candidate, Slot
from diplo_events.model.kinds import Action, EventType, Role
from diplo_events.reading.reading import Reading
from diplo_events.tables.triggers import triggers

if TYPE_CHECKING:
    from spacy.tokens import Token

_log = logging.getLogger(__name__)
_log.addHandler(logging.NullHandler())

#: Bounds on what is read from one answer; what is longer comes from a model that has lost its way.
_LONGEST_ANSWER = 500_000
_MOST_EVENTS = 200
_MOST_PARTICIPANTS = 30
_LONGEST_QUOTE = 300

# A key of JSON: what stands in such a sentence is no prose, but may be an answer that the article wants to put in the
# model's mouth.
_KEY = re.compile(r"[\"']\s?:\s?[\[{\"'\d]|[{\[]\s?[\"']")

_SLOTS = {"place": Slot.PLACE, "forum": Slot.FORUM, "time": Slot.TIME, "agenda": Slot.AGENDA}
_ROLES = {EventType.VISIT: Role.VISITOR, EventType.APPOINTMENT: Role.APPOINTEE, EventType.CONFERENCE: Role.ATTENDEE}


@frozen(kw_only=True)
class _Stretch:
    """Offsets in the clean text."""

    start: int
    end: int


@frozen(field_transformer=checked)
class LLMExtractor:
    """Proposes the events that a language model finds; use it alone, or beside the built-in rules.

    >>> from diplo_events import LLMExtractor, Parser, parse_article
    >>> def complete(prompt: str) -> str:      # call your model here
    ...     return '''{"events": [{"sentence": 0, "type": "meeting", "trigger": "broke bread", "participants": [
    ...         {"words": "Mart Saar", "role": "initiator"}, {"words": "Anna Ozola", "role": "counterpart"},
    ...         {"words": "Napoleon", "role": "attendee"}], "place": "Riga", "time": "Friday"}]}'''
    >>> text = "Estonian President Mart Saar broke bread with Latvian President Anna Ozola in Riga on Friday."
    >>> parser = Parser(extractors=[LLMExtractor(complete)])
    >>> print(parse_article(text, published="2024-03-10", parser=parser).events[0])
    meeting · held · 2024-03-08 · Mart Saar (EST), Anna Ozola (LVA) · Riga, LVA

    Args:
        complete: gets a prompt and returns the model's answer. It is called from whichever thread parses; what it
            raises is passed on.
        retries: how often a model that answered in another form is asked again, and told what was wrong.
        on_error: what becomes of an article for which no answer was in the form asked for: ``"raise"`` a
            :class:`~diplo_events.PluginError`, or ``"skip"`` the model's part and keep what other extractors find.
        max_chars: the longest part of an article that is put into one prompt; a longer article is asked about in parts.
        reach: how many sentences away from the trigger a slot's words may stand.
        rule: the name of the rule in mentions and notes.
    """

    complete: Callable[[str], str] = field(validator=is_callable())
    retries: int = field(default=1, kw_only=True, validator=ge(0))
    on_error: Literal["raise", "skip"] = field(default="raise", kw_only=True, validator=in_(("raise", "skip")))
    max_chars: int = field(default=12_000, kw_only=True, validator=ge(1))
    reach: int = field(default=2, kw_only=True, validator=ge(0))
    rule: str = field(default="llm", kw_only=True)

    def __call__(self, reading: Reading, /) -> Iterator[Candidate]:
        """The candidates of an article that could be grounded in its text.

        Raises:
            PluginError: with ``on_error="raise"``, if the model's answers were not in the form asked for.
        """
        seen: set[Candidate] = set()
        for part in self._parts(reading):
            for proposal in self._proposals(prompt_for(reading, part)):
                candidate = self._grounded(proposal, reading)
                if candidate is not None and candidate not in seen:
                    seen.add(candidate)
                    yield candidate

    def _parts(self, reading: Reading) -> Iterator[list[int]]:
        part: list[int] = []
        length = 0
        for number, sentence in enumerate(reading.sentences):
            length += sentence.end - sentence.start
            if part and length > self.max_chars:
                yield part
                part, length = [], sentence.end - sentence.start
            part.append(number)
        if part:
            yield part

    def _proposals(self, prompt: str) -> list[dict[str, Any]]:
        asked, problem = prompt, ""
        for _ in range(self.retries + 1):
            answer = self.complete(asked)
            try:
                return read_answer(answer)
            except ValueError as error:
                problem = str(error)
                _log.debug("answer not usable: %s", problem)
                asked = f"{prompt}\n\nAn earlier answer could not be used: {problem}. Answer with the JSON object."
        if self.on_error == "raise":
            raise PluginError(f"the language model's answer could not be used: {problem}; see LLMExtractor(on_error=…)")
        return []

    def _grounded(self, proposal: dict[str, Any], reading: Reading) -> Candidate | None:
        type_ = _member(EventType, proposal.get("type"))
        number = proposal.get("sentence")
        if type_ is None or not _is_index(number, len(reading.sentences)) or not _is_prose(reading, number):
            _dropped("no type, or no sentence of prose", proposal)
            return None
        sentence = reading.sentences[number]
        found = _find(proposal.get("trigger"), reading.text, sentence.start, sentence.end)
        trigger = _head(found, reading) if found else None
        if trigger is None:
            _dropped("its trigger does not stand in its sentence", proposal)
            return None
        arguments = (*self._participants(proposal, type_, trigger, reading), *self._slots(proposal, trigger, reading))
        action = _member(Action, proposal.get("action"))
        return Candidate(
            type=type_,
            action=action if action in _actions()[type_] else None,
            start=trigger.start,
            end=trigger.end,
            arguments=arguments,
            rule=self.rule,
        )

    def _participants(
        self, proposal: dict[str, Any], type_: EventType, trigger: _Stretch, reading: Reading
    ) -> Iterator[Argument]:
        given = proposal.get("participants")
        known: set[int] = set()
        for one in given[:_MOST_PARTICIPANTS] if isinstance(given, list) else ():
            words = one.get("words") if isinstance(one, dict) else one
            found = self._near(words, trigger, reading)
            head = _head(found, reading) if found else None
            if head is None or head.start in known:
                _dropped("a participant does not stand there", words)
                continue
            default = _ROLES.get(type_, Role.COUNTERPART if known else Role.INITIATOR)
            role = _member(Role, one.get("role")) if isinstance(one, dict) else None
            known.add(head.start)
            yield Argument(slot=Slot.PARTICIPANT, start=head.start, end=head.end, role=role or default)

    def _slots(self, proposal: dict[str, Any], trigger: _Stretch, reading: Reading) -> Iterator[Argument]:
        for name, slot in _SLOTS.items():
            found = self._near(proposal.get(name), trigger, reading)
            if found is not None and slot is Slot.TIME:
                found = _time(found, reading)
            elif found is not None and slot is not Slot.AGENDA:
                found = _head(found, reading)
            if found is not None:
                yield Argument(slot=slot, start=found.start, end=found.end)

    def _near(self, words: object, trigger: _Stretch, reading: Reading) -> _Stretch | None:
        """Where words stand: in the sentence of the trigger, else in the nearest within reach, the earlier first."""
        own = reading.sentence_at(trigger.start)
        numbers = range(max(own - self.reach, 0), min(own + self.reach + 1, len(reading.sentences)))
        for number in sorted(filter(partial(_is_prose, reading), numbers), key=lambda n: (abs(n - own), n)):
            sentence = reading.sentences[number]
            found = _find(words, reading.text, sentence.start, sentence.end, near=trigger.start)
            if found is not None:
                return found
        return None


def prompt_for(reading: Reading, numbers: Sequence[int]) -> str:
    """The prompt about some sentences of an article: what is asked, then the sentences as lines of JSON.

    Args:
        reading: the article.
        numbers: which of its sentences.
    """
    lines = (json.dumps({"sentence": n, "text": reading.sentence_text(n)}, ensure_ascii=False) for n in numbers)
    return read_text("llm_prompt.txt").replace("{sentences}", "\n".join(lines))


def read_answer(answer: object) -> list[dict[str, Any]]:
    """The events of a model's answer, not yet grounded; words or code fences around the JSON are passed over.

    Args:
        answer: what the model answered.

    Raises:
        ValueError: if it holds no JSON object with a list ``events``; the message is fit for the model.
    """
    if not isinstance(answer, str):
        raise ValueError(f"the answer is a {type(answer).__name__}, not a string")
    if len(answer) > _LONGEST_ANSWER:
        raise ValueError(f"the answer has more than {_LONGEST_ANSWER} characters")
    start, end = answer.find("{"), answer.rfind("}")
    if start < 0 or end < start:
        raise ValueError("there is no JSON object in it")
    try:
        data = json.loads(answer[start : end + 1])
    except (ValueError, RecursionError) as error:
        raise ValueError(f"it is no JSON ({str(error)[:80]})") from None
    events = data.get("events")
    if not isinstance(events, list):
        raise ValueError('the object has no list "events"')
    return [event for event in events[:_MOST_EVENTS] if isinstance(event, dict)]


def _find(words: object, text: str, start: int, end: int, near: int | None = None) -> _Stretch | None:
    """Where words stand as whole words between two offsets: the place nearest to ``near``, else the first."""
    if not isinstance(words, str) or len(words) > _LONGEST_QUOTE:
        return None
    parts = words.strip(" \t\r\n\"'“”‘’.,;:").split()
    if not parts or not any(character.isalnum() for character in words):
        return None
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, parts)) + r"(?!\w)")
    found = [_Stretch(start=match.start(), end=match.end()) for match in pattern.finditer(text, start, end)]
    return min(found, key=lambda one: abs(one.start - (near or 0)), default=None)


def _head(stretch: _Stretch, reading: Reading) -> _Stretch | None:
    """The word of a stretch that the others depend on: resolvers and judge start from there."""
    inside = [token for token in _tokens(stretch, reading) if not token.is_punct]
    numbers = {token.i for token in inside}
    head = next((token for token in inside if token.head.i not in numbers or token.head.i == token.i), None)
    if head is None:
        return None
    start, end = reading.offsets(head)
    return _Stretch(start=start, end=end)


def _tokens(stretch: _Stretch, reading: Reading) -> Iterator[Token]:
    for token in reading.syntax(reading.sentence_at(stretch.start)):
        start, end = reading.offsets(token)
        if start < stretch.end and end > stretch.start and not token.is_space:
            yield token


def _time(stretch: _Stretch, reading: Reading) -> _Stretch | None:
    """The time expression that the words overlap."""
    for expression in reading.times:
        if expression.span.start < stretch.end and expression.span.end > stretch.start:
            return _Stretch(start=expression.span.start, end=expression.span.end)
    return None


def _member(kind: Any, value: object) -> Any:
    return kind(value) if isinstance(value, str) and value in {member.value for member in kind} else None


def _is_prose(reading: Reading, number: int) -> bool:
    return _KEY.search(reading.sentence_text(number)) is None


def _is_index(value: object, length: int) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < length


@cache
def _actions() -> dict[EventType, set[Action | None]]:
    """The actions of each type, from the triggers."""
    return {type_: {t.action for t in triggers() if t.type is type_} for type_ in EventType}


def _dropped(reason: str, what: object) -> None:
    _log.debug("dropped, %s: %.200r", reason, what)
