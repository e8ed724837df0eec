"""Why something cannot be done with a user, a role or an API key."""

from domain.shared.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError


class UserNotFoundError(NotFoundError):
    """The tenant has no such user."""

    code = "USER_NOT_FOUND"


class EmailTakenError(ConflictError):
    """Another user logs in with this e-mail."""

    code = "EMAIL_TAKEN"


class LinkInvalidError(InvalidError):
    """The link of the e-mail was used before, is too old, or is none: ask for another."""

    code = "LINK_INVALID"


class PasswordWrongError(InvalidError):
    """The present password is another."""

    code = "PASSWORD_WRONG"


class AvatarNotFoundError(NotFoundError):
    """The user has no picture."""

    code = "AVATAR_NOT_FOUND"


class LastAdminError(ConflictError):
    """A company keeps at least one active admin."""

    code = "LAST_ADMIN"


class OwnAccountError(ConflictError):
    """Nobody takes away their own login or role; another person with the right does."""

    code = "OWN_ACCOUNT"


class RoleNotFoundError(NotFoundError):
    """The tenant has no such role."""

    code = "ROLE_NOT_FOUND"


class RoleTakenError(ConflictError):
    """Another role has this code, a built-in one or one of the tenant's own."""

    code = "ROLE_TAKEN"


class RoleInUseError(ConflictError):
    """Users or open invitations have the role."""

    code = "ROLE_IN_USE"


class RightsAboveOwnError(ForbiddenError):
    """Nobody gives rights that they do not hold, nor changes those who hold more than they."""

    code = "RIGHTS_ABOVE_OWN"


class ApiKeyNotFoundError(NotFoundError):
    """The tenant has no such API key, or it was revoked."""

    code = "API_KEY_NOT_FOUND"


class ApiKeyNotYoursError(ForbiddenError):
    """A key acts for its owner, so only its owner may have a new text for it; others may revoke it."""

    code = "API_KEY_NOT_YOURS"


class SessionNotFoundError(NotFoundError):
    """The person has no such session, or it is over."""

    code = "SESSION_NOT_FOUND"


class TwoFactorEnabledError(ConflictError):
    """The second factor is in use; disable it before another is set up."""

    code = "TWO_FACTOR_ENABLED"


class TwoFactorNotSetUpError(ConflictError):
    """There is no second factor to do this with; set one up first."""

    code = "TWO_FACTOR_NOT_SET_UP"


class CodeRefusedError(InvalidError):
    """The code, or the password beside it, is wrong, too old, or was used before."""

    code = "CODE_REFUSED"
