"""Chatbots, read from PostgreSQL."""

from datetime import datetime

import msgspec
from sqlalchemy import FromClause, bindparam, func, select
from sqlalchemy.sql.selectable import ScalarSelect

from adapters.postgres.connection import Row
from adapters.postgres.readers.listing import NEWEST_FIRST, Asks, Listing, Shown, columns_of, to_struct
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.search import matching
from adapters.postgres.repositories.rows import is_row
from adapters.postgres.statements import Statement
from adapters.postgres.tables.flows import chatbots, flows
from adapters.postgres.tables.whatsapp import whatsapp_configs
from application.ports.readers.chatbots import (
    CHATBOT_SORTS,
    ChatbotDay,
    ChatbotDetail,
    ChatbotFilters,
    ChatbotRow,
    ChatbotStats,
)
from application.shared.page import Page, PageRequest
from domain.flows.errors import ChatbotNotFoundError
from domain.flows.session import SessionStatus
from domain.shared.ids import ChatbotId, TenantId


def _counted(rows: FromClause, *, published: bool = False) -> ScalarSelect[int]:
    mine = [flows.c.tenant_id == rows.c.tenant_id, flows.c.chatbot_id == rows.c.id, flows.c.deleted_at.is_(None)]
    if published:
        mine.append(flows.c.published_version_id.is_not(None))
    return select(func.count()).select_from(flows).where(*mine).scalar_subquery()


def _numbers(rows: FromClause) -> ScalarSelect[int]:
    configs = whatsapp_configs.c
    mine = (configs.tenant_id == rows.c.tenant_id, configs.chatbot_id == rows.c.id, configs.deleted_at.is_(None))
    return select(func.count()).select_from(whatsapp_configs).where(*mine).scalar_subquery()


def _show(rows: FromClause) -> Shown:
    main = flows.alias("main_flow")
    is_main = (main.c.tenant_id == rows.c.tenant_id) & (main.c.id == rows.c.main_flow_id)
    return select(
        *columns_of(rows, ChatbotRow),
        main.c.name.label("main_flow_name"),
        _counted(rows).label("flows"),
        _counted(rows, published=True).label("published_flows"),
        _numbers(rows).label("numbers"),
    ).select_from(rows.outerjoin(main, is_main))


_LISTING = Listing(
    chatbots,
    item=ChatbotRow,
    show=_show,
    asks=Asks(
        sorts={"created_at": NEWEST_FIRST, **orders_by(chatbots, ChatbotRow, CHATBOT_SORTS[1:])},
        filters={"active": chatbots.c.is_active, "inactive": chatbots.c.is_active.is_(False)},
        search=matching(chatbots.c.name, chatbots.c.description),
    ),
)
_ONE = Statement(_show(chatbots).add_columns(chatbots.c.variables).where(is_row(chatbots)))
_IS_THERE = Statement(
    select(chatbots.c.id).where(chatbots.c.tenant_id == bindparam("tenant_id"), chatbots.c.id == bindparam("id"))
)

_STATS = Statement(
    """
    WITH started AS (
      SELECT sessions.id, sessions.status, sessions.contact_id, sessions.conversation_id, sessions.started_at
      FROM flow_sessions AS sessions
        JOIN flows ON flows.tenant_id = sessions.tenant_id AND flows.id = sessions.flow_id
      WHERE sessions.tenant_id = :tenant_id AND flows.chatbot_id = :id AND sessions.started_at >= :since)
    SELECT
      (SELECT count(*) FROM started) AS sessions,
      (SELECT count(DISTINCT contact_id) FROM started) AS contacts,
      (SELECT count(*) FROM started
        JOIN flow_sprints AS sprints ON sprints.tenant_id = :tenant_id AND sprints.session_id = started.id) AS turns,
      (SELECT count(*) FROM started
        JOIN messages ON messages.tenant_id = :tenant_id AND messages.conversation_id = started.conversation_id
          AND messages.flow_session_id = started.id) AS messages,
      (SELECT coalesce(jsonb_object_agg(status, number), '{}')
        FROM (SELECT status, count(*) AS number FROM started GROUP BY status) AS by_status) AS by_status,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('day', day, 'sessions', number) ORDER BY day), '[]')
        FROM (SELECT CAST(started_at AT TIME ZONE
            (SELECT time_zone FROM platform.tenants WHERE id = :tenant_id) AS date) AS day, count(*) AS number
          FROM started GROUP BY 1) AS by_day) AS by_day
    """
)


class PostgresChatbotList(TenantReader):
    """Reads chatbots."""

    async def page(self, tenant_id: TenantId, *, filters: ChatbotFilters, page: PageRequest) -> Page[ChatbotRow]:
        """Give the newest first, or as `page` asks. Raises MalformedError."""
        asked = {"active": filters.active is True, "inactive": filters.active is False}
        async with self._reading(tenant_id) as connection:
            return await _LISTING.page(connection, page, filters=asked)

    async def one(self, tenant_id: TenantId, *, chatbot_id: ChatbotId) -> ChatbotDetail:
        """Give one with its variables. Raises ChatbotNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_ONE, id=chatbot_id)
        if row is None:
            raise ChatbotNotFoundError("There is no such chatbot.")
        return to_struct(row, ChatbotDetail)

    async def stats(self, tenant_id: TenantId, *, chatbot_id: ChatbotId, since: datetime) -> ChatbotStats:
        """Count what happened in its flows, also in those that were deleted. Raises ChatbotNotFoundError."""
        async with self._reading(tenant_id) as connection:
            if await connection.fetch_value(_IS_THERE, id=chatbot_id) is None:
                raise ChatbotNotFoundError("There is no such chatbot.")
            row = await connection.fetch_one(_STATS, id=chatbot_id, since=since)
        if row is None:
            raise RuntimeError("a statement that counts gave no row")
        return _stats(row, since)


def _stats(row: Row, since: datetime) -> ChatbotStats:
    counted = msgspec.json.decode(row["by_status"], type=dict[SessionStatus, int])
    return ChatbotStats(
        since=since,
        sessions=row["sessions"],
        contacts=row["contacts"],
        turns=row["turns"],
        messages=row["messages"],
        by_status={status: counted.get(status, 0) for status in SessionStatus},
        by_day=msgspec.json.decode(row["by_day"], type=list[ChatbotDay]),
    )
