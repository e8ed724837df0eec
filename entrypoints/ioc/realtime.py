"""What the sockets tell and show beside events: who looks at what, how much there is to do, how many follow."""

from dishka import Provider, Scope, provide, provide_all
from redis.asyncio import Redis

from adapters.postgres.readers.held_conversations import PostgresHeldConversations
from adapters.redis.socket_board import RedisSocketBoard
from adapters.redis.viewers import RedisViewers
from application.conversations.count_inbox import CountInbox
from application.conversations.watch_conversation import WatchConversation
from application.ports.clock import Clock
from application.ports.readers.held_conversations import HeldConversations
from application.ports.socket_stats import SocketBoard
from application.ports.viewers import Viewers
from application.tenants.get_socket_stats import GetSocketStats
from entrypoints.ioc.stores import AppDatabase


class RealtimeProvider(Provider):
    """What the sockets tell and show beside events."""

    scope = Scope.APP
    plain = provide_all(CountInbox, GetSocketStats, WatchConversation)

    @provide
    def viewers(self, redis: Redis, clock: Clock) -> Viewers:
        """Remember who looks."""
        return RedisViewers(redis, clock=clock)

    @provide
    def socket_board(self, redis: Redis, clock: Clock) -> SocketBoard:
        """Gather how many follow."""
        return RedisSocketBoard(redis, clock=clock)

    @provide
    def held_conversations(self, database: AppDatabase) -> HeldConversations:
        """Tell whose conversations are."""
        return PostgresHeldConversations(database)
