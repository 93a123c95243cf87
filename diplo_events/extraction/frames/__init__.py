"""Frames: where a trigger's arguments stand in the dependency tree.

Each frame is a function from the trigger's token to the arguments found, or None where the words are no such event.
``triggers.tsv`` names the frame of each entry; :data:`FRAMES` leads from the name to the function.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from diplo_events.extraction.arguments import Found
from diplo_events.extraction.context import Context
from diplo_events.extraction.frames.agreements import (
    agree,
    agreement,
    nominal_agreement,
)
from diplo_events.extraction.frames.envoys import (
    depart,
    expel,
    nominal_expulsion,
    nominal_recall,
    nominal_summons,
    order_home,
    protest,
    recall,
    summon,
)
from diplo_events.extraction.frames.gatherings import assemble, forum_name, nominal_conference
from diplo_events.extraction.frames.guests import dispatch, guest, invitation
from diplo_events.extraction.frames.joint import joint_session
from diplo_events.extraction.frames.journeys import (
    attendance,
    destination_object,
    destination_oblique,
    nominal_visit,
    origin_object,
    sojourn,
    visiting,
)
from diplo_events.extraction.frames.posts import (
    appoint,
    credentials_from,
    nominal_appointment,
    resign,
)
from diplo_events.extraction.frames.sanctions import (
    nominal_sanction,
    sanction_assets,
    sanction_noun,
    sanction_object,
)
from diplo_events.extraction.frames.talks import (
    approach,
    at_table,
    comitative,
    convene,
    medium,
    mutual,
    nominal_meeting,
    transitive,
)
from diplo_events.extraction.frames.ties import (
    mission,
    nominal_relations,
    recognise,
    ties,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

Frame = Callable[["Token", Context], Found | None]

FRAMES: dict[str, Frame] = {
    frame.__name__: frame
    for frame in (
        mutual, comitative, transitive, nominal_meeting, approach, convene, medium, joint_session, at_table,
        destination_object, destination_oblique, origin_object, dispatch, guest, nominal_visit, invitation, attendance,
        sojourn, visiting,
        nominal_conference, forum_name, assemble,
        agreement, nominal_agreement, agree,
        appoint, resign, credentials_from, nominal_appointment,
        depart, expel, order_home, nominal_expulsion, recall, nominal_recall, summon, protest, nominal_summons,
        ties, mission, recognise, nominal_relations,
        sanction_noun, sanction_object, sanction_assets, nominal_sanction,
    )
}  # fmt: skip
