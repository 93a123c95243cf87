"""From a noun phrase to the actors it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from diplo_events.extraction.context import BODIES, Context
from diplo_events.extraction.discourse import Discourse
from diplo_events.extraction.earlier import groups_before, kinds_of, leader_behind, members_before
from diplo_events.extraction.order import nations_before
from diplo_events.extraction.speakers import quoted
from diplo_events.extraction.syntax import agent, conjuncts, is_verb, preposed, raw_subject, subject
from diplo_events.extraction.themes import missions_of
from diplo_events.model.actors import Actor
from diplo_events.model.kinds import ActorKind
from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.register import Name, Person, name_tokens
from diplo_events.resolution.antecedents import introduces_another, spoken_for
from diplo_events.resolution.lists import named_in_turn
from diplo_events.resolution.pairs import described_pair
from diplo_events.resolution.references import STATES, Reference, actor_of, extent_of, gender_of, group_of
from diplo_events.tables import countries_by_code
from diplo_events.tables.language import is_courtesy, office_modifiers
from diplo_events.tables.twin_states import twin_states

if TYPE_CHECKING:
    from spacy.tokens import Token

_NATIONS = (NameKind.COUNTRY, NameKind.DEMONYM, NameKind.METONYM, NameKind.CITY, NameKind.REGION)
#: Offices that always serve a state: "the minister" stands for one even if the phrase does not say which.
_NATIONAL_OFFICES = frozenset(
    "head_of_state head_of_government foreign defence minister trade finance royalty leader".split()
)
#: Offices under which news goes on to speak of whom it has just named.
_NAMED_FIRST = _NATIONAL_OFFICES | {"diplomat", "envoy", "deputy_foreign", "minister", "deputy_head"}
#: What a name may stand for when it acts, the likeliest first.
_ACTORS = (
    NameKind.BODY, NameKind.MOVEMENT, *STATES, NameKind.AGENCY, NameKind.DEMONYM, NameKind.CITY, NameKind.REGION,
)  # fmt: skip
_RELATIVES = frozenset({"who", "whom", "which", "that"})
_ORDERED = frozenset({"latter", "former"})
_SINGULAR = frozenset({"he", "him", "his", "she", "her"})
#: Nouns that only count whom they govern: "a group of deputies".
_ADDRESSES = frozenset({"excellency", "highness", "majesty", "holiness", "eminence", "honour", "honor"})
#: How far behind a form of address its bearer may stand.
_ADDRESSED = 30
_COUNTERS = frozenset({"group", "number", "handful", "dozen", "party", "couple", "pair"})
#: How far behind an office the name may begin that the register joins with it.
_APPOSED = 60
#: Words that count how many are meant.
_NUMBERS = {
    "two": 2, "both": 2, "pair": 2, "three": 3, "trio": 3, "four": 4, "quartet": 4, "five": 5, "quintet": 5, "six": 6,
}  # fmt: skip
_PAIR = 2
_POSSESSIVE = frozenset({"his", "her", "its", "their"})
_PLURAL = frozenset({"they", "them", "their", "both", "two", "pair", "men", "women", "duo", "trio"})
#: Plural pronouns of any number.
_MANY = frozenset({"they", "them", "their"})
_SIDES = frozenset("side country nation government neighbour neighbor state party capital power ally rival".split())
_BODY_NOUNS = frozenset(
    """government ministry administration regime junta authority authorities cabinet parliament embassy mission army
    military""".split()
)


#: Collective words behind which "in" names the states: "his counterparts in Canberra and Ottawa".
_ABROAD_IN = frozenset({"counterparts", "colleagues", "opposite numbers", "officials", "leaders"})


#: What sits in a capital and is told by it.
_SEATED = frozenset("government authority regime junta administration leadership".split())


#: Nouns that stand for states, never for the persons who serve them.
_STATE_NOUNS = frozenset({"government", "country", "nation", "state", "capital"})


def _nation_of(name: Name) -> str | None:
    """The country of a nation or of a movement: "Saudi and Houthi negotiators"."""
    sense = name.sense(NameKind.DEMONYM, *STATES, NameKind.MOVEMENT) if name.person is None else None
    return sense.country if sense is not None else None


def _points(token: Token) -> bool:
    """Whether a word names nobody by itself."""
    if token.lower_ in _ORDERED:
        return token.dep_ != "amod"
    return token.lower_ in _RELATIVES or token.pos_ == "PRON" or token.lower_ in _SINGULAR


_TIES = frozenset("ally neighbour neighbor rival foe enemy adversary partner patron arch-rival".split())


def _is_counted(token: Token) -> bool:
    return _number(token) > 0


def _number(token: Token) -> int:
    """How many a phrase says that it means: "the three", "both ministers"; 0 where it does not."""
    if token.lower_ in _NUMBERS:
        return _NUMBERS[token.lower_]
    return next((_NUMBERS[child.lower_] for child in token.children if child.lower_ in _NUMBERS), 0)


def _serving(token: Token, state: Reference) -> Reference:
    """Who serves a state or body, described by their office."""
    of = state.actor
    actor = Actor(
        name=f"{token.text} of {of.name}",
        kind=ActorKind.GROUP,
        named=False,
        country=of.country,
        organization=of.organization,
    )
    return evolve(state, actor=actor)


class Interpreter:
    """Reads noun phrases of one sentence as actors."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._register = context.reading.register
        self._discourse = Discourse(context.reading)

    def references(self, token: Token, others: Sequence[Reference] = ()) -> list[Reference]:
        """What the phrase headed by ``token`` stands for; coordinated phrases are not followed.

        Args:
            token: the head.
            others: the parties known already, for "his counterpart".
        """
        name = self._context.name(token)
        if name is not None and name.person is not None:
            return [self._person(name.person, name.start, name.end)]
        if _points(token):
            return self._pointed_at(token, others)
        if token.lower_ in _ADDRESSES and name is None:
            return self._addressed(token, others)
        allied = self._ally(token)
        if allied is not None:
            return self.references(allied, others)
        if name is not None and name.kind in (NameKind.OFFICE, NameKind.GROUP):
            return self.of_office(token, name, others)
        if token.lemma_.lower() in ("counterpart", "host", "guest", "visitor"):
            return self._counterpart(token, others)
        found = self._of_name(token, name, others) or self._of_number(token, name, others)
        return found or self._described(token)

    def _pointed_at(self, token: Token, others: Sequence[Reference]) -> list[Reference]:
        """Whom a word means that only points: "who", "he", "the latter"."""
        if token.lower_ in _RELATIVES:
            return self._relative(token, others)
        if token.lower_ not in _ORDERED:
            return self._pronoun(token, others)
        start, end = self._context.offsets(token)
        named = self._discourse.last_named(start, first=token.lower_ == "former")
        return [self._person(named, start, end)] if named is not None else []

    def _addressed(self, token: Token, others: Sequence[Reference]) -> list[Reference]:
        """ "Her Excellency NAME", "His Highness the Emir"; alone, the one of whom the text speaks."""
        start, end = self._context.offsets(token)
        for name in self._register.within(end, end + _ADDRESSED):
            between = self._context.reading.text[end : name.start].replace(".", " ").split()
            if name.kind is NameKind.OFFICE and is_courtesy(name.text):
                continue  # "His Excellency Sheikh NAME"
            head = self._head_of(name)
            if head is None or not all(is_courtesy(word) or word.lower() in ("the", "h", "e") for word in between):
                break
            return self.references(head, others)
        who = self._discourse.spoken_of(start, None, (), self._subject_holder)
        if isinstance(who, Name):
            return self._at(who)
        return [self._person(who, start, end)] if who else []

    def _ally(self, token: Token) -> Token | None:
        """The state that is named behind its tie to another: "Ukraine's ally Denmark", "its neighbour Chad"."""
        if token.lemma_.lower() not in _TIES:
            return None
        return next((c for c in token.children if c.dep_ == "appos" and self._context.is_government(c)), None)

    def _of_name(self, token: Token, name: Name | None, others: Sequence[Reference]) -> list[Reference]:
        """What a name stands for that is no person's: "the Georgian", "Beijing", "NATO"."""
        if name is None:
            return []
        twins = twin_states().get(name.text.lower())
        if twins:
            return [self._government(country, name.start, name.end) for country in twins]
        found = self.the_national(token, name, others) if name.kind is NameKind.DEMONYM else None
        found = found or self._named(token, name)
        return [found] if found is not None else []

    def _of_number(self, token: Token, name: Name | None, others: Sequence[Reference]) -> list[Reference]:
        """ "both", "the two sides", "a group of deputies"."""
        if name is None and token.lower_ in _COUNTERS:
            counted = [n for n in preposed(token, "of") if self._context.is_person(n)]
            if counted:
                return self.references(counted[0], others)
        if token.lower_ in _PLURAL or token.lower_ in _NUMBERS or token.lemma_.lower() in _SIDES:
            return self._sides(token)
        return []

    # -- persons -------------------------------------------------------------------------------------------------------

    def _person(self, person: Person, start: int, end: int) -> Reference:
        return Reference(actor=actor_of(person), start=start, end=end, person=person, offices=frozenset(person.offices))

    def _relative(self, token: Token, others: Sequence[Reference]) -> list[Reference]:
        """ "who": what its clause hangs on, else the person named last before it."""
        if token.head.dep_ == "relcl":
            return self.references(token.head.head, others)
        start, _ = self._context.offsets(token)
        sentence = self._context.reading.sentences[self._context.number]
        persons = [n for n in self._register.within(sentence.start, start) if n.person is not None]
        if persons and persons[-1].person is not None:
            return [self._person(persons[-1].person, persons[-1].start, persons[-1].end)]
        return []

    def topic(self, token: Token, others: Sequence[Reference]) -> Reference | None:
        """Of whom the text speaks, where one side of a meeting is left out: "A meeting with X is set for Friday"."""
        start, end = self._context.offsets(token)
        person = self._discourse.topic(start, [r.person for r in others if r.person is not None])
        if person is None or any(person.country == r.actor.country for r in others):
            return None
        return self._person(person, start, end)

    def _pronoun(self, token: Token, others: Sequence[Reference]) -> list[Reference]:
        start, end = self._context.offsets(token)
        if token.lower_ in ("i", "me"):
            speaker = quoted(token)
            return self.references(speaker, others) if speaker is not None else []
        if token.lower_ in _SINGULAR:
            holder = spoken_for(token, self._context) or self._subject_above(token) or self._subject_ahead(token)
            if holder is not None:
                return self.references(holder, others)
            without = [r.person for r in others if r.person is not None] if token.dep_ != "poss" else []
            without += self._acting_on(token)
            who = self._discourse.spoken_of(start, gender_of(token), without, self._subject_holder)
            if isinstance(who, Name):
                return self._at(who)
            return [self._person(who, start, end)] if who else []
        if token.lower_ in _PLURAL:
            group = self._discourse.plural_subject(start) if token.lower_ in _MANY else None
            if group is not None and (found := self._at(group)):
                return found
            pair = [self._person(p, start, end) for p in self._discourse.pair_before(start)]
            pair = pair or self._plural_above(token) or self._described_pair(start, end)
            return pair or self._two_states(start, end, scattered=True)
        if token.lower_ in ("it", "its", "itself"):
            return self._delegation_subject(start) or self._state_before(start, end)
        return []

    def _plural_above(self, token: Token) -> list[Reference]:
        """Whom "they" and "their" mean by the subject of the clause above: "the authorities in Kabul said they"."""
        for verb in token.ancestors:
            who = raw_subject(verb) if is_verb(verb) else None
            if who is None or who == token or who.i > token.i or token in who.subtree:
                continue
            if who.lower_ in _PLURAL or _points(who):
                return []
            items = conjuncts(who)
            if len(items) == 1 and who.tag_ not in ("NNS", "NNPS"):
                return []
            found = [reference for item in items for reference in self.references(item)]
            told = {r.actor.country or r.actor.organization for r in found} - {None}
            return found if len(told) == len(items) else []
        return []

    def _delegation_subject(self, offset: int) -> list[Reference]:
        """Whom "it" means behind a sentence on a delegation: "The American delegation met X. It then left"."""
        name = self._discourse.delegation_subject(offset)
        return self._at(name) if name is not None else []

    def _described_pair(self, start: int, end: int) -> list[Reference]:
        """ "X met his Danish counterpart. They ...": two holders of office, not both with a name."""
        pair = described_pair(self._context.reading, start, self._by_name, self._at)
        return [evolve(reference, start=start, end=end) for reference in pair]

    def _by_name(self, name: Name) -> Reference:
        assert name.person is not None
        return self._person(name.person, name.start, name.end)

    def _acting_on(self, token: Token) -> list[Person]:
        """Who acts on "him" or "her" and so is not meant: "X met Y and invited him"."""
        verb = token.head if token.head.pos_ != "ADP" else token.head.head
        if token.lower_ not in ("him", "her") or token.dep_ == "poss" or not is_verb(verb):
            return []
        who = subject(verb)
        name = self._context.name(who) if who is not None else None
        return [name.person] if name is not None and name.person is not None else []

    def _subject_holder(self, name: Name) -> Person | Name | None:
        """Whom an office or a nation as subject means: the person if known, else the name itself; None for no one."""
        if name.kind not in (NameKind.OFFICE, NameKind.DEMONYM):
            return None
        token = self._head_of(name)
        if token is None and self._context.reading.text.startswith(("'s", "’s"), name.end):
            # "X, the president's spokesman,": the apposition is left out of the parse
            offices = {sense.office for sense in name.senses if sense.office}
            return self._discourse.holder(offices, None, None, name.start, (), name.text.lower())
        if token is None or token.tag_ not in ("NN", "NNP") or token.dep_ in ("amod", "compound", "nmod"):
            return None
        found = self._at(name)
        if len(found) != 1 or (found[0].actor.organization is not None and found[0].person is None):
            return None
        if found[0].person is not None:
            return found[0].person
        # Nobody's name is known: the text goes on to speak of him only where he is its subject.
        speaks = token.dep_ in ("nsubj", "nsubjpass") and bool(found[0].offices & _NATIONAL_OFFICES)
        return name if speaks else None

    def _head_of(self, name: Name) -> Token | None:
        """The last word of a name in a sentence that is parsed."""
        token = self._context.reading.token(name.start)
        while token is not None and token.i + 1 < len(token.doc):
            following = token.nbor(1)
            if self._context.reading.offsets(following)[0] >= name.end:
                break
            token = following
        return token

    def _at(self, name: Name) -> list[Reference]:
        """What a name stands for, in whichever sentence it stands."""
        token = self._head_of(name)
        if token is None:
            return []
        reading = self._context.reading
        number = reading.sentence_at(name.start)
        there = self if number == self._context.number else Interpreter(Context(reading, number))
        if name.kind in (NameKind.OFFICE, NameKind.GROUP):
            return there.of_office(token, name, ())
        found = there.the_national(token, name)
        return [found] if found is not None else []

    def _subject_above(self, token: Token) -> Token | None:
        """The unnamed office-holder who is the subject above: "Nauru's president is to make his first trip"."""
        for head in token.ancestors:
            who = raw_subject(head) if is_verb(head) else None
            if who is None or who == token or (head == token.head and token.dep_ != "poss"):
                continue  # whom its own verb acts on is not its subject
            name = self._context.name(who)
            if name is None or name.kind is not NameKind.OFFICE or who.tag_ not in ("NN", "NNP") or who.i > token.i:
                return None
            return None if self._beside(who, name) else who
        return None

    def _subject_ahead(self, token: Token) -> Token | None:
        """Of whom "his" speaks before it names him: "During his visit to Baku, President X met Y"."""
        if token.dep_ != "poss" or any(t.lower_ in _SINGULAR for t in token.doc[: token.i]):
            return None
        verb = next((node for node in token.ancestors if is_verb(node)), None)
        who = raw_subject(verb) if verb is not None else None
        if verb is None or who is None or who.i < token.i or verb.head != verb or not self._context.is_person(who):
            return None
        if who.pos_ == "PRON" or any(self._context.is_person(t) for t in token.doc[: token.i]):
            return None
        told = preposed(token.head, "to", "in", "with")
        found = self.references(who) if told else []
        country = found[0].actor.country if found else None
        if country is None or any(self._context.country(t) == country for t in told if self._context.is_place(t)):
            return None  # "During his visit to Baku, the president of Azerbaijan received him"
        return who

    def of_office(self, token: Token, name: Name, others: Sequence[Reference]) -> list[Reference]:
        """An office or a collective noun: the person beside it, the person it means, or a described office-holder."""
        beside = self._beside(token, name)
        if beside:
            return beside
        sense = name.sense(NameKind.OFFICE, NameKind.GROUP)
        plural = token.tag_ in ("NNS", "NNPS") or bool(sense and sense.plural)
        if sense is not None and sense.name == "counterpart" and not plural:
            return self._counterpart(token, others)
        if plural or name.kind is NameKind.GROUP:
            return self._collective(token, name)
        offices = {s.office for s in name.senses if s.office}
        country, organization = self._affiliation(token, name, others)
        start, end = extent_of(token, self._context)
        told = country is not None or organization is not None
        taken = set() if told else {r.actor.country for r in others if r.actor.country}
        person = self._discourse.holder(offices, country, organization, start, taken, name.text.lower())
        if person is not None and not introduces_another(token, person, self._context, told=told):
            return [self._person(person, start, end)]
        if sense is not None and country is None:
            country = sense.country
        known = self._discourse.named_later(start, country) if country and offices & _NATIONAL_OFFICES else None
        if known is None and country and offices & _NAMED_FIRST and self._is_definite(token):
            known = self._discourse.named_just_before(start, country)
        if known is not None:
            actor = evolve(actor_of(known), country=country, title=known.title or name.text)
            return [Reference(actor=actor, start=start, end=end, person=known, offices=frozenset(offices))]
        if country is None and organization is None and offices & _NATIONAL_OFFICES:
            homes = self._register.homes
            country = homes.guess(start, offices, taken) if homes is not None else None
        actor = Actor(
            name=self._phrase(start, end),
            kind=ActorKind.GROUP,
            named=False,
            title=name.text,
            country=country,
            organization=organization,
        )
        return [Reference(actor=actor, start=start, end=end, offices=frozenset(offices))]

    @staticmethod
    def _is_definite(token: Token) -> bool:
        """Whether it is the one that the reader knows: "the envoy", "Chad's envoy", not "Chad's next envoy"."""
        if any(c.dep_ in ("amod", "compound") and c.lower_ in office_modifiers() for c in token.children):
            return False
        return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ == "the") for c in token.children)

    def _beside(self, token: Token, name: Name) -> list[Reference]:
        """The person named in apposition: "the Israeli foreign minister, David Levy"; several for plurals."""
        found = []
        for child in token.children:
            if child.dep_ in ("appos", "flat", "nmod", "compound", "acl"):
                for item in conjuncts(child):
                    person = self._context.name(item)
                    if person is not None and person.person is not None:
                        found.append(self._person(person.person, person.start, person.end))
        if found:
            return found
        if token.dep_ == "appos" and token.head != token:
            head = self._context.name(token.head)
            if head is not None and head.person is not None:
                return [self._person(head.person, head.start, head.end)]
        for other in self._register.within(name.end, name.end + _APPOSED):
            if other.person is not None and other.left <= name.start:  # "Chad's envoy in Rome, NAME"
                return [self._person(other.person, other.start, other.end)]
        follower = self._register.at(name.end + 1) or self._register.at(name.end + 2)
        if follower is not None and follower.person is not None:
            gap = self._context.reading.text[name.end : follower.start]
            if gap.strip() in ("", ","):
                return [self._person(follower.person, follower.start, follower.end)]
        return []

    def _counterpart(self, token: Token, others: Sequence[Reference]) -> list[Reference]:
        name = self._context.name(token)
        if name is not None:
            beside = self._beside(token, name)
            if beside:
                return beside
        for child in token.children:
            if child.dep_ == "appos":
                person = self._context.name(child)
                if person is not None and person.person is not None:
                    return [self._person(person.person, person.start, person.end)]
        country, organization = self._affiliation(token, name, ())
        if token.lemma_.lower() in ("visitor", "guest") and country is None and organization is None:
            visitor = self.topic(token, others)
            return [visitor] if visitor is not None else []
        offices = frozenset(office for other in others for office in other.offices)
        start, end = extent_of(token, self._context)
        if country or organization:
            holder = self._discourse.holder(set(offices), country, organization, start)
            if holder is not None and all(holder is not other.person for other in others):
                return [self._person(holder, start, end)]
        known = self._discourse.named_later(start, country) if country and offices & _NATIONAL_OFFICES else None
        if known is not None and all(known is not other.person for other in others):
            found = evolve(actor_of(known), country=country)
            return [Reference(actor=found, start=start, end=end, person=known, offices=offices)]
        phrase = self._phrase(start, end)
        actor = Actor(name=phrase, kind=ActorKind.GROUP, named=False, country=country, organization=organization)
        return [Reference(actor=actor, start=start, end=end, offices=offices)] if country or organization else []

    def the_national(self, token: Token, name: Name, others: Sequence[Reference] = ()) -> Reference | None:
        """ "the Georgian": the person of that country spoken of last."""
        sense = name.sense(NameKind.DEMONYM)
        singular = token.tag_ in ("NN", "NNP", "JJ") and any(c.lower_ == "the" for c in token.children)
        if sense is None or sense.country is None or not singular:
            return None
        known = [other.person for other in others]
        persons = [p for p in self._register.persons if p.country == sense.country and p not in known]
        persons = [p for p in persons if not p.country_inferred] or persons
        person = self._discourse.latest(persons, name.start)
        return self._person(person, name.start, name.end) if person is not None else None

    # -- groups and states ---------------------------------------------------------------------------------------------

    def _collective(self, token: Token, name: Name) -> list[Reference]:
        """ "Chinese officials"; "leaders of Kazakhstan and Kyrgyzstan" (one each)."""
        states = [
            other
            for noun in preposed(token, "of", "from", *(("in",) if name.text.lower() in _ABROAD_IN else ()))
            for item in conjuncts(noun)
            if (other := self._context.name(item)) is not None and other.sense(*STATES, *BODIES, NameKind.DEMONYM)
        ]
        leader = self._leader(token)
        if leader is not None:
            return [leader]
        theirs = self._theirs(token) if not states else []
        if theirs:
            return theirs
        several = self._several(token, name, states)
        if several:
            return several
        start, end = extent_of(token, self._context)
        country, organization = self._affiliation(token, name, ())
        of_both = any(n.lemma_.lower() in _SIDES and _is_counted(n) for n in preposed(token, "of", "from"))
        if country is None and (organization is None or of_both):  # "Red Cross officials of the two sides"
            spoken_of = self._spoken_of(token, name)
            if spoken_of:
                return spoken_of
        actor = Actor(
            name=self._phrase(start, end), kind=ActorKind.GROUP, named=False, country=country, organization=organization
        )
        offices = frozenset(s.office for s in name.senses if s.office)
        return [Reference(actor=actor, start=start, end=end, offices=offices)]

    def _several(self, token: Token, name: Name, states: Sequence[Name]) -> list[Reference]:
        """Those who serve several states, one each: by name where the names follow, else described."""
        nations = self._nations(token)
        paired = named_in_turn(self._context.reading, states or nations, name.end)
        if paired:
            return [evolve(self._person(n.person, n.start, n.end), actor=actor) for n, actor in paired if n.person]
        if len(nations) > 1 and not states:
            return [
                Reference(actor=group_of(f"{nation.text} {name.text}", nation), start=nation.start, end=nation.end)
                for nation in nations
            ]
        if len(states) < _PAIR:
            return []
        return [
            Reference(actor=group_of(f"{name.text} of {state.text}", state), start=state.start, end=state.end)
            for state in states
        ]

    def _spoken_of(self, token: Token, name: Name) -> list[Reference]:
        """Those whose side the phrase does not tell, by what was spoken of before."""
        start, end = extent_of(token, self._context)
        both = [n for n in preposed(token, "of", "from") if n.lemma_.lower() in _SIDES and _is_counted(n)]
        if both and _number(both[0]) > _PAIR:
            return self._members(both[0], _number(both[0]), name, serving=token)
        if both:  # "technical teams of both countries"
            return [_serving(token, state) for state in self._two_states(start, end)]
        for child in token.children:  # "the two countries' border commissioners"
            if child.dep_ == "poss" and child.lemma_.lower() in _SIDES:
                return self._two_states(start, end)
        # "talks between defence chiefs"
        between = name.kind is NameKind.OFFICE and token.dep_ == "pobj" and token.head.lower_ == "between"
        group = self._sides(token, name, pair=between) if between or _is_counted(token) else []
        return group or self._earlier_group(token, name)

    def _theirs(self, token: Token) -> list[Reference]:
        """Those who serve the states spoken of above: "Chad and Niger said their foreign ministers would meet"."""
        their = next((child for child in token.lefts if child.lower_ == "their"), None)
        if their is None:
            return []
        states = self._plural_above(their)
        if not states and token.tag_ in ("NNS", "NNPS") and token.lemma_.lower() != "counterpart":
            states = self._two_states(*extent_of(token, self._context))
        return [_serving(token, state) for state in states] if len(states) > 1 else []

    def _earlier_group(self, token: Token, name: Name) -> list[Reference]:
        """Whom "the delegation", "the envoys" take up: the nearest group of that kind whose side was told."""
        if [child.lower_ for child in token.lefts] != ["the"] or not kinds_of(name):
            return []
        start, end = self._context.offsets(token)
        for earlier in groups_before(self._context.reading, start, kinds_of(name)):
            found = self._at(earlier)
            if len(found) == 1 and (found[0].actor.country or found[0].actor.organization):
                return [evolve(found[0], start=start, end=end)]
        return []

    def _leader(self, token: Token) -> Reference | None:
        """Who leads a group: "a delegation led by X"."""
        for child in token.children:
            by = agent(child) if child.dep_ == "acl" and child.lemma_ in ("lead", "head") else None
            name = self._context.name(by) if by is not None else None
            if name is not None and name.person is not None:
                return self._person(name.person, name.start, name.end)
        name = self._context.name(token)
        leader = leader_behind(self._context.reading, name) if name is not None else None
        if leader is not None and leader.person is not None:
            return self._person(leader.person, leader.start, leader.end)
        return None

    def _nations(self, token: Token) -> list[Name]:
        """The nations in "Indian and Pakistani prime ministers", each of one country and each once."""
        found: dict[str, Name] = {}
        for child in token.children:
            if child.dep_ not in ("amod", "compound", "nmod", "poss"):
                continue
            for item in conjuncts(child):
                name = self._context.name(item)
                if name is not None and (country := _nation_of(name)) is not None:
                    found.setdefault(country, name)
        for name in nations_before(token, self._context):
            found.setdefault(_nation_of(name) or "", name)
        return sorted(found.values(), key=lambda name: name.start)

    def _named(self, token: Token, name: Name) -> Reference | None:
        sense = name.sense(*_ACTORS)
        if sense is None:
            if name.kind is NameKind.AGENCY:
                actor = Actor(name=name.text, kind=ActorKind.ORGANIZATION, organization=name.text)
                return Reference(actor=actor, start=name.start, end=name.end)
            if len(name_tokens(name.text)) > 1 and not self._context.is_time(token):
                return Reference(actor=Actor(name=name.text, kind=ActorKind.PERSON), start=name.start, end=name.end)
            return None
        if sense.kind is NameKind.CITY and sense.country:  # no government sits there: "its consulate in Basra"
            return self._government(sense.country, name.start, name.end)
        place = sense.kind in (*STATES, NameKind.REGION)
        kind = ActorKind.GOVERNMENT if place else ActorKind.ORGANIZATION
        if sense.kind is NameKind.DEMONYM:
            kind = ActorKind.GROUP
        if sense.kind is NameKind.AGENCY and sense.country:
            kind = ActorKind.GOVERNMENT
        actor = Actor(
            name=name.text,
            kind=kind,
            named=sense.kind is not NameKind.DEMONYM,
            country=sense.country,
            organization=sense.organization,
        )
        return Reference(actor=actor, start=name.start, end=name.end)

    def _sides(self, token: Token, office: Name | None = None, *, pair: bool = False) -> list[Reference]:
        """ "both leaders", "the two sides", "the two foreign ministers": the last two that stood together.

        ``pair``: two are meant, although the phrase does not count them.
        """
        start, end = self._context.offsets(token)
        lemma = token.lemma_.lower()
        counted = pair or token.lower_ in _PLURAL or _is_counted(token)
        if not counted and lemma not in ("side", "leader", "country"):
            return []
        if token.tag_ not in ("NNS", "NNPS", "CD", "DT", "PRP") and not counted:
            return []
        if _number(token) > _PAIR:
            return self._members(token, _number(token), office)
        states = self._two_states(start, end)
        if states and lemma in _SIDES:
            return states
        held = {s.office for s in office.senses if s.office} if office is not None else set()
        persons = self._discourse.pair_before(start, held, lemma)
        if not persons and lemma == "leader":
            persons = self._discourse.leading_pair(start)
        states = states or ([] if persons else self._two_states(start, end, scattered=True))
        described = [] if persons else self._described_pair(start, end)
        if described and all(not (held and r.offices) or held & r.offices for r in described):
            return described
        if not persons and held:
            holders = [self._discourse.holder(held, s.actor.country, None, start, (), lemma) for s in states]
            if all(holders) and len(set(holders)) == len(holders):
                return [self._person(holder, start, end) for holder in holders if holder is not None]
            return [_serving(token, state) for state in states]
        if lemma in _STATE_NOUNS and all(p.country for p in persons):
            return [self._government(p.country, start, end) for p in persons if p.country]
        return [self._person(p, start, end) for p in persons] or states

    def _members(
        self, token: Token, count: int, office: Name | None, *, serving: Token | None = None
    ) -> list[Reference]:
        """ "the three", "all four ministers": persons, or the states of a list, with their office where it is told.

        Args:
            token: the word that is counted.
            count: how many.
            office: the office that they hold.
            serving: the word for those who serve the states that are counted: "envoys of the three countries".
        """
        start, end = self._context.offsets(token)
        if not any(child.lower_ in ("the", "all", "these", "those") for child in token.children):
            return []
        states_meant = token.lemma_.lower() in _SIDES
        found: list[Reference] = []
        for member in members_before(self._context.reading, start, count):
            if not isinstance(member, Name):
                if not states_meant:
                    found.append(self._person(member, start, end))
                elif member.country:
                    found.append(self._government(member.country, start, end))
            elif serving is not None:
                found.append(_serving(serving, self._state(member, start, end)))
            elif office is None:
                found.append(self._state(member, start, end))
            else:
                found.append(_serving(token, self._state(member, start, end)))
        return found

    @staticmethod
    def _government(country: str, start: int, end: int) -> Reference:
        """The state that a person stands for: "the two governments" after two ministers."""
        entry = countries_by_code().get(country)
        actor = Actor(name=entry.name if entry else country, kind=ActorKind.GOVERNMENT, country=country)
        return Reference(actor=actor, start=start, end=end)

    def _two_states(self, start: int, end: int, *, scattered: bool = False) -> list[Reference]:
        names = self._discourse.states_before(start, 2, scattered=scattered)
        return [self._state(name, start, end) for name in names]

    def _state_before(self, start: int, end: int) -> list[Reference]:
        return [self._state(name, start, end) for name in self._discourse.states_before(start, 1)]

    def _state(self, name: Name, start: int, end: int) -> Reference:
        sense = name.sense(*STATES, *BODIES)
        if sense is None:  # told by its adjective alone
            nation = name.sense(NameKind.DEMONYM)
            assert nation is not None
            assert nation.country is not None
            return self._government(nation.country, start, end)
        kind = ActorKind.GOVERNMENT if sense.kind in STATES else ActorKind.ORGANIZATION
        actor = Actor(name=name.text, kind=kind, country=sense.country, organization=sense.organization)
        return Reference(actor=actor, start=start, end=end)

    def _described(self, token: Token) -> list[Reference]:
        """Any other noun: kept if its phrase tells a country or a body ("the Polish government", "a Qatari team")."""
        if token.pos_ not in ("NOUN", "PROPN"):
            return []
        country, organization = self._affiliation(token, None, ())
        if country is None and organization is None:
            return []
        start, end = extent_of(token, self._context)
        kind = ActorKind.GOVERNMENT if token.lemma_.lower() in _BODY_NOUNS else ActorKind.GROUP
        actor = Actor(name=self._phrase(start, end), kind=kind, named=False, country=country, organization=organization)
        return [Reference(actor=actor, start=start, end=end)]

    # -- affiliation ---------------------------------------------------------------------------------------------------

    def _affiliation(
        self, token: Token, name: Name | None, others: Sequence[Reference]
    ) -> tuple[str | None, str | None]:
        """Country and body served, as the phrase tells."""
        modifiers = list(self._modifiers(token))
        # "his U.S. opposite number": what is named comes before whose he is.
        for child in sorted(modifiers, key=lambda c: c.lower_ in _POSSESSIVE):
            found = self._serves(child)
            if found != (None, None):
                return found
        if name is not None:
            sense = name.sense(NameKind.OFFICE)
            if sense is not None and (sense.country or sense.organization):
                return sense.country, sense.organization
        return None, None

    def _modifiers(self, token: Token) -> Iterator[Token]:
        base_dep = ("amod", "compound", "nmod", "poss")
        stack = [c for c in token.children if c.dep_ in base_dep]
        if token.dep_ == "nmod" and any(c.dep_ == "cc" for c in token.children):
            # "Sudan's government and rebels", the government taken for a modifier of the rebels
            stack += [c for c in token.head.children if c.dep_ in base_dep and c.i < token.i]
        while stack:
            child = stack.pop(0)
            yield child
            stack.extend(c for c in child.children if c.dep_ in base_dep)
        inside = ("in",) if token.lemma_.lower() in _SEATED else ()  # "the government in Kabul"
        carriers = preposed(token, "of", "from", "representing", *inside)
        for noun in (*carriers, *missions_of(token, self._context)):
            yield noun
            for child in noun.children:
                if child.dep_ in base_dep:
                    yield child
            if noun.lemma_.lower() in _BODY_NOUNS:  # "at the Embassy of Chad"
                yield from preposed(noun, "of")

    def _serves(self, token: Token) -> tuple[str | None, str | None]:
        name = self._context.name(token)
        if name is not None:
            if name.person is not None:
                return name.person.country, name.person.organization
            sense = name.sense(*BODIES, *_NATIONS)
            if sense is not None:
                return sense.country, sense.organization
            return None, None
        start, _ = self._context.offsets(token)
        if token.dep_ == "poss" and token.lower_ in ("his", "her"):
            person = self._discourse.person_before(start, gender_of(token))
            return (person.country, person.organization) if person else (None, None)
        if token.dep_ == "poss" and token.lower_ in ("its", "their"):
            states = self._discourse.states_before(start, 1)
            sense = states[0].sense(*STATES, *BODIES) if states else None
            return (sense.country, sense.organization) if sense else (None, None)
        return None, None

    def _phrase(self, start: int, end: int) -> str:
        return self._context.reading.text[start:end]
