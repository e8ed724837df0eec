"""Reactions, edits and revokes: shown on their message, whatever comes first."""

import random
from datetime import datetime, timedelta

from application.inbound.tidy_up import TidyUp
from application.ports.lanes import LaneKind
from domain.whatsapp.failures import SendAccepted, SendResult
from tests.integration.spine import flows, wire
from tests.integration.spine.spine import Spine
from tests.integration.spine.wire import Wire

PHONE = "5511988887777"
_WORDS = "SELECT content ->> 'body' FROM messages WHERE provider_message_id IS NOT NULL ORDER BY id"
_SHOWN = "SELECT last_message_preview FROM conversations"
_EVENTS = "SELECT data ->> 'change' FROM platform.events WHERE type = 'message_updated' ORDER BY position"
ORDERS = 12


def change(kind: str, wamid: str, *, at: datetime, phone: str = PHONE, **content: object) -> Wire:
    return {"from": phone, "id": wamid, "timestamp": wire.stamp(at), "type": kind, kind: content}


def reaction(spine: Spine, target: str, emoji: str | None, *, at: datetime, phone: str = PHONE) -> Wire:
    more = {} if emoji is None else {"emoji": emoji}
    return change("reaction", spine.wamid(), at=at, phone=phone, message_id=target, **more)


def edit(spine: Spine, target: str, words: str, *, at: datetime, phone: str = PHONE) -> Wire:
    message = {"type": "text", "text": {"body": words}}
    return change("edit", spine.wamid(), at=at, phone=phone, original_message_id=target, message=message)


def revoke(spine: Spine, target: str, *, at: datetime, phone: str = PHONE) -> Wire:
    return change("revoke", spine.wamid(), at=at, phone=phone, original_message_id=target)


async def reactions(spine: Spine) -> list[tuple[str, str]]:
    rows = await spine.rows("SELECT side, emoji FROM message_reactions ORDER BY side")
    return [(row["side"], row["emoji"]) for row in rows]


async def test_a_reaction_is_set_changed_and_taken_off(spine: Spine) -> None:
    target = await spine.says(PHONE, "oi")
    seen = []

    for second, emoji in enumerate(("👍", "❤️", None), start=1):
        await spine.sends(reaction(spine, target, emoji, at=spine.now + timedelta(seconds=second - 10)))
        await spine.drain()
        seen += await reactions(spine)

    assert seen == [("contact", "👍"), ("contact", "❤️"), ("contact", "")]
    assert await spine.column(_EVENTS) == ["reaction"] * 3


async def test_an_older_reaction_does_not_come_back(spine: Spine) -> None:
    target = await spine.says(PHONE, "oi")
    await spine.sends(reaction(spine, target, None, at=spine.now))
    await spine.drain()

    await spine.sends(reaction(spine, target, "👍", at=spine.now - timedelta(seconds=5)))
    await spine.drain()

    assert await reactions(spine) == [("contact", "")]


async def test_a_reaction_that_came_before_its_message_is_on_it(spine: Spine) -> None:
    await spine.sends(reaction(spine, "wamid.later", "👍", at=spine.now))
    await spine.drain()
    assert await reactions(spine) == []

    await spine.says(PHONE, "oi", wamid="wamid.later")
    await spine.drain()

    assert await reactions(spine) == [("contact", "👍")]
    assert await spine.one("SELECT count(*) FROM early_changes") == 0


async def test_a_reaction_that_is_faster_than_the_answer_to_our_send_is_on_our_message(spine: Spine) -> None:
    await spine.run(flows.echo())

    async def react(result: SendResult) -> None:
        assert isinstance(result, SendAccepted)
        await spine.sends(reaction(spine, result.provider_message_id, "🎉", at=spine.now))
        await spine.drain(owner="another", kinds=(LaneKind.JOURNAL, LaneKind.CONTACT))

    await spine.before_we_know(react)
    await spine.says(PHONE, "oi")
    await spine.drain()
    await spine.drain()

    assert await reactions(spine) == [("contact", "🎉")]


async def test_an_edit_replaces_the_words_also_in_the_inbox(spine: Spine) -> None:
    target = await spine.says(PHONE, "quero remarcar")
    await spine.drain()

    await spine.sends(edit(spine, target, "quero cancelar", at=spine.now))
    await spine.drain()

    assert await spine.column(_WORDS) == ["quero cancelar"]
    assert await spine.column(_SHOWN) == ["quero cancelar"]
    assert await spine.column("SELECT edited_at FROM messages") == [spine.now]


async def test_what_was_taken_back_is_kept_and_shown_to_nobody(spine: Spine) -> None:
    target = await spine.says(PHONE, "meu cpf é outro")
    await spine.drain()

    await spine.sends(revoke(spine, target, at=spine.now))
    await spine.drain()

    assert await spine.column(_WORDS) == ["meu cpf é outro"]
    assert await spine.column("SELECT revoked_at FROM messages") == [spine.now]
    assert await spine.column("SELECT search FROM messages") == [None]
    assert await spine.column(_SHOWN) == [""]
    assert await spine.one("SELECT last_message_type FROM conversations") == "revoke"


async def test_a_message_that_was_taken_back_before_it_came_is_not_answered(spine: Spine) -> None:
    await spine.run(flows.echo())
    await spine.sends(revoke(spine, "wamid.gone", at=spine.now))
    await spine.says(PHONE, "segredo", wamid="wamid.gone")

    await spine.drain()

    assert spine.answers(PHONE) == []
    events = "SELECT data::text FROM platform.events WHERE type = 'message_received'"
    assert "segredo" not in str(await spine.column(events))


async def test_a_customer_changes_nothing_that_we_said(spine: Spine) -> None:
    await spine.run(flows.echo())
    await spine.says(PHONE, "oi")
    await spine.drain()
    ours = str(await spine.one("SELECT provider_message_id FROM messages WHERE direction = 'outbound'"))

    await spine.sends(edit(spine, ours, "outra coisa", at=spine.now), revoke(spine, ours, at=spine.now))
    await spine.drain()

    assert await spine.column("SELECT content ->> 'body' FROM messages WHERE direction = 'outbound'") == [
        "Recebido: oi"
    ]
    assert await spine.column("SELECT field FROM provider_notices") == ["message_change"] * 2


async def test_a_change_whose_message_never_comes_is_buried_after_a_day(spine: Spine) -> None:
    await spine.sends(reaction(spine, "wamid.never", "👍", at=spine.now))
    await spine.drain()

    await spine.advance(timedelta(hours=25))
    await (await spine.container.get(TidyUp))()

    assert await spine.one("SELECT count(*) FROM early_changes") == 0
    assert await spine.column("SELECT error FROM platform.dead_letters") == ["its message never came"]


async def test_any_order_and_repetition_gives_the_same_rows(spine: Spine) -> None:
    chance = random.Random(5)
    results = set()
    for number in range(ORDERS):
        phone, wamid = f"55119888{number:05}", f"wamid.order.{number}"
        items = _story(spine, wamid, phone=phone)
        items += chance.sample(items, k=3)
        chance.shuffle(items)
        for item in items:
            await spine.sends(item)
        await spine.drain()
        results.add(await _rows(spine, wamid))

    assert len(results) == 1
    ((words, was_edited, was_revoked, emojis),) = results
    assert (words, was_edited, was_revoked, emojis) == ("dois", True, True, ("❤️",))


def _story(spine: Spine, wamid: str, *, phone: str) -> list[Wire]:
    then = spine.now - timedelta(minutes=5)
    later = [then + timedelta(seconds=second) for second in range(8)]
    return [
        wire.text(wamid, "zero", phone=phone, at=then),
        edit(spine, wamid, "um", at=later[1], phone=phone),
        edit(spine, wamid, "dois", at=later[2], phone=phone),
        reaction(spine, wamid, "👍", at=later[3], phone=phone),
        reaction(spine, wamid, None, at=later[4], phone=phone),
        reaction(spine, wamid, "❤️", at=later[5], phone=phone),
        revoke(spine, wamid, at=later[6], phone=phone),
    ]


async def _rows(spine: Spine, wamid: str) -> tuple[object, ...]:
    message = (await spine.rows(f"SELECT * FROM messages WHERE provider_message_id = '{wamid}'"))[0]  # noqa: S608
    emojis = await spine.column(f"SELECT emoji FROM message_reactions WHERE message_id = '{message['id']}'")  # noqa: S608
    words = await spine.one(f"SELECT content ->> 'body' FROM messages WHERE id = '{message['id']}'")  # noqa: S608
    return words, message["edited_at"] is not None, message["revoked_at"] is not None, tuple(emojis)
