"""Why something cannot be done with a message, a scheduled one, or a canned response."""

from domain.shared.errors import ConflictError, InvalidError, NotFoundError


class MessageNotFoundError(NotFoundError):
    """No such message for this tenant, or in no conversation that the caller may see."""

    code = "MESSAGE_NOT_FOUND"


class MessageNotFailedError(ConflictError):
    """Only a message of ours that failed can be sent again, and each only once."""

    code = "MESSAGE_NOT_FAILED"


class NotReceivedError(ConflictError):
    """Only what a contact wrote can be marked as read."""

    code = "MESSAGE_NOT_RECEIVED"


class NoReactionPossibleError(ConflictError):
    """The message has no name at the provider, or is more than 30 days old: no reaction would arrive."""

    code = "REACTION_IMPOSSIBLE"


class SendToOneError(InvalidError):
    """A message goes to exactly one of a conversation, a contact, or a phone."""

    code = "RECIPIENT_UNCLEAR"


class PhoneInvalidError(InvalidError):
    """This is no phone number that a message could go to."""

    code = "PHONE_INVALID"


class ConversationHeldError(ConflictError):
    """The contact is served by somebody whose conversations the caller may not see."""

    code = "CONVERSATION_HELD"


class NumberNotChosenError(InvalidError):
    """The company has several numbers, or none: say which one sends."""

    code = "NUMBER_NOT_CHOSEN"


class ContactOptedOutError(ConflictError):
    """The contact asked not to get messages that they have not asked for."""

    code = "CONTACT_OPTED_OUT"


class ScheduledMessageNotFoundError(NotFoundError):
    """No such scheduled message for this tenant."""

    code = "SCHEDULED_MESSAGE_NOT_FOUND"


class ScheduledMessageOverError(ConflictError):
    """It was sent, cancelled or given up already."""

    code = "SCHEDULED_MESSAGE_OVER"


class CannedResponseNotFoundError(NotFoundError):
    """No such canned response for this tenant, or of a department that the caller is not in."""

    code = "CANNED_RESPONSE_NOT_FOUND"


class ShortcutTakenError(ConflictError):
    """Another canned response has this shortcut; capitals and accents do not tell them apart."""

    code = "SHORTCUT_TAKEN"
