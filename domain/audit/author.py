"""Who did what the audit log tells."""

from enum import StrEnum

import msgspec

from domain.shared.ids import ApiKeyId, UserId


class AuthorKind(StrEnum):
    """A user of the tenant, a program of theirs, an operator of the platform, or PyTake itself."""

    USER = "user"
    API_KEY = "api_key"
    OPERATOR = "operator"
    SYSTEM = "system"


class Author(msgspec.Struct, frozen=True, kw_only=True):
    """Who, and from where."""

    kind: AuthorKind
    user_id: UserId | None = None
    api_key_id: ApiKeyId | None = None
    ip: str | None = None
    user_agent: str | None = None
    request_id: str | None = None


SYSTEM = Author(kind=AuthorKind.SYSTEM)
"""A timer or a job, with nobody behind it."""

CONSOLE = Author(kind=AuthorKind.OPERATOR, user_agent="pytake")
"""Whoever may run commands on the platform's own machines."""
