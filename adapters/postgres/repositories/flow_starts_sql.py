"""Statements of flows that begin by themselves."""

from datetime import datetime

from sqlalchemy import ColumnElement, Text, and_, bindparam, case, func, select
from sqlalchemy.dialects.postgresql import ARRAY, UUID, aggregate_order_by, insert

from adapters.postgres.segments import compile_filter
from adapters.postgres.statements import Statement
from adapters.postgres.tables.contacts import consents, contact_identities, contacts
from adapters.postgres.tables.conversations import conversations
from adapters.postgres.tables.flow_starts import flow_runs
from domain.contacts.consent import WHATSAPP
from domain.contacts.contact import LEFT
from domain.contacts.filters import Filter

KEEP_SCHEDULE = Statement(
    """
    INSERT INTO flow_schedules (tenant_id, flow_id, version_id, cron, time_zone, next_at, updated_at)
    VALUES (:tenant_id, :flow_id, :version_id, :cron, :time_zone, :next_at, :at)
    ON CONFLICT (tenant_id, flow_id) DO UPDATE SET version_id = excluded.version_id, cron = excluded.cron,
      time_zone = excluded.time_zone, updated_at = excluded.updated_at,
      next_at = CASE WHEN (flow_schedules.cron, flow_schedules.time_zone) = (excluded.cron, excluded.time_zone)
        THEN coalesce(flow_schedules.next_at, excluded.next_at) ELSE excluded.next_at END
    """
)
KEEP_EVENT = Statement(
    """
    INSERT INTO flow_events (tenant_id, flow_id, version_id, event) VALUES (:tenant_id, :flow_id, :version_id, :event)
    ON CONFLICT (tenant_id, flow_id) DO UPDATE SET version_id = excluded.version_id, event = excluded.event
    """
)
FORGET_SCHEDULE = Statement("DELETE FROM flow_schedules WHERE tenant_id = :tenant_id AND flow_id = :flow_id")
FORGET_EVENT = Statement("DELETE FROM flow_events WHERE tenant_id = :tenant_id AND flow_id = :flow_id")

TAKE_DUE = Statement(
    """
    SELECT due.flow_id, due.version_id, due.cron, due.time_zone, due.next_at,
      flows.deleted_at IS NULL AND flows.published_version_id IS NOT NULL AND chatbots.is_active IS NOT false AS is_live
    FROM flow_schedules AS due
    JOIN flows ON flows.tenant_id = due.tenant_id AND flows.id = due.flow_id
    LEFT JOIN chatbots ON chatbots.tenant_id = flows.tenant_id AND chatbots.id = flows.chatbot_id
    WHERE due.tenant_id = :tenant_id AND due.next_at <= :now
    ORDER BY due.next_at, due.flow_id LIMIT :limit FOR UPDATE OF due SKIP LOCKED
    """
)
MOVE_ON = Statement("UPDATE flow_schedules SET next_at = :next_at WHERE tenant_id = :tenant_id AND flow_id = :flow_id")
WAITING_FOR = Statement(
    """
    SELECT waiting.flow_id FROM flow_events AS waiting
    JOIN flows ON flows.tenant_id = waiting.tenant_id AND flows.id = waiting.flow_id
    LEFT JOIN chatbots ON chatbots.tenant_id = flows.tenant_id AND chatbots.id = flows.chatbot_id
    WHERE waiting.tenant_id = :tenant_id AND waiting.event = :event AND flows.deleted_at IS NULL
      AND flows.published_version_id IS NOT NULL AND chatbots.is_active IS NOT false
    ORDER BY flows.priority DESC, waiting.flow_id
    """
)
BEGIN_RUN = Statement(
    insert(flow_runs)
    .values({column.name: bindparam(column.name) for column in flow_runs.c})
    .on_conflict_do_nothing(constraint="flow_runs_time_key")
)
LOCK_RUN = Statement("SELECT * FROM flow_runs WHERE tenant_id = :tenant_id AND id = :id FOR UPDATE")
SAVE_RUN = Statement(
    """
    UPDATE flow_runs SET status = :status, cursor = :cursor, asked = :asked, skipped = :skipped, error = :error,
      ended_at = :ended_at
    WHERE tenant_id = :tenant_id AND id = :id
    """
)
SKIP_IN_RUN = Statement(
    "UPDATE flow_runs SET asked = asked - 1, skipped = skipped + 1 WHERE tenant_id = :tenant_id AND id = :id"
)
BEGUN_LATELY = Statement(
    """
    SELECT count(*) FROM flow_sessions
    WHERE tenant_id = :tenant_id AND contact_id = :contact_id AND started_at > :since AND cause IN ('event', 'rule')
    """
)

_c, _known, _said, _talks = contacts.c, contact_identities.c, consents.c, conversations.c
_NAMES = (
    select(
        func.jsonb_agg(
            aggregate_order_by(
                func.jsonb_build_object("kind", _known.kind, "scope", _known.scope, "value", _known.value),
                _known.last_seen_at.desc(),
                _known.id.desc(),
            )
        )
    )
    .where(_known.tenant_id == _c.tenant_id, _known.contact_id == _c.id, _known.scope != LEFT)
    .correlate(contacts)
    .scalar_subquery()
    .label("identities")
)
_SAID = (
    select(
        case(
            (and_(_said.granted, _said.expires_at <= bindparam("now", type_=_said.at.type)), None), else_=_said.granted
        )
    )
    .where(
        _said.tenant_id == _c.tenant_id,
        _said.contact_id == _c.id,
        _said.purpose == bindparam("purpose", type_=Text),
        _said.channel == WHATSAPP,
    )
    .order_by(_said.at.desc(), _said.id.desc())
    .limit(1)
    .correlate(contacts)
    .scalar_subquery()
    .label("said")
)
_LAST_NUMBER = (
    select(_talks.whatsapp_config_id)
    .where(
        _talks.tenant_id == _c.tenant_id,
        _talks.contact_id == _c.id,
        _talks.whatsapp_config_id == bindparam("numbers", type_=ARRAY(UUID(as_uuid=True))).any_(),
    )
    .order_by(_talks.id.desc())
    .limit(1)
    .correlate(contacts)
    .scalar_subquery()
    .label("config_id")
)


def audience(condition: Filter, *, now: datetime) -> Statement:
    """Read the contacts of a filter by their ids, with all that decides whether they are asked."""
    where: list[ColumnElement[bool]] = [
        _c.tenant_id == bindparam("tenant_id"),
        _c.deleted_at.is_(None),
        _c.merged_into.is_(None),
        _c.id > bindparam("after"),
        compile_filter(condition, contacts, now=now),
    ]
    shown = select(
        _c.id.label("contact_id"), _c.phone, _c.blocked_at.is_not(None).label("is_blocked"), _NAMES, _SAID, _LAST_NUMBER
    )
    return Statement(shown.where(*where).order_by(_c.id).limit(bindparam("limit")))
