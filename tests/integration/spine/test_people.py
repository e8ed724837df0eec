"""Who wrote, under whichever name; and what is not somebody speaking."""

from datetime import timedelta

import pytest

from tests.integration.spine import flows, wire
from tests.integration.spine.spine import Spine
from tests.integration.spine.wire import Wire

PHONE = "5511988887777"
OLD_SPELLING = "551188887777"
BSUID = "BR.93210045671122"
_CONTACTS = "SELECT count(*) FROM contacts"


def _without_phone(spine: Spine, words: str = "oi") -> Wire:
    message = wire.text(spine.wamid(), words, phone=PHONE, at=spine.now)
    del message["from"]
    return {**message, "from_user_id": BSUID}


def _with_both(spine: Spine, *, phone: str = PHONE) -> Wire:
    return {**wire.text(spine.wamid(), "oi", phone=phone, at=spine.now), "from_user_id": BSUID}


def _not_speech(spine: Spine, kind: str, **body: object) -> Wire:
    return {"from": PHONE, "id": spine.wamid(), "timestamp": wire.stamp(spine.now), "type": kind, kind: body}


async def _knows(spine: Spine, phone: str = PHONE) -> None:
    await spine.says(phone, "oi")
    await spine.drain()


async def test_contact_without_a_phone_is_answered_by_their_id(spine: Spine) -> None:
    await spine.run(flows.echo())
    spine.open_window(PHONE)
    spine.world.contacts.meet(PHONE, user_id=BSUID)

    await spine.sends(_without_phone(spine))
    await spine.drain()

    assert [row.text for row in spine.sent()] == ["Recebido: oi"]


async def test_contact_without_a_phone_has_none(spine: Spine) -> None:
    await spine.sends(_without_phone(spine))

    await spine.drain()

    assert await spine.column("SELECT phone FROM contacts") == [None]


async def test_phone_and_then_id_is_one_contact(spine: Spine) -> None:
    await _knows(spine)
    await spine.sends(_with_both(spine))
    await spine.sends(_without_phone(spine))

    await spine.drain()

    assert await spine.one(_CONTACTS) == 1


async def test_phone_and_then_id_is_one_conversation(spine: Spine) -> None:
    await _knows(spine)
    await spine.sends(_with_both(spine))
    await spine.sends(_without_phone(spine))

    await spine.drain()

    assert await spine.one("SELECT count(DISTINCT conversation_id) FROM messages") == 1


async def test_id_and_then_phone_gives_the_contact_the_phone(spine: Spine) -> None:
    await spine.sends(_without_phone(spine))
    await spine.drain()

    await spine.sends(_with_both(spine))
    await spine.drain()

    assert await spine.column("SELECT phone FROM contacts") == [PHONE]


async def test_known_contact_with_a_new_phone_is_written_to_there(spine: Spine) -> None:
    await spine.run(flows.echo())
    await spine.sends(_with_both(spine))
    await spine.drain()
    moved = "5521977776666"
    spine.open_window(moved)

    await spine.sends(_with_both(spine, phone=moved))
    await spine.drain()

    assert spine.answers(moved) == ["Recebido: oi"]


async def test_both_spellings_of_a_mobile_are_one_contact(spine: Spine) -> None:
    await _knows(spine, OLD_SPELLING)

    await _knows(spine, PHONE)

    assert await spine.one(_CONTACTS) == 1


async def test_mobile_is_written_to_as_it_was_received(spine: Spine) -> None:
    await spine.run(flows.echo())

    await _knows(spine, OLD_SPELLING)

    assert spine.answers(OLD_SPELLING) == ["Recebido: oi"]


async def test_username_is_kept(spine: Spine) -> None:
    profile = {"profile": {"name": "Bia", "username": "@bia.souza"}, "user_id": BSUID}

    await spine.sends(_without_phone(spine), contacts=[profile])
    await spine.drain()

    assert await spine.column("SELECT username FROM contacts") == ["bia.souza"]


async def test_name_that_was_known_is_not_replaced(spine: Spine) -> None:
    await spine.sends(_with_both(spine), contacts=[{"profile": {"name": "Ana"}, "wa_id": PHONE, "user_id": BSUID}])
    await spine.drain()

    await spine.sends(_with_both(spine), contacts=[{"profile": {"name": "Outra"}, "wa_id": PHONE, "user_id": BSUID}])
    await spine.drain()

    assert await spine.column("SELECT name FROM contacts") == ["Ana"]


async def test_group_message_is_kept_as_a_notice(spine: Spine) -> None:
    await spine.sends({**wire.text("wamid.g", "no grupo", phone=PHONE, at=spine.now), "group_id": "120363"})

    await spine.drain()

    assert await spine.column("SELECT field FROM provider_notices") == ["group_message"]


async def test_group_message_is_not_answered(spine: Spine) -> None:
    await spine.run(flows.echo())
    spine.open_window(PHONE)

    await spine.sends({**wire.text("wamid.g", "no grupo", phone=PHONE, at=spine.now), "group_id": "120363"})
    await spine.drain()

    assert spine.sent() == []


def _all_not_speech(spine: Spine, target: str) -> dict[str, Wire]:
    edited = {"type": "text", "text": {"body": "outra coisa"}}
    return {
        "reaction": _not_speech(spine, "reaction", message_id=target, emoji="👍"),
        "edit": _not_speech(spine, "edit", original_message_id=target, message=edited),
        "revoke": _not_speech(spine, "revoke", original_message_id=target),
        "system": _not_speech(spine, "system", type="user_changed_number", body="mudou", wa_id="5521977776666"),
    }


NOT_SPEECH = ["reaction", "edit", "revoke", "system"]


class TestNotSpeech:
    async def _sent(self, spine: Spine, kind: str) -> None:
        await spine.run(flows.echo())
        target = await spine.says(PHONE, "oi")
        await spine.drain()
        await spine.advance(timedelta(hours=1))
        await spine.sends(_all_not_speech(spine, target)[kind])
        await spine.drain()

    @pytest.mark.parametrize(
        ("kind", "types"), [*((kind, ["text"]) for kind in NOT_SPEECH[:3]), ("system", ["text", "system"])]
    )
    async def test_is_shown_on_its_message_and_a_notice_in_the_conversation(
        self, spine: Spine, kind: str, types: list[str]
    ) -> None:
        await self._sent(spine, kind)

        assert await spine.column("SELECT type FROM messages WHERE direction = 'inbound' ORDER BY id") == types

    @pytest.mark.parametrize("kind", NOT_SPEECH)
    async def test_does_not_wake_the_bot(self, spine: Spine, kind: str) -> None:
        await self._sent(spine, kind)

        assert spine.answers(PHONE) == ["Recebido: oi"]

    @pytest.mark.parametrize("kind", NOT_SPEECH)
    async def test_moves_no_window(self, spine: Spine, kind: str) -> None:
        await self._sent(spine, kind)

        assert await spine.column("SELECT window_expires_at FROM conversations") == [spine.now + timedelta(hours=23)]

    async def test_of_a_stranger_waits_for_its_message_and_a_notice_is_kept(self, spine: Spine) -> None:
        await spine.sends(*_all_not_speech(spine, "wamid.unknown").values())

        await spine.drain()

        assert await spine.column("SELECT field FROM provider_notices") == ["message"]
        assert await spine.one("SELECT count(*) FROM early_changes") == len(NOT_SPEECH) - 1


async def test_marketing_that_was_stopped_in_whatsapp_is_refused_here(spine: Spine) -> None:
    await _knows(spine, PHONE)
    told = [("stop", 30), ("resume", 20), ("stop", 30)]
    for word, minutes in told:
        at = int((spine.now - timedelta(minutes=minutes)).timestamp())
        preference = {"wa_id": PHONE, "category": "marketing_messages", "value": word, "timestamp": at}
        await spine.deliver(wire.envelope(wire.change(field="user_preferences", user_preferences=[preference])))
        await spine.drain()

    rows = await spine.rows("SELECT purpose, granted, source FROM consents ORDER BY at")
    assert [tuple(row) for row in rows] == [
        ("marketing", False, "whatsapp_settings"),
        ("marketing", True, "whatsapp_settings"),
    ]
    assert await spine.one("SELECT count(*) FROM conversations WHERE unread_count > 1") == 0
