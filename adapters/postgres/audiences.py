"""From whom a transaction's events take a conversation, and for whose eyes a stored event is."""

from collections.abc import Sequence

import msgspec

from adapters.postgres.connection import Row
from domain.conversations.audience import Audience, Hold
from domain.conversations.events import ConversationUpdated
from domain.conversations.transfer import ConversationTransfer, Hands
from domain.shared.events import Event
from domain.shared.ids import ConversationId

_BEFORE = msgspec.json.Decoder(tuple[Hold, ...])


def held_before(events: Sequence[Event], transfers: Sequence[ConversationTransfer]) -> list[bytes | None]:
    """Give, for each event, who had its conversation until then: only the last update of one that changed hands.

    As JSON, for asyncpg takes a sequence within an array for another dimension.
    """
    found: list[bytes | None] = [None] * len(events)
    if transfers:
        last = {event.conversation_id: at for at, event in enumerate(events) if type(event) is ConversationUpdated}
        for conversation_id, holds in _taken_from(transfers).items():
            if conversation_id in last:
                found[last[conversation_id]] = msgspec.json.encode(holds)
    return found


def to_audience(row: Row) -> Audience | None:
    """Read an event's; None for one that is about no conversation, or that another version wrote in its own way."""
    if not row["is_placed"]:
        return None
    try:
        before = _BEFORE.decode(row["held_before"]) if row["held_before"] is not None else ()
    except msgspec.DecodeError:
        return None
    return Audience(Hold(row["assigned_to"], row["department_id"]), before)


def _taken_from(transfers: Sequence[ConversationTransfer]) -> dict[ConversationId, list[Hold]]:
    taken: dict[ConversationId, list[Hold]] = {}
    for transfer in transfers:
        if _hold(transfer.before) != _hold(transfer.after):
            taken.setdefault(transfer.conversation_id, []).append(_hold(transfer.before))
    return taken


def _hold(hands: Hands) -> Hold:
    return Hold(hands.user, hands.department)
