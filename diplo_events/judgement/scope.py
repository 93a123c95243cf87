"""The words in whose scope an event stands, from the inside out.

The way leads from the trigger up the dependency tree: each governor may be an operator ("refused", "request for",
"planned"), may be negated, and has a tense. :mod:`.status` combines them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from diplo_events.extraction.phrasal import operator_of, particle_of
from diplo_events.extraction.syntax import FINITE, is_passive, is_verb
from diplo_events.judgement.negation import has_subject, negated
from diplo_events.judgement.verbs import stays_for
from diplo_events.model.kinds import Status
from diplo_events.tables.grammar import after_nouns, copulas, part_nouns, report_nouns, report_verbs, word_class
from diplo_events.tables.scope import Operator, operator

if TYPE_CHECKING:
    from spacy.tokens import Token

#: No event of the news stands deeper; the bound keeps a broken parse cheap.
_DEEPEST = 14
#: What one does to a guest "for talks".
_FOR = frozenset({"expect", "invite", "await", "schedule", "book", "slate", "pencil", "arrange"})
#: Refusing and denying take a gerund that the parser likes to hang loose: "denied on Sunday having met".
_STOPS = frozenset({Status.DECLINED, Status.DENIED})
_AHEAD = frozenset({"ahead", "prior", "instead", "rather", "pending"})


@frozen
class Step:
    """One word over the event.

    Attributes:
        token: the word.
        below: the word by which the event hangs on it.
        via: how: object, subject, predicate, existence, clause, purpose, adverbial, adjunct, noun, part, after,
            report, conjunct or relative.
        operator: what it does to the event, or None.
        negated: whether "not" or "no" stands at it.
        link: the preposition or conjunction between the two, or "".
    """

    token: Token
    below: Token
    via: str
    operator: Operator | None = None
    negated: bool = False
    link: str = ""


def steps(trigger: Token) -> Iterator[Step]:
    """Each governor of the trigger up to the root of the sentence."""
    below = trigger
    for _ in range(_DEEPEST):
        head = below.head
        if head == below or _side_by_side(below, head):
            return
        if _is_link(head, below):
            link, over = _through(head)
            if over is None:
                return
            head = over
            step = _prepositional(below, head, link)
        else:
            step = _direct(below, head)
        yield step
        if step.via == "relative":
            return
        below = step.token


def _side_by_side(below: Token, head: Token) -> bool:
    """Two main clauses with a colon between, one hung on the other by the parser: "he scrapped it: X fell ill"."""
    if below.dep_ not in ("ccomp", "parataxis") or below.i > head.i or head.lemma_.lower() in report_verbs():
        return False
    return any(t.text in (":", ";") for t in head.doc[below.i + 1 : head.i])


def _is_link(head: Token, below: Token) -> bool:
    if head.lower_ == "due" and is_verb(below):
        return False  # "X, due to visit Y, said", which a parser takes for "due to"
    return bool(
        head.dep_ in ("prep", "agent") or (head.pos_ in ("ADP", "SCONJ") and below.dep_ in ("pobj", "pcomp", "prep"))
    )


def _through(preposition: Token) -> tuple[str, Token | None]:
    """The preposition with its words ("ahead of", "rather than"), and the word that it hangs on."""
    link, head = preposition.lower_, preposition.head
    if head == preposition:
        return link, None
    if head.lower_ in _AHEAD or head.dep_ == "prep":
        link = f"{head.lower_} {link}"
        head = head.head if head.head != head else head
    return link, head


def _direct(below: Token, head: Token) -> Step:
    dep = below.dep_
    if dep in ("conj", "appos", "cc"):
        return Step(head, below, "conjunct", negated=negated(head) and not has_subject(below))
    if dep == "relcl" and not _infinitival(below):
        if head.lemma_.lower() in report_nouns() and any(
            c.dep_ == "mark" and c.lower_ == "that" for c in below.children
        ):
            return Step(head, below, "report", operator(head.lemma_.lower(), "noun"), negated(head))
        return Step(head, below, "relative")
    if head.pos_ in ("NOUN", "PROPN", "PRON") and dep != "nsubj":
        return _on_noun(below, head, "")
    if dep in ("nsubj", "csubj", "nsubjpass", "csubjpass"):
        return _subject(below, head)
    if dep in ("dobj", "dative", "attr", "oprd", "npadvmod") and is_verb(head):
        return _object(below, head)
    return _clause(below, head)


def _on_noun(below: Token, noun: Token, link: str) -> Step:
    """The event is a complement of a noun: "plans to visit", "a request for talks", "a round of talks"."""
    lemma = noun.lemma_.lower()
    found = operator(lemma, "noun")
    if lemma in report_nouns() and is_verb(below) and below.dep_ in ("acl", "ccomp", "relcl") and _finite(below):
        return Step(noun, below, "report", found, negated(noun))
    if below.dep_ == "acl" and below.tag_ in ("VBG", "VBN") and not _infinitival(below):
        return Step(noun, below, "relative")
    idle = noun.lower_ in ("talk", "speculation") and link in ("of", "about")
    if idle and operator(noun.head.lemma_.lower(), "report"):
        return Step(noun, below, "report", None, negated(noun))  # "dismissed talk of a visit": a rumour is denied
    over = noun.head.head if noun.dep_ == "pobj" else noun
    above = operator_of(over, "clause") if found is None and _infinitival(below) and is_verb(over) else None
    if above is not None:
        return Step(over, below, "clause", above, negated(over))  # "refused for a third time to meet"
    if found is not None:
        return Step(noun, below, "noun", found, negated(noun), link)
    if lemma in after_nouns() and link in ("of", "from", "to"):
        return Step(noun, below, "after")
    if lemma in report_nouns() and link in ("of", "about", "on"):
        return Step(noun, below, "report", None, negated(noun))
    via = "part" if lemma in part_nouns() or below.dep_ in ("compound", "amod", "nmod") else "of noun"
    return Step(noun, below, via, None, negated(noun), link)


def _subject(below: Token, head: Token) -> Step:
    if below.dep_ in ("nsubjpass", "csubjpass") or is_passive(head):
        return Step(head, below, "object", operator_of(head, "object"), negated(head))
    # "is to be held", "had to be called off"
    if head.lemma_ in ("be", "have") and any(True for c in head.children if c.dep_ == "xcomp" and _infinitival(c)):
        inner = next(c for c in head.children if c.dep_ == "xcomp" and _infinitival(c))
        via = "object" if is_passive(inner) else "subject"
        return Step(inner, below, via, operator_of(inner, via), negated(head) or negated(inner))
    if head.lemma_ in copulas() or not is_verb(head):
        found = predicate(head)
        if found is not None and not _yet_to_begin(head, found):
            return Step(head, below, "predicate", found, negated(head))
    return Step(head, below, "subject", operator_of(head, "subject"), negated(head))


def _yet_to_begin(verb: Token, found: Operator) -> bool:
    """ "will get under way", "gets under way on Thursday": what begins is not under way until it has begun."""
    return found.status is Status.ONGOING and verb.lemma_ in ("get", "go") and verb.tag_ in ("VB", "VBZ", "VBP")


def _object(below: Token, head: Token) -> Step:
    if below.dep_ == "attr" and head.lemma_ == "be":
        listed = next(
            (f for c in head.children if c.dep_ == "prep" and (f := _said(c))), None
        )  # "on the programme are talks"
        return Step(head, below, "predicate" if listed else "existence", listed, negated(head))
    return Step(head, below, "object", operator_of(head, "object"), negated(head))


def _clause(below: Token, head: Token) -> Step:
    lemma = head.lemma_.lower()
    found = operator_of(head, "clause")
    if found is not None and found.status is Status.DECLINED and _tells(below):
        return Step(head, below, "report")  # "declined to give details of the visit": silence refuses nothing
    gerund = below.tag_ == "VBG" or any(c.lower_ == "having" for c in below.children)
    if found is None and gerund and below.dep_ != "advcl":
        found = operator_of(head, "object")
    infinitive = _infinitival(below)
    noun = _rehung(below, head) if infinitive else None
    if noun is not None:
        return Step(noun, below, "noun", operator(noun.lemma_.lower(), "noun"), negated(noun))
    if below.dep_ == "advcl":
        if found is not None and (infinitive or (gerund and found.status in _STOPS)):
            return Step(head, below, "clause", found, negated(head))
        return Step(head, below, "purpose" if infinitive else "adverbial", None, negated(head), _mark(below))
    if infinitive and is_verb(below) and stays_for(head, below):
        return Step(head, below, "purpose", None, negated(head))
    if found is None and lemma == "be" and is_verb(below):
        found = predicate(head)
    return Step(head, below, "clause", found, negated(head), _mark(below))


def _tells(verb: Token) -> bool:
    """Whether a verb only tells of what stands below it: "elaborate on", "give details of"."""
    if verb.lemma_ in word_class("telling"):
        return True
    told = [c.lemma_.lower() for c in verb.children if c.dep_ in ("dobj", "attr") and c.i > verb.i]
    return bool(word_class("telling_noun").intersection(told))


def _rehung(below: Token, verb: Token) -> Token | None:
    """The noun that a complement belongs to, where the parser hung it on the verb: "rejected a bid by X to meet"."""
    if not is_verb(verb):
        return None
    for child in verb.children:
        before = child.i < below.i and child.dep_ in ("dobj", "nsubj", "nsubjpass", "attr")
        if (
            before
            and operator(child.lemma_.lower(), "noun")
            and not (child.dep_.startswith("nsubj") and verb.i < below.i)
        ):
            return child
    return None


def _prepositional(below: Token, head: Token, link: str) -> Step:
    if head.pos_ in ("NOUN", "PROPN", "PRON") and not is_verb(head):
        return _on_noun(below, head, link)
    if head.pos_ == "ADJ" or head.dep_ in ("acomp", "oprd"):
        found = operator(f"{head.lower_} {link}", "clause") or operator(head.lower_, "clause")
        return Step(head, below, "clause", found, negated(head), link)
    last = "" if link.split(maxsplit=1)[0] in _AHEAD else link.rsplit(maxsplit=1)[-1]
    lemma, particle = head.lemma_.lower(), particle_of(head)
    found = (operator(f"{lemma} {particle} {last}", "object") if particle else None) or operator(
        f"{lemma} {link}", "object"
    )
    found = found or operator(f"{lemma} {last}", "object")
    if found is None and particle and last in ("of", "from", "on", "to", "with"):
        found = operator(f"{lemma} {particle}", "object")
    noun = _rehung(below, head) if found is None and last in ("for", "of", "to", "on", "about") else None
    if noun is not None:
        return Step(noun, below, "noun", operator(noun.lemma_.lower(), "noun"), negated(noun), link)
    if found is None:
        spoken = next((c.lower_ for c in head.children if c.lower_ in ("no", "yes") and c.i > head.i), None)
        found = operator(f"{lemma} {spoken}", "object") if spoken else None
    if found is None and (last == "as" or (last == "for" and lemma in _FOR)):
        found = operator(lemma, "object")
    if found is None and last == "from" and below.dep_ == "pcomp":
        found = operator(lemma, "clause")
    return Step(head, below, "object" if found else "adjunct", found, negated(head), link)


def predicate(copula: Token) -> Operator | None:
    """What is said of a copula's subject: "is off", "remains under consideration", "stands cancelled"."""
    for child in copula.children:
        if child.dep_ in (
            "acomp",
            "attr",
            "advmod",
            "oprd",
            "xcomp",
            "prt",
            "prep",
            "dobj",
            "acl",
            "amod",
            "ccomp",
        ) and (child.i > copula.i or child.dep_ != "advmod"):
            found = _said(child)
            if found is not None and negated(child):
                return Operator(found.lemma, found.negated, found.status)
            if found is not None:
                return found
    return None


def _said(word: Token) -> Operator | None:
    if word.dep_ == "prep" or word.pos_ == "ADP":
        for inner in word.children:
            if inner.dep_ in ("pobj", "pcomp", "amod"):
                found = operator(f"{word.lower_} {inner.lower_}", "predicate")
                if found is not None:
                    return found
        return operator(word.lower_, "predicate") if not any(c.dep_ == "pobj" for c in word.children) else None
    if word.pos_ == "VERB" and word.tag_ not in ("VBN", "VBD", "VBG"):
        return None
    return operator(word.lower_, "predicate") or (
        operator(word.lemma_.lower(), "predicate") if word.pos_ in ("NOUN", "ADJ") else None
    )


def _mark(verb: Token) -> str:
    for child in verb.children:
        if child.dep_ in ("mark", "advmod") and child.i < verb.i and child.lower_ in _MARKS:
            return str(child.lower_)
    return ""


_MARKS = frozenset(
    {"after", "before", "when", "while", "as", "since", "until", "till", "once", "if", "unless", "whether", "where",
     "because", "although",
     "though", "that", "how", "why", "lest", "provided", "without"}
)  # fmt: skip


def _infinitival(verb: Token) -> bool:
    return bool(
        any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
        or (verb.tag_ == "VB" and not has_subject(verb))
    )


def _finite(verb: Token) -> bool:
    if verb.tag_ in ("VBD", "VBZ", "VBP"):
        return True
    return any(c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE for c in verb.children)


def is_report(verb: Token) -> bool:
    """Whether a verb only passes on what its clause tells."""
    return verb.lemma_.lower() in report_verbs()
