"""What a rule of the grammar hands to its builder, and the register of builders."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import frozen

from diplo_events.dates.calendar import Unit
from diplo_events.dates.forms import Form
from diplo_events.dates.named import Pointer
from diplo_events.dates.scan import Token
from diplo_events.model.time import Modifier

Built = Form | str | None
BUILDERS: dict[str, Callable[[Parts], Built]] = {}


@frozen
class Parts:
    """What a rule matched.

    Attributes:
        text: the whole text.
        labelled: the tokens by the label, or else the category, of their element.
        options: of the rule.
        tokens: all of them.
    """

    text: str
    labelled: Mapping[str, Token]
    options: Mapping[str, str]
    tokens: list[Token]

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.tokens[-1].end

    def __contains__(self, label: str) -> bool:
        return label in self.labelled

    def __getitem__(self, label: str) -> str:
        """The value of a token that must be there."""
        return self.labelled[label].value

    def get(self, label: str) -> str | None:
        """The value of a token that may be missing."""
        token = self.labelled.get(label)
        return token.value if token else None

    def form(self, label: str) -> Form | None:
        """The form of a token that may be missing."""
        token = self.labelled.get(label)
        return token.form if token else None

    def unit(self) -> Unit:
        """The element "unit"."""
        return Unit(self["unit"])

    def count(self) -> float | None:
        """The element "quantity": a number, ``None`` for "several", 1 if there is none."""
        quantity = self.get("quantity")
        if quantity is None:
            return 1
        return float(quantity) if quantity[:1].isdigit() else None

    def only(self, label: str) -> bool:
        """Whether a token has what the rule's options ask of it; true if they ask nothing."""
        return label not in self.options or self.get(label) == self.options[label]


def builder(function: Callable[[Parts], Built]) -> Callable[[Parts], Built]:
    """Enter a function under its name, less a trailing underscore."""
    BUILDERS[function.__name__] = function
    return function


def modifier(parts: Parts) -> Modifier | None:
    """That of "about", "more than", "over"."""
    for label in ("approx", "over"):
        if label in parts:
            return Modifier(parts[label])
    return None


def pointer(parts: Parts) -> Pointer | None:
    """That of "last", "this", "next" and the like."""
    value = parts.get("pointer")
    if value is None:
        return Pointer(parts.options["pointer"]) if "pointer" in parts.options else None
    return Pointer({"past": "last", "that": "same"}.get(value, value))
