"""What becomes of the messages of contacts that people have blocked, deleted, merged or tagged."""

from uuid import UUID

from application.contacts.block_contact import BlockContact
from application.contacts.delete_contact import DeleteContact
from application.contacts.merge_contacts import MergeContacts, MergeContactsHandler
from application.contacts.unblock_contact import UnblockContact
from application.ports.usage import UsageReader
from domain.contacts.tag import Tag
from domain.shared.ids import ContactId, TagId
from domain.tenants.plans import Metric
from tests.integration.spine import flows
from tests.integration.spine.spine import Spine

PHONE, SECOND = "5511988887777", "5521977776666"
_MESSAGES = "SELECT count(*) FROM messages WHERE direction = 'inbound'"


async def _says(spine: Spine, words: str, *, phone: str = PHONE) -> None:
    await spine.says(phone, words)
    await spine.drain()


async def _contact(spine: Spine, phone: str = PHONE) -> ContactId:
    found = await spine.one("SELECT id FROM contacts WHERE phone = $1", phone)
    assert isinstance(found, UUID)
    return ContactId(found)


async def _used(spine: Spine) -> int:
    usage = await spine.container.get(UsageReader)
    counted: int = (await usage.used(spine.tenant_id))[Metric.CONTACTS]
    return counted


async def test_blocked_one_is_heard_and_not_answered(spine: Spine) -> None:
    await spine.run(flows.echo())
    spine.open_window(PHONE)
    await _says(spine, "um")
    actor, contact_id = await spine.agent(), await _contact(spine)

    await (await spine.container.get(BlockContact))(actor, contact_id)
    await _says(spine, "dois")
    blocked = spine.answers(PHONE), await spine.one(_MESSAGES)
    await (await spine.container.get(UnblockContact))(actor, contact_id)
    await _says(spine, "três")

    assert blocked == (["Recebido: um"], 2)
    assert spine.answers(PHONE) == ["Recebido: um", "Recebido: três"]


async def test_blocking_takes_back_what_a_flow_would_say(spine: Spine) -> None:
    await spine.run(flows.pauses())
    spine.open_window(PHONE)
    await _says(spine, "oi")

    await (await spine.container.get(BlockContact))(await spine.agent(), await _contact(spine))

    assert await spine.column("SELECT status FROM flow_sessions") == ["cancelled"]
    assert await spine.one("SELECT count(*) FROM flow_timers") == 0


async def test_deleted_one_who_writes_is_back_and_counts_again(spine: Spine) -> None:
    await _says(spine, "oi")
    contact_id = await _contact(spine)
    at_first = await _used(spine)
    await (await spine.container.get(DeleteContact))(await spine.agent(), contact_id)
    meanwhile = await _used(spine)

    await _says(spine, "voltei")

    assert await spine.rows("SELECT id, deleted_at FROM contacts") == [(contact_id, None)]
    assert (at_first, meanwhile, await _used(spine)) == (1, 0, 1)


async def test_either_phone_reaches_the_contact_that_was_kept(spine: Spine) -> None:
    await spine.run(flows.echo())
    for phone in (PHONE, SECOND):
        spine.open_window(phone)
        await _says(spine, "oi", phone=phone)
    kept, merged = await _contact(spine), await _contact(spine, SECOND)

    merge = await spine.container.get(MergeContactsHandler)
    await merge(await spine.agent(), MergeContacts(kept_id=kept, merged_id=merged))
    for phone in (SECOND, PHONE, "551188887777"):
        await _says(spine, "de novo", phone=phone)

    assert await spine.column("SELECT DISTINCT contact_id FROM conversations") == [kept]
    assert await spine.one("SELECT count(*) FROM contacts") == 2
    assert await spine.one("SELECT phone FROM contacts WHERE id = $1", kept) == PHONE
    assert spine.answers(SECOND)[-1] == "Recebido: de novo"


async def test_flow_knows_the_tags(spine: Spine) -> None:
    document = flows.flow(
        {"id": "vip", "type": "condition", "data": {"cases": [{"id": "yes", "expression": "'vip' in contact.tags"}]}},
        flows.says("Olá, VIP", node_id="special"),
        flows.says("Olá", node_id="usual"),
        flows.ends(),
        edges=(
            ("start", "vip", None),
            ("vip", "special", "yes"),
            ("vip", "usual", "default"),
            ("special", "end", None),
            ("usual", "end", None),
        ),
    )
    await spine.run(document)
    spine.open_window(PHONE)
    await _says(spine, "oi")
    tag = Tag(id=TagId(UUID(int=7)), name="VIP", color="#9333ea", created_at=spine.now)
    async with (await spine.uow())(spine.tenant_id) as tx:
        await tx.tags.add(tag)
        await tx.tags.set_of_contact(await _contact(spine), [tag.id], at=spine.now)

    await _says(spine, "oi de novo")

    assert spine.answers(PHONE) == ["Olá", "Olá, VIP"]
