"""MergeRepository, on PostgreSQL."""

import msgspec

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.repositories.merges import Spelling
from domain.contacts.contact import Contact
from domain.contacts.merge import Merge, absorb
from domain.contacts.tag import Tag
from domain.conversations.conversation import Conversation
from domain.conversations.timeline import SYSTEM, TimelineEntry, TimelineKind
from domain.shared.ids import IdentityId, MergeId, TagId, TenantId
from tests.contract.repositories.stored import NOW, a_contact, a_phone, new_id
from tests.contract.repositories.test_consents import a_consent


async def test_gives_all_to_the_kept_one_and_all_of_it_back(
    uow: PostgresUnitOfWork,
    tenant_id: TenantId,
    contact: Contact,
    conversation: Conversation,
) -> None:
    kept, before = a_contact(), a_contact(merged_into=contact.id, deleted_at=NOW)
    tag = Tag(id=TagId(new_id()), name="VIP", color="#9333ea", created_at=NOW)
    async with uow(tenant_id) as tx:
        await tx.contacts.add(kept)
        await tx.contacts.add(before)
        await tx.contacts.add_identity(
            contact.id, identity_id=IdentityId(new_id()), identity=a_phone("551155550001"), at=NOW
        )
        await tx.tags.add(tag)
        await tx.tags.set_of_contact(contact.id, [tag.id], at=NOW)
        await tx.consents.add(a_consent(contact.id))
        await tx.timeline.add(
            TimelineEntry(kind=TimelineKind.CONTACT_UPDATED, contact_id=contact.id, by=SYSTEM, at=NOW)
        )
    async with uow(tenant_id) as tx:
        threads = await tx.merges.lock_threads([kept.id, contact.id])
        spellings = [Spelling(identity_id=IdentityId(new_id()), phone="5511955550001")]
        taken = absorb(kept, contact, now=NOW)
        moved = await tx.merges.move(merged_id=contact.id, kept_id=kept.id, spellings=spellings, at=NOW)
        merge = Merge(
            id=MergeId(new_id()),
            kept_id=kept.id,
            merged_id=contact.id,
            taken=msgspec.structs.replace(taken, moved=moved),
            merged_by=None,
            merged_at=NOW,
        )
        await tx.merges.add(merge)
        names = {identity.value for identity in await tx.contacts.identities(kept.id)}
        thread = await tx.conversations.get(conversation.id)
        tags, consents = await tx.tags.of_contact(kept.id), await tx.consents.of_contact(kept.id)
        elsewhere = await tx.contacts.get(before.id)
    assert [one.id for one in threads] == [conversation.id]
    assert names == {"551155550001", "5511955550001"}
    assert (thread.contact_id, elsewhere.merged_into) == (kept.id, kept.id)
    assert ([tag.name for tag in tags], len(consents), len(moved.entries)) == (["VIP"], 1, 1)

    async with uow(tenant_id) as tx:
        remembered = await tx.merges.last(kept.id)
        assert remembered == merge
        await tx.merges.move_back(merge)
        await tx.merges.mark_undone(merge.id, at=NOW)
        assert await tx.merges.last(kept.id) is None
        assert await tx.contacts.identities(kept.id) == []
        assert (await tx.conversations.get(conversation.id)).contact_id == contact.id
        assert (await tx.contacts.get(before.id)).merged_into == contact.id
        assert (await tx.tags.of_contact(kept.id), await tx.consents.of_contact(kept.id)) == ([], [])
        assert [identity.value for identity in await tx.contacts.identities(contact.id)] == ["551155550001"]


async def test_finds_nothing_of_another_tenant(
    uow: PostgresUnitOfWork, other_tenant_id: TenantId, conversation: Conversation
) -> None:
    ours, theirs = conversation.contact_id, a_contact()
    async with uow(other_tenant_id) as tx:
        await tx.contacts.add(theirs)
        threads = await tx.merges.lock_threads([ours])
        moved = await tx.merges.move(merged_id=ours, kept_id=theirs.id, spellings=[], at=NOW)
        assert await tx.merges.last(ours) is None

    assert (threads, moved.conversations, moved.identities) == ([], [], [])
