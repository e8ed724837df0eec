"""Why something cannot be done with a user."""

from domain.shared.errors import ConflictError


class EmailTakenError(ConflictError):
    """Another user logs in with this e-mail."""

    code = "EMAIL_TAKEN"
