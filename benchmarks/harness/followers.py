"""Companies whose people all follow live, and what happens in them: written to the log and told to the processes."""

import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import asyncpg
import msgspec
from dishka import AsyncContainer

from adapters.system.ids import SystemIds
from application.ports.events import NumberedEvent, Realtime
from application.ports.tokens import AccessClaims, Tokens
from domain.conversations.audience import Audience, Hold
from domain.identity.permissions import Role
from domain.shared.ids import ConversationId, SessionId, TenantId, UserId

TEXT = "Bom dia! O pedido 4711 ainda não chegou, podem ver onde está? Obrigada."
"""With it a frame has some 200 bytes."""

_TENANTS = """
INSERT INTO platform.tenants (id, name, slug, status, time_zone, language, created_at)
SELECT id, 'Aurora', 'aurora-' || id, 'active', 'America/Sao_Paulo', 'pt-BR', now() FROM unnest($1::uuid[]) AS one (id)
"""
_USERS = """
INSERT INTO platform.users (id, tenant_id, email, name, role, password_hash, is_active, language, created_at)
SELECT id, tenant_id, id || '@aurora.example', 'Ana', 'agent', '!', true, 'pt-BR', now()
FROM unnest($1::uuid[], $2::uuid[]) AS one (id, tenant_id)
"""
_SESSIONS = """
INSERT INTO platform.sessions (tenant_id, id, user_id, created_at, last_seen_at, expires_at, ip, user_agent)
SELECT tenant_id, id, user_id, now(), now(), now() + interval '1 day', '203.0.113.7', 'bench'
FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS one (tenant_id, id, user_id)
"""
_EVENTS = """
INSERT INTO platform.events (tenant_id, id, number, type, conversation_id, data, at, is_placed)
SELECT tenant_id, id, number, 'message_received', id, convert_from(data, 'UTF8')::jsonb, $5, true
FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bytea[]) AS one (tenant_id, id, number, data)
"""
_COUNTERS = """
INSERT INTO platform.event_counters (tenant_id, last_number) SELECT * FROM unnest($1::uuid[], $2::bigint[])
ON CONFLICT (tenant_id) DO UPDATE SET last_number = EXCLUDED.last_number
"""


class Followers:
    """Tokens of the people of several companies, in turn; and the companies' events, numbered here."""

    def __init__(self, owner: asyncpg.Connection, realtime: Realtime, tenants: list[TenantId]) -> None:
        self.tenants = tenants
        self.tokens: list[str] = []
        self._owner, self._realtime = owner, realtime
        self._ids = SystemIds()
        self._numbers = dict.fromkeys(tenants, 0)

    @classmethod
    async def found(
        cls, container: AsyncContainer, owner: asyncpg.Connection, *, companies: Sequence[int]
    ) -> "Followers":
        """Found companies of so many people each, who are all logged in."""
        ids = SystemIds()
        tenants = [TenantId(ids.new()) for _ in companies]
        found = cls(owner, await container.get(Realtime), tenants)
        tokens: Tokens = await container.get(Tokens)
        now = datetime.now(UTC)
        people = [
            AccessClaims(
                user_id=UserId(ids.new()),
                email="ana@aurora.example",
                role=Role.AGENT,
                tenant_id=tenant,
                session_id=SessionId(ids.new()),
                expires_at=now + timedelta(hours=12),
            )
            for tenant, count in zip(tenants, companies, strict=True)
            for _ in range(count)
        ]
        homes = [one.tenant_id for one in people]
        await owner.execute(_TENANTS, tenants)
        await owner.execute(_USERS, [one.user_id for one in people], homes)
        await owner.execute(_SESSIONS, homes, [one.session_id for one in people], [one.user_id for one in people])
        found.tokens = [tokens.issue(one, now=now) for one in people]
        return found

    def last_number(self, tenant_id: TenantId) -> int:
        """Give the number of the newest event."""
        return self._numbers[tenant_id]

    async def happen(self, tenants: Sequence[TenantId]) -> None:
        """Have a message arrive in each, in this order: one commit, and then it is told."""
        at = datetime.now(UTC)
        events = [self._event(tenant_id, at) for tenant_id in tenants]
        async with self._owner.transaction():
            await self._owner.execute(
                _EVENTS,
                [event.tenant_id for event in events],
                [event.conversation_id for event in events],
                [event.number for event in events],
                [bytes(event.data) for event in events],
                at,
            )
            last = {event.tenant_id: event.number for event in events}
            await self._owner.execute(_COUNTERS, list(last), list(last.values()))
        await self._realtime.publish(events)

    def _event(self, tenant_id: TenantId, at: datetime) -> NumberedEvent:
        self._numbers[tenant_id] += 1
        return NumberedEvent(
            tenant_id=tenant_id,
            number=self._numbers[tenant_id],
            type="message_received",
            at=at,
            data=msgspec.Raw(saying()),
            conversation_id=ConversationId(self._ids.new()),
            audience=Audience(Hold()),
        )


def saying() -> bytes:
    """Write what is told, with the time at which it is."""
    return msgspec.json.encode({"sent": time.monotonic(), "text": TEXT})
