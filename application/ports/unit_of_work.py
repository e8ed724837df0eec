"""A transaction is an indented block bound to one tenant.

    async with self._uow(actor.tenant_id) as tx:
        conversation = await tx.conversations.get(command.conversation_id)
        conversation.take_over(actor.user_id, by=by_user(actor.user_id), now=now)
        await tx.conversations.save(conversation)

It commits when the block ends and rolls back on any exception; no network call belongs inside it. Events of saved
aggregates, wake-ups and lane steps are written last, in one order, so that no two transactions wait for each other.
"""

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from application.ports.audit import AuditTrail
from application.ports.flow_data import FlowData
from application.ports.jobs import JobQueue
from application.ports.lanes import LaneSteps
from application.ports.people_data import PeopleData
from application.ports.repositories.canned_responses import CannedResponseRepository
from application.ports.repositories.consents import ConsentRepository
from application.ports.repositories.contact_batches import ContactBatches
from application.ports.repositories.contact_exports import ContactExportRepository
from application.ports.repositories.contact_fields import ContactFieldRepository
from application.ports.repositories.contact_imports import ContactImportRepository
from application.ports.repositories.contact_notes import ContactNoteRepository
from application.ports.repositories.contacts import ContactRepository
from application.ports.repositories.conversation_marks import ConversationMarks
from application.ports.repositories.conversations import ConversationRepository
from application.ports.repositories.drafts import DraftRepository
from application.ports.repositories.flow_sessions import FlowSessionRepository
from application.ports.repositories.flows import FlowRepository
from application.ports.repositories.lead_score_rules import LeadScoreRuleRepository
from application.ports.repositories.media import MediaRepository
from application.ports.repositories.merges import MergeRepository
from application.ports.repositories.message_changes import MessageChanges
from application.ports.repositories.messages import MessageRepository
from application.ports.repositories.notes import NoteRepository
from application.ports.repositories.opt_outs import OptOuts
from application.ports.repositories.outbound import OutboundRepository
from application.ports.repositories.scheduled_messages import ScheduledMessageRepository
from application.ports.repositories.segments import SegmentRepository
from application.ports.repositories.tags import TagRepository
from application.ports.repositories.templates import TemplateRepository
from application.ports.repositories.tenants import TenantRepository
from application.ports.repositories.timeline import Timeline
from application.ports.repositories.whatsapp_configs import WhatsAppConfigRepository
from application.ports.support_data import SupportData
from application.ports.usage import UsageMeter
from domain.shared.ids import TenantId


class Transaction(FlowData, PeopleData, SupportData, Protocol):
    """One tenant's data, for the length of a block."""

    @property
    def tenant_id(self) -> TenantId:
        """Whose data it is."""
        ...

    rule_depth: int
    """How many rules led to what is written here; whoever applies a rule sets it."""

    @property
    def contacts(self) -> ContactRepository:
        """Contacts and their identities."""
        ...

    @property
    def contact_batches(self) -> ContactBatches:
        """Contacts by the thousand."""
        ...

    @property
    def contact_imports(self) -> ContactImportRepository:
        """Files of contacts on their way in."""
        ...

    @property
    def contact_exports(self) -> ContactExportRepository:
        """Files of contacts on their way out."""
        ...

    @property
    def consents(self) -> ConsentRepository:
        """Consents."""
        ...

    @property
    def contact_fields(self) -> ContactFieldRepository:
        """Custom fields of contacts."""
        ...

    @property
    def contact_notes(self) -> ContactNoteRepository:
        """Notes about contacts."""
        ...

    @property
    def lead_score_rules(self) -> LeadScoreRuleRepository:
        """Rules of lead scores."""
        ...

    @property
    def merges(self) -> MergeRepository:
        """Two contacts becoming one, and two again."""
        ...

    @property
    def segments(self) -> SegmentRepository:
        """Stored filters of contacts."""
        ...

    @property
    def tags(self) -> TagRepository:
        """Tags, and which contacts have them."""
        ...

    @property
    def conversations(self) -> ConversationRepository:
        """Conversations."""
        ...

    @property
    def conversation_marks(self) -> ConversationMarks:
        """Tags of conversations, and how much of each people have seen."""
        ...

    @property
    def notes(self) -> NoteRepository:
        """What people write for each other."""
        ...

    @property
    def drafts(self) -> DraftRepository:
        """What people began to write."""
        ...

    @property
    def timeline(self) -> Timeline:
        """The story of contacts; that of a conversation is written with it."""
        ...

    @property
    def messages(self) -> MessageRepository:
        """Messages and early statuses."""
        ...

    @property
    def message_changes(self) -> MessageChanges:
        """Reactions, edits, revokes, and those that came before their message."""
        ...

    @property
    def scheduled_messages(self) -> ScheduledMessageRepository:
        """Messages that are to be sent at a time."""
        ...

    @property
    def opt_outs(self) -> OptOuts:
        """Contacts who do not want to be written to."""
        ...

    @property
    def canned_responses(self) -> CannedResponseRepository:
        """Answers that are given often."""
        ...

    @property
    def media(self) -> MediaRepository:
        """Files, and where they lie at a provider."""
        ...

    @property
    def outbound(self) -> OutboundRepository:
        """Send intents."""
        ...

    @property
    def whatsapp_configs(self) -> WhatsAppConfigRepository:
        """WhatsApp configs."""
        ...

    @property
    def templates(self) -> TemplateRepository:
        """Templates, and how far their reading is."""
        ...

    @property
    def flows(self) -> FlowRepository:
        """Flows, versions, chatbots."""
        ...

    @property
    def flow_sessions(self) -> FlowSessionRepository:
        """Flow sessions, sprints, timers."""
        ...

    @property
    def tenants(self) -> TenantRepository:
        """The tenant itself."""
        ...

    @property
    def usage(self) -> UsageMeter:
        """The transaction's part in the counting of what the plan limits."""
        ...

    @property
    def jobs(self) -> JobQueue:
        """Background jobs, ordered with the commit."""
        ...

    @property
    def lanes(self) -> LaneSteps:
        """The transaction's part in the lanes."""
        ...

    @property
    def audit(self) -> AuditTrail:
        """The transaction's part in the audit log."""
        ...


class UnitOfWork(Protocol):
    """Opens transactions."""

    def __call__(self, tenant_id: TenantId) -> AbstractAsyncContextManager[Transaction]:
        """Begin a transaction that sees and writes this tenant's rows only."""
        ...
