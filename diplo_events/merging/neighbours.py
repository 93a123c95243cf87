"""Who is near whom: an index of events by what they have to share, and the groups that they form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from diplo_events.merging.identity import likeness
from diplo_events.merging.traits import Key, Traits
from diplo_events.model.kinds import AHEAD, Status
from diplo_events.model.timeline import Evidence, Member

#: Of a group's tellings that agree in outline so many are compared.
_FEW = 3
#: Two groups for which the evidence differs by less than this fit equally well.
_MARGIN = 0.5


class Index:
    """Events by member and by key. Not changed once made: :meth:`with_events` copies."""

    __slots__ = ("blocks", "evidence", "group", "traits")

    def __init__(self) -> None:
        self.evidence: dict[Member, Evidence] = {}
        self.traits: dict[Member, Traits] = {}
        self.blocks: dict[Key, tuple[Member, ...]] = {}
        self.group: dict[Member, tuple[Member, ...]] = {}

    @classmethod
    def of(cls, groups: Iterable[Iterable[tuple[Evidence, Traits]]]) -> Index:
        """The index of events that are grouped already."""
        index = cls()
        for group in map(list, groups):
            index._enter(group)
            index._gather([traits.member for _, traits in group])
        return index

    def with_events(
        self, new: Sequence[tuple[Evidence, Traits]]
    ) -> tuple[Index, frozenset[Member], list[list[Member]]]:
        """The index with some events more, the old members whose groups are to be made again, and the new groups."""
        index = Index()
        index.evidence = self.evidence.copy()
        index.traits = self.traits.copy()
        index.blocks = self.blocks.copy()
        index.group = self.group.copy()
        index._enter(new)
        fresh = [traits.member for _, traits in new]
        touched = index._neighbourhood(fresh) if self.evidence else set(fresh)
        groups = index._groups(touched)
        for group in groups:
            index._gather(group)
        return index, frozenset(touched.difference(fresh)), groups

    def _enter(self, new: Iterable[tuple[Evidence, Traits]]) -> None:
        grown: dict[Key, list[Member]] = {}
        for evidence, traits in new:
            self.evidence[traits.member] = evidence
            self.traits[traits.member] = traits
            for key in traits.block_keys():
                grown.setdefault(key, []).append(traits.member)
        for key, members in grown.items():
            self.blocks[key] = (*self.blocks.get(key, ()), *members)

    def _gather(self, members: Iterable[Member]) -> None:
        group = tuple(members)
        self.group.update((member, group) for member in group)

    def _neighbourhood(self, members: Iterable[Member]) -> set[Member]:
        """These events and all that they can be merged with, directly or through others.

        That two events of one article are never merged is left aside here: so tellings that do not differ have the same
        neighbours, and one of them is enough to find them.
        """
        seen = set(members)
        waiting = sorted(seen)
        tellings: set[tuple[object, ...]] = set()
        unseen: dict[Key, list[Member]] = {}
        while waiting:
            traits = self.traits[waiting.pop()]
            signature = (traits.type, *traits.signature())
            if signature in tellings:
                continue
            tellings.add(signature)
            for key in traits.block_keys():
                left = [other for other in unseen.get(key, self.blocks[key]) if other not in seen]
                for other in left:
                    if other not in seen and likeness(traits, self.traits[other]) is not None:
                        # Its group comes along: who is in it can be merged with it.
                        come = [m for m in self.group.get(other, (other,)) if m not in seen]
                        seen.update(come)
                        waiting += come
                unseen[key] = left
        return seen

    def _groups(self, members: Iterable[Member]) -> list[list[Member]]:
        """The groups of some events; all that they could be merged with have to be among them."""
        ordered = sorted((self.traits[member] for member in members), key=Traits.rank)
        groups: list[_Group] = []
        by_key: dict[Key, list[int]] = {}
        for traits in ordered:
            keys = list(traits.block_keys())
            near = {number for key in keys for number in by_key.get(key, ())}
            place = _best(traits, groups, near)
            if place is None:
                place = len(groups)
                groups.append(_Group())
            known = groups[place].add(traits, keys)
            for key in known:
                by_key.setdefault(key, []).append(place)
        return [group.members for group in groups]


class _Group:
    """Events that are one.

    Compared is what its members tell, not each member: of tellings that agree in status, day, place and sides a few.
    """

    __slots__ = ("ahead", "articles", "keys", "members", "over", "tellings")

    def __init__(self) -> None:
        self.members: list[Member] = []
        self.articles: set[str] = set()
        self.tellings: dict[tuple[object, ...], list[Traits]] = {}
        self.keys: set[Key] = set()
        #: The last day on which it was announced, and the first on which it was told to be over, or off.
        self.ahead: int | None = None
        self.over: int | None = None

    def add(self, traits: Traits, keys: Iterable[Key]) -> list[Key]:
        """Take an event in; returns the keys that the group did not have."""
        self.members.append(traits.member)
        self.articles.add(traits.member[0])
        alike = self.tellings.setdefault(traits.outline(), [])
        if len(alike) < _FEW:
            alike.append(traits)
        if traits.published is not None and traits.status is not Status.DENIED:
            if traits.status in AHEAD:
                self.ahead = max(self.ahead or traits.published, traits.published)
            else:
                self.over = min(self.over or traits.published, traits.published)
        new = [key for key in dict.fromkeys(keys) if key not in self.keys]
        self.keys.update(new)
        return new

    def likeness(self, traits: Traits) -> float | None:
        """The best likeness with a member; None if a member speaks against it."""
        # What one article tells apart is not one.
        if traits.member[0] in self.articles or not self._in_order(traits):
            return None
        best: float | None = None
        for telling in (telling for alike in self.tellings.values() for telling in alike):
            found = likeness(traits, telling)
            if found is None:
                return None
            best = found if best is None else max(best, found)
        return best

    def _in_order(self, traits: Traits) -> bool:
        """Whether no announcement follows the event."""
        if traits.published is None or traits.status is Status.DENIED:
            return True
        if traits.status in AHEAD:
            return self.over is None or traits.published <= self.over
        return self.ahead is None or self.ahead <= traits.published


def _best(traits: Traits, groups: Sequence[_Group], near: Iterable[int]) -> int | None:
    fitting = [(found, number) for number in near if (found := groups[number].likeness(traits)) is not None]
    if not fitting:
        return None
    fitting.sort(key=lambda pair: (-pair[0], pair[1]))
    if len(fitting) > 1 and fitting[0][0] - fitting[1][0] < _MARGIN:
        return None
    return fitting[0][1]
