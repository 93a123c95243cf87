"""A sentence with its parse and its names: what the rules look at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from diplo_events.model.time import TimeExpression
from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.reading import Reading
from diplo_events.reading.register import Name
from diplo_events.tables.language import bystander_groups
from diplo_events.tables.twin_states import twin_states

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PLACES = (NameKind.CITY, NameKind.COUNTRY, NameKind.REGION, NameKind.SITE)
BODIES = (NameKind.BODY, NameKind.MOVEMENT, NameKind.AGENCY)
PERSONAL = frozenset(
    {"he", "she", "him", "her", "they", "them", "his", "their", "who", "whom", "i", "we", "us", "me", "both"}
)

_ROLES = frozenset({
    "counterpart", "counterparts", "guest", "visitor", "host", "delegation", "delegations", "side", "sides",
    "colleague", "colleagues", "opposite", "pair", "two", "three", "four", "trio", "quartet",
})  # fmt: skip


_MEMBERS = frozenset({"member", "representative", "figure", "emissary"})
PLACE_WORDS = frozenset(
    """capital capitals here country countries region regions city cities territory kingdom emirate town towns village
    villages port province provinces resort islands""".split()
)


#: Where travellers arrive, told by the city.
_FACILITIES = frozenset({"airport", "airfield", "airstrip", "airbase", "station", "harbour", "harbor"})


#: Words that stand for a government by themselves.
GOVERNING = frozenset({"government", "junta", "regime", "side", "sides", "countries", "nations", "it", "country"})


def is_bystander(token: Token) -> bool:
    """Whether the token names a group that never acts for a state."""
    return token.lower_ in bystander_groups()


class Context:
    """One sentence of a reading.

    Attributes:
        reading: the article.
        number: the sentence's number.
        doc: its parse.
    """

    __slots__ = ("_forms", "_lemmas", "doc", "number", "reading")

    def __init__(self, reading: Reading, number: int) -> None:
        self.reading = reading
        self.number = number
        self.doc: Doc = reading.syntax(number)
        self._forms: frozenset[str] | None = None
        self._lemmas: frozenset[str] | None = None

    @property
    def forms(self) -> frozenset[str]:
        """The words of the sentence as they stand, in lower case."""
        if self._forms is None:
            self._forms = frozenset(token.lower_ for token in self.doc)
        return self._forms

    @property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of its words, in lower case."""
        if self._lemmas is None:
            self._lemmas = frozenset(token.lemma_.lower() for token in self.doc)
        return self._lemmas

    def offsets(self, token: Token) -> tuple[int, int]:
        """Where a token stands in the clean text."""
        return self.reading.offsets(token)

    def name(self, token: Token) -> Name | None:
        """The name of the register that covers a token."""
        return self.reading.register.at(self.reading.offsets(token)[0])

    def times(self) -> Iterator[TimeExpression]:
        """The time expressions of the sentence that name days."""
        sentence = self.reading.sentences[self.number]
        for time in self.reading.times:
            if time.span.start >= sentence.end:
                return
            if time.span.start >= sentence.start and time.when is not None and time.timex_value != "PRESENT_REF":
                yield time

    def is_time(self, token: Token) -> bool:
        """Whether the token is part of a time expression: "Friday", "the past week", "noon"."""
        return self.reading.in_time(self.offsets(token)[0])

    def is_place(self, token: Token) -> bool:
        """Whether the token names a place (or describes one: "the Kenyan capital", "here")."""
        name = self.name(self.place_word(token))
        if name is not None:
            return name.sense(*PLACES) is not None
        return token.lower_ in PLACE_WORDS

    def place_word(self, token: Token) -> Token:
        """The word that names the place: the city of "Khartoum airport", else the token itself."""
        if token.lower_ not in _FACILITIES or self.name(token) is not None:
            return token
        named = (c for c in token.children if c.dep_ in ("compound", "nmod", "poss", "amod"))
        return next((c for c in named if (name := self.name(c)) is not None and name.sense(*PLACES)), token)

    def country(self, token: Token) -> str | None:
        """The country in which a place lies, if its name can only mean one or is a country's."""
        name = self.name(self.place_word(token))
        if name is None:
            return None
        sense = name.sense(NameKind.COUNTRY) or max(
            (s for s in name.senses if s.kind in PLACES), key=lambda s: s.weight, default=None
        )
        return sense.country if sense is not None else None

    def is_person(self, token: Token) -> bool:
        """Whether the token names or describes persons."""
        name = self.name(token)
        if name is not None and name.kind in (NameKind.OFFICE, NameKind.GROUP) and token.pos_ == "ADJ":
            return False  # "official visit"
        if name is not None and name.kind is not NameKind.UNKNOWN:
            return name.kind in (NameKind.PERSON, NameKind.OFFICE, NameKind.GROUP) or (
                name.kind is NameKind.DEMONYM
                and token.tag_ in ("NNS", "NNPS", "NN", "NNP")
                and token.dep_ not in ("amod", "compound")
            )
        if token.lower_ in PERSONAL or token.lower_ in _ROLES or self._is_member(token):
            return True
        return token.pos_ == "PROPN" and not self.is_time(token)

    def _is_member(self, token: Token) -> bool:
        """ "members of the Azeri opposition", "representatives of the rebels": of whom they are tells that they act."""
        if token.lemma_.lower() not in _MEMBERS:
            return False
        of = (c for c in token.children if c.dep_ == "prep" and c.lower_ in ("of", "from"))
        return any(c.dep_ == "pobj" and self.is_actor(c) for preposition in of for c in preposition.children)

    def is_government(self, token: Token) -> bool:
        """Whether the token names a state, a government or a body."""
        name = self.name(token)
        if name is None:
            return token.lower_ in GOVERNING
        return name.sense(NameKind.COUNTRY, NameKind.METONYM, *BODIES) is not None or name.text.lower() in twin_states()

    def is_actor(self, token: Token) -> bool:
        """Whether the token can be a participant."""
        return not is_bystander(token) and (self.is_person(token) or self.is_government(token))
