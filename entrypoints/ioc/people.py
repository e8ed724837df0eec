"""Users, departments, roles, API keys, presence."""

from collections.abc import AsyncIterator

from dishka import Provider, Scope, provide, provide_all
from redis.asyncio import Redis

from adapters.postgres.api_keys import PostgresApiKeyFinder, PostgresApiKeyUses
from adapters.postgres.invitations import PostgresInvitationFinder
from adapters.postgres.memberships import PostgresMemberships
from adapters.postgres.readers.agents import PostgresAgentList
from adapters.postgres.readers.api_keys import PostgresApiKeyList
from adapters.postgres.readers.departments import PostgresDepartmentList
from adapters.postgres.readers.invitations import PostgresInvitationList
from adapters.postgres.readers.roles import PostgresRoleList
from adapters.postgres.readers.users import PostgresUserList
from adapters.postgres.roles import PostgresRolePermissions
from adapters.redis.presence import RedisPresence
from application.people.accept_invitation import AcceptInvitationHandler, InvitationTools
from application.people.activate_user import ActivateUser
from application.people.add_department import AddDepartmentHandler
from application.people.add_role import AddRoleHandler
from application.people.add_user import AddUserHandler
from application.people.create_api_key import CreateApiKeyHandler
from application.people.deactivate_user import DeactivateUser
from application.people.delete_department import DeleteDepartment
from application.people.delete_role import DeleteRole
from application.people.delete_user import DeleteUser
from application.people.get_user_stats import GetUserStats
from application.people.invite_user import InviteUserHandler
from application.people.keep_presence import KeepPresence
from application.people.leave_conversations import LeaveConversations
from application.people.list_agents import ListAgentsHandler
from application.people.revoke_api_key import RevokeApiKey
from application.people.revoke_invitation import RevokeInvitation
from application.people.rotate_api_key import RotateApiKey
from application.people.send_invitation import SendInvitation
from application.people.set_members import SetMembersHandler
from application.people.set_status import SetStatus
from application.people.settle_presence import SettlePresence
from application.people.sweep_presence import SweepPresence
from application.people.update_department import UpdateDepartmentHandler
from application.people.update_role import UpdateRoleHandler
from application.people.update_user import UpdateUserHandler
from application.ports.api_keys import ApiKeyFinder, ApiKeyUses
from application.ports.clock import Clock
from application.ports.emails import EmailTemplates, Mailer
from application.ports.invitations import InvitationFinder
from application.ports.memberships import Memberships
from application.ports.presence import Presence
from application.ports.readers.agents import AgentList
from application.ports.readers.api_keys import ApiKeyList
from application.ports.readers.departments import DepartmentList
from application.ports.readers.invitations import InvitationList
from application.ports.readers.roles import RoleList
from application.ports.readers.users import UserList
from application.ports.roles import RolePermissions
from application.ports.unit_of_work import UnitOfWork
from entrypoints.ioc.stores import AppDatabase, PlatformDatabase
from entrypoints.ioc.tools import provide_tools
from entrypoints.settings import Settings


class PeopleProvider(Provider):
    """Users, departments, roles, API keys, presence."""

    scope = Scope.APP
    plain = provide_all(
        AcceptInvitationHandler,
        ActivateUser,
        AddDepartmentHandler,
        AddRoleHandler,
        AddUserHandler,
        CreateApiKeyHandler,
        DeactivateUser,
        DeleteDepartment,
        DeleteRole,
        DeleteUser,
        GetUserStats,
        InviteUserHandler,
        LeaveConversations,
        ListAgentsHandler,
        RevokeApiKey,
        RevokeInvitation,
        RotateApiKey,
        SetMembersHandler,
        SetStatus,
        SettlePresence,
        SweepPresence,
        UpdateDepartmentHandler,
        UpdateRoleHandler,
        UpdateUserHandler,
    ) + provide_tools(InvitationTools)

    @provide
    def api_keys(self, database: PlatformDatabase) -> ApiKeyFinder:
        """Find keys."""
        return PostgresApiKeyFinder(database)

    @provide
    async def api_key_uses(self, database: PlatformDatabase, clock: Clock) -> AsyncIterator[ApiKeyUses]:
        """Remember uses; what is remembered is written before the database closes."""
        uses = PostgresApiKeyUses(database, clock=clock)
        yield uses
        await uses.close()

    @provide
    def role_permissions(self, database: AppDatabase) -> RolePermissions:
        """Read what roles hold."""
        return PostgresRolePermissions(database)

    @provide
    def memberships(self, database: AppDatabase) -> Memberships:
        """Read who is in which departments."""
        return PostgresMemberships(database)

    @provide
    def invitation_finder(self, database: PlatformDatabase) -> InvitationFinder:
        """Find out whose invitation a token is."""
        return PostgresInvitationFinder(database)

    @provide
    def send_invitation(
        self, uow: UnitOfWork, templates: EmailTemplates, mailer: Mailer, clock: Clock, settings: Settings
    ) -> SendInvitation:
        """Write invitations with links to this server."""
        return SendInvitation(uow=uow, templates=templates, mailer=mailer, clock=clock, public_url=settings.public_url)

    @provide
    def presence(self, redis: Redis) -> Presence:
        """Keep signs of life."""
        return RedisPresence(redis)

    @provide
    async def keep_presence(
        self, presence: Presence, settle: SettlePresence, clock: Clock
    ) -> AsyncIterator[KeepPresence]:
        """Notice signs of life; those in hand are kept before Redis and the database close."""
        keep = KeepPresence(presence=presence, settle=settle, clock=clock)
        yield keep
        await keep.close()


class PeopleReadersProvider(Provider):
    """A reader a screen."""

    scope = Scope.APP

    @provide
    def users(self, database: AppDatabase) -> UserList:
        """Read users."""
        return PostgresUserList(database)

    @provide
    def agents(self, database: AppDatabase) -> AgentList:
        """Read who works."""
        return PostgresAgentList(database)

    @provide
    def departments(self, database: AppDatabase) -> DepartmentList:
        """Read departments."""
        return PostgresDepartmentList(database)

    @provide
    def roles(self, database: AppDatabase) -> RoleList:
        """Read roles."""
        return PostgresRoleList(database)

    @provide
    def invitations(self, database: AppDatabase) -> InvitationList:
        """Read invitations."""
        return PostgresInvitationList(database)

    @provide
    def api_keys(self, database: AppDatabase) -> ApiKeyList:
        """Read API keys."""
        return PostgresApiKeyList(database)
