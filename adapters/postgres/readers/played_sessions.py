"""Sessions as they were told, to play them again, read from PostgreSQL."""

from collections.abc import Sequence
from uuid import UUID

import msgspec
from sqlalchemy import ARRAY, Select, Uuid, bindparam, func, select

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.readers.flow_sessions import SEEN_BY
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.visibility import as_seen_by
from adapters.postgres.statements import Statement
from adapters.postgres.tables.contacts import contact_tags, contacts, tags
from adapters.postgres.tables.conversations import conversations
from adapters.postgres.tables.flows import flow_sessions, flow_sprints
from application.ports.readers.flow_sessions import FlowSessionNotFoundError, PlayedSession
from domain.conversations.visibility import Viewer
from domain.flows.language import Facts
from domain.flows.replay import Heard, Recording
from domain.flows.seen import Seen
from domain.flows.session import SessionStatus
from domain.flows.sprint import Step
from domain.flows.stimuli import Stimulus
from domain.shared.ids import FlowId, FlowSessionId, FlowVersionId, TenantId

_c, _contact, _talk = flow_sessions.c, contacts.c, conversations.c
_OVER = _c.status.in_([status.value for status in SessionStatus if status.is_over])
_IDS = bindparam("ids", type_=ARRAY(Uuid(as_uuid=True)))

_STIMULUS = msgspec.json.Decoder(Stimulus | None)
_SEEN = msgspec.json.Decoder(Seen)
_TRACE = msgspec.json.Decoder(tuple[Step, ...])

_tagged = (
    select(func.array_agg(tags.c.name_key))
    .select_from(
        contact_tags.join(tags, (tags.c.tenant_id == contact_tags.c.tenant_id) & (tags.c.id == contact_tags.c.tag_id))
    )
    .where(contact_tags.c.tenant_id == _c.tenant_id, contact_tags.c.contact_id == _c.contact_id)
    .scalar_subquery()
)


def _sessions() -> Select[*tuple[object, ...]]:
    is_theirs = (_contact.tenant_id == _c.tenant_id) & (_contact.id == _c.contact_id)
    is_its = (_talk.tenant_id == _c.tenant_id) & (_talk.id == _c.conversation_id)
    known = (_contact.name, _contact.phone, _contact.language, _contact.email, _contact.lifecycle_stage)
    return (
        select(_c.id, _c.flow_id, _c.version_id, _c.contact_id, _c.conversation_id, *known)
        .add_columns(_contact.lead_score, _contact.attributes, _tagged.label("tags"))
        .add_columns(_talk.status, _talk.window_expires_at, _talk.metadata)
        .select_from(flow_sessions.join(contacts, is_theirs).join(conversations, is_its))
        .where(_c.tenant_id == bindparam("tenant_id"), SEEN_BY)
    )


_ONE = Statement(_sessions().where(_c.id == bindparam("session_id")))
_LAST = Statement(
    _sessions()
    .where(_c.flow_id == bindparam("flow_id"), _c.version_id == bindparam("version_id"), _OVER)
    .order_by(_c.id.desc())
    .limit(bindparam("limit"))
)
_SPRINTS = Statement(
    select(flow_sprints)
    .where(flow_sprints.c.tenant_id == bindparam("tenant_id"), flow_sprints.c.session_id == func.any(_IDS))
    .order_by(flow_sprints.c.session_id, flow_sprints.c.number)
)


class PostgresPlayedSessions(TenantReader):
    """Reads sessions to play them again, as a viewer may see them."""

    async def one(self, tenant_id: TenantId, *, viewer: Viewer, session_id: FlowSessionId) -> PlayedSession:
        """Give one. Raises FlowSessionNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_ONE, session_id=session_id, **as_seen_by(viewer))
            if row is None:
                raise FlowSessionNotFoundError("There is no such flow session.")
            [played] = await _played(connection, [row])
        return played

    async def last(
        self, tenant_id: TenantId, *, viewer: Viewer, flow_id: FlowId, version_id: FlowVersionId, limit: int
    ) -> Sequence[PlayedSession]:
        """Give those of a version that are over, the one that began last first."""
        async with self._reading(tenant_id) as connection:
            asked = {"flow_id": flow_id, "version_id": version_id, "limit": limit}
            return await _played(connection, await connection.fetch(_LAST, **asked, **as_seen_by(viewer)))


async def _played(connection: TenantConnection, rows: Sequence[Row]) -> list[PlayedSession]:
    sprints: dict[UUID, list[Row]] = {row["id"]: [] for row in rows}
    for sprint in await connection.fetch(_SPRINTS, ids=list(sprints)):
        sprints[sprint["session_id"]].append(sprint)
    return [_to_domain(row, sprints[row["id"]]) for row in rows]


def _to_domain(row: Row, sprints: Sequence[Row]) -> PlayedSession:
    return PlayedSession(
        recording=Recording(
            session_id=FlowSessionId(row["id"]),
            flow_id=FlowId(row["flow_id"]),
            version_id=FlowVersionId(row["version_id"]),
            heard=tuple(_heard(sprint) for sprint in sprints),
        ),
        traces=tuple(_TRACE.decode(sprint["trace"]) for sprint in sprints),
        facts=_facts(row),
    )


def _heard(sprint: Row) -> Heard:
    seen = sprint["seen"]
    return Heard(
        stimulus=_STIMULUS.decode(sprint["stimulus"]),
        at=sprint["at"],
        seen=_SEEN.decode(seen) if seen is not None else Seen(),
    )


def _facts(row: Row) -> Facts:
    window = row["window_expires_at"]
    return Facts(
        contact={
            "id": str(row["contact_id"]),
            **{name: row[name] or "" for name in ("name", "phone", "language", "email", "lifecycle_stage")},
            "lead_score": row["lead_score"],
            "tags": sorted(row["tags"] or ()),
            "attributes": msgspec.json.decode(row["attributes"]),
        },
        conversation={
            "id": str(row["conversation_id"]),
            "status": row["status"],
            "window_expires_at": window.isoformat() if window is not None else None,
            "metadata": msgspec.json.decode(row["metadata"]),
        },
    )
