"""Why something cannot be done with a tenant."""

from domain.shared.errors import ConflictError, ForbiddenError, NotFoundError


class TenantNotFoundError(NotFoundError):
    """There is no such company."""

    code = "TENANT_NOT_FOUND"


class SlugTakenError(ConflictError):
    """Another tenant has this slug."""

    code = "SLUG_TAKEN"


class DomainTakenError(ConflictError):
    """Another tenant has this domain."""

    code = "DOMAIN_TAKEN"


class TenantStateError(ConflictError):
    """The company is not in a state that allows this: suspended already, deleted too long ago, and the like."""

    code = "TENANT_STATE"


class PlanLimitReachedError(ForbiddenError):
    """The plan allows no more of this; a larger plan, or fewer of them, does."""

    code = "PLAN_LIMIT_REACHED"


class TenantSuspendedError(ForbiddenError):
    """The company is suspended: it may read, and nothing else."""

    code = "TENANT_SUSPENDED"


class IpNotAllowedError(ForbiddenError):
    """The company allows other addresses only."""

    code = "IP_NOT_ALLOWED"
