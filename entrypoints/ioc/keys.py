"""Signing keys, data keys, the master key."""

from dishka import Provider, Scope


class KeysProvider(Provider):
    """Signing keys, data keys, the master key."""

    scope = Scope.APP
