"""Who says something."""

import msgspec

from application.shared.actor import Actor
from domain.conversations.message import SenderKind
from domain.conversations.visibility import Viewer
from domain.shared.ids import UserId


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """A person who answers now, or what speaks without one: a program with an API key, a message written earlier.

    Only a person who is there answers: that takes a conversation which nobody has, silences the bot, counts as the
    first response and reads what was unread. A program's message is the system's, whoever's key it has: it tells of
    an order or a payment, and the bot goes on listening to what the contact says to that.
    """

    sender: SenderKind
    user_id: UserId | None
    is_answering: bool
    viewer: Viewer | None = None
    """Whose files may be sent; None for what was checked when it was written."""


def speaker_of(actor: Actor) -> Speaker:
    """Say who speaks when this one sends."""
    if actor.api_key_id is not None:
        return Speaker(sender=SenderKind.SYSTEM, user_id=actor.user_id, is_answering=False, viewer=actor.viewer)
    return Speaker(sender=SenderKind.AGENT, user_id=actor.user_id, is_answering=True, viewer=actor.viewer)


def speaker_from_before(user_id: UserId | None, *, is_program: bool) -> Speaker:
    """Say who speaks when a message goes out that was written earlier, by a person or a program of theirs."""
    sender = SenderKind.SYSTEM if is_program else SenderKind.AGENT
    return Speaker(sender=sender, user_id=user_id, is_answering=False)
