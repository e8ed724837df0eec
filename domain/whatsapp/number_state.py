"""What a number is by what its provider answers when it is asked."""

from datetime import datetime

import msgspec

from domain.whatsapp.config import UNTIL_LIFTED, PauseReason, WhatsAppConfig
from domain.whatsapp.hear_fact import QUALITIES, learn_health

BANNED, CONNECTED = "banned", "connected"


class NumberState(msgspec.Struct, frozen=True, kw_only=True):
    """A number's state in the provider's words, in lower case; what is None was not said."""

    quality: str | None = None
    tier: str | None = None
    throughput: str | None = None
    verified_name: str | None = None
    status: str | None = None
    name_status: str | None = None
    verification: str | None = None
    is_on_phone_app: bool | None = None


def learn_state(config: WhatsAppConfig, state: NumberState, *, at: datetime) -> bool:
    """Write it down; say whether quality, tier, name or a pause is new, which people should hear of."""
    before, pause = _told(config), config.pause_reason
    config.quality_rating = state.quality if state.quality in QUALITIES else config.quality_rating
    config.messaging_tier = state.tier or config.messaging_tier
    config.throughput_level = state.throughput or config.throughput_level
    config.verified_name = state.verified_name or config.verified_name
    health = config.health
    learn_health(
        config,
        checked_at=at,
        status=state.status or health.status,
        name_status=state.name_status or health.name_status,
        verification=state.verification or health.verification,
        is_on_phone_app=health.is_on_phone_app if state.is_on_phone_app is None else state.is_on_phone_app,
    )
    if state.status == BANNED:
        config.pause(until=UNTIL_LIFTED, reason=PauseReason.BANNED)
    elif state.status == CONNECTED:
        config.resume_from(PauseReason.BANNED)
    if _told(config) == before:
        return False
    if config.pause_reason == pause:
        config.tell("state")  # a pause has told of itself
    return True


def _told(config: WhatsAppConfig) -> tuple[object, ...]:
    return (
        config.quality_rating,
        config.messaging_tier,
        config.throughput_level,
        config.verified_name,
        config.paused_until,
    )
