"""Why something cannot be done with a user."""

from domain.shared.errors import ConflictError, NotFoundError


class UserNotFoundError(NotFoundError):
    """The tenant has no such user."""

    code = "USER_NOT_FOUND"


class EmailTakenError(ConflictError):
    """Another user logs in with this e-mail."""

    code = "EMAIL_TAKEN"


class LastAdminError(ConflictError):
    """A company keeps at least one active admin."""

    code = "LAST_ADMIN"
