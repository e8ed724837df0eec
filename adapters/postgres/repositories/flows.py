"""Flows and their immutable versions in PostgreSQL."""

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import ARRAY

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.repositories.rows import (
    insert_into,
    is_row,
    save_row,
    update_version,
    values_of,
    write,
)
from adapters.postgres.statements import Statement
from adapters.postgres.tables.flows import flow_versions, flows
from application.ports.repositories.flows import PublishedFlow, StoredVersion
from domain.flows.definition import Flow, FlowNotFoundError
from domain.flows.errors import FlowVersionNotFoundError
from domain.shared.ids import ChatbotId, FlowId, FlowVersionId, UserId

_alive = flows.c.deleted_at.is_(None)
_GET = Statement(select(flows).where(is_row(flows), _alive))
_OF_CHATBOT = Statement(
    select(flows)
    .where(flows.c.tenant_id == bindparam("tenant_id"), flows.c.chatbot_id == bindparam("chatbot_id"), _alive)
    .order_by(flows.c.created_at, flows.c.id)
)
_ADD = insert_into(flows)
_SAVE = update_version(flows)
_ADD_VERSION = insert_into(flow_versions)

_VERSIONS = Statement(
    select(flow_versions).where(
        flow_versions.c.tenant_id == bindparam("tenant_id"),
        flow_versions.c.id == bindparam("ids", type_=ARRAY(flow_versions.c.id.type)).any_(),
    )
)

_PUBLISHED = Statement(
    """
    SELECT flows.id, flows.published_version_id, flows.chatbot_id, flows.priority,
      coalesce(chatbots.main_flow_id = flows.id, false) AS is_main, coalesce(chatbots.variables, '{}') AS variables
    FROM flows LEFT JOIN chatbots ON chatbots.tenant_id = flows.tenant_id AND chatbots.id = flows.chatbot_id
    WHERE flows.tenant_id = :tenant_id AND flows.published_version_id IS NOT NULL
      AND flows.deleted_at IS NULL AND chatbots.is_active IS NOT false
    ORDER BY flows.priority DESC, flows.created_at, flows.id
    """
)

_VERSION = Statement(
    select(flow_versions).where(
        flow_versions.c.tenant_id == bindparam("tenant_id"),
        flow_versions.c.flow_id == bindparam("flow_id"),
        flow_versions.c.number == bindparam("number"),
    )
)


def to_domain(row: Row) -> Flow:
    """Read a row."""
    return Flow(
        id=FlowId(row["id"]),
        name=row["name"],
        draft=row["draft"],
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        chatbot_id=row["chatbot_id"],
        description=row["description"],
        priority=row["priority"],
        deleted_at=row["deleted_at"],
        published_version_id=row["published_version_id"],
        published_number=row["published_number"],
        version=row["version"],
    )


def _version(row: Row) -> StoredVersion:
    return StoredVersion(
        id=FlowVersionId(row["id"]),
        flow_id=FlowId(row["flow_id"]),
        number=row["number"],
        name=row["name"],
        document=row["document"],
        notes=row["notes"],
    )


def _published(row: Row) -> PublishedFlow:
    return PublishedFlow(
        flow_id=FlowId(row["id"]),
        version_id=FlowVersionId(row["published_version_id"]),
        chatbot_id=row["chatbot_id"],
        is_main=row["is_main"],
        priority=row["priority"],
        variables=row["variables"],
    )


class PostgresFlows:
    """Keeps flows."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection
        self._running: list[PublishedFlow] | None = None

    async def get(self, flow_id: FlowId) -> Flow:
        """Load a flow. Raises FlowNotFoundError, also for one that was deleted."""
        row = await self._connection.fetch_one(_GET, id=flow_id)
        if row is None:
            raise FlowNotFoundError("There is no such flow.")
        return to_domain(row)

    async def add(self, flow: Flow) -> None:
        """Write a new flow."""
        await write(self._connection, _ADD, **values_of(flow))
        self._running = None

    async def save(self, flow: Flow) -> None:
        """Write changes. Raises StaleVersionError on a lost race."""
        await save_row(self._connection, _SAVE, flow)
        self._running = None

    async def add_version(self, version: StoredVersion, *, published_by: UserId | None, at: datetime) -> None:
        """Write an immutable version."""
        row = values_of(version)
        await write(self._connection, _ADD_VERSION, **row, published_by=published_by, published_at=at)

    async def versions(self, version_ids: list[FlowVersionId]) -> list[StoredVersion]:
        """Load versions, in no order; one that is not there is left out."""
        return [_version(row) for row in await self._connection.fetch(_VERSIONS, ids=version_ids)]

    async def published(self) -> list[PublishedFlow]:
        """List what runs, of active chatbots and of none, by priority (highest first), then age; read once."""
        if self._running is None:
            self._running = [_published(row) for row in await self._connection.fetch(_PUBLISHED)]
        return self._running

    async def of_chatbot(self, chatbot_id: ChatbotId) -> list[Flow]:
        """Load a chatbot's flows, the oldest first."""
        return [to_domain(row) for row in await self._connection.fetch(_OF_CHATBOT, chatbot_id=chatbot_id)]

    async def version(self, flow_id: FlowId, *, number: int) -> StoredVersion:
        """Load what was published under a number. Raises FlowVersionNotFoundError."""
        row = await self._connection.fetch_one(_VERSION, flow_id=flow_id, number=number)
        if row is None:
            raise FlowVersionNotFoundError(f"The flow has no version {number}.")
        return _version(row)
