"""The part of a transaction that says when and how the company serves."""

from functools import cached_property

from adapters.postgres.connection import TenantConnection
from adapters.postgres.repositories.automation_rules import PostgresAutomationRules
from adapters.postgres.repositories.automation_runs import PostgresAutomationRuns
from adapters.postgres.repositories.bot_texts import PostgresBotTexts
from adapters.postgres.repositories.business_hours import PostgresBusinessHours
from adapters.postgres.repositories.csat import PostgresCsat
from adapters.postgres.repositories.holidays import PostgresHolidays
from adapters.postgres.repositories.promises import PostgresPromises
from adapters.postgres.repositories.sla_policies import PostgresSlaPolicies
from adapters.postgres.repositories.waiting import PostgresWaiting


class PostgresSupportData:
    """Hours, holidays, texts and the queue; a transaction is also this."""

    _connection: TenantConnection

    @property
    def has_new_orders(self) -> bool:
        """Whether promises or rules were changed."""
        return self.sla_policies.has_changed or self.automation_rules.has_changed

    @cached_property
    def business_hours(self) -> PostgresBusinessHours:
        """When the company is open."""
        return PostgresBusinessHours(self._connection)

    @cached_property
    def holidays(self) -> PostgresHolidays:
        """The company's own holidays."""
        return PostgresHolidays(self._connection)

    @cached_property
    def csat(self) -> PostgresCsat:
        """What customers said of the service."""
        return PostgresCsat(self._connection)

    @cached_property
    def sla_policies(self) -> PostgresSlaPolicies:
        """What the company promises."""
        return PostgresSlaPolicies(self._connection)

    @cached_property
    def promises(self) -> PostgresPromises:
        """What was promised in conversations."""
        return PostgresPromises(self._connection)

    @cached_property
    def automation_rules(self) -> PostgresAutomationRules:
        """What the company wants done by itself."""
        return PostgresAutomationRules(self._connection)

    @cached_property
    def automation_runs(self) -> PostgresAutomationRuns:
        """What became of rules."""
        return PostgresAutomationRuns(self._connection)

    @cached_property
    def waiting(self) -> PostgresWaiting:
        """The waiting queue."""
        return PostgresWaiting(self._connection)

    @cached_property
    def bot_texts(self) -> PostgresBotTexts:
        """What the company says by itself."""
        return PostgresBotTexts(self._connection)
