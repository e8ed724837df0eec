"""The part of a transaction that flows need beside themselves: calls, secrets, schedules, knowledge."""

from adapters.postgres.connection import TenantConnection


class PostgresFlowData:
    """What flows ask for and live on; a transaction is also this."""

    _connection: TenantConnection
