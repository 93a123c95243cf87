"""What a verb's own form tells of an event: tense, modality, infinitive, progressive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from diplo_events.model.kinds import Status
from diplo_events.tables.grammar import futurate_verbs, report_verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

_WILL = frozenset({"will", "'ll", "’ll", "shall", "wo"})
_WOULD = frozenset({"would", "'d", "’d"})
_MODALS = frozenset({"could", "may", "might", "can", "ca", "should", "must", "ought"})
_HAVE = frozenset({"have", "has", "had", "'ve", "’ve"})
_PAST_BE = frozenset({"was", "were"})
_CONDITIONS = frozenset({"if", "unless", "provided", "whether", "lest"})
_GLADLY = frozenset({"gladly", "happily", "willingly", "ideally", "readily"})
_WISHING = frozenset({"welcome", "like", "love", "prefer", "favor", "favour", "consider", "mind"})


@frozen
class Mood:
    """What a verb's own form tells.

    Attributes:
        status: held, ongoing, planned, proposed or cancelled; None for infinitives and gerunds, which take theirs from
            above.
        rule: the name of the reading, for explanations.
        finite: whether the verb stands for itself, so that a governor does not move it in time.
        undone: True for what was once ahead and did not come about ("was to have", "had planned").
    """

    status: Status | None
    rule: str
    finite: bool = True
    undone: bool = False


def auxiliaries(verb: Token) -> set[str]:
    """The forms of a verb's auxiliaries; those of the first conjunct where a verb shares them ("will go and meet")."""
    own = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return auxiliaries(verb.head) if not own and _shares_auxiliaries(verb) else own


def _shares_auxiliaries(verb: Token) -> bool:
    """Whether a verb is a later conjunct in the form of the first, without a subject of its own."""
    if verb.dep_ != "conj" or verb.head.pos_ not in ("VERB", "AUX") or verb.tag_ not in ("VB", "VBN", "VBG"):
        return False
    return verb.tag_ == verb.head.tag_ and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def mood(verb: Token) -> Mood:
    """Read a verb's tense and modality."""
    forms = auxiliaries(verb)
    found = _modal(verb, forms)
    if found is not None:
        return found
    if _plural_present(verb, forms):
        return Mood(Status.HELD, "present tense")
    if "to" in forms or (verb.tag_ == "VB" and not forms and not _imperative(verb)):
        return _infinitive(verb, forms)
    if verb.tag_ == "VBG":
        return _progressive(verb, forms)
    if verb.tag_ == "VBD" or forms & (_HAVE | _PAST_BE | {"did"}):
        return Mood(Status.HELD, "past tense")
    if verb.tag_ == "VBN":
        if "be" in forms and not forms & {"is", "are", "was", "were"}:
            return Mood(None, "subjunctive", finite=False)
        if forms & {"is", "are", "being"}:
            return Mood(Status.ONGOING if "being" in forms else Status.HELD, "present passive")
        return Mood(Status.HELD, "participle", finite=False)
    if verb.tag_ in ("VBZ", "VBP") or forms & {"do", "does", "is", "are"}:
        return Mood(Status.HELD, "present tense")
    return Mood(None, "no finite form", finite=False)


def _inverted(verb: Token) -> bool:
    """ "should he arrive in time": a condition."""
    first = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), None)
    if first is None or first.lower_ != "should" or verb.doc.text.rstrip().endswith("?"):
        return False
    return any(first.i < c.i < verb.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))


def _modal(verb: Token, forms: set[str]) -> Mood | None:
    perfect = "have" in forms
    if "should" in forms and _inverted(verb):
        return Mood(Status.PROPOSED, "condition", finite=False)
    if forms & _WILL:
        if any(c.dep_ == "advcl" and any(m.lower_ in ("if", "unless") for m in c.children) for c in verb.children):
            return Mood(Status.PROPOSED, "future tense, on a condition")
        return Mood(Status.PLANNED, "future tense")
    if forms & _WOULD:
        if perfect and verb.tag_ == "VBN":
            return Mood(Status.CANCELLED, "would have", undone=True)
        return Mood(Status.PLANNED, "would") if _reported(verb) else Mood(Status.PROPOSED, "would, on a condition")
    if forms & _MODALS:
        if perfect and verb.tag_ == "VBN" and forms & {"should", "ought"}:
            return Mood(Status.CANCELLED, "should have", undone=True)
        if perfect and verb.tag_ == "VBN":
            return Mood(Status.PROPOSED, "modal perfect")
        return Mood(Status.PROPOSED, "modal verb")
    return None


def _plural_present(verb: Token, forms: set[str]) -> bool:
    """ "Iran, Iraq sign pact": a present tense that the tagger takes for an infinitive."""
    bare = verb.tag_ == "VB" and verb.dep_ == "ROOT" and not forms
    return bare and any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)


def _imperative(verb: Token) -> bool:
    return bool(verb.dep_ == "ROOT" and not any(c.dep_ in ("nsubj", "aux") for c in verb.children) and verb.i > 0)


def _infinitive(verb: Token, forms: set[str]) -> Mood:
    head = verb.head
    if "to" in forms and verb.dep_ in ("xcomp", "ccomp", "advcl") and head.lemma_ == "be" and head != verb:
        if "have" in forms:
            return Mood(Status.CANCELLED, "was to have", undone=True)
        if not auxiliaries(head) - {"to"} and not _clefted(head, verb) and not stays_for(head, verb):
            past = head.lower_ in _PAST_BE
            return Mood(Status.PLANNED, "was to" if past else "is to")
    yet = any(c.lower_ == "yet" for c in (*head.children, *verb.children))
    if head.lemma_ == "have" and verb.dep_ == "xcomp" and yet:
        return Mood(Status.PROPOSED, "has yet to")
    if verb.dep_ == "ROOT" or (verb.dep_ == "conj" and head.dep_ == "ROOT" and head.tag_ == "VB"):
        return Mood(Status.PLANNED, "infinitive of a headline")
    return Mood(None, "infinitive", finite=False)


def stays_for(copula: Token, verb: Token) -> bool:
    """ "was in Lima last month to see X": what someone is somewhere for, not what is to be."""
    if copula.lemma_ != "be":
        return False
    for child in copula.children:
        if copula.i < child.i < verb.i:
            place = next((c for c in child.children if c.dep_ == "pobj"), None) if child.dep_ == "prep" else None
            if place is not None and child.lower_ in _PLACED and place.ent_type_ not in ("DATE", "TIME"):
                return True
            if child.dep_ == "advmod" and child.lower_ in ("here", "there", "back"):
                return True
    return False


_PLACED = frozenset({"in", "at"})


def _clefted(copula: Token, verb: Token) -> bool:
    """ "The aim is to meet": the infinitive says what the subject is."""
    subject = next((c for c in copula.children if c.dep_ == "nsubj"), None)
    return subject is not None and subject.lemma_.lower() in (
        "aim", "goal", "plan", "idea", "purpose", "task", "intention", "hope", "wish", "proposal", "step",
        "option", "priority",
    )  # fmt: skip


def _progressive(verb: Token, forms: set[str]) -> Mood:
    present = forms & {"is", "are", "'re", "’re", "'s", "’s", "am", "'m", "’m"}
    perfect = "been" in forms and forms & {"has", "have", "'ve", "’ve", "'s"}
    if verb.lower_ == "going" and any(c.dep_ == "xcomp" for c in verb.children):
        return Mood(Status.PLANNED, "going to")
    if present and "been" not in forms:
        return _now_or_soon(verb, "present progressive")
    if perfect:
        return Mood(Status.ONGOING, "present perfect progressive")
    if forms & (_PAST_BE | {"been"}):
        if _reported(verb) and verb.head.lemma_ in report_verbs() and verb.lemma_ in futurate_verbs():
            return Mood(Status.PLANNED, "past progressive in a report")
        if verb.dep_ == "ccomp" and verb.head.lemma_ in report_verbs():
            return Mood(Status.ONGOING, "past progressive in a report")
        return Mood(Status.HELD, "past progressive")
    if verb.dep_ == "amod":
        return Mood(Status.ONGOING, "participle before the noun", finite=False)
    return Mood(None, "gerund", finite=False)


def _now_or_soon(verb: Token, rule: str) -> Mood:
    """ "is visiting" goes on; "is flying to Paris", "is sending an envoy" lie ahead."""
    if verb.lemma_ in futurate_verbs():
        return Mood(Status.PLANNED, f"{rule} of a verb of setting out")
    return Mood(Status.ONGOING, rule)


def conditional(verb: Token) -> bool:
    """Whether a clause depends on "if", "unless", "whether", or is a condition itself."""
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in _CONDITIONS for c in verb.children)


def _reported(verb: Token) -> bool:
    """ "said he would travel": the future of a report, as against a condition or a wish."""
    if conditional(verb) or verb.lemma_ in _WISHING or any(c.lower_ in _GLADLY for c in verb.children):
        return False
    return not any(c.dep_ == "advcl" and conditional(c) for c in verb.children)


def past_perfect(verb: Token | None) -> bool:
    """Whether a "had" of its own stands at a verb: "had refused"."""
    return verb is not None and any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children)


def undone(verb: Token) -> bool:
    """A past perfect ("had planned", "had been due"): what was meant and, told like this, did not come about."""
    forms = auxiliaries(verb)
    if verb.dep_ == "ccomp" and verb.head.lemma_ in report_verbs():
        return False  # "said that a meeting had been fixed": the tense of the report
    if "had" in forms:
        return True
    if verb.lemma_ == "be" and verb.lower_ == "been":
        return "had" in forms
    if verb.pos_ == "ADJ" or verb.dep_ in ("acomp", "oprd"):
        head = verb.head
        return head.lemma_ == "be" and "had" in auxiliaries(head)
    return False
