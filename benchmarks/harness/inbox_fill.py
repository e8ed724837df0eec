"""A large inbox, written by PostgreSQL itself: conversations over two years, their messages, and words to find."""

import random
from collections.abc import Sequence
from uuid import UUID

import asyncpg
import msgspec

from adapters.postgres.search_words import query_of, vector_of
from benchmarks.harness.world import Company
from domain.conversations.search import terms_of
from domain.shared.ids import DepartmentId, TenantId, UserId

YEARS = 2
DAYS = 365 * YEARS
DEPARTMENTS, PEOPLE = 10, 50
OPEN_PERCENT = 2
"""Of all conversations: what is in hand; the others were resolved over the years."""
BODIES = 5_000
"""Different texts of eight words; messages are among them at random."""
VOCABULARY = 2_000
COMMON, RARE = "boleto", "estorno"
"""In a tenth of the texts, and in one of them, which one message has at least."""
SEED = 2026
MONTHS = """
SELECT platform.ensure_partition('public.messages', to_char(month, 'YYYYMM'), month, month + interval '1 month')
FROM generate_series(date_trunc('month', now()) - interval '25 months', now(), interval '1 month') AS month
"""
FIND_INDEX = "SELECT pg_get_indexdef('{}'::regclass)"
INDEXES = "messages_search", "contacts_search"
BODY_TABLE = "CREATE UNLOGGED TABLE bench_bodies (number int PRIMARY KEY, body text NOT NULL, words tsvector NOT NULL)"
CONVERSATIONS = """
WITH made AS (
  SELECT number, uuidv7(-age) AS id, uuidv7(-age) AS contact_id, now() - age AS at, number % 100 < $3 AS is_open,
    CASE WHEN number % 10 < 3 THEN NULL ELSE number % $6 + 1 END AS team, number % $7 + 1 AS person
  FROM (SELECT number, (random() * $4) * interval '1 day' * CASE WHEN number % 100 < $3 THEN 0.02 ELSE 1 END AS age
    FROM generate_series(1, $5) AS number) AS given),
people AS (
  INSERT INTO contacts (tenant_id, id, name, phone, attributes, source, version, created_at, updated_at, search_text,
    search)
  SELECT $1, contact_id, 'Cliente ' || number, (5511900000000 + number)::text, '{}', 'bench', 0, at, at,
    'cliente ' || number || ' ' || (5511900000000 + number),
    ($10 || 'cliente ' || $10 || number || (
      SELECT string_agg(' ' || $10 || '#' || run || ':' || places, '') FROM (
        SELECT substr((5511900000000 + number)::text, place, 4) AS run, string_agg(place::text, ',') AS places
        FROM generate_series(1, 10) AS place GROUP BY 1) AS runs))::tsvector FROM made)
INSERT INTO conversations (tenant_id, id, contact_id, whatsapp_config_id, status, handler, assigned_to, department_id,
  needs_attention, unread_count, inbound_count, window_expires_at, last_inbound_at, last_message_at,
  last_message_preview, waiting_since, metadata, version, created_at, updated_at)
SELECT $1, id, contact_id, $2,
  CASE WHEN NOT is_open THEN 'resolved' WHEN number % 3 = 0 THEN 'waiting' ELSE 'active' END,
  CASE WHEN team IS NULL THEN 'bot' WHEN number % 3 = 0 THEN 'none' ELSE 'agent' END,
  CASE WHEN team IS NULL OR number % 3 = 0 THEN NULL ELSE ($8::uuid[])[person] END, ($9::uuid[])[team],
  number % 3 = 0, 1, 10, at + interval '1 day', at, at, 'Bom dia',
  CASE WHEN number % 3 = 0 THEN at END, '{}', 0, at, at FROM made
"""
MESSAGES = """
INSERT INTO messages (tenant_id, id, conversation_id, whatsapp_config_id, direction, type, sender, content, status,
  status_at, version, created_at, search)
SELECT $1, id, conversation_id, $2, CASE WHEN turn % 2 = 0 THEN 'inbound' ELSE 'outbound' END, 'text',
  CASE WHEN turn % 2 = 0 THEN 'contact' ELSE 'agent' END, jsonb_build_object('type', 'text', 'body', body),
  CASE WHEN turn % 2 = 0 THEN 'received' ELSE 'read' END, '{}', 0, at,
  words || array_to_tsvector(ARRAY[$4 || '@' || ((at AT TIME ZONE 'UTC')::date - date '0001-01-01' + 1)])
FROM (
  SELECT conversation.id AS conversation_id, turn, conversation.last_message_at - turn * interval '1 minute' AS at,
    uuidv7(conversation.last_message_at - turn * interval '1 minute' - now()) AS id,
    CASE WHEN row_number() OVER () = 1 THEN 1 ELSE 1 + floor(random() * $5)::int END AS number
  FROM conversations AS conversation, generate_series(0, $3 - 1) AS turn WHERE tenant_id = $1) AS made
JOIN bench_bodies USING (number)
"""


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """What there is."""

    conversations: int
    messages: int
    users: list[UserId]
    departments: list[DepartmentId]


async def fill(found: Company, *, conversations: int, messages: int) -> Filled:
    """Write it all. The indexes of words are made afterwards, which is a quarter of the time."""
    users = [UserId(UUID(int=SEED << 100 | number)) for number in range(1, PEOPLE + 1)]
    departments = [DepartmentId(UUID(int=SEED << 101 | number)) for number in range(1, DEPARTMENTS + 1)]
    connection = await asyncpg.connect(found.owner_url)
    try:
        await connection.execute("SET session_replication_role = replica; SET maintenance_work_mem = '256MB'")
        await connection.execute("SET search_path = public")
        await connection.execute(MONTHS)
        indexes = [await connection.fetchval(FIND_INDEX.format(name)) for name in INDEXES]
        await connection.execute(f"DROP INDEX {', '.join(INDEXES)}")
        await _texts(connection, found.tenant_id)
        each = [found.tenant_id, found.config_id]
        asked = [OPEN_PERCENT, DAYS, conversations, DEPARTMENTS, PEOPLE, users, departments, _company(found.tenant_id)]
        await connection.execute(CONVERSATIONS, *each, *asked, timeout=3600)
        turns = max(1, messages // conversations)
        await connection.execute(MESSAGES, *each, turns, _company(found.tenant_id), BODIES, timeout=3600)
        for index in indexes:
            await connection.execute(index.replace(" ON ONLY ", " ON "), timeout=3600)
        await connection.execute("VACUUM ANALYZE", timeout=3600)
    finally:
        await connection.close()
    return Filled(conversations=conversations, messages=turns * conversations, users=users, departments=departments)


async def _texts(connection: asyncpg.Connection, tenant_id: TenantId) -> None:
    await connection.execute(BODY_TABLE)
    texts = list(enumerate(_bodies(), start=1))
    nowhere = UUID(int=0)
    rows = [
        (number, text, _without_day(vector_of(text, tenant_id=tenant_id, message_id=nowhere))) for number, text in texts
    ]
    await connection.executemany("INSERT INTO bench_bodies VALUES ($1, $2, $3::text::tsvector)", rows)


def _bodies() -> Sequence[str]:
    """Make texts whose words are as common as words are: a few in most, most in a few."""
    chance = random.Random(SEED)  # noqa: S311 - the same texts each time
    words = [f"palavra{_letters(number)}" for number in range(VOCABULARY)]
    weights = [1 / (rank + 1) for rank in range(VOCABULARY)]
    texts = [" ".join(chance.choices(words, weights, k=8)) for _ in range(BODIES)]
    return [
        f"{text} {RARE}" if number == 0 else f"{text} {COMMON}" if number % 10 == 0 else text
        for number, text in enumerate(texts)
    ]


def _letters(number: int) -> str:
    return "".join(chr(ord("b") + int(digit)) for digit in str(number))


def _without_day(vector: str | None) -> str:
    return (vector or "").partition(" ")[2]


def _company(tenant_id: TenantId) -> str:
    """Give what stands before each of the company's words."""
    return query_of(terms_of('"x"'), tenant_id=tenant_id).strip("()").strip("'")[:-1]
