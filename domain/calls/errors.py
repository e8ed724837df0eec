"""Why something cannot be done with what flows may send to others."""

from domain.shared.errors import ConflictError, NotFoundError


class SecretNotFoundError(NotFoundError):
    """The company has no secret of this name."""

    code = "SECRET_NOT_FOUND"


class SecretTakenError(ConflictError):
    """A secret of this name was made at this moment."""

    code = "SECRET_TAKEN"


class TooManySecretsError(ConflictError):
    """The company has as many secrets as it may."""

    code = "TOO_MANY_SECRETS"
