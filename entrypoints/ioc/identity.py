"""Logins, sessions, the second factor."""

from collections.abc import AsyncIterator

from dishka import Provider, Scope, provide, provide_all
from redis.asyncio import Redis

from adapters.postgres.readers.sessions import PostgresSessionList
from adapters.postgres.sessions import PostgresSessionBook
from adapters.postgres.standings import PostgresStandings
from adapters.redis.login_throttle import RedisLoginThrottle
from adapters.redis.standings import RedisStandings
from application.identity.disable_two_factor import DisableTwoFactorHandler
from application.identity.enable_two_factor import EnableTwoFactorHandler
from application.identity.end_session import EndSession
from application.identity.exchange_refresh_token import ExchangeRefreshToken
from application.identity.forget_old_sessions import ForgetOldSessionsHandler
from application.identity.keep_standings import KeepStandings
from application.identity.list_sessions import ListSessions
from application.identity.log_in import LogInHandler, LogInTools
from application.identity.log_out import LogOut
from application.identity.open_session import OpenSession
from application.identity.prove_second_factor import ProveSecondFactor
from application.identity.refresh_session import RefreshSessionHandler, RefreshTools
from application.identity.refuse_login import RefuseLogin
from application.identity.renew_recovery_codes import RenewRecoveryCodesHandler
from application.identity.set_up_two_factor import SetUpTwoFactor
from application.identity.two_factor_tools import TwoFactorTools
from application.identity.verify_second_factor import VerifySecondFactorHandler, VerifyTools
from application.ports.api_keys import ApiKeyFinder, ApiKeyUses
from application.ports.clock import Clock
from application.ports.counters import Counters
from application.ports.directory import Directory
from application.ports.ids import Ids
from application.ports.login_throttle import LoginThrottle
from application.ports.memberships import Memberships
from application.ports.passwords import Passwords
from application.ports.readers.sessions import SessionList
from application.ports.roles import RolePermissions
from application.ports.secrets import SecretBox
from application.ports.sessions import SessionBook, SessionOpener
from application.ports.standing import Standings
from application.ports.standing_stores import StandingCache, StandingStore
from application.ports.tokens import Tokens
from application.ports.unit_of_work import UnitOfWork
from entrypoints.ioc.stores import AppDatabase, PlatformDatabase
from entrypoints.settings import Settings


class IdentityProvider(Provider):
    """Logins, sessions, the second factor."""

    scope = Scope.APP
    plain = provide_all(
        DisableTwoFactorHandler,
        EnableTwoFactorHandler,
        EndSession,
        ExchangeRefreshToken,
        ForgetOldSessionsHandler,
        ListSessions,
        LogInHandler,
        LogOut,
        ProveSecondFactor,
        RefreshSessionHandler,
        RefuseLogin,
        RenewRecoveryCodesHandler,
        SetUpTwoFactor,
        VerifySecondFactorHandler,
    )

    @provide
    def opener(self, tokens: Tokens, clock: Clock, ids: Ids, settings: Settings) -> OpenSession:
        """Open sessions whose access tokens last as long as the settings say."""
        return OpenSession(tokens=tokens, clock=clock, ids=ids, lifetime=settings.access_token_lifetime)

    @provide
    def session_opener(self, opener: OpenSession) -> SessionOpener:
        """Open sessions for other areas."""
        return opener

    @provide
    def log_in_tools(
        self,
        directory: Directory,
        passwords: Passwords,
        throttle: LoginThrottle,
        box: SecretBox,
        uow: UnitOfWork,
        clock: Clock,
        ids: Ids,
    ) -> LogInTools:
        """Collect what logging in needs."""
        return LogInTools(
            directory=directory, passwords=passwords, throttle=throttle, box=box, uow=uow, clock=clock, ids=ids
        )

    @provide
    def verify_tools(
        self, directory: Directory, throttle: LoginThrottle, box: SecretBox, uow: UnitOfWork, clock: Clock
    ) -> VerifyTools:
        """Collect what checking a code needs."""
        return VerifyTools(directory=directory, throttle=throttle, box=box, uow=uow, clock=clock)

    @provide
    def refresh_tools(
        self, book: SessionBook, directory: Directory, standings: Standings, clock: Clock, counters: Counters
    ) -> RefreshTools:
        """Collect what refreshing needs."""
        return RefreshTools(book=book, directory=directory, standings=standings, clock=clock, counters=counters)

    @provide
    def two_factor_tools(
        self,
        directory: Directory,
        throttle: LoginThrottle,
        prove: ProveSecondFactor,
        uow: UnitOfWork,
        standings: Standings,
        clock: Clock,
    ) -> TwoFactorTools:
        """Collect what changing a second factor needs."""
        return TwoFactorTools(
            directory=directory, throttle=throttle, prove=prove, uow=uow, standings=standings, clock=clock
        )

    @provide
    def throttle(self, redis: Redis) -> LoginThrottle:
        """Slow guessing down."""
        return RedisLoginThrottle(redis)

    @provide
    def book(self, database: PlatformDatabase) -> SessionBook:
        """Find sessions by their tokens."""
        return PostgresSessionBook(database)

    @provide
    def sessions(self, database: AppDatabase) -> SessionList:
        """Show people their sessions."""
        return PostgresSessionList(database)

    @provide
    def standing_store(
        self,
        database: PlatformDatabase,
        roles: RolePermissions,
        memberships: Memberships,
        keys: ApiKeyFinder,
        uses: ApiKeyUses,
        clock: Clock,
    ) -> StandingStore:
        """Know who counts."""
        return PostgresStandings(database, roles=roles, memberships=memberships, keys=keys, uses=uses, clock=clock)

    @provide
    async def standing_cache(self, redis: Redis) -> AsyncIterator[StandingCache]:
        """Remember who counts."""
        cache = RedisStandings(redis)
        yield cache
        await cache.close()

    @provide
    def standings(self, store: StandingStore, cache: StandingCache, clock: Clock) -> Standings:
        """Tell who counts."""
        return KeepStandings(store=store, cache=cache, clock=clock)
