"""UserList and AgentList, on PostgreSQL."""

from datetime import UTC, datetime, timedelta

import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.agents import PostgresAgentList
from adapters.postgres.readers.users import PostgresUserList
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.agents import AgentFilters, AgentStats
from application.ports.readers.users import UserFilters, UserRow, UserState
from application.shared.page import Direction, PageRequest
from domain.conversations.conversation import ConversationStatus, Handler
from domain.identity.errors import UserNotFoundError
from domain.identity.permissions import Role
from domain.identity.user import User
from domain.people.status import DEFAULT_CAPACITY, Status
from domain.shared.ids import DepartmentId, TenantId
from domain.whatsapp.config import WhatsAppConfig
from tests.contract.readers.walking import walk
from tests.contract.repositories.stored import (
    MINUTE,
    NOW,
    a_contact,
    a_conversation,
    a_message,
    a_user,
    new_id,
)

ALL = UserFilters()
DAY = timedelta(days=1)


@pytest.fixture
def user_list(app_database: Database) -> PostgresUserList:
    return PostgresUserList(app_database)


@pytest.fixture
def agent_list(app_database: Database) -> PostgresAgentList:
    return PostgresAgentList(app_database)


@pytest.fixture
def support() -> DepartmentId:
    return DepartmentId(new_id())


@pytest.fixture
async def people(uow: PostgresUnitOfWork, tenant_id: TenantId, support: DepartmentId) -> list[User]:
    """Ana of the support, Bruno who may not log in, Célia the admin, and Dora who is gone; each newer than the last."""
    people = [
        a_user(tenant_id, name="Ana", totp_enabled_at=NOW),
        a_user(tenant_id, name="Bruno", is_active=False),
        a_user(tenant_id, name="Célia", role=Role.ADMIN),
        a_user(tenant_id, name="Dora", deleted_at=NOW, is_active=False),
    ]
    async with uow(tenant_id) as tx:
        await tx.departments.add(support, name="Suporte")
        for person in people:
            await tx.users.add(person)
        await tx.departments.set_members(support, [people[0].id, people[1].id])
        await tx.statuses.set_capacity(people[0].id, 3)
    return people


class TestUsers:
    async def test_one_shows_everything_but_secrets(
        self, tenant_id: TenantId, people: list[User], user_list: PostgresUserList, support: DepartmentId
    ) -> None:
        ana = people[0]

        row = await user_list.one(tenant_id, user_id=ana.id)

        assert row == UserRow(
            id=ana.id,
            email=ana.email,
            name="Ana",
            role="agent",
            language="pt-BR",
            is_active=True,
            has_avatar=False,
            has_two_factor=True,
            email_verified_at=None,
            last_login_at=None,
            department_ids=[support],
            capacity=3,
            version=0,
            created_at=NOW,
            updated_at=NOW,
        )

    @pytest.mark.usefixtures("people")
    async def test_the_newest_come_first_and_the_deleted_not_at_all(
        self, tenant_id: TenantId, user_list: PostgresUserList
    ) -> None:
        page = await user_list.page(tenant_id, filters=ALL, page=PageRequest())

        assert ([row.name for row in page.items], page.total) == (["Célia", "Bruno", "Ana"], 3)
        assert [row.capacity for row in page.items] == [DEFAULT_CAPACITY, DEFAULT_CAPACITY, 3]

    @pytest.mark.usefixtures("people")
    @pytest.mark.parametrize(
        ("filters", "search", "found"),
        [
            (UserFilters(role=Role.ADMIN), None, ["Célia"]),
            (UserFilters(status=UserState.ACTIVE), None, ["Célia", "Ana"]),
            (UserFilters(status=UserState.INACTIVE), None, ["Bruno"]),
            (UserFilters(department=DepartmentId(new_id())), None, []),
            (ALL, "CELIA", ["Célia"]),
            (ALL, "aurora.example", ["Célia", "Bruno", "Ana"]),
            (ALL, "%", []),
        ],
    )
    async def test_those_asked_for(
        self,
        tenant_id: TenantId,
        user_list: PostgresUserList,
        filters: UserFilters,
        search: str | None,
        found: list[str],
    ) -> None:
        page = await user_list.page(tenant_id, filters=filters, page=PageRequest(search=search))

        assert [row.name for row in page.items] == found

    async def test_those_of_a_department_in_another_order(
        self, tenant_id: TenantId, people: list[User], user_list: PostgresUserList, support: DepartmentId
    ) -> None:
        request = PageRequest(sort="name", direction=Direction.DESCENDING)

        page = await user_list.page(tenant_id, filters=UserFilters(department=support), page=request)

        assert [row.id for row in page.items] == [people[1].id, people[0].id]

    @pytest.mark.usefixtures("people")
    async def test_programs_walk_to_the_end(self, tenant_id: TenantId, user_list: PostgresUserList) -> None:
        pages = await walk(lambda page: user_list.page(tenant_id, filters=ALL, page=page), limit=2)

        assert [[row.name for row in page] for page in pages] == [["Célia", "Bruno"], ["Ana"]]

    async def test_nobody_is_there_for_another_tenant(
        self, other_tenant_id: TenantId, people: list[User], user_list: PostgresUserList
    ) -> None:
        assert (await user_list.page(other_tenant_id, filters=ALL, page=PageRequest())).items == []
        for person in people:
            with pytest.raises(UserNotFoundError):
                await user_list.one(other_tenant_id, user_id=person.id)

    async def test_who_is_deleted_is_not_found(
        self, tenant_id: TenantId, people: list[User], user_list: PostgresUserList
    ) -> None:
        with pytest.raises(UserNotFoundError):
            await user_list.one(tenant_id, user_id=people[3].id)


class TestAgents:
    async def test_are_who_can_log_in_with_what_they_have_in_hand(
        self,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        people: list[User],
        agent_list: PostgresAgentList,
        config: WhatsAppConfig,
    ) -> None:
        ana = people[0]
        async with uow(tenant_id) as tx:
            await tx.statuses.choose(ana.id, Status.BUSY, at=NOW)
            for status in (ConversationStatus.ACTIVE, ConversationStatus.RESOLVED):
                contact = a_contact()
                await tx.contacts.add(contact)
                await tx.conversations.add(a_conversation(contact, config, assigned_to=ana.id, status=status))

        page = await agent_list.page(tenant_id, filters=AgentFilters(), page=PageRequest())

        assert [(row.name, row.chosen, row.chosen_at, row.open_conversations, row.capacity) for row in page.items] == [
            ("Ana", Status.BUSY, NOW, 1, 3),
            ("Célia", Status.ONLINE, None, 0, DEFAULT_CAPACITY),
        ]

    async def test_are_those_asked_for(
        self, tenant_id: TenantId, people: list[User], agent_list: PostgresAgentList, support: DepartmentId
    ) -> None:
        ids = [person.id for person in people]

        async def found(filters: AgentFilters, **page: str) -> list[str]:
            return [
                row.name for row in (await agent_list.page(tenant_id, filters=filters, page=PageRequest(**page))).items
            ]

        assert await found(AgentFilters(among=ids)) == ["Ana", "Célia"]
        assert await found(AgentFilters(among=[])) == []
        assert await found(AgentFilters(outside=[ids[0]])) == ["Célia"]
        assert await found(AgentFilters(outside=[])) == ["Ana", "Célia"]
        assert await found(AgentFilters(department=support)) == ["Ana"]
        assert await found(AgentFilters(), sort="created_at") == ["Célia", "Ana"]

    async def test_are_nobody_for_another_tenant(
        self, other_tenant_id: TenantId, people: list[User], agent_list: PostgresAgentList
    ) -> None:
        among = AgentFilters(among=[person.id for person in people])

        assert (await agent_list.page(other_tenant_id, filters=among, page=PageRequest())).items == []
        with pytest.raises(UserNotFoundError):
            await agent_list.stats(other_tenant_id, user_id=people[0].id, today=NOW, week=NOW)


class TestStats:
    async def test_count_what_a_person_did(
        self,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        people: list[User],
        agent_list: PostgresAgentList,
        config: WhatsAppConfig,
    ) -> None:
        ana = people[0].id
        taken = {"assigned_to": ana, "handler": Handler.AGENT}
        over = {**taken, "status": ConversationStatus.RESOLVED}
        now = datetime.now(UTC)
        async with uow(tenant_id) as tx:
            conversations = []
            for facts in (
                {**taken, "created_at": now - MINUTE, "first_response_at": now},
                {
                    **over,
                    "created_at": now - DAY,
                    "first_response_at": now - DAY + 3 * MINUTE,
                    "resolved_at": now - DAY,
                },
                {
                    **over,
                    "created_at": now - 30 * DAY,
                    "first_response_at": now - 30 * DAY,
                    "resolved_at": now - 8 * DAY,
                },
                {"created_at": now},
            ):
                contact = a_contact()
                await tx.contacts.add(contact)
                conversations.append(a_conversation(contact, config, **facts))
                await tx.conversations.add(conversations[-1])
            for conversation in (conversations[0], conversations[0], conversations[3]):
                await tx.messages.add(a_message(conversation, user_id=ana, created_at=now))
            await tx.messages.add(a_message(conversations[1], user_id=ana, created_at=now - DAY))
            await tx.messages.add(a_message(conversations[2], user_id=people[2].id, created_at=now))

        stats = await agent_list.stats(tenant_id, user_id=ana, today=now - MINUTE, week=now - 7 * DAY)

        assert stats == AgentStats(
            handled_today=2,
            open_conversations=1,
            resolved_last_7_days=1,
            average_first_response_seconds=120.0,
            capacity=3,
        )

    async def test_of_somebody_who_did_nothing_have_no_average(
        self, tenant_id: TenantId, people: list[User], agent_list: PostgresAgentList
    ) -> None:
        stats = await agent_list.stats(tenant_id, user_id=people[2].id, today=NOW, week=NOW)

        assert stats == AgentStats(
            handled_today=0,
            open_conversations=0,
            resolved_last_7_days=0,
            average_first_response_seconds=None,
            capacity=DEFAULT_CAPACITY,
        )
