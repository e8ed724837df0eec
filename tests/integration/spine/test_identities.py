"""Who somebody is, when they are called otherwise: phones change hands, business-scoped ids do not."""

import itertools
from datetime import timedelta

import msgspec
import pytest

from application.contacts.join_found_contacts import JoinFoundContacts, JoinFoundContactsHandler
from tests.integration.spine import wire
from tests.integration.spine.spine import Spine
from tests.integration.spine.wire import Wire

OLD, NEW = "5511988887777", "5521977776666"
OLD_ID, NEW_ID = "BR.444", "BR.555"
_NAMES = "SELECT value FROM contact_identities WHERE scope <> 'left' ORDER BY value"
_PHONES = "SELECT phone FROM contacts ORDER BY created_at, id"
_CONTACTS = "SELECT count(*) FROM contacts"


def says(spine: Spine, *, phone: str | None = None, user_id: str | None = None) -> Wire:
    message = wire.text(spine.wamid(), "oi", phone=phone or "", at=spine.now)
    if phone is None:
        del message["from"]
    return {**message, **({"from_user_id": user_id} if user_id else {})}


def notice(spine: Spine, *, phone: str | None = None, **system: object) -> Wire:
    message: Wire = {"id": spine.wamid(), "timestamp": wire.stamp(spine.now), "type": "system", "system": system}
    return {**message, **({"from": phone} if phone else {})}


def moved(spine: Spine) -> Wire:
    return notice(spine, phone=OLD, type="user_changed_number", body="mudou", wa_id=NEW)


async def hears(spine: Spine, *messages: Wire) -> None:
    for message in messages:
        await spine.sends(message)
        await spine.drain()


async def test_a_changed_number_is_the_same_contact_under_the_new_one(spine: Spine) -> None:
    await hears(spine, says(spine, phone=OLD), moved(spine), says(spine, phone=NEW))

    assert await spine.column(_PHONES) == [NEW]
    assert await spine.column(_NAMES) == [NEW]
    assert await spine.one("SELECT count(*) FROM conversations") == 1


async def test_who_gets_the_old_number_is_somebody_else(spine: Spine) -> None:
    await hears(spine, says(spine, phone=OLD), moved(spine))

    await hears(spine, says(spine, phone=OLD))

    assert await spine.one(_CONTACTS) == 2


async def test_a_late_message_from_the_old_number_does_not_bring_it_back(spine: Spine) -> None:
    await hears(spine, says(spine, phone=OLD, user_id=OLD_ID), moved(spine))

    await hears(spine, says(spine, phone=OLD, user_id=OLD_ID))

    assert await spine.column(_PHONES) == [NEW]
    assert await spine.column(_NAMES) == [NEW, OLD_ID]


async def test_whoever_had_the_new_number_before_loses_it(spine: Spine) -> None:
    await hears(spine, says(spine, phone=NEW))
    await spine.advance(timedelta(days=30))
    await hears(spine, says(spine, phone=OLD))

    await hears(spine, moved(spine), says(spine, phone=NEW))

    assert await spine.column(_PHONES) == [None, NEW]


async def test_a_changed_user_id_is_the_same_contact(spine: Spine) -> None:
    changed = notice(spine, type="user_changed_user_id", user_id=NEW_ID, previous_user_id=OLD_ID, body="mudou")

    await hears(spine, says(spine, user_id=OLD_ID), changed, says(spine, user_id=NEW_ID))

    assert await spine.one(_CONTACTS) == 1
    assert await spine.column(_NAMES) == [OLD_ID, NEW_ID]


async def test_two_contacts_that_one_message_names_together_are_ordered_to_be_one(spine: Spine) -> None:
    await hears(spine, says(spine, phone=OLD), says(spine, user_id=OLD_ID))

    await hears(spine, says(spine, phone=OLD, user_id=OLD_ID))

    [payload] = await spine.column("SELECT payload FROM platform.jobs WHERE entrypoint = 'join_found_contacts'")
    assert isinstance(payload, bytes)
    job = msgspec.json.decode(payload, type=JoinFoundContacts)
    await (await spine.container.get(JoinFoundContactsHandler))(job)
    await (await spine.container.get(JoinFoundContactsHandler))(job)
    assert await spine.column("SELECT id FROM contacts WHERE merged_into IS NULL") == [job.kept_id]
    assert await spine.column("SELECT DISTINCT contact_id FROM conversations") == [job.kept_id]


async def test_a_phone_that_another_user_id_comes_with_is_not_its_former_owners(spine: Spine) -> None:
    await hears(spine, says(spine, phone=OLD, user_id=OLD_ID), says(spine, user_id=NEW_ID))

    await hears(spine, says(spine, phone=OLD, user_id=NEW_ID))

    assert await spine.column(_PHONES) == [None, OLD]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))), ids=str)
async def test_any_order_of_the_same_facts_gives_the_same_names(spine: Spine, order: tuple[int, ...]) -> None:
    first = says(spine, phone=OLD, user_id=OLD_ID)
    changed = notice(spine, type="user_changed_user_id", user_id=NEW_ID, previous_user_id=OLD_ID, body="mudou")
    facts = [says(spine, user_id=OLD_ID), changed, says(spine, user_id=NEW_ID)]

    await hears(spine, first, *(facts[place] for place in order))

    rows = await spine.rows("SELECT id FROM contacts WHERE deleted_at IS NULL")
    orders = await spine.rows("SELECT payload FROM platform.jobs WHERE entrypoint = 'join_found_contacts'")
    assert len(rows) - len(orders) == 1
    assert await spine.column(_NAMES) == [OLD, OLD_ID, NEW_ID]
