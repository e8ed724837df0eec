"""Rate limits, idempotency, who may call from a browser."""

from dishka import Provider, Scope, provide
from redis.asyncio import Redis

from adapters.postgres.dashboard_origins import PostgresDashboardOrigins
from adapters.postgres.idempotency import PostgresIdempotency
from adapters.redis.request_limits import RedisRequestLimits
from application.identity.forget_idempotency_keys import ForgetIdempotencyKeysHandler
from application.ports.clock import Clock
from application.ports.dashboard_origins import DashboardOrigins
from application.ports.idempotency import Idempotency
from application.ports.request_limits import RequestLimits
from application.ports.secrets import SecretBox
from entrypoints.ioc.stores import PlatformDatabase


class GuardsProvider(Provider):
    """Rate limits, idempotency, who may call from a browser."""

    scope = Scope.APP
    forget = provide(ForgetIdempotencyKeysHandler)

    @provide
    def limits(self, redis: Redis) -> RequestLimits:
        """Count requests."""
        return RedisRequestLimits(redis)

    @provide
    def idempotency(self, database: PlatformDatabase, box: SecretBox, clock: Clock) -> Idempotency:
        """Remember attempts."""
        return PostgresIdempotency(database, box=box, clock=clock)

    @provide
    def origins(self, database: PlatformDatabase) -> DashboardOrigins:
        """Know the companies' dashboards."""
        return PostgresDashboardOrigins(database)
