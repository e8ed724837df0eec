"""`POST /{phone-number-id}/messages`: the busiest door, so it does little itself."""

import msgspec
from litestar import post
from litestar.di import NamedDependency
from litestar.params import FromPath
from msgspec import Struct

from simulator.errors import LATE_CODES, GraphError, UnknownObjectError
from simulator.page_events import TypingEvent, status_event
from simulator.routes.dropping import DropConnectionError
from simulator.routes.graph_door import GraphRequest, number_for
from simulator.sending import (
    SendAnswer,
    accept_send,
    check_media_known,
    check_rates,
    late_failure,
    recipient_of,
)
from simulator.state.faults import NextFault
from simulator.state.ledger import ReadRow, RefusedRow
from simulator.state.numbers import Number
from simulator.validation.send_request import Outgoing, ReadMark, read_request
from simulator.wire import JsonObject, decode_object
from simulator.world import World

SERVER_ERROR = 500


class Success(Struct, frozen=True):
    """Graph's way of saying done."""

    success: bool = True


@post("/{version:str}/{node:str}/messages", status_code=200)
async def post_message(
    node: FromPath[str], request: GraphRequest, world: NamedDependency[World]
) -> SendAnswer | Success:
    """Send a message, or mark one as read."""
    number = number_for(world, request, node)
    body = _decoded(await request.body())
    try:
        return _handle(world, number, body)
    except GraphError as refusal:
        _note_refusal(world, number, body, refusal)
        raise


def _decoded(raw: bytes) -> JsonObject:
    try:
        return decode_object(raw)
    except msgspec.DecodeError as error:
        raise GraphError(100, f"The request body is not a JSON object: {error}") from error


def _handle(world: World, number: Number, body: JsonObject) -> SendAnswer | Success:
    if body.get("status") is not None:
        mark = read_request(body, waba_id=number.waba.waba_id, templates=world.templates)
        return _mark_read(world, number, mark) if isinstance(mark, ReadMark) else Success()
    fault = world.faults.take()
    late = _strike_before(fault)
    outgoing = read_request(body, waba_id=number.waba.waba_id, templates=world.templates)
    if isinstance(outgoing, ReadMark):
        return _mark_read(world, number, outgoing)
    return _send(world, number, outgoing, fault=fault, late=late)


def _strike_before(fault: NextFault | None) -> GraphError | None:
    """Refuse at once, or return the failure that shall come after acceptance."""
    if fault is None or fault.kind in ("5xx_after", "drop_after"):
        return None
    if fault.kind == "drop_before":
        raise DropConnectionError
    if fault.kind == "5xx_before":
        raise GraphError(131000, status=fault.http_status or SERVER_ERROR)
    code, status = (130429, 429) if fault.kind == "429" else (int(fault.kind), None)
    refusal = GraphError(code, status=fault.http_status or status)
    comes_late = fault.asynchronous if fault.asynchronous is not None else code in LATE_CODES
    if comes_late:
        return refusal
    raise refusal


def _send(
    world: World, number: Number, outgoing: Outgoing, *, fault: NextFault | None, late: GraphError | None
) -> SendAnswer:
    contact = recipient_of(world, number, outgoing)
    check_media_known(world, outgoing)
    failure = late or late_failure(world, number, contact, outgoing)
    check_rates(world, number, contact)
    answer, row = accept_send(world, number, outgoing, contact=contact, failure=failure)
    kind = fault.kind if fault else ""
    if kind == "drop_after":
        row.answered, row.http_status = False, 0
        raise DropConnectionError
    if kind == "5xx_after":
        status = (fault.http_status if fault else None) or SERVER_ERROR
        row.answered, row.http_status = False, status
        raise AcceptedButFailedError(status)
    return answer


class AcceptedButFailedError(GraphError):
    """The send was accepted, and yet the caller is told of a server error."""

    def __init__(self, status: int) -> None:
        super().__init__(131000, status=status)


def _note_refusal(world: World, number: Number, body: JsonObject, refusal: GraphError) -> None:
    if isinstance(refusal, AcceptedButFailedError):
        return
    data = body.get("biz_opaque_callback_data")
    world.ledger.refused.add(
        RefusedRow(
            phone_number_id=number.phone_number_id,
            to=str(body.get("to") or body.get("recipient") or ""),
            code=refusal.code,
            details=refusal.details,
            biz_opaque_callback_data=data if isinstance(data, str) else None,
            http_status=refusal.status,
            at=world.clock.now(),
        )
    )


def _mark_read(world: World, number: Number, mark: ReadMark) -> Success:
    message = world.conversations.get(mark.message_id)
    if message is None or not message.mine:
        raise UnknownObjectError(mark.message_id)
    world.ledger.reads.add(
        ReadRow(wamid=mark.message_id, phone_number_id=number.phone_number_id, typing=mark.typing, at=world.clock.now())
    )
    thread = world.conversations.thread(number.phone_number_id, message.contact)
    for earlier in thread:
        if earlier.mine and earlier.advance("read"):
            world.events.publish(status_event(earlier))
        if earlier.id == message.id:
            break
    if mark.typing:
        world.events.publish(TypingEvent(contact=message.contact, phone_number_id=number.phone_number_id))
    return Success()
