"""The part of a transaction that flows need beside themselves: calls, secrets, schedules, knowledge."""

from functools import cached_property

from adapters.postgres.connection import TenantConnection
from adapters.postgres.repositories.ai_settings import PostgresAiSettings
from adapters.postgres.repositories.ai_usage import PostgresAiUsage
from adapters.postgres.repositories.api_hosts import PostgresApiHosts
from adapters.postgres.repositories.chatbots import PostgresChatbots
from adapters.postgres.repositories.flow_calls import PostgresFlowCalls
from adapters.postgres.repositories.flow_names import PostgresFlowNames
from adapters.postgres.repositories.flow_starts import PostgresFlowStarts
from adapters.postgres.repositories.flow_tests import PostgresFlowTests
from adapters.postgres.repositories.knowledge import PostgresKnowledge
from adapters.postgres.repositories.passages import PostgresPassages
from adapters.postgres.repositories.secrets import PostgresSecrets


class PostgresFlowData:
    """What flows ask for and live on; a transaction is also this."""

    _connection: TenantConnection

    @cached_property
    def chatbots(self) -> PostgresChatbots:
        """Named groups of flows."""
        return PostgresChatbots(self._connection)

    @cached_property
    def flow_names(self) -> PostgresFlowNames:
        """What flows may name."""
        return PostgresFlowNames(self._connection)

    @cached_property
    def flow_tests(self) -> PostgresFlowTests:
        """The tests beside flows."""
        return PostgresFlowTests(self._connection)

    @cached_property
    def flow_starts(self) -> PostgresFlowStarts:
        """Flows that begin by themselves."""
        return PostgresFlowStarts(self._connection)

    @cached_property
    def flow_calls(self) -> PostgresFlowCalls:
        """What flows asked of the world."""
        return PostgresFlowCalls(self._connection)

    @cached_property
    def secrets(self) -> PostgresSecrets:
        """What flows may send to others."""
        return PostgresSecrets(self._connection)

    @cached_property
    def api_hosts(self) -> PostgresApiHosts:
        """How the hosts that flows call have been doing."""
        return PostgresApiHosts(self._connection)

    @cached_property
    def ai_settings(self) -> PostgresAiSettings:
        """Which model answers."""
        return PostgresAiSettings(self._connection)

    @cached_property
    def ai_usage(self) -> PostgresAiUsage:
        """What models took."""
        return PostgresAiUsage(self._connection)

    @cached_property
    def knowledge(self) -> PostgresKnowledge:
        """What bots may look things up in."""
        return PostgresKnowledge(self._connection)

    @cached_property
    def passages(self) -> PostgresPassages:
        """The passages of it."""
        return PostgresPassages(self._connection)
