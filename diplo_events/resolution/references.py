"""What noun phrases stand for: the results of :mod:`.actors`, and the small steps on the way to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from diplo_events.extraction.context import BODIES, Context
from diplo_events.model.actors import Actor
from diplo_events.model.kinds import ActorKind
from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.register import Name, Person

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Kinds of names that stand for a state.
STATES = (NameKind.COUNTRY, NameKind.METONYM)


@frozen
class Reference:
    """What a noun phrase stands for, and where it stands.

    Attributes:
        actor: the actor.
        start, end: offsets of the words in the clean text.
        person: the register's entry, for persons.
        offices: classes of the office, for persons and office-holders.
    """

    actor: Actor
    start: int
    end: int
    person: Person | None = None
    offices: frozenset[str] = frozenset()


def gender_of(pronoun: Token) -> str:
    """The letter "f" or "m", for a pronoun of the third person."""
    return "f" if pronoun.lower_ in ("she", "her", "hers") else "m"


def actor_of(person: Person) -> Actor:
    """A person of the register as an actor."""
    return Actor(
        name=person.name,
        kind=ActorKind.PERSON,
        title=person.title,
        country=person.country,
        organization=person.organization if person.country is None else None,
        aliases=tuple(sorted(person.aliases)),
    )


def group_of(text: str, state: Name) -> Actor:
    """Persons described by a state or a body, as an actor."""
    sense = state.sense(*STATES, *BODIES, NameKind.DEMONYM)
    assert sense is not None
    return Actor(name=text, kind=ActorKind.GROUP, named=False, country=sense.country, organization=sense.organization)


def extent_of(token: Token, context: Context) -> tuple[int, int]:
    """Offsets of a phrase without relative clauses and appositions."""
    left, right = min(_first_word(token), token, key=lambda word: word.i), token
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "from") and child.i > right.i:
            right = child.right_edge
    if left.lower_ in ("the", "a", "an") and left.i < token.i:
        left = left.nbor(1)
    start, _ = context.offsets(left)
    _, end = context.offsets(right)
    return start, end


def _first_word(token: Token) -> Token:
    before = [c for c in token.children if c.dep_ in ("amod", "compound", "nmod", "poss", "nummod", "det")]
    for child in before:
        joint = next((c for c in child.children if c.dep_ == "cc"), None)
        if child.dep_ == "nmod" and joint is not None and joint.i < token.i:
            return joint.nbor(1)  # "the government and southern rebels": two parties
    return min((child.left_edge for child in before), key=lambda word: word.i, default=token)


def is_non_state(actor: Actor) -> bool:
    """Whether an actor is a movement, a body or a group that does not act for its country's government."""
    if actor.kind is ActorKind.ORGANIZATION:
        return True
    return actor.kind is ActorKind.GROUP and any(word in _NON_STATE for word in actor.name.lower().split())


#: Words that make a group one that does not act for its country's government.
_NON_STATE = frozenset(
    """rebel rebels rebellion opposition insurgent insurgents militant militants separatist separatists guerrilla
    guerrillas rival rivals faction factions dissident dissidents activist activists exiles exile elders warlord
    warlords militia militias parties party""".split()
)
