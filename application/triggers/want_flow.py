"""A rule wants a flow in a conversation."""

from datetime import datetime

from application.conversations.recipient import recipient_of
from application.ports.ids import Ids
from application.ports.repositories.flow_sessions import SessionCause
from application.ports.unit_of_work import Transaction
from application.triggers.order_flow import order_flow, sender_of
from application.triggers.require_live import require_live
from domain.conversations.conversation import Conversation
from domain.shared.ids import FlowId, FlowSessionId
from domain.whatsapp.inbound import FlowWanted


async def want_flow(tx: Transaction, conversation: Conversation, flow_id: FlowId, *, ids: Ids, now: datetime) -> None:
    """Put the wish into the contact's lane. Raises what `require_live` raises, and UnreachableContactError."""
    await require_live(tx, flow_id)
    contact = await tx.contacts.get(conversation.contact_id)
    config = await tx.whatsapp_configs.get(conversation.whatsapp_config_id)
    recipient = await recipient_of(tx, contact, config=config)
    session_id = FlowSessionId(ids.new())
    wanted = FlowWanted(
        flow_id=flow_id,
        recipient=sender_of(recipient),
        cause=SessionCause.RULE,
        session_id=session_id,
        contact_id=contact.id,
        conversation_id=conversation.id,
        depth=tx.rule_depth,
    )
    order_flow(tx, config.id, wanted, session_id=session_id, now=now)
