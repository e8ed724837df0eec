"""Background jobs and e-mail."""

from dishka import Provider, Scope


class JobsProvider(Provider):
    """Background jobs and e-mail."""

    scope = Scope.APP
