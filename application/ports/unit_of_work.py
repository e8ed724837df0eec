"""A transaction is an indented block bound to one tenant.

    async with self._uow(actor.tenant_id) as tx:
        conversation = await tx.conversations.get(command.conversation_id)
        conversation.take_over(actor.user_id)
        await tx.conversations.save(conversation)

It commits when the block ends and rolls back on any exception; no network call belongs inside it. Events of saved
aggregates, wake-ups and lane steps are written last, in one order, so that no two transactions wait for each other.
"""

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from application.ports.audit import AuditTrail
from application.ports.jobs import JobQueue
from application.ports.lanes import LaneSteps
from application.ports.repositories.api_keys import ApiKeyRepository
from application.ports.repositories.avatars import AvatarRepository
from application.ports.repositories.contacts import ContactRepository
from application.ports.repositories.conversations import ConversationRepository
from application.ports.repositories.credentials import CredentialRepository
from application.ports.repositories.departments import DepartmentRepository
from application.ports.repositories.flow_sessions import FlowSessionRepository
from application.ports.repositories.flows import FlowRepository
from application.ports.repositories.invitations import InvitationRepository
from application.ports.repositories.messages import MessageRepository
from application.ports.repositories.one_time_tokens import OneTimeTokenRepository
from application.ports.repositories.outbound import OutboundRepository
from application.ports.repositories.roles import RoleRepository
from application.ports.repositories.sessions import SessionRepository
from application.ports.repositories.statuses import StatusRepository
from application.ports.repositories.tenants import TenantRepository
from application.ports.repositories.users import UserRepository
from application.ports.repositories.whatsapp_configs import WhatsAppConfigRepository
from application.ports.usage import UsageMeter
from domain.shared.ids import TenantId


class Transaction(Protocol):
    """One tenant's data, for the length of a block."""

    @property
    def tenant_id(self) -> TenantId:
        """Whose data it is."""
        ...

    @property
    def contacts(self) -> ContactRepository:
        """Contacts and their identities."""
        ...

    @property
    def conversations(self) -> ConversationRepository:
        """Conversations."""
        ...

    @property
    def messages(self) -> MessageRepository:
        """Messages and early statuses."""
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
    def flows(self) -> FlowRepository:
        """Flows, versions, chatbots."""
        ...

    @property
    def flow_sessions(self) -> FlowSessionRepository:
        """Flow sessions, sprints, timers."""
        ...

    @property
    def departments(self) -> DepartmentRepository:
        """Departments."""
        ...

    @property
    def users(self) -> UserRepository:
        """Users."""
        ...

    @property
    def sessions(self) -> SessionRepository:
        """Login sessions."""
        ...

    @property
    def credentials(self) -> CredentialRepository:
        """Password hashes, second factors."""
        ...

    @property
    def roles(self) -> RoleRepository:
        """Roles."""
        ...

    @property
    def invitations(self) -> InvitationRepository:
        """Invitations."""
        ...

    @property
    def api_keys(self) -> ApiKeyRepository:
        """API keys."""
        ...

    @property
    def statuses(self) -> StatusRepository:
        """What people chose to be, and what they can take."""
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
    def one_time_tokens(self) -> OneTimeTokenRepository:
        """Links that were sent by e-mail."""
        ...

    @property
    def avatars(self) -> AvatarRepository:
        """People's pictures."""
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
