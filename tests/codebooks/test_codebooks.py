"""The mappings to PLOVER and CAMEO: complete, consistent, and right where the codebooks are plain."""

from __future__ import annotations

from itertools import product

import pytest

from diplo_events import Action, Event, EventType, Mention, Span, Status
from diplo_events.codebooks import Fit, cameo, plover
from diplo_events.data import rows

TABLES = ("plover.tsv", "cameo.tsv")
PLOVER_ROOTS = set(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE"
    " COERCE ASSAULT".split()
)


@pytest.mark.parametrize("table", TABLES)
def test_every_type_and_status_has_a_line(table: str) -> None:
    general = {(row["type"], row["status"]) for row in rows(table) if row["action"] == "*"}
    assert general == set(product(map(str, EventType), map(str, Status)))


@pytest.mark.parametrize("table", TABLES)
def test_lines_are_unique_and_of_the_vocabularies(table: str) -> None:
    keys = [(row["type"], row["action"], row["status"]) for row in rows(table)]
    assert len(keys) == len(set(keys))
    assert {action for _, action, _ in keys} <= {"*", *map(str, Action)}
    assert [key[:2] for key in keys] == sorted(key[:2] for key in keys)


@pytest.mark.parametrize("table", TABLES)
def test_every_action_of_a_trigger_has_lines_of_its_own(table: str) -> None:
    told = {(row["type"], row["action"]) for row in rows(table)}
    used = {(row["type"], row["action"]) for row in rows("triggers.tsv") if row["action"]}
    assert used - told <= {("meeting", action) for action in ("talks", "encounter", "negotiation")}


def test_cells_of_plover() -> None:
    for row in rows("plover.tsv"):
        assert (row["fit"] == "none") == (not row["root"])
        assert not row["root"] or row["root"] in PLOVER_ROOTS
        assert row["fit"] != "none" or row["note"], "what has no code says why"


def test_cells_of_cameo() -> None:
    for row in rows("cameo.tsv"):
        assert (row["fit"] == "none") == (not row["code"])
        assert row["code"].startswith(row["root"])
        assert not row["code"] or (row["code"].isdigit() and 3 <= len(row["code"]) <= 4 and 1 <= int(row["root"]) <= 20)
        assert row["fit"] != "none" or row["note"], "what has no code says why"


@pytest.mark.parametrize(
    ("type_", "status", "action", "in_plover", "in_cameo"),
    [
        ("meeting", "held", "talks", "CONSULT", "040"),
        ("meeting", "held", "negotiation", "CONSULT", "046"),
        ("meeting", "planned", None, "AGREE", "036"),
        ("meeting", "declined", "talks", "REJECT-meet", "125"),
        ("meeting", "denied", None, "None", "010"),
        ("visit", "held", None, "CONSULT-visit", "042"),
        ("visit", "proposed", None, "REQUEST-meet", "036"),
        ("call", "held", None, "CONSULT-phone", "041"),
        ("conference", "ongoing", None, "CONSULT-multilateral", "040"),
        ("agreement", "held", "signed", "SUPPORT", "057"),
        ("agreement", "held", "left", "SANCTION-withdraw", "160"),
        ("recall", "held", "recalled", "SANCTION-withdraw", "161"),
        ("recall", "held", "returned", "SUPPORT", "050"),
        ("summons", "held", "protested", "ACCUSE-disapprove", "114"),
        ("relations", "held", "recognised", "SUPPORT", "054"),
        ("relations", "held", "cut", "SANCTION-discontinue", "161"),
        ("sanction", "held", "imposed", "SANCTION-discontinue", "163"),
        ("sanction", "planned", "imposed", "THREATEN-restrict", "1312"),
        ("sanction", "held", "lifted", "CONCEDE", "085"),
    ],
)
def test_plain_cases(type_: str, status: str, action: str | None, in_plover: str, in_cameo: str) -> None:
    span = Span(start=0, end=3, text="met")
    event = Event(
        id="e",
        type=EventType(type_),
        status=Status(status),
        action=Action(action) if action else None,
        mentions=(Mention(trigger=span, sentence=span, article_id="a", rule="r"),),
    )
    assert str(event.plover) == in_plover
    assert str(event.cameo) == in_cameo


def test_an_action_without_a_line_is_read_as_its_type() -> None:
    assert plover("visit", "held", "talks") == plover("visit", "held")


def test_the_fit_is_told() -> None:
    exact, near = cameo("visit", "held"), cameo("visit", "postponed")
    assert exact is not None
    assert near is not None
    assert (exact.fit, near.fit) == (Fit.EXACT, Fit.NEAR)


def test_unknown_words_are_refused() -> None:
    with pytest.raises(KeyError):
        plover("picnic", "held")
