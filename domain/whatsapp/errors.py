"""Why something cannot be done with a WhatsApp config."""

from domain.shared.errors import ConflictError, NotFoundError, UnauthenticatedError


class ConfigNotFoundError(NotFoundError):
    """No such config for this tenant."""

    code = "WHATSAPP_CONFIG_NOT_FOUND"


class NumberTakenError(ConflictError):
    """The number is configured already, here or at another tenant."""

    code = "WHATSAPP_NUMBER_TAKEN"


class SignatureInvalidError(UnauthenticatedError):
    """The webhook is not signed by an app whose secret we know."""

    code = "SIGNATURE_INVALID"
