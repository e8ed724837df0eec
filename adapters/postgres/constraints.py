"""From the name of a constraint to the error that its violation means."""

import asyncpg

from domain.contacts.errors import ContactExistsError
from domain.conversations.errors import ConversationOpenError
from domain.identity.errors import EmailTakenError
from domain.shared.errors import ConflictError, PyTakeError
from domain.tenants.errors import SlugTakenError
from domain.whatsapp.errors import NumberTakenError


class FlowRunningError(ConflictError):
    """The conversation has a flow session that is not over; another transaction was faster."""

    code = "FLOW_RUNNING"


_MEANINGS: dict[str, tuple[type[PyTakeError], str]] = {
    "tenants_slug_key": (SlugTakenError, "Another tenant has this slug."),
    "users_email_key": (EmailTakenError, "Another user has this e-mail."),
    "webhook_routes_number_key": (NumberTakenError, "This number is configured already."),
    "whatsapp_configs_number_key": (NumberTakenError, "This number is configured already."),
    "contacts_phone_key": (ContactExistsError, "Another contact has this phone."),
    "contact_identities_value_key": (ContactExistsError, "Another contact is known by this name."),
    "conversations_open_key": (ConversationOpenError, "The contact has an open conversation on this number."),
    "flow_sessions_running_key": (FlowRunningError, "A flow is running in this conversation."),
}


def translate(error: asyncpg.UniqueViolationError) -> PyTakeError:
    """Say what a violated unique constraint means; raise it `from error`."""
    kind, message = _MEANINGS.get(error.constraint_name or "", (ConflictError, "There is one like this already."))
    return kind(message)
