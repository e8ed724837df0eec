"""A phone is linked, drops off, is linked again."""

from simulator.evolution.instances import NUMBER_PREFIX, Instance
from simulator.state.numbers import NewNumber
from simulator.wire import JsonObject
from simulator.world import World

OPEN = 200


def link(world: World, instance: Instance, *, phone: str, name: str) -> None:
    """Scan the code: the phone is there."""
    instance.number = world.add_number(
        NewNumber(
            phone_number_id=f"{NUMBER_PREFIX}{instance.name}",
            display_phone_number=f"+{phone}",
            verified_name=name,
        )
    )
    instance.state, instance.lost_because, instance.codes = "open", None, 0
    told: JsonObject = {"instance": instance.name, "state": "open", "statusReason": OPEN, "wuid": instance.jid}
    world.evolution.emit(instance, "connection.update", {**told, "profileName": name, "profilePictureUrl": None})


def lose(world: World, instance: Instance, *, reason: int | None) -> None:
    """Lose the phone: with a reason that ends it the server tells, without one it says nothing."""
    instance.state, instance.lost_because = "close", reason
    if reason is None:
        return
    closed: JsonObject = {"instance": instance.name, "status": "closed", "disconnectionReasonCode": reason}
    world.evolution.emit(instance, "status.instance", closed)
    world.evolution.emit(instance, "logout.instance", None)
    told: JsonObject = {"instance": instance.name, "state": "close", "statusReason": reason}
    world.evolution.emit(instance, "connection.update", told)
