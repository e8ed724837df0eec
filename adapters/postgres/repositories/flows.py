"""Flows, their immutable versions, and chatbots in PostgreSQL."""

from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects.postgresql import ARRAY

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.repositories.rows import (
    insert_into,
    is_row,
    save_row,
    select_row,
    update_version,
    values_of,
    write,
)
from adapters.postgres.statements import Statement
from adapters.postgres.tables.flows import chatbots, flow_versions, flows
from application.ports.repositories.flows import PublishedFlow, StoredVersion
from domain.flows.definition import Chatbot, Flow, FlowNotFoundError
from domain.shared.errors import NotFoundError
from domain.shared.ids import ChatbotId, FlowId, FlowVersionId, UserId

_GET = select_row(flows)
_ADD = insert_into(flows)
_SAVE = update_version(flows)
_ADD_VERSION = insert_into(flow_versions)
_ADD_CHATBOT = insert_into(chatbots)

_VERSIONS = Statement(
    select(flow_versions).where(
        flow_versions.c.tenant_id == bindparam("tenant_id"),
        flow_versions.c.id == bindparam("ids", type_=ARRAY(flow_versions.c.id.type)).any_(),
    )
)

_PUBLISHED = Statement(
    """
    SELECT flows.id, flows.published_version_id, flows.chatbot_id, flows.priority,
      coalesce(chatbots.main_flow_id = flows.id, false) AS is_main
    FROM flows LEFT JOIN chatbots ON chatbots.tenant_id = flows.tenant_id AND chatbots.id = flows.chatbot_id
    WHERE flows.tenant_id = :tenant_id AND flows.published_version_id IS NOT NULL AND chatbots.is_active IS NOT false
    ORDER BY flows.priority DESC, flows.created_at, flows.id
    """
)

_SET_MAIN_FLOW = Statement(
    update(chatbots)
    .values(main_flow_id=bindparam("main_flow_id"), version=chatbots.c.version + 1)
    .where(is_row(chatbots))
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
    )


class PostgresFlows:
    """Keeps flows."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def get(self, flow_id: FlowId) -> Flow:
        """Load a flow. Raises FlowNotFoundError."""
        row = await self._connection.fetch_one(_GET, id=flow_id)
        if row is None:
            raise FlowNotFoundError("There is no such flow.")
        return to_domain(row)

    async def add(self, flow: Flow) -> None:
        """Write a new flow."""
        await write(self._connection, _ADD, **values_of(flow))

    async def save(self, flow: Flow) -> None:
        """Write changes. Raises StaleVersionError on a lost race."""
        await save_row(self._connection, _SAVE, flow)

    async def add_version(self, version: StoredVersion, *, published_by: UserId | None, at: datetime) -> None:
        """Write an immutable version."""
        row = values_of(version)
        await write(self._connection, _ADD_VERSION, **row, published_by=published_by, published_at=at)

    async def versions(self, version_ids: list[FlowVersionId]) -> list[StoredVersion]:
        """Load versions, in no order; one that is not there is left out."""
        return [_version(row) for row in await self._connection.fetch(_VERSIONS, ids=version_ids)]

    async def published(self) -> list[PublishedFlow]:
        """List what runs, of active chatbots and of none, by priority (highest first), then age."""
        return [_published(row) for row in await self._connection.fetch(_PUBLISHED)]

    async def add_chatbot(self, chatbot: Chatbot) -> None:
        """Write a chatbot."""
        await write(self._connection, _ADD_CHATBOT, **values_of(chatbot))

    async def set_main_flow(self, chatbot_id: ChatbotId, *, flow_id: FlowId) -> None:
        """Choose the flow that starts when no other matches. Raises NotFoundError for an unknown chatbot."""
        if not await self._connection.execute(_SET_MAIN_FLOW, id=chatbot_id, main_flow_id=flow_id):
            raise NotFoundError("There is no such chatbot.")
