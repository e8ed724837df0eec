"""What callers send to begin flows, and to end them."""

import msgspec

from application.messages.addressing import Address
from application.triggers.start_flow import StartFlow
from domain.flows.session import Value
from domain.shared.ids import ContactId, ConversationId, FlowId, WhatsAppConfigId
from entrypoints.http.requests import Word


class _Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Common base of all bodies."""

    def __repr__(self) -> str:
        """Show nothing: variables hold what people said."""
        return f"{type(self).__name__}()"


class StartFlowRequest(_Request, frozen=True, kw_only=True):
    """With whom: exactly one of a conversation, a contact and a phone; the number, where the company has several.

    `variables` are added to the flow's own, `replaces` ends the flow that runs in the conversation.
    """

    conversation_id: ConversationId | None = None
    contact_id: ContactId | None = None
    phone: Word | None = None
    whatsapp_config_id: WhatsAppConfigId | None = None
    variables: dict[Word, Value] = {}
    replaces: bool = False

    def to_command(self, flow_id: FlowId) -> StartFlow:
        """Build the order."""
        address = Address(
            conversation_id=self.conversation_id,
            contact_id=self.contact_id,
            phone=self.phone,
            config_id=self.whatsapp_config_id,
        )
        return StartFlow(flow_id=flow_id, address=address, variables={**self.variables}, replaces=self.replaces)


class CancelFlowSessionRequest(_Request, frozen=True, kw_only=True):
    """`hand_over` lets the conversation wait for a person."""

    hand_over: bool = False
