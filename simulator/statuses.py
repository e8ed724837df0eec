"""Plays what happens to an accepted send: sent, delivered, read — or failed."""

import asyncio

from msgspec import UNSET

from simulator.errors import GraphError
from simulator.page_events import status_event
from simulator.state.contacts import WINDOW_SECONDS
from simulator.state.conversations import Tick
from simulator.webhooks.updates import (
    ConversationInfo,
    Origin,
    Pricing,
    Update,
    WireStatus,
    wire_contact,
)
from simulator.world import Sent, World


def play_statuses(world: World, sent: Sent, *, failure: GraphError | None) -> None:
    """Schedule the statuses of a send; a reaction only ever gets `sent` (Meta)."""
    to_sent, to_delivered, to_read = world.settings.status_delays_ms
    if failure is not None:
        _later(world, sent, "failed", delay_ms=to_sent, failure=failure)
        return
    _later(world, sent, "sent", delay_ms=to_sent)
    if sent.message.type == "reaction":
        return
    _later(world, sent, "delivered", delay_ms=to_delivered)
    if not sent.contact.reads:
        return
    if world.settings.auto_read:
        _later(world, sent, "read", delay_ms=to_read)
    else:
        world.unread[sent.message.id] = sent


def read_conversation(world: World, *, phone_number_id: str, wa_id: str) -> int:
    """Open the conversation on the phone: everything delivered becomes read."""
    opened = [
        sent
        for sent in world.unread.values()
        if sent.message.contact == wa_id
        and sent.message.phone_number_id == phone_number_id
        and sent.message.status == "delivered"
    ]
    for sent in opened:
        del world.unread[sent.message.id]
        _happen(world, sent, "read")
    return len(opened)


def _later(world: World, sent: Sent, status: Tick, *, delay_ms: int, failure: GraphError | None = None) -> None:
    generation = world.generation

    def happen() -> None:
        if world.generation == generation:
            _happen(world, sent, status, failure=failure)

    asyncio.get_running_loop().call_later(delay_ms / 1000, happen)


def _happen(world: World, sent: Sent, status: Tick, *, failure: GraphError | None = None) -> None:
    message = sent.message
    message.advance(status)
    if failure is not None:
        message.error_code = failure.code
    world.events.publish(status_event(message))
    failed = status == "failed"
    world.post_office.post(
        Update(
            kind=f"status:{status}",
            waba=sent.number.waba,
            number=sent.number,
            wamid=message.id,
            contact=None if failed else wire_contact(sent.contact, with_profile=status != "sent"),
            status=_wire_status(world, sent, status, failure),
        )
    )


def _wire_status(world: World, sent: Sent, status: str, failure: GraphError | None) -> WireStatus:
    now = int(world.clock.now())
    contact = sent.contact
    to_phone_and_failed = failure is not None and sent.by_phone
    return WireStatus(
        id=sent.message.id,
        status=status,
        timestamp=str(now),
        recipient_id=UNSET if contact.hides_phone else contact.wa_id,
        recipient_user_id=UNSET if to_phone_and_failed else contact.user_id,
        conversation=_conversation(sent, now) if status == "sent" else UNSET,
        pricing=_pricing(sent) if status in ("sent", "delivered") else UNSET,
        errors=[failure.as_status_error()] if failure is not None else UNSET,
        biz_opaque_callback_data=UNSET if sent.callback_data is None else sent.callback_data,
    )


def _conversation(sent: Sent, now: int) -> ConversationInfo:
    return ConversationInfo(
        id=f"c{sent.number.phone_number_id[-6:]}{sent.contact.wa_id}",
        expiration_timestamp=str(now + WINDOW_SECONDS),
        origin=Origin(sent.category),
    )


def _pricing(sent: Sent) -> Pricing:
    if sent.category == "service":
        return Pricing(billable=False, type="free_customer_service", category="service")
    return Pricing(billable=True, type="regular", category=sent.category)
