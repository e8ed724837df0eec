"""The built dashboard in a real browser: its first load over slow lines, and how soon it answers at size."""

import asyncio
from pathlib import Path
from uuid import UUID

import asyncpg
import msgspec

from application.identity.create_user import CreateUser, CreateUserHandler
from benchmarks.harness.children import child, free_port
from benchmarks.harness.inbox_fill import fill
from benchmarks.harness.machine import load
from benchmarks.harness.report import Finding, Row, table
from benchmarks.harness.size import Size
from benchmarks.harness.world import Company, World, company
from domain.identity.permissions import Role
from entrypoints.ioc.container import make_container
from entrypoints.settings import read_settings

NAME = "dashboard"
FOLDER = Path(__file__).parents[1] / "dashboard"
EMAIL, PASSWORD = "helena@aurora.example", "nothing but a benchmark"
CONVERSATIONS, MESSAGES = 5_000, 10_000
"""A list and a thread as large as anybody will scroll."""
MOST_SECONDS, MOST_MS = 2.0, 100.0
MINUTES = 15 * 60
HOW = (
    "Chromium opens the dashboard that `pytake serve` serves, each time with nothing in its cache, over the lines "
    "that Lighthouse emulates (4G: 40 ms and 10 Mbit/s; slow 4G: 150 ms, 1.6 Mbit/s and a processor four times "
    "slower); `the line` is what the same bytes and three round trips take alone. Then a list of "
    "{conversations:,} conversations and a thread of {messages:,} messages are scrolled as far as they go, and keys "
    "and clicks are timed from the event to after the next frame's painting, as INP is; `bare` is the same on a page "
    "with twenty buttons and a text field."
)
OPEN_ALL = "UPDATE conversations SET status = 'active', handler = 'agent', assigned_to = NULL, waiting_since = NULL"
LONG_THREAD = """
INSERT INTO messages (tenant_id, id, conversation_id, whatsapp_config_id, direction, type, sender, content, status,
  status_at, version, created_at)
SELECT $1, uuidv7(at - now()), $2, $3, CASE WHEN turn % 2 = 0 THEN 'inbound' ELSE 'outbound' END, 'text',
  CASE WHEN turn % 2 = 0 THEN 'contact' ELSE 'agent' END,
  jsonb_build_object('type', 'text', 'body', 'Mensagem ' || turn || repeat(' de um assunto comprido', turn % 7)),
  CASE WHEN turn % 2 = 0 THEN 'received' ELSE 'read' END, '{}', 0, at
FROM (SELECT turn, now() - turn * interval '1 minute' AS at FROM generate_series(1, $4) AS turn) AS given
"""
BRING_UP = """
UPDATE conversations SET last_message_at = now(), last_inbound_at = now(), window_expires_at = now() + interval '1 day'
WHERE id = (SELECT min(id::text)::uuid FROM conversations) RETURNING id
"""
"""The oldest conversation, written in a moment ago: a thread goes back as far as its conversation's id says."""


class _Load(msgspec.Struct, frozen=True, kw_only=True):
    line: str
    name: str
    seconds: float
    limit: float
    kilobytes: float


class _Answers(msgspec.Struct, frozen=True, kw_only=True):
    """How long interactions took, in milliseconds."""

    median: float
    worst: float
    count: int


class _Bare(msgspec.Struct, frozen=True, kw_only=True):
    keys: _Answers
    clicks: _Answers
    typing: _Answers


class _List(msgspec.Struct, frozen=True, kw_only=True):
    conversations: int
    keys: _Answers
    clicks: _Answers
    search: _Answers


class _Thread(msgspec.Struct, frozen=True, kw_only=True):
    messages: int
    typing: _Answers
    paging: _Answers


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """What `dashboard/bench/measure.mjs` prints."""

    browser: str
    loads: list[_Load]
    bare: _Bare
    inbox: _List
    thread: _Thread


class BrowserFailedError(Exception):
    """The script ended badly; what it said is in the message."""


async def run(world: World, size: Size) -> Finding:
    """Fill a company, serve it, and have the browser look."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    async with company(world, name=NAME, public_url=url) as found:
        await fill(found, conversations=CONVERSATIONS, messages=CONVERSATIONS)
        thread = await _make_ready(found)
        arguments = ("-m", "entrypoints.cli.main", "serve", "--port", str(port))
        async with child(*arguments, environment=found.environment, port=port):
            given = {
                "url": url,
                "email": EMAIL,
                "password": PASSWORD,
                "rounds": size.rounds,
                "conversations": CONVERSATIONS,
                "messages": MESSAGES,
                "thread": str(thread),
            }
            seen = await _measure(msgspec.json.encode(given).decode())
    return _finding(seen)


async def _make_ready(found: Company) -> UUID:
    """Open every conversation, write the long thread, and make who looks at it."""
    connection = await asyncpg.connect(found.owner_url)
    try:
        await connection.execute(OPEN_ALL)
        thread: UUID = await connection.fetchval(BRING_UP)
        await connection.execute(LONG_THREAD, found.tenant_id, thread, found.config_id, MESSAGES)
        await connection.execute("VACUUM ANALYZE")
    finally:
        await connection.close()
    container = make_container(read_settings(found.environment))
    try:
        create = await container.get(CreateUserHandler)
        person = CreateUser(tenant_id=found.tenant_id, email=EMAIL, name="Helena", role=Role.ADMIN, password=PASSWORD)
        await create(person)
    finally:
        await container.close()
    return thread


async def _measure(given: str) -> Seen:
    arguments = ("scripts/with-node", "node", "bench/measure.mjs", given)
    process = await asyncio.create_subprocess_exec(
        *arguments, cwd=FOLDER, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    async with asyncio.timeout(MINUTES):
        told, complained = await process.communicate()
    if process.returncode:
        raise BrowserFailedError(complained.decode()[-2000:])
    return msgspec.json.decode(told.splitlines()[-1], type=Seen)


def _finding(seen: Seen) -> Finding:
    pairs = (
        (f"j: the next of {seen.inbox.conversations:,} conversations", seen.inbox.keys, seen.bare.keys),
        ("a click on a conversation", seen.inbox.clicks, seen.bare.clicks),
        ("typing into the search", seen.inbox.search, seen.bare.typing),
        (f"typing an answer under {seen.thread.messages:,} messages", seen.thread.typing, seen.bare.typing),
        ("a page up in that thread", seen.thread.paging, seen.bare.keys),
    )
    return Finding(
        title="Dashboard",
        how=f"{HOW.format(conversations=CONVERSATIONS, messages=MESSAGES)} Chromium {seen.browser}.",
        rows=(
            *map(_load, seen.loads),
            _reached("conversations of the list", seen.inbox.conversations, of=CONVERSATIONS),
            _reached("messages of the thread", seen.thread.messages, of=MESSAGES),
            *(_answer(*pair) for pair in pairs),
        ),
        details=table(
            ["interaction", "median ms", "worst ms", "bare median ms", "bare worst ms", "of"],
            [
                [
                    what,
                    f"{ours.median:.0f}",
                    f"{ours.worst:.0f}",
                    f"{bare.median:.0f}",
                    f"{bare.worst:.0f}",
                    str(ours.count),
                ]
                for what, ours, bare in pairs
            ],
        ),
        loads=(load(),),
    )


def _load(seen: _Load) -> Row:
    is_held = seen.line == "4G"
    return Row(
        what=f"first load of {seen.name} over {seen.line}, {seen.kilobytes:,.0f} kB",
        goal=f"< {MOST_SECONDS:.0f} s" if is_held else "–",
        seen=f"{seen.seconds:.2f} s, the line alone {seen.limit:.2f} s",
        ratio=f"{seen.seconds / seen.limit:.2f}",
        met=seen.seconds < MOST_SECONDS if is_held else None,
    )


def _reached(what: str, seen: int, *, of: int) -> Row:
    """Say how far it was scrolled: what follows was measured there, and not at the size that was asked for."""
    return Row(what=f"{what} that scrolling brings", goal=f"{of:,}", seen=f"{seen:,}", met=seen >= of)


def _answer(what: str, ours: _Answers, bare: _Answers) -> Row:
    return Row(
        what=f"{what}: the slowest of {ours.count} to the next paint",
        goal=f"< {MOST_MS:.0f} ms",
        seen=f"{ours.worst:.0f} ms, a bare page {bare.worst:.0f} ms",
        ratio=f"{ours.worst / bare.worst:.1f}",
        met=ours.worst < MOST_MS,
    )
