"""ConversationMarks, on PostgreSQL."""

import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.repositories.conversation_marks import Retagged
from domain.contacts.tag import Tag
from domain.conversations.conversation import Conversation
from domain.identity.user import User
from domain.shared.ids import TagId, TenantId
from tests.contract.repositories.stored import MINUTE, NOW, a_user, fetch, new_id


@pytest.fixture
async def user(uow: PostgresUnitOfWork, tenant_id: TenantId) -> User:
    user = a_user(tenant_id)
    async with uow(tenant_id) as tx:
        await tx.users.add(user)
    return user


@pytest.fixture
async def tags(uow: PostgresUnitOfWork, tenant_id: TenantId) -> list[TagId]:
    made = [Tag(id=TagId(new_id()), name=name, color="#dc2626", created_at=NOW) for name in ("VIP", "Novo", "Spam")]
    async with uow(tenant_id) as tx:
        for tag in made:
            await tx.tags.add(tag)
    return [tag.id for tag in made]


async def test_setting_tags_says_which_came_and_which_went(
    uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation, tags: list[TagId], user: User
) -> None:
    vip, new, spam = tags
    async with uow(tenant_id) as tx:
        await tx.conversation_marks.set_tags(conversation.id, [vip, new], by=user.id, at=NOW)

        done = await tx.conversation_marks.set_tags(conversation.id, [new, spam], by=user.id, at=NOW)

        assert done == Retagged(added=frozenset({spam}), removed=frozenset({vip}))
        assert await tx.conversation_marks.count_tags(conversation.id) == 2


async def test_no_tags_take_all_off(
    uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation, tags: list[TagId]
) -> None:
    async with uow(tenant_id) as tx:
        await tx.conversation_marks.set_tags(conversation.id, tags, by=None, at=NOW)

        done = await tx.conversation_marks.set_tags(conversation.id, [], by=None, at=NOW)

        assert done == Retagged(added=frozenset(), removed=frozenset(tags))


async def test_sticking_and_taking_off_say_only_what_changed(
    uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation, tags: list[TagId]
) -> None:
    vip, new, spam = tags
    async with uow(tenant_id) as tx:
        await tx.conversation_marks.set_tags(conversation.id, [vip], by=None, at=NOW)

        come = await tx.conversation_marks.tag(conversation.id, [vip, new], by=None, at=NOW)
        gone = await tx.conversation_marks.untag(conversation.id, [vip, spam])

        assert come == Retagged(added=frozenset({new}), removed=frozenset())
        assert gone == Retagged(added=frozenset(), removed=frozenset({vip}))


async def test_a_reading_mark_is_never_moved_back(
    uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation, user: User, database_url: str, home: str
) -> None:
    async with uow(tenant_id) as tx:
        seen = [
            await tx.conversation_marks.see(conversation.id, user_id=user.id, count=count, at=NOW + count * MINUTE)
            for count in (2, 1, 2, 5)
        ]

    assert seen == [True, False, False, True]
    [row] = await fetch(database_url, "SELECT seen_count, read_at FROM conversation_reads", home=home)
    assert tuple(row) == (5, NOW + 5 * MINUTE)
