from typing import Literal

from simulator.webhooks.updates import Update
from simulator.wire import JsonObject
from simulator.world import World

Quality = Literal["GREEN", "YELLOW", "RED"]


def announce_quality(world: World, quality: Quality) -> None:
    """Change the quality of every number and tell its WABA (Meta: phone_number_quality_update)."""
    for number in world.book.numbers.values():
        number.quality = quality
        value: JsonObject = {
            "display_phone_number": number.digits,
            "event": "UNFLAGGED" if quality == "GREEN" else "FLAGGED",
            "current_quality_rating": quality,
            "max_daily_conversations_per_business": "TIER_2K",
        }
        world.post_office.post(Update(kind="phone_number_quality_update", waba=number.waba, number=number, other=value))
