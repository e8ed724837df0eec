"""The control API's switches: faults, clock, numbers, templates, raw webhooks."""

import msgspec
from litestar import delete, get, post
from litestar.di import NamedDependency
from litestar.exceptions import ClientException
from litestar.params import FromQuery, JSONBody
from msgspec import Struct

from simulator.page_events import ContactsEvent, FaultsEvent
from simulator.quality import announce_quality
from simulator.reviewing import Review, review
from simulator.routes.graph_door import GraphRequest
from simulator.state.faults import Faults, UnknownFaultError
from simulator.state.numbers import NewNumber
from simulator.state.templates import Template
from simulator.webhooks.post_office import ReleaseOrder
from simulator.webhooks.updates import Update
from simulator.wire import JsonObject
from simulator.world import World

_CONFLICT = 409


class Health(Struct, frozen=True, kw_only=True):
    """That it lives, and what is under way."""

    status: str = "ok"
    now: float
    webhooks_under_way: int
    webhooks_held: int


@get("/_sim/health")
async def health(world: NamedDependency[World]) -> Health:
    """Say that the simulator lives."""
    return Health(
        now=world.clock.now(),
        webhooks_under_way=world.courier.under_way,
        webhooks_held=world.post_office.held,
    )


@get("/_sim/faults")
async def get_faults(world: NamedDependency[World]) -> Faults:
    """Show every switch."""
    return world.faults.now


@post("/_sim/faults", status_code=200)
async def change_faults(data: JSONBody[JsonObject], world: NamedDependency[World]) -> Faults:
    """Change the given switches and leave the others."""
    before = world.faults.now
    try:
        after = world.faults.change(data)
    except (msgspec.ValidationError, UnknownFaultError) as error:
        raise ClientException(f"unknown fault: {error}") from error
    _apply(world, before, after)
    return after


@delete("/_sim/faults", status_code=200)
async def clear_faults(world: NamedDependency[World]) -> Faults:
    """Switch everything off; held webhooks go out."""
    before = world.faults.now
    world.faults.clear()
    _apply(world, before, world.faults.now)
    return world.faults.now


def _apply(world: World, before: Faults, after: Faults) -> None:
    if before.webhooks.hold and not after.webhooks.hold:
        world.post_office.release("fifo")
        world.evolution.release()
    if before.quality != after.quality:
        announce_quality(world, after.quality)
    world.events.publish(FaultsEvent())


class Release(Struct, frozen=True):
    """How held webhooks go out."""

    order: ReleaseOrder = "fifo"


class Released(Struct, frozen=True):
    """How many updates went out."""

    released: int


@post("/_sim/webhooks/release", status_code=200)
async def release_webhooks(data: JSONBody[Release], world: NamedDependency[World]) -> Released:
    """Let held webhooks go in an order; new ones are still sent at once afterwards."""
    world.faults.change({"webhooks": {"hold": False}})
    count = world.post_office.release(data.order) + world.evolution.release()
    world.events.publish(FaultsEvent())
    return Released(count)


class RawReceipt(Struct, frozen=True):
    """The ledger's id of a raw webhook."""

    id: str


@post("/_sim/webhook", status_code=202)
async def post_raw_webhook(
    request: GraphRequest, world: NamedDependency[World], phone_number_id: FromQuery[str | None] = None
) -> RawReceipt:
    """Send the request's body, byte for byte, signed with the app secret."""
    number = world.book.pick(phone_number_id)
    url = world.book.callback_url(number.waba, number)
    if url is None:
        raise ClientException("no webhook address is set", status_code=_CONFLICT)
    row = world.post_office.post_raw(await request.body(), url=url, app_secret=number.waba.app_secret)
    return RawReceipt(row.id)


class AccountNews(Struct, frozen=True, kw_only=True):
    """What Meta tells of an account or a number: the webhook's field, and its value as the manual writes it."""

    field: str
    value: JsonObject
    phone_number_id: str | None = None


@post("/_sim/account", status_code=202)
async def tell_account(data: JSONBody[AccountNews], world: NamedDependency[World]) -> AccountNews:
    """Have the account's webhook tell something: a ban, a restriction, a name, a limit."""
    number = world.book.pick(data.phone_number_id)
    world.post_office.post(Update(kind=data.field, waba=number.waba, number=number, other=data.value))
    return data


class Advance(Struct, frozen=True):
    """How far the clock goes forward."""

    advance_seconds: float


class Now(Struct, frozen=True):
    """The simulator's time in Unix seconds."""

    now: float


@post("/_sim/clock", status_code=200)
async def advance_clock(data: JSONBody[Advance], world: NamedDependency[World]) -> Now:
    """Push the simulated world's time forward."""
    return Now(world.clock.advance(data.advance_seconds))


@post("/_sim/reset", status_code=200)
async def reset(world: NamedDependency[World]) -> Now:
    """Forget everything, as if just started."""
    await world.reset()
    world.events.publish(ContactsEvent())
    world.events.publish(FaultsEvent())
    return Now(world.clock.now())


class NumberView(Struct, frozen=True, kw_only=True):
    """A number as the page shows it."""

    phone_number_id: str
    display_phone_number: str
    verified_name: str
    waba_id: str
    quality: str
    webhook_url: str | None


@get("/_sim/numbers")
async def list_numbers(world: NamedDependency[World]) -> list[NumberView]:
    """List every number and where its webhooks go."""
    return [
        NumberView(
            phone_number_id=number.phone_number_id,
            display_phone_number=number.profile.display_phone_number,
            verified_name=number.profile.verified_name,
            waba_id=number.waba.waba_id,
            quality=number.quality,
            webhook_url=world.book.callback_url(number.waba, number),
        )
        for number in world.book.numbers.values()
    ]


@post("/_sim/numbers")
async def add_number(data: JSONBody[NewNumber], world: NamedDependency[World]) -> JsonObject:
    """Add a number, and its WABA when it is new."""
    number = world.add_number(data)
    world.events.publish(ContactsEvent())
    return {"phone_number_id": number.phone_number_id, "waba_id": number.waba.waba_id}


@post("/_sim/templates")
async def put_template(
    data: JSONBody[Template], world: NamedDependency[World], waba_id: FromQuery[str | None] = None
) -> Template:
    """Add a template or replace the one of the same name and language, in any status."""
    return world.templates.add(waba_id or world.settings.waba_id, data)


@post("/_sim/templates/review", status_code=202)
async def review_template(data: JSONBody[Review], world: NamedDependency[World]) -> Template:
    """Approve, reject, pause or otherwise decide about a template, and have the webhook tell it."""
    return review(world, data)
