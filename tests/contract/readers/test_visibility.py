"""What a viewer may see, in SQL as in the domain; and in which departments people are."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.postgres.connection import TenantConnection
from adapters.postgres.database import Database
from adapters.postgres.memberships import PostgresMemberships
from adapters.postgres.readers.conversations import PostgresConversationList
from adapters.postgres.readers.held_conversations import PostgresHeldConversations
from adapters.postgres.readers.threads import PostgresThread
from adapters.postgres.readers.visibility import VISIBLE, as_seen_by
from adapters.postgres.statements import Statement
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.conversations import ConversationFilters
from application.ports.readers.messages import MessageFilters
from application.shared.page import PageRequest
from domain.conversations.audience import Hold
from domain.conversations.conversation import Conversation
from domain.conversations.errors import ConversationNotFoundError
from domain.conversations.visibility import Viewer, may_see
from domain.shared.ids import ConversationId, DepartmentId, TenantId, UserId
from domain.tenants.tenant import PLATFORM
from domain.whatsapp.config import WhatsAppConfig
from tests.contract.repositories.stored import NOW, a_contact, a_conversation, a_user, new_id

USERS = [UserId(new_id()) for _ in range(3)]
DEPARTMENTS = [DepartmentId(new_id()) for _ in range(3)]

viewers = st.builds(
    Viewer,
    user_id=st.sampled_from(USERS),
    departments=st.frozensets(st.sampled_from(DEPARTMENTS)),
    sees_all=st.booleans(),
)

_SEEN_IN_SQL = Statement(f"""
SELECT conversations.id FROM conversations WHERE tenant_id = :tenant_id AND {VISIBLE} ORDER BY id
""")  # noqa: S608 - our own text


@pytest.fixture
async def every_kind(uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig) -> list[Conversation]:
    """One conversation for each person or none, in each department or none."""
    made = []
    async with uow(tenant_id) as tx:
        for department_id in DEPARTMENTS:
            await tx.departments.add(department_id, name=str(department_id))
        for assigned_to in (*USERS, None):
            for department_id in (*DEPARTMENTS, None):
                contact = a_contact()
                made.append(a_conversation(contact, config, assigned_to=assigned_to, department_id=department_id))
                await tx.contacts.add(contact)
                await tx.conversations.add(made[-1])
    return made


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(viewer=viewers)
async def test_the_readers_and_the_domain_agree(
    viewer: Viewer, every_kind: list[Conversation], app_database: Database, tenant_id: TenantId
) -> None:
    inbox, thread = PostgresConversationList(app_database), PostgresThread(app_database)
    expected = {
        one.id for one in every_kind if may_see(viewer, assigned_to=one.assigned_to, department_id=one.department_id)
    }

    page = await inbox.page(
        tenant_id, viewer=viewer, now=NOW, filters=ConversationFilters(), page=PageRequest(limit=100)
    )
    async with app_database.tenant_transaction(tenant_id) as driver:
        rows = await TenantConnection(driver, tenant_id).fetch(_SEEN_IN_SQL, **as_seen_by(viewer))

    assert {row.id for row in page.items} == expected
    assert page.total == len(expected)
    assert {row["id"] for row in rows} == expected
    for one in every_kind[:6]:
        await _is_there(inbox, thread, tenant_id, viewer, one, is_seen=one.id in expected)


async def _is_there(
    inbox: PostgresConversationList,
    thread: PostgresThread,
    tenant_id: TenantId,
    viewer: Viewer,
    one: Conversation,
    *,
    is_seen: bool,
) -> None:
    shown = inbox.one(tenant_id, viewer=viewer, now=NOW, conversation_id=one.id)
    read = thread.page(tenant_id, viewer=viewer, conversation_id=one.id, filters=MessageFilters(), page=PageRequest())
    if is_seen:
        assert (await shown).id == one.id
        assert (await read).items == []
        return
    with pytest.raises(ConversationNotFoundError):
        await shown
    with pytest.raises(ConversationNotFoundError):
        await read


class TestMemberships:
    async def test_tell_in_which_departments_people_are(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId, app_database: Database
    ) -> None:
        ana, bia = a_user(tenant_id), a_user(tenant_id)
        support, sales, closed = (DepartmentId(new_id()) for _ in range(3))
        async with uow(tenant_id) as tx:
            for user in (ana, bia):
                await tx.users.add(user)
            for department_id in (support, sales, closed):
                await tx.departments.add(department_id, name=str(department_id))
                await tx.departments.set_members(department_id, [ana.id])
            gone = await tx.departments.get(closed)
            gone.delete(now=NOW)
            await tx.departments.save(gone)
        memberships = PostgresMemberships(app_database)

        found = await memberships.of(tenant_id, [ana.id, bia.id])

        assert found == {ana.id: frozenset({support, sales}), bia.id: frozenset()}
        assert await memberships.of(other_tenant_id, [ana.id]) == {ana.id: frozenset()}
        assert await memberships.of(PLATFORM, [ana.id]) == {ana.id: frozenset()}


async def test_whose_conversations_are_is_told_of_those_that_the_viewer_may_see(
    every_kind: list[Conversation], app_database: Database, tenant_id: TenantId
) -> None:
    reader, viewer = PostgresHeldConversations(app_database), Viewer(user_id=USERS[0], departments=frozenset())
    asked = [one.id for one in every_kind[:-1]] + [ConversationId(new_id())]

    held = await reader.visible(tenant_id, asked, viewer=viewer)

    assert held == {
        one.id: Hold(one.assigned_to, one.department_id)
        for one in every_kind[:-1]
        if may_see(viewer, assigned_to=one.assigned_to, department_id=one.department_id)
    }
    assert await reader.visible(PLATFORM, asked, viewer=viewer) == {}
