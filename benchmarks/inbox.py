"""The inbox at size: a page of it, a thread, a search, the counts, under row-level security and beside it."""

import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime

import asyncpg
import msgspec

from adapters.postgres import json_codec
from adapters.postgres.database import SESSION, Database, Role
from adapters.postgres.readers.contacts import PostgresContactList
from adapters.postgres.readers.conversations import PostgresConversationList
from adapters.postgres.readers.inbox_counts import PostgresInboxCounter
from adapters.postgres.readers.message_search import PostgresMessageSearch
from adapters.postgres.readers.threads import PostgresThread
from application.ports.readers.contacts import ContactFilters
from application.ports.readers.conversations import ConversationFilters
from application.ports.readers.message_search import SearchFilters
from application.ports.readers.messages import MessageFilters
from application.shared.page import PageRequest
from benchmarks.harness.inbox_fill import COMMON, RARE, Filled, fill
from benchmarks.harness.inbox_finding import FENCED, OPEN, P95, inbox_finding
from benchmarks.harness.machine import load
from benchmarks.harness.report import Finding
from benchmarks.harness.rounds import Rounds, Sample, Side, interleave
from benchmarks.harness.size import Size
from benchmarks.harness.world import LOGIN, Company, World, address, company
from domain.conversations.search import terms_of
from domain.conversations.states import ConversationStatus
from domain.conversations.visibility import Viewer
from domain.shared.ids import ConversationId

NAME = "inbox"
CONNECTIONS = 2
PAGE, MESSAGES = 20, 50
PAGES_DOWN = 10
OPEN_STATUSES = (ConversationStatus.ACTIVE, ConversationStatus.WAITING)
A_SECOND = 1_000_000

Question = Callable[[], Awaitable[object]]
"""One thing that a screen asks."""


class Screens:
    """The readers that a screen asks, on one kind of connection."""

    def __init__(self, database: Database, found: Company, filled: Filled) -> None:
        self._tenant_id, self._now = found.tenant_id, datetime.now(UTC)
        self._inbox, self._thread = PostgresConversationList(database), PostgresThread(database)
        self._search, self._counter = PostgresMessageSearch(database), PostgresInboxCounter(database)
        self._contacts, self._somebody = PostgresContactList(database), filled.conversations // 2
        self._all = Viewer(user_id=filled.users[0], sees_all=True)
        self._agent = Viewer(user_id=filled.users[1], departments=frozenset(filled.departments[:1]))
        self._busiest: ConversationId | None = None

    async def questions(self) -> dict[str, Question]:
        """Give what is asked, by name; each answer was looked at once."""
        first = await self._page(self._all, PageRequest(limit=PAGE))
        if len(first) != PAGE or sorted(first, reverse=True) != first:
            raise AssertionError("the first page is not the twenty newest")
        self._busiest = first[0][1]
        for word in (COMMON, RARE):
            if not await self._find(self._all, word):
                raise AssertionError(f"the search finds nothing: {word}")
        name, last_digits = f"cliente {self._somebody}", f"{self._somebody:08}"
        for typed in (name, last_digits):
            if name.title() not in await self._people(typed):
                raise AssertionError(f"the search finds nobody: {typed}")
        opened = ConversationFilters(statuses=OPEN_STATUSES)
        deep = await self._deep()
        return {
            "list": lambda: self._page(self._all, PageRequest(limit=PAGE)),
            "list, far down by cursor": lambda: self._page(self._all, PageRequest(limit=PAGE, cursor=deep)),
            "list, an agent's, open": lambda: self._page(self._agent, PageRequest(limit=PAGE), opened),
            "list, an agent's, all": lambda: self._page(self._agent, PageRequest(limit=PAGE)),
            "list, by priority": lambda: self._page(self._all, PageRequest(limit=PAGE, sort="priority")),
            "thread": self._read,
            "counts": lambda: self._counter.count(self._tenant_id, viewer=self._all, now=self._now),
            "counts, an agent's": lambda: self._counter.count(self._tenant_id, viewer=self._agent, now=self._now),
            "search, common": lambda: self._find(self._all, COMMON),
            "search, common, an agent's": lambda: self._find(self._agent, COMMON),
            "search, rare": lambda: self._find(self._all, RARE),
            "search, beginning": lambda: self._find(self._all, RARE[:3]),
            "search, nothing": lambda: self._find(self._all, "inexistente"),
            "search contacts by name": lambda: self._people(name),
            "search contacts by the last digits of a phone": lambda: self._people(last_digits),
            "search contacts, all of them": lambda: self._people("cli"),
            "search in the inbox by name": lambda: self._page(self._all, PageRequest(limit=PAGE, search=name)),
        }

    async def _page(
        self, viewer: Viewer, page: PageRequest, filters: ConversationFilters | None = None
    ) -> list[tuple[datetime | None, ConversationId]]:
        found = await self._inbox.page(
            self._tenant_id, viewer=viewer, now=self._now, filters=filters or ConversationFilters(), page=page
        )
        return [(row.last_message_at, row.id) for row in found.items]

    async def _deep(self) -> str:
        """Go some pages down."""
        cursor = ""
        for _ in range(PAGES_DOWN):
            page = await self._inbox.page(
                self._tenant_id,
                viewer=self._all,
                now=self._now,
                filters=ConversationFilters(),
                page=PageRequest(limit=PAGE, cursor=cursor),
            )
            cursor = page.next_cursor or cursor
        return cursor

    async def _read(self) -> object:
        if self._busiest is None:
            raise AssertionError("no conversation is known")
        found = await self._thread.page(
            self._tenant_id,
            viewer=self._all,
            conversation_id=self._busiest,
            filters=MessageFilters(),
            page=PageRequest(limit=MESSAGES),
        )
        return found.items

    async def _people(self, typed: str) -> list[str | None]:
        page = PageRequest(limit=PAGE, search=typed)
        found = await self._contacts.page(self._tenant_id, filters=ContactFilters(), page=page, now=self._now)
        return [row.name for row in found.items]

    async def _find(self, viewer: Viewer, word: str) -> Sequence[msgspec.Struct]:
        found = await self._search.find(
            self._tenant_id, viewer=viewer, terms=terms_of(word), filters=SearchFilters(), limit=PAGE, cursor=None
        )
        return found.items


async def run(world: World, size: Size) -> Finding:
    """Fill a company, and ask each question as the application does and as its owner, whom no policy holds."""
    async with AsyncExitStack() as stack:
        found = await stack.enter_async_context(company(world, name=NAME, public_url="http://127.0.0.1:9"))
        began = time.perf_counter()
        filled = await fill(found, conversations=size.inbox_conversations, messages=size.inbox_messages)
        took = time.perf_counter() - began
        print(f"  {filled.conversations:,} conversations, {filled.messages:,} messages in {took:.0f} s", flush=True)
        fenced = await Database.open(address(found.owner_url, user=LOGIN), role=Role.APP, max_size=CONNECTIONS)
        stack.push_async_callback(fenced.close)
        unfenced = await _as_owner(found)
        stack.push_async_callback(unfenced.close)
        screens = {
            FENCED: await Screens(fenced, found, filled).questions(),
            OPEN: await Screens(unfenced, found, filled).questions(),
        }
        seen: dict[str, Rounds] = {}
        for name in screens[FENCED]:
            sides = {side: _side(world, questions[name], size) for side, questions in screens.items()}
            seen[name] = await interleave(f"inbox, {name}", sides, rounds=size.rounds)
        return inbox_finding(seen, filled, seconds=took, loads=(load(),))


async def _as_owner(found: Company) -> Database:
    pool = await asyncpg.create_pool(
        found.owner_url, init=json_codec.install, server_settings=SESSION, min_size=1, max_size=CONNECTIONS
    )
    return Database(pool)


def _side(world: World, ask: Question, size: Size) -> Side:
    async def measure(_: int) -> Sample:
        await ask()
        times: list[float] = []
        used, began = world.cpu_seconds(), time.perf_counter()
        while not times or time.perf_counter() - began < size.inbox_seconds:
            at = time.perf_counter()
            await ask()
            times.append(time.perf_counter() - at)
        took = time.perf_counter() - began
        slowest = sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]
        spent = A_SECOND * (world.cpu_seconds() - used) / len(times)
        return Sample(rate=len(times) / took, cpu_us=spent, more={P95: 1000 * slowest})

    return measure
