"""The control API's linked phones: scanned, lost, written on."""

from litestar import get, post
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, JSONBody
from msgspec import Struct

from simulator.evolution.customer_writes import key_of, upsert
from simulator.evolution.instances import Instance, State, Stored, new_key_id
from simulator.evolution.linking import link, lose
from simulator.page_events import ContactsEvent
from simulator.phones import digits_of
from simulator.state.conversations import PhoneMessage
from simulator.wire import JsonObject
from simulator.world import World


class InstanceView(Struct, frozen=True, kw_only=True):
    """An instance as the page shows it."""

    name: str
    state: State
    phone_number_id: str | None
    webhook_url: str | None


class Scan(Struct, frozen=True, kw_only=True):
    """Whose phone scans the code; `shows_lid` says whether customers come with their hidden ids."""

    phone: str
    name: str = "Provedor Aurora"
    shows_lid: bool = False


class Loss(Struct, frozen=True, kw_only=True):
    """Why the phone is lost, by Baileys' number; without one nothing is told."""

    reason: int | None = None


class PhoneWrites(Struct, frozen=True, kw_only=True):
    """What somebody types on the linked phone."""

    to: str
    text: str


class Written(Struct, frozen=True, kw_only=True):
    """The id of what was typed."""

    id: str


class RawEvent(Struct, frozen=True, kw_only=True):
    """An event, as it is to be told."""

    event: str
    data: object = None


def _instance(world: World, name: str) -> Instance:
    instance = world.instances.instances.get(name)
    if instance is None:
        raise NotFoundException(f"no instance {name}")
    return instance


@get("/_sim/evolution")
async def list_instances(world: NamedDependency[World]) -> list[InstanceView]:
    """List the instances."""
    return [
        InstanceView(
            name=each.name,
            state=each.state,
            phone_number_id=each.number.phone_number_id if each.number is not None else None,
            webhook_url=each.hook.url if each.hook is not None else None,
        )
        for each in world.instances.instances.values()
    ]


@post("/_sim/evolution/{name:str}/scan", status_code=204)
async def scan(name: FromPath[str], data: JSONBody[Scan], world: NamedDependency[World]) -> None:
    """Scan the code with a phone."""
    instance = _instance(world, name)
    instance.shows_lid = data.shows_lid
    link(world, instance, phone=digits_of(data.phone), name=data.name)
    world.events.publish(ContactsEvent())


@post("/_sim/evolution/{name:str}/lose", status_code=204)
async def lose_phone(name: FromPath[str], data: JSONBody[Loss], world: NamedDependency[World]) -> None:
    """Lose the phone."""
    lose(world, _instance(world, name), reason=data.reason)


@post("/_sim/evolution/{name:str}/phone")
async def write_on_phone(name: FromPath[str], data: JSONBody[PhoneWrites], world: NamedDependency[World]) -> Written:
    """Type on the linked phone, past the API."""
    instance, contact = _instance(world, name), world.contacts.meet(data.to)
    message_id, now = new_key_id(), world.clock.now()
    key = key_of(instance, contact, message_id=message_id, from_me=True)
    message: JsonObject = {"type": "text", "text": {"body": data.text}}
    world.conversations.add(
        PhoneMessage(
            id=message_id,
            contact=contact.wa_id,
            phone_number_id=instance.number.phone_number_id if instance.number is not None else name,
            mine=False,
            type="text",
            at=now,
            content={"body": data.text},
            status="delivered",
        )
    )
    instance.keep(message_id, Stored(key=key, kind="conversation"))
    told = upsert(world, key, message, name="Você", at=now)
    world.evolution.emit(instance, "messages.upsert", told, message_id=message_id)
    return Written(id=message_id)


@post("/_sim/evolution/{name:str}/event", status_code=204)
async def tell_event(name: FromPath[str], data: JSONBody[RawEvent], world: NamedDependency[World]) -> None:
    """Tell any event."""
    world.evolution.emit(_instance(world, name), data.event, data.data)


EVOLUTION_SIM_HANDLERS = [list_instances, scan, lose_phone, write_on_phone, tell_event]
