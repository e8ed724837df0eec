"""Which errors the routes that send something share."""

from application.conversations.recipient import UnreachableContactError
from domain.contacts.errors import ContactBlockedError, ContactExistsError, ContactNotFoundError
from domain.conversations.errors import (
    ContentRefusedError,
    ConversationNotFoundError,
    ConversationOpenError,
    ConversationResolvedError,
    WindowClosedError,
)
from domain.media.errors import MediaNotFoundError, MediaNotReadyError
from domain.messages.errors import (
    ContactOptedOutError,
    ConversationHeldError,
    NumberNotChosenError,
    PhoneInvalidError,
    SendToOneError,
)
from domain.shared.errors import StaleVersionError
from domain.tenants.errors import PlanLimitReachedError
from domain.whatsapp.errors import ConfigNotFoundError
from domain.whatsapp.templates.errors import (
    TemplateDisabledError,
    TemplateGoneError,
    TemplatePausedError,
    TemplatePendingError,
    TemplateRejectedError,
    TemplateUnknownError,
)

SAYING = (
    ContentRefusedError,
    WindowClosedError,
    ConversationResolvedError,
    ContactBlockedError,
    ContactOptedOutError,
    UnreachableContactError,
    MediaNotFoundError,
    MediaNotReadyError,
    ConfigNotFoundError,
    PlanLimitReachedError,
    StaleVersionError,
    TemplateUnknownError,
    TemplatePendingError,
    TemplateRejectedError,
    TemplatePausedError,
    TemplateDisabledError,
    TemplateGoneError,
)
"""What everything that is said may answer."""

ADDRESSING = (
    SendToOneError,
    PhoneInvalidError,
    NumberNotChosenError,
    ConversationNotFoundError,
    ContactNotFoundError,
    ContactExistsError,
    ConversationOpenError,
    ConversationHeldError,
)
"""What finding the addressee may answer besides."""
