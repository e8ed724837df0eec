"""One tenant's data for the length of a block: repositories made when asked for, effects written at the end."""

from datetime import datetime
from functools import cached_property

from adapters.postgres.audiences import held_before
from adapters.postgres.audit_trail import PostgresAuditTrail
from adapters.postgres.connection import TenantConnection
from adapters.postgres.effects import bury, put_items
from adapters.postgres.events_sink import EventSink
from adapters.postgres.flow_data import PostgresFlowData
from adapters.postgres.job_queue import PostgresJobQueue, write_orders
from adapters.postgres.lane_steps import PostgresLaneSteps
from adapters.postgres.lane_writing import Leavings, write
from adapters.postgres.people_data import PostgresPeopleData
from adapters.postgres.repositories.canned_responses import PostgresCannedResponses
from adapters.postgres.repositories.consents import PostgresConsents
from adapters.postgres.repositories.contact_batches import PostgresContactBatches
from adapters.postgres.repositories.contact_exports import PostgresContactExports
from adapters.postgres.repositories.contact_fields import PostgresContactFields
from adapters.postgres.repositories.contact_imports import PostgresContactImports
from adapters.postgres.repositories.contact_notes import PostgresContactNotes
from adapters.postgres.repositories.contacts import PostgresContacts
from adapters.postgres.repositories.conversation_marks import PostgresConversationMarks
from adapters.postgres.repositories.conversations import PostgresConversations
from adapters.postgres.repositories.drafts import PostgresDrafts
from adapters.postgres.repositories.flow_sessions import PostgresFlowSessions
from adapters.postgres.repositories.flows import PostgresFlows
from adapters.postgres.repositories.lead_score_rules import PostgresLeadScoreRules
from adapters.postgres.repositories.media import PostgresMedia
from adapters.postgres.repositories.merges import PostgresMerges
from adapters.postgres.repositories.message_changes import PostgresMessageChanges
from adapters.postgres.repositories.messages import PostgresMessages
from adapters.postgres.repositories.notes import PostgresNotes
from adapters.postgres.repositories.opt_outs import PostgresOptOuts
from adapters.postgres.repositories.outbound import PostgresOutbound
from adapters.postgres.repositories.scheduled_messages import PostgresScheduledMessages
from adapters.postgres.repositories.segments import PostgresSegments
from adapters.postgres.repositories.tags import PostgresTags
from adapters.postgres.repositories.templates import PostgresTemplates
from adapters.postgres.repositories.tenants import PostgresTenants
from adapters.postgres.repositories.whatsapp_configs import PostgresWhatsAppConfigs
from adapters.postgres.standing_orders import StandingOrdersBook
from adapters.postgres.story import StorySink
from adapters.postgres.support_data import PostgresSupportData
from adapters.postgres.usage import PostgresUsageMeter
from application.ports.ids import Ids
from application.ports.serving import Happened
from domain.shared.events import Event
from domain.shared.ids import TenantId


class PostgresTransaction(PostgresFlowData, PostgresPeopleData, PostgresSupportData):
    """What the block gets. `write_effects` is called once, by the unit of work, before the commit."""

    def __init__(self, connection: TenantConnection, standing: StandingOrdersBook) -> None:
        self._connection, self._standing = connection, standing
        self.rule_depth = 0
        self._events = EventSink()
        self.timeline = StorySink()
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
        return PostgresContacts(self._connection, self._events)

    @cached_property
    def contact_batches(self) -> PostgresContactBatches:
        """Contacts by the thousand."""
        return PostgresContactBatches(self._connection)

    @cached_property
    def contact_imports(self) -> PostgresContactImports:
        """Files of contacts on their way in."""
        return PostgresContactImports(self._connection, self._events)

    @cached_property
    def contact_exports(self) -> PostgresContactExports:
        """Files of contacts on their way out."""
        return PostgresContactExports(self._connection, self._events)

    @cached_property
    def consents(self) -> PostgresConsents:
        """Consents."""
        return PostgresConsents(self._connection)

    @cached_property
    def contact_fields(self) -> PostgresContactFields:
        """Custom fields of contacts."""
        return PostgresContactFields(self._connection)

    @cached_property
    def contact_notes(self) -> PostgresContactNotes:
        """Notes about contacts."""
        return PostgresContactNotes(self._connection)

    @cached_property
    def lead_score_rules(self) -> PostgresLeadScoreRules:
        """Rules of lead scores."""
        return PostgresLeadScoreRules(self._connection)

    @cached_property
    def merges(self) -> PostgresMerges:
        """Two contacts becoming one, and two again."""
        return PostgresMerges(self._connection)

    @cached_property
    def segments(self) -> PostgresSegments:
        """Stored filters of contacts."""
        return PostgresSegments(self._connection)

    @cached_property
    def tags(self) -> PostgresTags:
        """Tags, and which contacts have them."""
        return PostgresTags(self._connection)

    @cached_property
    def conversations(self) -> PostgresConversations:
        """Conversations."""
        return PostgresConversations(self._connection, self._events, self.timeline)

    @cached_property
    def conversation_marks(self) -> PostgresConversationMarks:
        """Tags of conversations, and how much of each people have seen."""
        return PostgresConversationMarks(self._connection)

    @cached_property
    def notes(self) -> PostgresNotes:
        """What people write for each other."""
        return PostgresNotes(self._connection)

    @cached_property
    def drafts(self) -> PostgresDrafts:
        """What people began to write."""
        return PostgresDrafts(self._connection)

    @cached_property
    def messages(self) -> PostgresMessages:
        """Messages and early statuses."""
        return PostgresMessages(self._connection, self._events)

    @cached_property
    def message_changes(self) -> PostgresMessageChanges:
        """Reactions, edits, revokes, and those that came before their message."""
        return PostgresMessageChanges(self._connection, self._events)

    @cached_property
    def scheduled_messages(self) -> PostgresScheduledMessages:
        """Messages that are to be sent at a time."""
        return PostgresScheduledMessages(self._connection, self._events)

    @cached_property
    def opt_outs(self) -> PostgresOptOuts:
        """Contacts who do not want to be written to."""
        return PostgresOptOuts(self._connection)

    @cached_property
    def canned_responses(self) -> PostgresCannedResponses:
        """Answers that are given often."""
        return PostgresCannedResponses(self._connection)

    @cached_property
    def media(self) -> PostgresMedia:
        """Files, and where they lie at a provider."""
        return PostgresMedia(self._connection, self._events)

    @cached_property
    def outbound(self) -> PostgresOutbound:
        """Send intents."""
        return PostgresOutbound(self._connection, self._events)

    @cached_property
    def whatsapp_configs(self) -> PostgresWhatsAppConfigs:
        """WhatsApp configs."""
        return PostgresWhatsAppConfigs(self._connection, self._events)

    @cached_property
    def templates(self) -> PostgresTemplates:
        """Templates, and how far their reading is."""
        return PostgresTemplates(self._connection, self._events)

    @cached_property
    def flows(self) -> PostgresFlows:
        """Flows, versions, chatbots."""
        return PostgresFlows(self._connection)

    @cached_property
    def flow_sessions(self) -> PostgresFlowSessions:
        """Flow sessions, sprints, timers."""
        return PostgresFlowSessions(self._connection)

    @cached_property
    def tenants(self) -> PostgresTenants:
        """The tenant itself."""
        return PostgresTenants(self._connection)

    def record(self, events: list[Event]) -> None:
        """Take events that no repository's `save` brought."""
        self._events.record(events)

    async def write_effects(self, *, ids: Ids, now: datetime) -> None:
        """Write items, letters, story, jobs; then what is locked for the commit only: counts, audit, events, lanes."""
        await put_items(self._connection, self.lanes.items)
        await bury(self._connection, self.lanes.letters, ids=ids, now=now)
        await self.timeline.write(self._connection, ids=ids)
        await self._standing.order(self._connection, self.jobs, self._happened(), ids=ids, now=now)
        await write_orders(self._connection.driver, self.jobs.orders)
        await self.usage.write()
        await self.audit.write(ids=ids, now=now)
        await write(self._connection, self.lanes.steps.values(), self._leavings(ids, now))

    def _happened(self) -> Happened:
        story = self.timeline
        return Happened(
            events=self._events.events, entries=story.entries, transfers=story.transfers, depth=self.rule_depth
        )

    def _leavings(self, ids: Ids, now: datetime) -> Leavings:
        events = self._events.events
        return Leavings(
            at=now,
            ids=[ids.new() for _ in events],
            types=[str(event.__struct_config__.tag) for event in events],
            conversation_ids=[event.conversation_id for event in events],
            data=events,
            held_before=held_before(events, self.timeline.transfers),
            items=self.lanes.finished_items,
            webhooks=self.lanes.finished_webhooks,
        )
