"""F17: whatever people do, and however often a client is killed, what it made of its events is what the server has.

As Zulip's verify_action: random actions through the real use cases; each replica applies frames only, fetches what it
newly hears of, and must end with the server's state, having applied nothing twice.
"""

import asyncio
import base64
import contextlib
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from random import Random
from typing import Any
from uuid import UUID

import pytest
from dishka import AsyncContainer

from adapters.postgres.database import Database
from adapters.postgres.event_log import PostgresEventLog
from application.conversations.assign_conversation import AssignConversation, AssignConversationHandler
from application.conversations.release_conversation import ReleaseConversation
from application.conversations.reopen_conversation import ReopenConversation
from application.conversations.resolve_conversation import ResolveConversation
from application.conversations.take_over_conversation import TakeOverConversation
from application.conversations.transfer_conversation import TransferConversation, TransferConversationHandler
from application.messages.send_message import SendMessage, SendMessageHandler
from application.people.set_members import SetMembers, SetMembersHandler
from application.ports.tokens import AccessClaims
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.conversations.conversation import Conversation
from domain.conversations.visibility import may_see
from domain.identity.permissions import Role, built_in_permissions
from domain.shared.content import Text
from domain.shared.errors import PyTakeError
from domain.shared.ids import ConversationId, DepartmentId, TenantId
from entrypoints.embedded.services import RunningServices
from entrypoints.ioc.container import make_container
from entrypoints.settings import read_settings
from tests.accounts import Accounts
from tests.contract.repositories.stored import a_config, a_contact, new_id
from tests.websocket.stage import Client, Stage, open_stage, until

SHOWN = ("status", "handler", "assigned_to", "department_id")
Shown = dict[str, Any]

_CONVERSATIONS = "SELECT id, status, handler, assigned_to, department_id FROM conversations"
_MESSAGES = "SELECT id, conversation_id FROM messages"


@pytest.fixture
async def container(login_url: str, redis_url: str) -> AsyncIterator[AsyncContainer]:
    key = base64.b64encode(bytes(32)).decode()
    settings = {"DATABASE_URL": login_url, "REDIS_URL": redis_url, "PYTAKE_MASTER_KEY": key}
    made = make_container(read_settings(settings))
    yield made
    await made.close()


class Office:
    """The people of a company and what they do; the server's state, as somebody would fetch it."""

    def __init__(self, container: AsyncContainer, database: Database, tenant_id: TenantId, chance: Random) -> None:
        self._container, self._database, self.tenant_id, self.chance = container, database, tenant_id, chance
        self.people: list[AccessClaims] = []
        self.departments: dict[DepartmentId, set[UUID]] = {}
        self.conversations: list[ConversationId] = []
        self.done = 0

    async def found(self, accounts: Accounts) -> None:
        uow: UnitOfWork = await self._container.get(UnitOfWork)
        roles = (Role.SUPERVISOR, Role.AGENT, Role.AGENT)
        self.people = [await accounts.a_session(role, tenant=self.tenant_id) for role in roles]
        self._config = a_config()
        async with uow(self.tenant_id) as tx:
            await tx.whatsapp_configs.add(self._config)
            for name, person in (("Vendas", self.people[1]), ("Suporte", self.people[2])):
                department = DepartmentId(new_id())
                await tx.departments.add(department, name=name)
                await tx.departments.set_members(department, [person.user_id])
                self.departments[department] = {person.user_id}

    def teams(self, person: AccessClaims) -> frozenset[DepartmentId]:
        return frozenset(one for one, members in self.departments.items() if person.user_id in members)

    def actor(self, person: AccessClaims) -> Actor:
        return Actor(
            user_id=person.user_id,
            tenant_id=self.tenant_id,
            session_id=person.session_id,
            permissions=built_in_permissions(person.role),
            departments=self.teams(person),
        )

    async def act(self) -> None:
        """Do something at random; what is not possible just now is not done."""
        boss, *agents = map(self.actor, self.people)
        if not self.conversations or self.chance.random() < 0.15:
            await self._customer_comes()
            return
        one, agent = self.chance.choice(self.conversations), self.chance.choice(agents)
        text = Text(body="Olá")
        actions: list[tuple[type[Any], tuple[Any, ...], dict[str, Any]]] = [
            (TakeOverConversation, (agent, one), {}),
            (TakeOverConversation, (boss, one), {}),
            (ReleaseConversation, (boss, one), {}),
            (ResolveConversation, (boss, one), {"resolution": "feito"}),
            (ReopenConversation, (boss, one), {}),
            (AssignConversationHandler, (boss, AssignConversation(conversation_id=one, user_id=agent.user_id)), {}),
            (SendMessageHandler, (boss, SendMessage(conversation_id=one, content=text)), {}),
            *(
                (TransferConversationHandler, (boss, TransferConversation(conversation_id=one, department_id=team)), {})
                for team in self.departments
            ),
        ]
        use_case, arguments, named = self.chance.choice(actions)
        with contextlib.suppress(PyTakeError):
            await (await self._container.get(use_case))(*arguments, **named)
            self.done += 1

    async def swap(self, accounts: Accounts) -> None:
        """Have the two agents change departments, through the use case."""
        boss = self.actor(await accounts.a_session(Role.ADMIN, tenant=self.tenant_id))
        (one, some), (other, others) = self.departments.items()
        self.departments = {one: others, other: some}
        set_members = await self._container.get(SetMembersHandler)
        for department, members in self.departments.items():
            await set_members(boss, SetMembers(department_id=department, user_ids=tuple(members)))  # type: ignore[arg-type]

    async def _customer_comes(self) -> None:
        uow: UnitOfWork = await self._container.get(UnitOfWork)
        phone = f"55119{len(self.conversations):08}"
        contact, now = a_contact(name="Bia", phone=phone, phone_key=phone), datetime.now(UTC)
        opened = Conversation.open(
            conversation_id=ConversationId(new_id()),
            contact_id=contact.id,
            whatsapp_config_id=self._config.id,
            now=now,
        )
        opened.receive(Text(body="oi"), sent_at=now, opens_window=True)
        async with uow(self.tenant_id) as tx:
            await tx.contacts.add(contact)
            await tx.conversations.add(opened)
        self.conversations.append(opened.id)
        self.done += 1

    async def fetch(self, person: AccessClaims) -> dict[str, Shown]:
        """Give all that somebody may see now."""
        viewer = self.actor(person).viewer
        async with self._database.tenant_transaction(self.tenant_id) as connection:
            rows = await connection.fetch(_CONVERSATIONS)
            messages = await connection.fetch(_MESSAGES)
        return {
            str(row["id"]): {
                **{name: None if row[name] is None else str(row[name]) for name in SHOWN},
                "messages": {str(each["id"]) for each in messages if each["conversation_id"] == row["id"]},
            }
            for row in rows
            if may_see(viewer, assigned_to=row["assigned_to"], department_id=row["department_id"])
        }


class Replica:
    """A client's copy, kept by frames alone; it resumes after the last number of which it knows that all is there."""

    def __init__(self, stage: Stage, office: Office, person: AccessClaims) -> None:
        self._stage, self._office, self.person = stage, office, person
        self.state: dict[str, Shown] = {}
        self.applied: set[int] = set()
        self.resyncs = self.removed = self.safe = 0
        self._newest: dict[str, int] = {}
        self._sight: str | None = None
        self._is_settled = False
        self._heard: set[int] = set()
        self._client: Client | None = None
        self._life = AsyncExitStack()
        self._hearing: asyncio.Task[None] | None = None

    async def connect(self) -> None:
        self._is_settled, self._heard = False, set()
        self._client = await self._life.enter_async_context(self._stage.connect())
        await self._client.say("auth", token=self._stage.token(self.person))
        await self._client.say("subscribe", channels=["messages", "conversations"])
        more = {} if self._sight is None else {"sight": self._sight}
        await self._client.say("resume", after=self.safe, **more)
        await self._client.say("ping")
        self._hearing = asyncio.create_task(self._hear(self._client))

    async def kill(self) -> None:
        if self._client is not None and self._hearing is not None:
            if self._hearing.done():
                self._hearing.result()
            self._client.socket.transport.abort()
            self._hearing.cancel()
            await asyncio.gather(self._hearing, return_exceptions=True)
            await self._life.aclose()
            self._client, self._life = None, AsyncExitStack()

    async def ping(self) -> None:
        if self._hearing is not None and self._hearing.done():
            self._hearing.result()
        if self._client is not None:
            await self._client.say("ping")

    async def _hear(self, client: Client) -> None:
        while True:
            await self._apply(await client.hear(seconds=60))

    async def _apply(self, frame: dict[str, Any]) -> None:
        number = frame["id"]
        if frame["type"] == "pong":
            self.safe, self._sight, self._is_settled = max(self.safe, number), frame["data"]["sight"], True
        elif frame["type"] == "resync":
            self.resyncs += 1
            self._sight, self.safe, self.applied = frame["data"]["sight"], number, set()
            self.state, self._newest = await self._office.fetch(self.person), {}
        elif number is not None and "conversation_id" in frame["data"]:
            assert number not in self._heard, f"{number} came twice"
            self._heard.add(number)
            if number not in self.applied:
                self.applied.add(number)
                await self._change(frame["type"], frame["data"], number)
            if self._is_settled:
                self.safe = number

    async def _change(self, kind: str, data: dict[str, Any], number: int) -> None:
        name = data["conversation_id"]
        is_newest = number > self._newest.get(name, 0)
        self._newest[name] = max(number, self._newest.get(name, 0))
        if kind == "conversation_removed":
            self.removed += 1
            if is_newest:
                self.state.pop(name, None)
        elif name not in self.state:
            found = await self._office.fetch(self.person)
            if name in found:
                self.state[name] = found[name]
        elif kind == "conversation_updated" and is_newest:
            self.state[name] |= {shown: data.get(shown) for shown in SHOWN}
        elif kind.startswith("message_"):
            self.state[name]["messages"].add(data["message_id"])


@pytest.mark.parametrize("seed", [1, 2])
async def test_a_client_that_is_killed_at_random_ends_with_the_servers_state(
    seed: int,
    container: AsyncContainer,
    app_database: Database,
    platform_database: Database,
    killable_redis: RunningServices,
    tenant_id: TenantId,
) -> None:
    killable_redis.redis.start()
    chance = Random(seed)
    office = Office(container, app_database, tenant_id, chance)
    await office.found(Accounts(platform_database))
    async with open_stage(killable_redis, PostgresEventLog(platform_database)) as stage:
        replicas = [Replica(stage, office, person) for person in office.people]
        for replica in replicas:
            let_in(stage, office, replica.person)
            await replica.connect()
        for step in range(90):
            await office.act()
            await stage.wakeups.nudge_relay()
            if chance.random() < 0.15:
                replica = chance.choice(replicas)
                await replica.kill()
                for _ in range(chance.randint(0, 4)):
                    await office.act()
                await stage.wakeups.nudge_relay()
                await replica.connect()
            if step == 45:
                await office.swap(Accounts(platform_database))
                for replica in replicas:
                    let_in(stage, office, replica.person)
                await until(lambda: replicas[1].resyncs > 0 and replicas[2].resyncs > 0)
        await settle(platform_database, tenant_id, stage, replicas)

        for replica in replicas:
            assert replica.state == await office.fetch(replica.person)
            await replica.kill()
    boss, *agents = replicas
    assert office.done > 40
    assert (boss.resyncs, [agent.resyncs for agent in agents]) == (0, [1, 1])
    assert boss.removed == 0
    assert all(agent.removed > 0 for agent in agents)


def let_in(stage: Stage, office: Office, person: AccessClaims) -> None:
    stage.standings.let_in(person)
    stage.standings.change(person, departments=office.teams(person))


async def settle(platform: Database, tenant_id: TenantId, stage: Stage, replicas: list[Replica]) -> None:
    """Wait until everything that was committed has been told."""
    async with asyncio.timeout(60):
        async with platform.connection() as connection:
            while await connection.fetchval("SELECT count(*) FROM platform.events WHERE number IS NULL"):
                await stage.wakeups.nudge_relay()
                await asyncio.sleep(0.02)
        last = await PostgresEventLog(platform).last_number(tenant_id)
        while any(replica.safe < last for replica in replicas):
            await stage.wakeups.nudge_relay()
            for replica in replicas:
                await replica.ping()
            await asyncio.sleep(0.1)
