"""One tenant's data for the length of a block: repositories made when asked for, effects written at the end."""

from datetime import datetime
from functools import cached_property

from adapters.postgres.audit_trail import PostgresAuditTrail
from adapters.postgres.connection import TenantConnection
from adapters.postgres.effect_statements import BURY, PUT_ITEMS
from adapters.postgres.events_sink import EventSink
from adapters.postgres.job_queue import PostgresJobQueue, write_orders
from adapters.postgres.lane_steps import PostgresLaneSteps
from adapters.postgres.lane_writing import Leavings, write
from adapters.postgres.repositories.api_keys import PostgresApiKeys
from adapters.postgres.repositories.avatars import PostgresAvatars
from adapters.postgres.repositories.contacts import PostgresContacts
from adapters.postgres.repositories.conversations import PostgresConversations
from adapters.postgres.repositories.credentials import PostgresCredentials
from adapters.postgres.repositories.departments import PostgresDepartments
from adapters.postgres.repositories.flow_sessions import PostgresFlowSessions
from adapters.postgres.repositories.flows import PostgresFlows
from adapters.postgres.repositories.invitations import PostgresInvitations
from adapters.postgres.repositories.messages import PostgresMessages
from adapters.postgres.repositories.one_time_tokens import PostgresOneTimeTokens
from adapters.postgres.repositories.outbound import PostgresOutbound
from adapters.postgres.repositories.roles import PostgresRoles
from adapters.postgres.repositories.sessions import PostgresSessions
from adapters.postgres.repositories.statuses import PostgresStatuses
from adapters.postgres.repositories.tenants import PostgresTenants
from adapters.postgres.repositories.users import PostgresUsers
from adapters.postgres.repositories.whatsapp_configs import PostgresWhatsAppConfigs
from adapters.postgres.usage import PostgresUsageMeter
from application.ports.ids import Ids
from domain.shared.events import Event
from domain.shared.ids import TenantId


class PostgresTransaction:
    """What the block gets. `write_effects` is called once, by the unit of work, before the commit."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection
        self._events = EventSink()
        self.lanes = PostgresLaneSteps(connection)
        self.jobs = PostgresJobQueue(connection.tenant_id)
        self.audit = PostgresAuditTrail(connection)
        self.usage = PostgresUsageMeter(connection)

    @property
    def tenant_id(self) -> TenantId:
        """Whose data it is."""
        return self._connection.tenant_id

    @property
    def has_events(self) -> bool:
        """Whether anything happened that others want to hear of."""
        return bool(self._events.events)

    @cached_property
    def contacts(self) -> PostgresContacts:
        """Contacts and their identities."""
        return PostgresContacts(self._connection)

    @cached_property
    def conversations(self) -> PostgresConversations:
        """Conversations."""
        return PostgresConversations(self._connection, self._events)

    @cached_property
    def messages(self) -> PostgresMessages:
        """Messages and early statuses."""
        return PostgresMessages(self._connection, self._events)

    @cached_property
    def outbound(self) -> PostgresOutbound:
        """Send intents."""
        return PostgresOutbound(self._connection, self._events)

    @cached_property
    def whatsapp_configs(self) -> PostgresWhatsAppConfigs:
        """WhatsApp configs."""
        return PostgresWhatsAppConfigs(self._connection)

    @cached_property
    def flows(self) -> PostgresFlows:
        """Flows, versions, chatbots."""
        return PostgresFlows(self._connection)

    @cached_property
    def flow_sessions(self) -> PostgresFlowSessions:
        """Flow sessions, sprints, timers."""
        return PostgresFlowSessions(self._connection)

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
    def tenants(self) -> PostgresTenants:
        """The tenant itself."""
        return PostgresTenants(self._connection)

    @cached_property
    def one_time_tokens(self) -> PostgresOneTimeTokens:
        """Links that were sent by e-mail."""
        return PostgresOneTimeTokens(self._connection)

    @cached_property
    def avatars(self) -> PostgresAvatars:
        """People's pictures."""
        return PostgresAvatars(self._connection)

    def record(self, events: list[Event]) -> None:
        """Take events that no repository's `save` brought."""
        self._events.record(events)

    async def write_effects(self, *, ids: Ids, now: datetime) -> None:
        """Write items, letters and jobs; then what is locked for the commit only: counts, audit log, events, lanes."""
        await self._put_items()
        await self._bury(ids, now)
        await write_orders(self._connection.driver, self.jobs.orders)
        await self.usage.write()
        await self.audit.write(ids=ids, now=now)
        await write(self._connection, self.lanes.steps.values(), self._leavings(ids, now))

    def _leavings(self, ids: Ids, now: datetime) -> Leavings:
        events = self._events.events
        return Leavings(
            at=now,
            ids=[ids.new() for _ in events],
            types=[str(event.__struct_config__.tag) for event in events],
            conversation_ids=[event.conversation_id for event in events],
            data=events,
            items=self.lanes.finished_items,
            webhooks=self.lanes.finished_webhooks,
        )

    async def _put_items(self) -> None:
        items = self.lanes.items
        if items:
            await self._connection.execute(
                PUT_ITEMS,
                ids=[put.id for put in items],
                keys=[put.key for put in items],
                items=[put.item for put in items],
                ats=[put.at for put in items],
            )

    async def _bury(self, ids: Ids, now: datetime) -> None:
        letters = self.lanes.letters
        if letters:
            await self._connection.execute(
                BURY,
                ids=[ids.new() for _ in letters],
                kinds=[letter.kind for letter in letters],
                keys=[letter.key for letter in letters],
                config_ids=[letter.config_id for letter in letters],
                bodies=[letter.body for letter in letters],
                errors=[letter.error for letter in letters],
                at=now,
            )
