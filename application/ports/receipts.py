"""What a contact is shown of us, beside messages: that theirs was read, that an answer is being written.

Put by whoever has the transaction, as `show_read(tx, …)`; a job tells the provider, which may take its time.
"""

from application.ports.jobs import Job
from application.ports.unit_of_work import Transaction
from domain.shared.ids import ConversationId, MessageId, TenantId


class ShowRead(Job, frozen=True, kw_only=True, tag="show_read"):
    """Show a contact that this message of theirs, and all before it, were read. Idempotent: read stays read."""

    tenant_id: TenantId
    message_id: MessageId


class ShowTyping(Job, frozen=True, kw_only=True, tag="show_typing"):
    """Show a contact that an answer is being written. Idempotent: it lasts some seconds, however often it is told."""

    tenant_id: TenantId
    conversation_id: ConversationId


def show_read(tx: Transaction, message_id: MessageId) -> None:
    """Have the contact see, soon after the commit, that their message was read."""
    tx.jobs.put(ShowRead(tenant_id=tx.tenant_id, message_id=message_id), key=f"read:{message_id}")


def show_typing(tx: Transaction, conversation_id: ConversationId) -> None:
    """Have the contact see, soon after the commit, that an answer is being written."""
    tx.jobs.put(ShowTyping(tenant_id=tx.tenant_id, conversation_id=conversation_id), key=f"typing:{conversation_id}")
