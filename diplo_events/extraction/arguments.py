"""Collects the arguments that a frame finds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from diplo_events.extraction.candidates import Argument, Slot
from diplo_events.extraction.context import Context
from diplo_events.extraction.discourse import Discourse
from diplo_events.extraction.order import places_beyond
from diplo_events.extraction.syntax import conjuncts
from diplo_events.model.kinds import Role

if TYPE_CHECKING:
    from spacy.tokens import Token


class Found:
    """What a frame has found so far, in the order of finding; each word once."""

    def __init__(self, context: Context, trigger: Token) -> None:
        self._context = context
        self._trigger = trigger
        self._seen: set[tuple[Slot, int]] = set()
        self.arguments: list[Argument] = []
        self.definite = False
        self._choices: list[list[Argument]] = []

    def _add(self, slot: Slot, token: Token, role: Role | None = None, sure: bool = True) -> None:
        if token == self._trigger and slot is not Slot.FORUM:
            return
        if (slot, token.i) in self._seen:
            return
        self._seen.add((slot, token.i))
        placed = slot in (Slot.PLACE, Slot.ORIGIN)
        start, end = self._context.offsets(self._context.place_word(token) if placed else token)
        self.arguments.append(Argument(slot=slot, start=start, end=end, role=role, sure=sure))

    def versions(self) -> list[list[Argument]]:
        """The arguments of each event that the words tell of: one list, or one for each of the separate choices."""
        if len(self._choices) < 2:
            return [self.arguments]
        chosen = [argument for choice in self._choices for argument in choice]
        shared = [argument for argument in self.arguments if not any(argument is item for item in chosen)]
        return [[*shared, *choice] for choice in self._choices]

    def separately(self, role: Role, groups: Sequence[Sequence[Token]]) -> None:
        """Add interlocutors who are met one after the other: each group makes an event of its own."""
        self._choices = []
        for group in groups:
            before = len(self.arguments)
            self.participants(role, *group, lists=False)
            if len(self.arguments) > before:
                self._choices.append(self.arguments[before:])

    def destinations(self, *tokens: Token) -> None:
        """Add the places of a journey with all that is coordinated: each country is a journey of its own."""
        if len(tokens) == 1 and self._both(tokens[0]):
            return
        by_country: dict[str, list[Token]] = {}
        for token in tokens:
            listed = conjuncts(token)
            beyond = [item for item in places_beyond(listed[-1], self._context) if item not in listed]
            for item in [*listed, *beyond]:
                if not self._context.is_place(item):
                    continue
                country = self._context.country(item) or next(iter(by_country), "")
                by_country.setdefault(country, []).append(item)
        if len(self._choices) > 1 or self.has_place():
            self.places(*(item for items in by_country.values() for item in items))
            return
        self._choices = []
        for items in by_country.values():
            before = len(self.arguments)
            self.places(*items)
            if len(self.arguments) > before:
                self._choices.append(self.arguments[before:])

    def _both(self, token: Token) -> bool:
        """ "will travel to both capitals": a journey to each of the two states spoken of; False if it is no such."""
        counted = any(child.lower_ in ("both", "two") for child in token.children)
        if token.lower_ not in ("capitals", "countries") or not counted:
            return False
        states = Discourse(self._context.reading).states_before(self._context.offsets(token)[0], 2, scattered=True)
        self._choices = []
        for state in states:
            self.place_at(state.start, state.end)
            self._choices.append(self.arguments[-1:])
        return bool(states)

    def place_at(self, start: int, end: int) -> None:
        """Add a place that stands elsewhere in the article, as the meaning of "there"."""
        self.arguments.append(Argument(slot=Slot.PLACE, start=start, end=end, sure=False))

    def participant_at(self, role: Role, start: int, end: int) -> None:
        """Add a participant who is named elsewhere in the article."""
        self.arguments.append(Argument(slot=Slot.PARTICIPANT, start=start, end=end, role=role, sure=False))

    def participants(self, role: Role, *tokens: Token | None, sure: bool = True, lists: bool = True) -> None:
        """Add participants, with all that is coordinated with them unless ``lists`` is False."""
        for token in tokens:
            if token is None:
                continue
            for item in conjuncts(token) if lists else [token]:
                if item.pos_ not in ("VERB", "AUX", "ADP") and (
                    item == token or item.pos_ == "PROPN" or self._context.is_actor(item)
                ):
                    self._add(Slot.PARTICIPANT, item, role, sure)

    def places(self, *tokens: Token) -> None:
        """Add places where it happens."""
        for token in tokens:
            self._add(Slot.PLACE, token)

    def here(self) -> None:
        """Add the word "here" that stands at the trigger."""
        for child in self._trigger.children:
            if child.lower_ == "here":
                self._add(Slot.PLACE, child)

    def origins(self, *tokens: Token) -> None:
        """Add places from which somebody comes."""
        for token in tokens:
            self._add(Slot.ORIGIN, token)

    def forum(self, token: Token) -> None:
        """Add the gathering."""
        self._add(Slot.FORUM, token)

    def has_place(self) -> bool:
        """Whether a place was found."""
        return any(argument.slot is Slot.PLACE for argument in self.arguments)

    def persons_and_states(self) -> list[Argument]:
        """The participants so far."""
        return [argument for argument in self.arguments if argument.slot is Slot.PARTICIPANT]

    def of_role(self, role: Role) -> list[Argument]:
        """The participants in one role."""
        return [argument for argument in self.arguments if argument.role is role]
