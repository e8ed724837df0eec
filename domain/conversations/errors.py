"""Why something cannot be done with a conversation or a message."""

from domain.shared.errors import ConflictError, ErrorDetail, InvalidError, NotFoundError
from domain.shared.ids import WhatsAppConfigId


class ConversationNotFoundError(NotFoundError):
    """No such conversation for this tenant."""

    code = "CONVERSATION_NOT_FOUND"


class ConversationTakenError(ConflictError):
    """Another person has it, who may have been faster by a moment; `details` says who."""

    code = "CONVERSATION_TAKEN"


class ConversationResolvedError(ConflictError):
    """The conversation is over; a new message of the contact opens the next one."""

    code = "CONVERSATION_RESOLVED"


class WindowClosedError(ConflictError):
    """More than 24 h since the contact's last message: only a template may be sent (Meta: error 131047)."""

    code = "WINDOW_CLOSED"

    def __init__(
        self, message: str, *, config_id: WhatsAppConfigId | None = None, details: tuple[ErrorDetail, ...] = ()
    ) -> None:
        """Say so; `config_id` is the number, whose templates could be sent instead: `details` name them."""
        super().__init__(message, details=details)
        self.config_id = config_id


class ContentRefusedError(InvalidError):
    """The provider would refuse this content; `details` names the fields and their limits."""

    code = "CONTENT_REFUSED"


class ConversationOpenError(ConflictError):
    """The contact has an unresolved conversation on this number, or this one is not resolved."""

    code = "CONVERSATION_OPEN"
