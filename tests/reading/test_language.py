"""English or not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events.reading.language import looks_english


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kurzer Text.",
        (
            "The foreign minister flew to Riga on Tuesday for talks with her counterpart, who had asked for them "
            "a week before. They agreed that the embassy would be opened again in the spring, officials in both "
            "capitals said."
        ),
        (
            "Dr. Rodríguez, Müller, Šefčovič and Gonçalves were in the delegation that met with the Prime "
            "Minister of Barbados at the Hilton; ambassadors from Peru, Chile, Ghana, Togo, Benin, Nepal and Laos"
            " were also present, it was said."
        ),
    ],
)
def test_english(text: str) -> None:
    assert looks_english(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Die Außenministerin ist am Dienstag zu Gesprächen mit ihrem Amtskollegen nach Riga gereist, der eine"
            " Woche zuvor darum gebeten hatte. Sie einigten sich darauf, die Botschaft im Frühjahr wieder zu "
            "öffnen, wie es in beiden Hauptstädten hieß."
        ),
        (
            "La ministra de Asuntos Exteriores viajó el martes a Riga para reunirse con su homólogo, que lo había"
            " pedido una semana antes. Acordaron que la embajada volverá a abrir en la primavera, según dijeron "
            "funcionarios de los dos países."
        ),
        (
            "La ministre des Affaires étrangères s'est rendue mardi à Riga pour des entretiens avec son "
            "homologue, qui les avait demandés une semaine plus tôt. Ils sont convenus que l'ambassade sera "
            "rouverte au printemps, selon des responsables."
        ),
        (
            "De minister van Buitenlandse Zaken is dinsdag naar Riga gevlogen voor overleg met haar collega, die "
            "daar een week eerder om had gevraagd. Ze werden het erover eens dat de ambassade in het voorjaar "
            "weer opengaat, zeggen ambtenaren."
        ),
        (
            "Министр иностранных дел во вторник вылетела в Ригу на переговоры со своим коллегой, который попросил"
            " об этом неделей раньше. Они договорились, что посольство откроется весной, сообщили чиновники в "
            "обеих столицах. Это первый визит."
        ),
        "外交部长星期二飞往里加，与对方举行会谈。" * 20,
    ],
)
def test_other_languages(text: str) -> None:
    assert not looks_english(text)


@given(st.text())
def test_any_text_will_do(text: str) -> None:
    assert looks_english(text) in (True, False)
