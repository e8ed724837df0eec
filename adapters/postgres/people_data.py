"""The part of a transaction that is about the company's own people."""

from functools import cached_property

from adapters.postgres.connection import TenantConnection
from adapters.postgres.events_sink import EventSink
from adapters.postgres.repositories.api_keys import PostgresApiKeys
from adapters.postgres.repositories.avatars import PostgresAvatars
from adapters.postgres.repositories.credentials import PostgresCredentials
from adapters.postgres.repositories.departments import PostgresDepartments
from adapters.postgres.repositories.invitations import PostgresInvitations
from adapters.postgres.repositories.one_time_tokens import PostgresOneTimeTokens
from adapters.postgres.repositories.roles import PostgresRoles
from adapters.postgres.repositories.sessions import PostgresSessions
from adapters.postgres.repositories.statuses import PostgresStatuses
from adapters.postgres.repositories.users import PostgresUsers


class PostgresPeopleData:
    """Users, departments, roles, how they log in, and whether they are there; a transaction is also this."""

    _connection: TenantConnection
    _events: EventSink

    @cached_property
    def departments(self) -> PostgresDepartments:
        """Departments."""
        return PostgresDepartments(self._connection)

    @cached_property
    def users(self) -> PostgresUsers:
        """Users."""
        return PostgresUsers(self._connection, self._events)

    @cached_property
    def sessions(self) -> PostgresSessions:
        """Login sessions."""
        return PostgresSessions(self._connection)

    @cached_property
    def credentials(self) -> PostgresCredentials:
        """Password hashes, second factors."""
        return PostgresCredentials(self._connection)

    @cached_property
    def roles(self) -> PostgresRoles:
        """Roles."""
        return PostgresRoles(self._connection)

    @cached_property
    def invitations(self) -> PostgresInvitations:
        """Invitations."""
        return PostgresInvitations(self._connection)

    @cached_property
    def api_keys(self) -> PostgresApiKeys:
        """API keys."""
        return PostgresApiKeys(self._connection)

    @cached_property
    def statuses(self) -> PostgresStatuses:
        """What people chose to be, and what they can take."""
        return PostgresStatuses(self._connection)

    @cached_property
    def one_time_tokens(self) -> PostgresOneTimeTokens:
        """Links that were sent by e-mail."""
        return PostgresOneTimeTokens(self._connection)

    @cached_property
    def avatars(self) -> PostgresAvatars:
        """People's pictures."""
        return PostgresAvatars(self._connection)
