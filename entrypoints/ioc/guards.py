"""Rate limits, idempotency."""

from dishka import Provider, Scope


class GuardsProvider(Provider):
    """Rate limits, idempotency."""

    scope = Scope.APP
