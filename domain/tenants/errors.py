"""Why something cannot be done with a tenant."""

from domain.shared.errors import ConflictError


class SlugTakenError(ConflictError):
    """Another tenant has this slug."""

    code = "SLUG_TAKEN"
