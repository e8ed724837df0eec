"""A conversation over Evolution API: the same flows, with menus in numbers, and a phone that comes and goes."""

from datetime import timedelta

import pytest

from application.whatsapp.check_connections import CheckConnections, CheckConnectionsHandler
from application.whatsapp.linked_phone import NoLinkedPhoneError, PhoneLinkedError
from application.whatsapp.pair_phone import PairPhone
from application.whatsapp.show_connection import ShowConnection
from application.whatsapp.unlink_phone import UnlinkPhone
from domain.tenants.tenant import Isolation
from domain.whatsapp.config import ConnectionState, PauseReason
from domain.whatsapp.errors import SignatureInvalidError
from simulator.evolution.customer_writes import key_of
from simulator.state.contacts import NewContact
from tests.integration.spine import flows
from tests.integration.spine.conftest import RunningSimulator
from tests.integration.spine.evolution_line import INSTANCE, OUR_PHONE, EvolutionLine, event, open_line
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"
MENU = "Sim?\n\n1. Sim\n2. Não"


@pytest.fixture
def isolation() -> Isolation:
    """One kind of tenant is enough: what differs between them is tried by the suites beside this one."""
    return Isolation.SHARED


@pytest.fixture
async def line(spine: Spine, simulator: RunningSimulator, monkeypatch: pytest.MonkeyPatch) -> EvolutionLine:
    return await open_line(spine, monkeypatch, url=simulator.url)


@pytest.mark.parametrize("typed", ["2", "não", "Não."])
async def test_a_numbered_menu_is_answered_by_number_or_title(spine: Spine, line: EvolutionLine, typed: str):
    await spine.run(flows.asks())
    await line.hear(PHONE, "oi")
    assert spine.answers(PHONE) == [MENU]

    await line.hear(PHONE, typed)

    kept = await spine.column("SELECT content->>'id' FROM messages WHERE direction = 'inbound' ORDER BY id")
    if typed != "Não.":
        assert spine.answers(PHONE) == [MENU, "Obrigado"]
        assert kept == [None, "Não"]
    else:
        assert kept == [None, None]


async def test_a_number_that_answers_a_later_question_is_no_choice(spine: Spine, line: EvolutionLine):
    await spine.run(flows.asks())
    await line.hear(PHONE, "oi")
    await line.hear(PHONE, "1")
    assert spine.answers(PHONE)[-1] == "Obrigado"

    await line.hear(PHONE, "2")

    kept = await spine.column("SELECT content->>'type' FROM messages WHERE direction = 'inbound' ORDER BY id")
    assert kept == ["text", "interactive", "text"]


async def test_everything_delivered_twice_happens_once(spine: Spine, line: EvolutionLine):
    await spine.run(flows.echo())
    line.says(PHONE, "oi")

    await line.settle(twice=True)

    assert spine.answers(PHONE) == ["Recebido: oi"]
    assert await spine.one("SELECT count(*) FROM messages") == 2


async def test_a_status_moves_the_message_that_the_answer_named(spine: Spine, line: EvolutionLine):
    await spine.run(flows.echo())
    await line.hear(PHONE, "oi")
    [sent] = spine.sent()
    for word in ("READ", "DELIVERY_ACK", "SERVER_ACK"):
        told = {"keyId": sent.wamid, "remoteJid": f"{PHONE}@s.whatsapp.net", "fromMe": True, "status": word}
        await line.deliver(event("messages.update", told))

    await spine.drain()

    assert await spine.one("SELECT status FROM messages WHERE direction = 'outbound'") == "read"


async def test_a_lost_answer_is_settled_by_the_message_that_is_seen(spine: Spine, line: EvolutionLine):
    await spine.run(flows.echo())
    spine.fault("drop_after")
    await line.hear(PHONE, "oi")

    await spine.advance(timedelta(minutes=20))
    await spine.drain()

    [sent] = spine.sent()
    assert await spine.column("SELECT count(*) FROM outbound") == [0]
    assert await spine.one("SELECT provider_message_id FROM messages WHERE direction = 'outbound'") == sent.wamid


async def test_what_another_program_sends_settles_nothing_of_ours(spine: Spine, line: EvolutionLine):
    await spine.run(flows.echo())
    spine.fault("drop_before")
    line.says(PHONE, "oi")
    await line.settle()
    contact = spine.world.contacts.meet(PHONE)
    key = key_of(line.instance, contact, message_id="3EB0STRANGER", from_me=True)
    stranger = {"key": key, "message": {"conversation": "Promoção!"}, "messageType": "conversation"}
    await line.deliver(event("send.message", {**stranger, "messageTimestamp": int(spine.now.timestamp())}))
    await spine.drain()

    assert await spine.column("SELECT state FROM outbound") == ["unknown"]
    assert await spine.one("SELECT count(*) FROM messages") == 2


async def test_an_answer_from_the_phone_silences_the_bot(spine: Spine, line: EvolutionLine):
    await spine.run(flows.asks())
    await line.hear(PHONE, "oi")
    contact = spine.world.contacts.meet(PHONE)
    key = key_of(line.instance, contact, message_id="3A00PHONE", from_me=True)
    typed = {"key": key, "message": {"conversation": "Eu cuido."}, "messageType": "conversation", "pushName": "Você"}

    await line.deliver(event("messages.upsert", {**typed, "messageTimestamp": int(spine.now.timestamp())}))
    await spine.drain()
    await line.hear(PHONE, "1")

    assert spine.answers(PHONE) == [MENU]
    assert await spine.one("SELECT sender FROM messages WHERE provider_message_id = '3A00PHONE'") == "agent"


async def test_what_a_phone_missed_for_a_day_is_left_to_people(spine: Spine, line: EvolutionLine):
    await spine.run(flows.echo())
    key = key_of(line.instance, spine.world.contacts.meet(PHONE), message_id="3A00LATE", from_me=False)
    late = {"key": key, "message": {"conversation": "oi"}, "messageType": "conversation"}
    sent_at = int((spine.now - timedelta(hours=25)).timestamp())

    await line.deliver(event("messages.upsert", {**late, "messageTimestamp": sent_at}))
    await spine.drain()

    assert spine.answers(PHONE) == []
    assert await spine.one("SELECT unread_count FROM conversations") == 1


async def test_edits_and_deletions_are_shown_on_their_message(spine: Spine, line: EvolutionLine):
    first, second = await line.hear(PHONE, "um"), await line.hear(PHONE, "dois")
    remote = {"remoteJid": f"{PHONE}@s.whatsapp.net", "fromMe": False}
    edit = {"key": {**remote, "id": first}, "type": "MESSAGE_EDIT", "editedMessage": {"conversation": "uno"}}
    revoke = {"key": {**remote, "id": second}, "type": "REVOKE"}

    await line.deliver(event("messages.edited", edit))
    await line.deliver(event("messages.edited", revoke))
    await line.deliver(event("messages.delete", {**remote, "id": second, "status": "DELETED"}))
    await spine.drain()

    rows = await spine.rows(
        "SELECT edited_at IS NOT NULL AS edited, revoked_at IS NOT NULL AS revoked FROM messages ORDER BY id"
    )
    assert [(row["edited"], row["revoked"]) for row in rows] == [(True, False), (False, True)]


async def test_who_hides_the_phone_is_answered_and_is_the_same_person_when_it_shows(spine: Spine, line: EvolutionLine):
    await spine.run(flows.echo())
    spine.world.contacts.register(NewContact(phone=PHONE, hides_phone=True))
    await line.hear(PHONE, "oi")
    assert spine.answers(PHONE) == ["Recebido: oi"]

    spine.world.contacts.register(NewContact(phone=PHONE, hides_phone=False))
    line.instance.shows_lid = True
    await line.hear(PHONE, "de novo")

    assert spine.answers(PHONE) == ["Recebido: oi", "Recebido: de novo"]
    assert await spine.column("SELECT phone FROM contacts") == [PHONE]
    assert await spine.column("SELECT kind FROM contact_identities ORDER BY kind") == ["lid", "wa_id"]


async def test_a_lost_phone_stops_the_number_and_its_return_sends_what_waited(spine: Spine, line: EvolutionLine):
    await spine.run(flows.echo())
    line.lose(reason=401)
    await line.settle()
    lost = await line.config()
    assert (lost.connection, lost.pause_reason) == (ConnectionState.CLOSED, PauseReason.PHONE_LOST)
    assert lost.health.connection_reason == "logged_out"
    await line.hear(PHONE, "oi")
    assert spine.answers(PHONE) == []

    line.link()
    await line.settle()

    assert spine.answers(PHONE) == ["Recebido: oi"]
    assert (await line.config()).pause_reason is None


async def test_a_phone_that_drops_off_without_a_word_is_found_out(spine: Spine, line: EvolutionLine):
    check = await spine.container.get(CheckConnectionsHandler)
    line.lose(reason=None)

    await check(CheckConnections())
    assert (await line.config()).connection is ConnectionState.CLOSED

    line.instance.state = "open"
    await check(CheckConnections())
    assert (await line.config()).connection is ConnectionState.OPEN


@pytest.mark.parametrize(("header", "path"), [("wrong", None), ("", None), (None, "wrong"), (None, "")])
async def test_wrong_secrets_are_refused(line: EvolutionLine, header: str | None, path: str | None):
    with pytest.raises(SignatureInvalidError):
        await line.deliver(event("messages.upsert", {}), header=header, path=path)


async def test_events_of_another_instance_are_left_alone(spine: Spine, line: EvolutionLine):
    body = event("connection.update", {"state": "close", "statusReason": 401}).replace(INSTANCE.encode(), b"other")

    await line.deliver(body)
    await spine.drain()

    assert (await line.config()).connection is ConnectionState.OPEN


async def test_the_code_is_shown_until_the_phone_is_linked(spine: Spine, line: EvolutionLine):
    pair: PairPhone = await spine.container.get(PairPhone)
    actor = await spine.agent()
    with pytest.raises(PhoneLinkedError):
        await pair(actor, line.config_id)
    with pytest.raises(NoLinkedPhoneError):
        await pair(actor, spine.config_id)

    unlink: UnlinkPhone = await spine.container.get(UnlinkPhone)
    await unlink(actor, line.config_id)

    assert (await pair(actor, line.config_id, by_number=True)).picture.startswith("data:image/png")
    show: ShowConnection = await spine.container.get(ShowConnection)
    shown = await show(actor, line.config_id)
    assert (shown.state, shown.asked) == (ConnectionState.CONNECTING, True)

    line.link()
    shown = await show(actor, line.config_id)
    assert (shown.state, shown.phone_number, shown.reason) == (ConnectionState.OPEN, OUR_PHONE, None)


async def test_a_server_that_is_away_shows_what_was_last_known(spine: Spine, line: EvolutionLine):
    show: ShowConnection = await spine.container.get(ShowConnection)
    spine.world.faults.change({"down": True})

    shown = await show(await spine.agent(), line.config_id)

    assert (shown.state, shown.asked) == (ConnectionState.OPEN, False)
    assert shown.reason is not None
    assert shown.reason.startswith("server: ")
