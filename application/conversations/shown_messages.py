"""Whoever is shown messages beside a conversation has read them."""

from collections.abc import Iterable

from application.ports.audit import AccessLog, Subject
from application.ports.readers.conversations import ConversationRow
from application.shared.actor import Actor
from domain.audit.actions import AuditAction


async def note_messages(access: AccessLog, actor: Actor, rows: Iterable[ConversationRow]) -> None:
    """Write down each thread of which messages are shown. Raises AccessLogUnavailableError."""
    for row in rows:
        if isinstance(row.messages, list) and row.messages:
            await access.note(
                actor.tenant_id,
                AuditAction.MESSAGES_READ,
                by=actor.author,
                on=Subject(type="conversation", id=row.id),
                count=len(row.messages),
            )
