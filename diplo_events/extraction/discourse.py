"""What was spoken of before: who "he", "the premier", "the two sides" are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise

from diplo_events.extraction.context import BODIES
from diplo_events.extraction.earlier import kinds_of
from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.reading import Reading
from diplo_events.reading.register import Name, Person
from diplo_events.reading.words import words_of
from diplo_events.tables.grammar import report_verbs
from diplo_events.tables.name_origins import is_name_part

#: How many sentences back a pronoun may reach.
_REACH = 3
#: Words that stand for any office named with them: "the minister" for a foreign minister.
_SHORT_FORMS = frozenset(
    {"minister", "secretary", "envoy", "ambassador", "commissioner", "commander", "adviser", "chief"}
)
_LEADERS = frozenset({"head_of_state", "head_of_government", "royalty", "body_head", "leader"})


_PAIR = 2
#: How many sentences after the office a name may follow.
_NAMED_WITHIN = 3
#: Says whom a name that is no person's means: "the minister" a person, or a :class:`Name` where none is known.
Holder = Callable[[Name], Person | Name | None]


def _may_be(person: Person | Name, gender: str | None) -> bool:
    """Whether a person can be spoken of by a pronoun of that gender."""
    if isinstance(person, Name) or gender is None:
        return True
    return person.gender is None or person.gender == gender


def _speaks_for_another(person: Person | Name) -> bool:
    """Whether it is a spokesman: "the president's spokesman, NAME, said he would go" speaks of the president."""
    return isinstance(person, Person) and "spokesperson" in person.offices


_NOMINATIVE = {"m": "he", "f": "she"}


class Discourse:
    """Looks back from a place in the article."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._register = reading.register

    def _sentences_back(self, offset: int) -> Iterator[tuple[int, int]]:
        number = self._reading.sentence_at(offset)
        yield self._reading.sentences[number].start, offset
        for back in range(number - 1, max(number - 1 - _REACH, -1), -1):
            sentence = self._reading.sentences[back]
            yield sentence.start, sentence.end

    def person_before(self, offset: int, gender: str | None = None, without: Collection[Person] = ()) -> Person | None:
        """Whom "he" or "she" means, of the persons whom the article names: see :meth:`spoken_of`."""
        found = self.spoken_of(offset, gender, without)
        return found if isinstance(found, Person) else None

    def spoken_of(
        self,
        offset: int,
        gender: str | None = None,
        without: Collection[Person] = (),
        holder: Holder | None = None,
    ) -> Person | Name | None:
        """Whom "he" or "she" means: the subject of this sentence, else of the nearest one before.

        Args:
            offset: where the pronoun stands.
            gender: "m" or "f", as the pronoun tells; persons of whom the article tells otherwise are left out.
            without: persons it cannot mean: the other parties of its own clause.
            holder: says whom "the minister" means, so that such subjects count too; None to look at names alone.
        """
        here = self._reading.sentence_at(offset)
        if here:
            self._reading.syntax(here - 1)  # whom it speaks of shows only in its parse
        for start, end in self._sentences_back(offset):
            best: tuple[int, Person | Name] | None = None
            for name in self._register.within(start, end):
                who: Person | Name | None = name.person
                rank = self._salience(name)
                if who is None and holder is not None:
                    who = holder(name)
                if who is None or who in without or _speaks_for_another(who) or not _may_be(who, gender):
                    continue
                if best is None or rank > best[0]:
                    best = (rank, who)
            subject = self._pronoun_subject(start, end, gender)
            if subject is not None and (best is None or subject[0] >= best[0]):
                # "He flew to Oslo with X. On Monday he": both mean the one of whom the text goes on to speak.
                before = self.spoken_of(subject[1], gender, without, holder)
                if before is not None:
                    return before
            if best is not None:
                return best[1]
        return None

    def _pronoun_subject(self, start: int, end: int, gender: str | None) -> tuple[int, int] | None:
        """The salience and the offset of a "he" or "she" that is a subject in a stretch of text."""
        if gender is None:
            return None
        for word in words_of(self._reading.text, start, end):
            if word.text.lower() == _NOMINATIVE[gender]:
                token = self._reading.token(word.start)
                if token is None:
                    return None
                return (3 if token.head.dep_ == "ROOT" else 2), word.start
        return None

    def _salience(self, name: Name) -> int:
        """3 for the subject of the main clause, 2 for another subject, 1 for any other part, 0 for a possessor."""
        if self._reading.text[name.end : name.end + 2] in ("'s", "' "):
            return 0
        token = self._reading.token(name.start)
        if token is None:
            return 1
        if token.dep_ in ("nsubj", "nsubjpass"):
            return 3 if token.head.dep_ == "ROOT" else 2
        return 0 if token.dep_ == "poss" else 1

    def topic(self, offset: int, without: Collection[Person]) -> Person | None:
        """Of whom the text speaks: the office-holder named first in the sentence before, or the one before that."""
        for start, end in self._sentences_back(offset):
            for name in self._register.within(start, end):
                person = name.person
                if person is None or person in without:
                    continue
                if person.offices and "spokesperson" not in person.offices:
                    return person
        return None

    def last_named(self, offset: int, *, first: bool = False) -> Person | None:
        """Whom "the latter" means: the last person of the nearest sentence that names several, or the first."""
        for start, end in self._sentences_back(offset):
            persons = list(dict.fromkeys(n.person for n in self._register.within(start, end) if n.person is not None))
            if len(persons) > 1:
                return persons[0] if first else persons[-1]
        return None

    def pair_before(self, offset: int, offices: Collection[str] = (), word: str = "") -> list[Person]:
        """Whom "they", "the two ministers" mean: the last two persons that stood in one sentence.

        Args:
            offset: where they are spoken of.
            offices: classes of office of which both hold one; empty where that is not told.
            word: that office in the singular, as written.
        """
        for start, end in self._sentences_back(offset):
            persons: list[Person] = []
            for name in self._register.within(start, end):
                person = name.person
                if person is None or person in persons or (offices and not self._fits(person, offices, word)):
                    continue
                persons.append(person)
            countries = {p.country for p in persons}
            if len(persons) == 2 and len(countries) == 2:
                return persons
            if len(persons) > 2:
                first = persons[0]
                other = next((p for p in persons[1:] if p.country != first.country), None)
                if other is not None:
                    return [first, other]
        return self._only_pair(offices) if offices else []

    def _only_pair(self, offices: Collection[str]) -> list[Person]:
        """The two holders of an office where the whole article knows but two, of two states."""
        holders = [person for person in self._register.persons if not person.offices.isdisjoint(offices)]
        holders = [person for person in holders if not person.former] or holders
        states = {person.country for person in holders} - {None}
        return holders if len(holders) == len(states) == _PAIR else []

    def leading_pair(self, offset: int) -> list[Person]:
        """Whom "both leaders" mean: the only two persons of a sentence, of two states, of whom one is known to lead."""
        for start, end in self._sentences_back(offset):
            persons = list(dict.fromkeys(n.person for n in self._register.within(start, end) if n.person is not None))
            apart = len(persons) == len({person.country for person in persons}) == _PAIR
            if apart and any(person.offices & _LEADERS for person in persons):
                return persons
        return []

    def delegation_subject(self, offset: int) -> Name | None:
        """The delegation that is the subject of the sentence before, which goes on to speak of it."""
        for start, end in list(self._sentences_back(offset))[1:2]:
            for name in self._register.within(start, end):
                token = self._reading.token(name.end - 1)
                if name.kind is not NameKind.GROUP or token is None or "delegation" not in kinds_of(name):
                    continue
                singular = token.tag_ in ("NN", "NNP")
                if singular and token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ROOT":
                    return name
        return None

    def plural_subject(self, offset: int) -> Name | None:
        """Whom "they" and "them" go on to speak of: the office-holders who are the subject of the sentence before.

        None where that sentence has another subject.
        """
        sentences = list(self._sentences_back(offset))[1:2]
        for start, end in sentences:
            for name in self._register.within(start, end):
                sense = name.sense(NameKind.OFFICE, NameKind.GROUP)
                token = self._reading.token(name.end - 1)
                if sense is None or token is None or token.tag_ not in ("NNS", "NNPS"):
                    continue
                if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ROOT":
                    return name if token.head.lemma_ not in report_verbs() else None
        return None

    def states_before(self, offset: int, count: int, *, scattered: bool = False) -> list[Name]:
        """What "it" (one) or "the two countries" (two) mean: the last states that stood in one sentence.

        Of more than two those that the article is about. ``scattered``: the last two, if no sentence holds two.
        """
        told: dict[str, Name] = {}
        for start, end in self._sentences_back(offset):
            found: dict[str, Name] = {}
            for name in self._register.within(start, end):
                if self._is_locative(name):
                    continue
                sense = name.sense(NameKind.COUNTRY, NameKind.METONYM, *BODIES)
                if sense is None and scattered and not self._of_a_holder(name):
                    sense = name.sense(NameKind.DEMONYM)
                if sense is not None and (sense.country or sense.organization):
                    found.setdefault(sense.country or sense.organization or "", name)
            names = list(found.values())
            if len(names) >= count:
                if count == 2 and end == offset and (pair := self._joined(names)):
                    return pair
                main = [name for code, name in found.items() if code in self._register.principals()]
                return main if len(main) == count else names[:count]
            told |= {code: name for code, name in found.items() if code not in told}
        return list(told.values())[:count] if scattered and len(told) >= count else []

    def _joined(self, names: Sequence[Name]) -> list[Name]:
        """The last two that "and" joins: "X expelled Y's envoys, and A and B said they would follow suit"."""
        pairs = [p for p in pairwise(names) if self._reading.text[p[0].end : p[1].start] in (" and ", " and the ")]
        return list(pairs[-1]) if pairs else []

    def _of_a_holder(self, name: Name) -> bool:
        """Whether an adjective tells whom an office-holder serves: "Turkish Foreign Minister X"."""
        after = self._register.at(name.end + 1)
        return after is not None and after.kind in (NameKind.OFFICE, NameKind.PERSON)

    def _is_locative(self, name: Name) -> bool:
        """Whether a city stands as a place: behind a preposition of place."""
        if name.sense(NameKind.COUNTRY, *BODIES) is not None:
            return False
        before = self._reading.text[max(name.start - 12, 0) : name.start].lower().split()
        return bool(before) and before[-1] in {"in", "at", "to", "from", "near", "outside", "for", "via", "through"}

    def holder(
        self,
        offices: set[str],
        country: str | None,
        organization: str | None,
        offset: int,
        taken: Collection[str] = (),
        word: str = "",
    ) -> Person | None:
        """Who holds an office: of the persons with that office and country the latest named before ``offset``.

        Args:
            offices: classes of the office.
            country: the country served, if it is told.
            organization: the body served, if it is told.
            offset: where the office is spoken of.
            taken: countries of the other side; a holder who serves another comes first.
            word: the office as written: "the minister" may be a foreign minister.
        """
        fitting = [
            person
            for person in self._register.persons
            if self._fits(person, offices, word)
            and (country is None or person.country == country)
            and (organization is None or person.organization == organization or country is not None)
        ]
        fitting = [person for person in fitting if person.country not in taken] or fitting
        if not fitting:
            return None
        if country is None and organization is None:
            fitting = [p for p in fitting if self._last_before(p, offset) >= 0] or fitting
        return max(fitting, key=lambda person: self._last_before(person, offset))

    def named_later(self, offset: int, country: str | None) -> Person | None:
        """Who is introduced by office first and named in the next sentences: "Fiji's minister left ... NAME said".

        Args:
            offset: where the office stands, without a name.
            country: the country served.

        Returns:
            The only person first named there, as a subject, of whom the article tells no office and no other country.
        """
        here = self._reading.sentence_at(offset)
        named = []
        for person in self._register.persons:
            first = min((start for start, _ in person.mentions), default=-1)
            other = person.country not in (None, country) and not person.country_inferred
            if first < offset or person.offices or person.title or other:
                continue
            if self._reading.sentence_at(first) - here <= _NAMED_WITHIN and self._is_subject(first):
                named.append(person)
        return named[0] if len(named) == 1 else None

    def named_just_before(self, offset: int, country: str | None) -> Person | None:
        """Who is introduced by name first, without an office: "What X told them is secret. The Omani envoy left".

        Args:
            offset: where the office stands, without a name.
            country: the country served.

        Returns:
            The only person of the sentence before of whom the article tells no office and no other country.
        """
        (start, end), *_ = [*list(self._sentences_back(offset))[1:2], (0, 0)]
        named = []
        for name in self._register.within(start, end):
            person = name.person
            if person is None or person in named:
                continue
            other = person.country not in (None, country) and not person.country_inferred
            known = any(is_name_part(part) for part in person.tokens)
            if known and not (other or person.offices or person.title or person.organization):
                named.append(person)
        return named[0] if len(named) == 1 else None

    def _is_subject(self, offset: int) -> bool:
        token = self._reading.token(offset)
        return token is not None and token.dep_ in ("nsubj", "nsubjpass")

    def latest(self, persons: Sequence[Person], offset: int) -> Person | None:
        """Of several persons the one named last before ``offset``; None if none was."""
        before = [p for p in persons if self._last_before(p, offset) >= 0]
        return max(before, key=lambda p: self._last_before(p, offset), default=None)

    @staticmethod
    def _fits(person: Person, offices: Collection[str], word: str) -> bool:
        if not person.offices.isdisjoint(offices):
            return True
        if "leader" in offices and person.offices & _LEADERS:
            return True
        told = (person.title or "").lower().replace("-", " ").split()
        told += [part.removesuffix("s") for part in told]  # "Foreign ministers X of Chad and Y of Niger"
        short = word.split()
        return bool(_SHORT_FORMS.intersection(short[-1:])) and set(short) <= set(told) and not person.offices & _LEADERS

    @staticmethod
    def _last_before(person: Person, offset: int) -> int:
        before = [start for start, _ in person.mentions if start <= offset]
        return max(before) if before else -min((start for start, _ in person.mentions), default=0) - 1
