"""Why something cannot be done with a conversation or a message."""

from domain.shared.errors import ConflictError, InvalidError, NotFoundError


class ConversationNotFoundError(NotFoundError):
    """No such conversation for this tenant."""

    code = "CONVERSATION_NOT_FOUND"


class ConversationResolvedError(ConflictError):
    """The conversation is over; a new message of the contact opens the next one."""

    code = "CONVERSATION_RESOLVED"


class WindowClosedError(ConflictError):
    """More than 24 h since the contact's last message: only a template may be sent (Meta: error 131047)."""

    code = "WINDOW_CLOSED"


class ContentRefusedError(InvalidError):
    """The provider would refuse this content; `details` names the fields and their limits."""

    code = "CONTENT_REFUSED"


class ConversationOpenError(ConflictError):
    """The contact has an unresolved conversation on this number; another transaction was faster."""

    code = "CONVERSATION_OPEN"
