"""One name per identifier, so that a contact's id cannot be passed where a conversation's is meant."""

from typing import NewType
from uuid import UUID

TenantId = NewType("TenantId", UUID)
UserId = NewType("UserId", UUID)
SessionId = NewType("SessionId", UUID)
"""A login session of a user (the `sid` of an access token); a flow's session is a FlowSessionId."""

RefreshTokenId = NewType("RefreshTokenId", UUID)
OneTimeTokenId = NewType("OneTimeTokenId", UUID)
ApiKeyId = NewType("ApiKeyId", UUID)
InvitationId = NewType("InvitationId", UUID)
RoleId = NewType("RoleId", UUID)
DepartmentId = NewType("DepartmentId", UUID)
WhatsAppConfigId = NewType("WhatsAppConfigId", UUID)
ContactId = NewType("ContactId", UUID)
IdentityId = NewType("IdentityId", UUID)
ConversationId = NewType("ConversationId", UUID)
MessageId = NewType("MessageId", UUID)
ChatbotId = NewType("ChatbotId", UUID)
FlowId = NewType("FlowId", UUID)
FlowVersionId = NewType("FlowVersionId", UUID)
FlowSessionId = NewType("FlowSessionId", UUID)
TimerId = NewType("TimerId", UUID)
EventId = NewType("EventId", UUID)
JournalId = NewType("JournalId", UUID)
ItemId = NewType("ItemId", UUID)

ProviderMessageId = NewType("ProviderMessageId", str)
"""The provider's name for a message (Meta's `wamid`); opaque, never parsed."""
