"""Which errors the routes of one conversation share."""

from domain.conversations.errors import ConversationNotFoundError, ConversationResolvedError
from domain.shared.errors import StaleVersionError
from entrypoints.http.openapi import PERSONAL

HANDLING = (*PERSONAL, ConversationNotFoundError, ConversationResolvedError, StaleVersionError)
"""What each change of hands may answer."""
