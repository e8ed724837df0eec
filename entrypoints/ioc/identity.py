"""Logins, sessions, the second factor."""

from dishka import Provider, Scope


class IdentityProvider(Provider):
    """Logins, sessions, the second factor."""

    scope = Scope.APP
