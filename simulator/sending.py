"""The business sends a message: the rules of the number, then acceptance."""

from collections.abc import Iterator

from msgspec import UNSET, Struct, UnsetType

from simulator.errors import GraphError
from simulator.ids import new_wamid
from simulator.page_events import MessageEvent
from simulator.phones import digits_of
from simulator.rendering import content_for_phone, header_parameters
from simulator.state.contacts import Contact
from simulator.state.conversations import PhoneMessage
from simulator.state.ledger import SendRow
from simulator.state.numbers import Number
from simulator.statuses import play_statuses
from simulator.validation.send_request import Outgoing
from simulator.wire import JsonObject
from simulator.world import Sent, World

_WITH_MEDIA = frozenset({"image", "video", "document", "audio", "sticker"})


class AnswerContact(Struct, frozen=True, kw_only=True):
    """One of `contacts[]` in the answer: what was asked for and who that is."""

    input: str
    wa_id: str | UnsetType = UNSET
    user_id: str


class AnswerMessage(Struct, frozen=True, kw_only=True):
    """One of `messages[]` in the answer; the status is there for templates."""

    id: str
    message_status: str | UnsetType = UNSET


class SendAnswer(Struct, frozen=True, kw_only=True):
    """The answer to an accepted send."""

    messaging_product: str = "whatsapp"
    contacts: tuple[AnswerContact, ...]
    messages: tuple[AnswerMessage, ...]


def recipient_of(world: World, number: Number, outgoing: Outgoing) -> Contact:
    """Return the customer a send goes to; a phone nobody knows becomes a new customer."""
    if outgoing.by_user_id:
        contact = world.contacts.find(outgoing.to)
        if contact is None:
            raise GraphError(131009, "recipient: unknown user id")
        return contact
    if digits_of(outgoing.to) == number.digits:
        raise GraphError(131021)
    return world.contacts.meet(outgoing.to)


def check_rates(world: World, number: Number, contact: Contact) -> None:
    """Refuse a send above the number's throughput (130429) or the pair's rate (131056)."""
    faults = world.faults.now
    now = world.clock.now()
    limit = faults.throughput_limit
    if limit.enabled:
        counter = world.limits.throughput(number.phone_number_id)
        if not counter.allows(now, per_second=limit.per_second):
            raise GraphError(130429)
    pairs = world.limits
    if faults.pair_rate.enabled and not pairs.allows_pair(number.phone_number_id, contact.wa_id, now=now):
        raise GraphError(131056)


def check_media_known(world: World, outgoing: Outgoing) -> None:
    """Refuse a media id that was never uploaded here (Meta: code 100)."""
    for where, media_id in _media_ids(outgoing):
        if isinstance(media_id, str) and world.media.get(media_id) is None:
            raise GraphError(100, f"Param {where}['id'] is not a valid whatsapp business account media attachment ID")


def _media_ids(outgoing: Outgoing) -> Iterator[tuple[str, object]]:
    """Give the files that a send names by id: its own, and that of its header."""
    if outgoing.type in _WITH_MEDIA:
        yield outgoing.type, outgoing.payload.get("id")
    header = outgoing.payload.get("header")
    parameters = [header] if isinstance(header, dict) else header_parameters(outgoing.payload)
    for parameter in parameters:
        kind = str(parameter.get("type"))
        file = parameter.get(kind)
        if kind in _WITH_MEDIA and isinstance(file, dict):
            yield f"header['{kind}']", file.get("id")


def late_failure(world: World, number: Number, contact: Contact, outgoing: Outgoing) -> GraphError | None:
    """Return why a send that is accepted will fail: no WhatsApp, or no open window."""
    if not contact.on_whatsapp:
        return GraphError(131026)
    if outgoing.template is not None:
        return None
    now = world.clock.now()
    if world.contacts.has_window(number.phone_number_id, contact, now=now):
        return None
    refusal = GraphError(131047)
    if world.faults.now.window_sync:
        raise refusal
    return refusal


def accept_send(
    world: World, number: Number, outgoing: Outgoing, *, contact: Contact, failure: GraphError | None
) -> tuple[SendAnswer, SendRow]:
    """Take a send: note it, show it on the phone, schedule its statuses."""
    now = world.clock.now()
    message = PhoneMessage(
        id=new_wamid(contact.wa_id),
        contact=contact.wa_id,
        phone_number_id=number.phone_number_id,
        mine=False,
        type=outgoing.type,
        at=now,
        content=content_for_phone(outgoing),
        status="accepted",
        quoted=outgoing.context_id,
    )
    row = world.ledger.accept(_ledger_row(message, outgoing, now=now))
    if failure is None:
        _show(world, message)
    category = outgoing.template.category.lower() if outgoing.template else "service"
    sent = Sent(
        number=number,
        contact=contact,
        message=message,
        callback_data=outgoing.callback_data,
        category=category,
        by_phone=not outgoing.by_user_id,
    )
    play_statuses(world, sent, failure=failure)
    return _answer(outgoing, contact, message), row


def _ledger_row(message: PhoneMessage, outgoing: Outgoing, *, now: float) -> SendRow:
    return SendRow(
        wamid=message.id,
        phone_number_id=message.phone_number_id,
        to=message.contact,
        type=outgoing.type,
        text=outgoing.text,
        biz_opaque_callback_data=outgoing.callback_data,
        context_id=outgoing.context_id,
        accepted_at=now,
    )


def _show(world: World, message: PhoneMessage) -> None:
    if message.type == "reaction":
        _react(world, message.content)
        return
    world.conversations.add(message)
    if not world.events.is_idle:
        world.events.publish(MessageEvent(message))


def _react(world: World, reaction: JsonObject) -> None:
    target = world.conversations.get(str(reaction.get("message_id", "")))
    if target is not None:
        target.reaction = str(reaction.get("emoji") or "")
        world.events.publish(MessageEvent(target))


def _answer(outgoing: Outgoing, contact: Contact, message: PhoneMessage) -> SendAnswer:
    hides = outgoing.by_user_id and contact.hides_phone
    return SendAnswer(
        contacts=(AnswerContact(input=outgoing.to, wa_id=UNSET if hides else contact.wa_id, user_id=contact.user_id),),
        messages=(AnswerMessage(id=message.id, message_status="accepted" if outgoing.template else UNSET),),
    )
