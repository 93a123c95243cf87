"""Who says "I"."""

from __future__ import annotations

import pytest

from diplo_events import parse_article


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            '"I met President Aleksis Ozols in Riga on Monday," Norwegian premier Ingrid Solheim told reporters.',
            [{"Ingrid Solheim", "Aleksis Ozols"}],
        ),
        ("I met President Aleksis Ozols in Riga on Monday, which pleased the Norwegian minister.", []),
    ],
)
def test_the_first_person_is_who_is_quoted(text: str, names: list[set[str]]) -> None:
    events = parse_article(text, published="2014-05-28").events
    assert [{p.actor.name for p in e.participants} for e in events if e.type == "meeting"] == names
