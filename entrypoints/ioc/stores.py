"""PostgreSQL and Redis: pools that open when first asked for and close with the container."""

from collections.abc import AsyncIterator
from typing import NewType

from dishka import Provider, Scope, provide
from redis.asyncio import Redis

from adapters.postgres.database import Database, Role
from adapters.postgres.dead_letters import PostgresDeadLetters
from adapters.postgres.directory import PostgresDirectory
from adapters.postgres.event_log import PostgresEventLog
from adapters.postgres.health import PostgresHealth
from adapters.postgres.journal import PostgresJournal
from adapters.postgres.lane_board import PostgresLaneBoard
from adapters.postgres.lanes import PostgresLaneDesk
from adapters.postgres.partitions import PostgresPartitions
from adapters.postgres.readers.config_health import PostgresConfigHealth
from adapters.postgres.readers.flows import PostgresFlowList
from adapters.postgres.readers.whatsapp_configs import PostgresWhatsAppConfigList
from adapters.postgres.tenant_schemas import PostgresTenantSchemas
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.postgres.webhook_routes import PostgresWebhookRoutes
from adapters.postgres.workers import PostgresWorkers
from adapters.redis.client import close_redis, connect_redis
from adapters.redis.rate_limits import RedisSendRates
from adapters.redis.realtime import RealtimeSubscription, RedisRealtime
from adapters.redis.tickets import RedisTickets
from adapters.redis.wakeups import RedisWakeupListener, RedisWakeups
from application.ports.clock import Clock
from application.ports.directory import Directory
from application.ports.events import EventLog, Realtime
from application.ports.health import DatabaseHealth
from application.ports.ids import Ids
from application.ports.journal import Journal
from application.ports.lanes import LaneDesk
from application.ports.operations import DeadLetters, LaneBoard, Workers
from application.ports.partitions import Partitions
from application.ports.rate_limits import SendRates
from application.ports.readers.flows import FlowList
from application.ports.readers.whatsapp_configs import ConfigHealthReader, WhatsAppConfigList
from application.ports.realtime import LiveFeed, Signals
from application.ports.secrets import SecretBox
from application.ports.tenant_schemas import TenantSchemas
from application.ports.tickets import Tickets
from application.ports.unit_of_work import UnitOfWork
from application.ports.wakeup_listener import WakeupListener
from application.ports.wakeups import Wakeups
from application.ports.webhook_routes import WebhookRoutes
from entrypoints.settings import Settings

AppDatabase = NewType("AppDatabase", Database)
"""One tenant's rows at a time."""
PlatformDatabase = NewType("PlatformDatabase", Database)
"""Lanes, journal, events and logins of all tenants."""

APP_CONNECTIONS = 20
"""A worker's sixteen lanes and some; an API process answers thousands a second on as many."""
PLATFORM_CONNECTIONS = 10


class PostgresProvider(Provider):
    """Everything that PostgreSQL keeps."""

    scope = Scope.APP

    @provide
    async def app_database(self, settings: Settings) -> AsyncIterator[AppDatabase]:
        """Open the pool of the application role."""
        database = await Database.open(settings.database_url, role=Role.APP, max_size=APP_CONNECTIONS)
        yield AppDatabase(database)
        await database.close()

    @provide
    async def platform_database(self, settings: Settings) -> AsyncIterator[PlatformDatabase]:
        """Open the pool of the platform role."""
        database = await Database.open(settings.database_url, role=Role.PLATFORM, max_size=PLATFORM_CONNECTIONS)
        yield PlatformDatabase(database)
        await database.close()

    @provide
    def unit_of_work(self, database: AppDatabase, wakeups: Wakeups, ids: Ids, clock: Clock) -> UnitOfWork:
        """Make transactions."""
        return PostgresUnitOfWork(database, wakeups=wakeups, ids=ids, clock=clock)

    @provide
    async def journal(self, database: PlatformDatabase, wakeups: Wakeups) -> AsyncIterator[Journal]:
        """Open the journal; what is in flight is stored before it closes."""
        journal = PostgresJournal(database, wakeups=wakeups)
        yield journal
        await journal.close()

    @provide
    def routes(self, database: PlatformDatabase, box: SecretBox) -> WebhookRoutes:
        """Look webhooks' owners up."""
        return PostgresWebhookRoutes(database, box=box)

    @provide
    def directory(self, database: PlatformDatabase) -> Directory:
        """Look tenants and logins up."""
        return PostgresDirectory(database)

    @provide
    def schemas(self, settings: Settings) -> TenantSchemas:
        """Make tenants' own schemas."""
        return PostgresTenantSchemas(settings.database_owner_url)

    @provide
    def desk(self, database: PlatformDatabase) -> LaneDesk:
        """Lease lanes."""
        return PostgresLaneDesk(database)

    @provide
    def board(self, database: PlatformDatabase) -> LaneBoard:
        """Show lanes."""
        return PostgresLaneBoard(database)

    @provide
    def letters(self, database: PlatformDatabase) -> DeadLetters:
        """Keep dead letters."""
        return PostgresDeadLetters(database)

    @provide
    def workers(self, database: PlatformDatabase) -> Workers:
        """Know the workers."""
        return PostgresWorkers(database)

    @provide
    def partitions(self, database: PlatformDatabase) -> Partitions:
        """Look after partitions."""
        return PostgresPartitions(database)

    @provide
    def event_log(self, database: PlatformDatabase) -> EventLog:
        """Give events their numbers."""
        return PostgresEventLog(database)

    @provide
    def health(self, database: PlatformDatabase) -> DatabaseHealth:
        """Know the state of the database."""
        return PostgresHealth(database)


class ReadersProvider(Provider):
    """A reader a screen."""

    scope = Scope.APP

    @provide
    def flows(self, database: AppDatabase) -> FlowList:
        """Read flows."""
        return PostgresFlowList(database)

    @provide
    def configs(self, database: AppDatabase) -> WhatsAppConfigList:
        """Read numbers."""
        return PostgresWhatsAppConfigList(database)

    @provide
    def config_health(self, database: AppDatabase) -> ConfigHealthReader:
        """Show how a WhatsApp config is doing."""
        return PostgresConfigHealth(database)


class RedisProvider(Provider):
    """Everything that may be lost."""

    scope = Scope.APP

    @provide
    async def client(self, settings: Settings) -> AsyncIterator[Redis]:
        """Make the client; it connects at its first command, and Redis may be away then."""
        redis = connect_redis(settings.redis_url)
        yield redis
        await close_redis(redis)

    @provide
    async def wakeups(self, redis: Redis) -> AsyncIterator[Wakeups]:
        """Nudge workers."""
        wakeups = RedisWakeups(redis)
        yield wakeups
        await wakeups.close()

    @provide
    async def listener(self, redis: Redis) -> AsyncIterator[WakeupListener]:
        """Hear nudges."""
        async with RedisWakeupListener(redis) as listener:
            yield listener

    @provide
    def rates(self, redis: Redis) -> SendRates:
        """Reserve send slots."""
        return RedisSendRates(redis)

    @provide
    def redis_realtime(self, redis: Redis) -> RedisRealtime:
        """Carry events and signals."""
        return RedisRealtime(redis)

    @provide
    def realtime(self, realtime: RedisRealtime) -> Realtime:
        """Carry events."""
        return realtime

    @provide
    def signals(self, realtime: RedisRealtime) -> Signals:
        """Carry signals."""
        return realtime

    @provide
    def feed(self, redis: Redis) -> LiveFeed:
        """Subscribe to tenants."""
        return RealtimeSubscription(redis)

    @provide
    def tickets(self, redis: Redis) -> Tickets:
        """Admit sockets."""
        return RedisTickets(redis)
