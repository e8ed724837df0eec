"""Who does what the commands of `pytake keys` do."""

from application.shared.actor import Origin, author_of
from domain.audit.author import AuthorKind

BY_OPERATOR = author_of(AuthorKind.OPERATOR, Origin(user_agent="pytake keys"))
"""Somebody with the server's own settings at hand; no login stands behind it."""
