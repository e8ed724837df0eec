"""Why a request is turned away at the gate."""

from domain.shared.errors import (
    ConflictError,
    ForbiddenError,
    PyTakeError,
    UnauthenticatedError,
    UnavailableError,
)


class SessionEndedError(UnauthenticatedError):
    """The token is good, and the session that it belongs to is over, or its user may not log in any more."""

    code = "SESSION_ENDED"


class ApiKeyInvalidError(UnauthenticatedError):
    """There is no such API key, or it is over."""

    code = "API_KEY_INVALID"


class TwoFactorRequiredError(ForbiddenError):
    """The company asks for a second factor, and this person has none yet."""

    code = "TWO_FACTOR_REQUIRED"


class IdempotencyInProgressError(ConflictError):
    """The same request is being done; its answer will be there in a moment."""

    code = "IDEMPOTENCY_IN_PROGRESS"
    retry_after = 5.0


class RequestTimeoutError(UnavailableError):
    """It took too long, and nothing of it was kept."""

    code = "REQUEST_TIMEOUT"


class BodyTooSlowError(PyTakeError):
    """The request did not come in whole."""

    code = "BODY_TOO_SLOW"


class HeadTooLargeError(PyTakeError):
    """The address and the headers are more than we read."""

    code = "HEAD_TOO_LARGE"
