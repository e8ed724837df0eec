"""The audit log."""

from dishka import Provider, Scope


class AuditProvider(Provider):
    """The audit log."""

    scope = Scope.APP
