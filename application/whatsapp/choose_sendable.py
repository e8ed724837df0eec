"""What of a number may go out now; what never may is ended here."""

from datetime import datetime

from application.ports.ids import Ids
from application.ports.repositories.outbound import Sendable
from application.ports.unit_of_work import Transaction
from application.whatsapp.settle_send import give_up
from domain.conversations.message import SenderKind
from domain.shared.content import Template
from domain.whatsapp.capabilities import capabilities_of
from domain.whatsapp.config import WhatsAppConfig
from domain.whatsapp.failures import FailureKind, SendFailure

WINDOW_CLOSED = SendFailure(
    kind=FailureKind.WINDOW_CLOSED, code="WINDOW_CLOSED", detail="The 24-hour service window is closed."
)
NUMBER_REMOVED = SendFailure(
    kind=FailureKind.REJECTED, code="NUMBER_REMOVED", detail="The number it was to be sent by is not there any more."
)


async def choose_sendable(
    tx: Transaction, config: WhatsAppConfig, *, limit: int, ids: Ids, now: datetime
) -> list[Sendable]:
    """Give those whose turn has come; what the bot says over a person is dropped, and what may not be sent fails."""
    ready = []
    for sendable in await tx.outbound.next_sendable(config.id, now=now, limit=limit):
        if sendable.is_overruled:
            await tx.outbound.cancel_queued(sendable.intent.conversation_id, sender=SenderKind.BOT)
        elif config.is_deleted:
            await give_up(tx, sendable.intent, NUMBER_REMOVED, ids=ids, now=now)
        elif is_in_window(sendable, config, now=now):
            ready.append(sendable)
        else:
            await give_up(tx, sendable.intent, WINDOW_CLOSED, ids=ids, now=now)
    return ready


def is_in_window(sendable: Sendable, config: WhatsAppConfig, *, now: datetime) -> bool:
    """Whether it may be sent by the day's rule of Meta; another provider has none."""
    if isinstance(sendable.content, Template) or not capabilities_of(config.api_type).has_window:
        return True
    return sendable.window_expires_at is not None and now < sendable.window_expires_at
