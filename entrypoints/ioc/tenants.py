"""Companies, plans, usage."""

from dishka import Provider, Scope


class TenantsProvider(Provider):
    """Companies, plans, usage."""

    scope = Scope.APP
