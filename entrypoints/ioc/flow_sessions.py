"""What happened in flows: traces, replays, numbers."""

from dishka import Provider, Scope, provide, provide_all

from adapters.postgres.readers.flow_numbers import PostgresFlowNumbers
from adapters.postgres.readers.flow_sessions import PostgresFlowSessionList
from adapters.postgres.readers.played_sessions import PostgresPlayedSessions
from application.flows.check_regressions import CheckRegressionsHandler
from application.flows.get_flow_analytics import GetFlowAnalytics
from application.flows.get_flow_session import GetFlowSession
from application.flows.list_flow_sessions import ListFlowSessions
from application.flows.publish_compared import PublishComparedHandler
from application.flows.retell_session import RetellSession
from application.flows.stored_sessions import StoredSessions
from application.ports.readers.flow_numbers import FlowNumbers
from application.ports.readers.flow_sessions import FlowSessionList, PlayedSessions
from entrypoints.ioc.stores import AppDatabase


class FlowSessionsProvider(Provider):
    """Looking at sessions, playing them again, counting them."""

    scope = Scope.APP
    plain = provide_all(
        CheckRegressionsHandler,
        GetFlowAnalytics,
        GetFlowSession,
        ListFlowSessions,
        PublishComparedHandler,
        RetellSession,
        StoredSessions,
    )

    @provide
    def sessions(self, database: AppDatabase) -> FlowSessionList:
        """Read flow sessions and their traces."""
        return PostgresFlowSessionList(database)

    @provide
    def played(self, database: AppDatabase) -> PlayedSessions:
        """Read sessions to play them again."""
        return PostgresPlayedSessions(database)

    @provide
    def numbers(self, database: AppDatabase) -> FlowNumbers:
        """Count what happened in flows."""
        return PostgresFlowNumbers(database)
