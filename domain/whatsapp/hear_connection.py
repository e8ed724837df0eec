"""What a number becomes by what its linked phone does."""

from datetime import datetime, timedelta

import msgspec

from domain.whatsapp.config import UNTIL_LIFTED, ConnectionState, PauseReason, WhatsAppConfig
from domain.whatsapp.inbound import ConnectionChanged

CONNECTING_PAUSE = timedelta(minutes=1)
"""A phone that connects anew is back in seconds; nothing is sent into the gap."""


def hear_connection(config: WhatsAppConfig, told: ConnectionChanged, *, at: datetime) -> bool:
    """Apply it; say whether anything is new. A lost phone stops the sending, an open one lets it go on.

    The phone's number and name are learnt from it: an instance is made before anybody knows whose phone it will be.
    """
    reason = told.reason if told.state is ConnectionState.CLOSED else None
    is_same = config.connection is told.state and config.health.connection_reason == reason
    learns = told.state is ConnectionState.OPEN and (
        told.phone_number not in {None, config.phone_number} or told.profile_name not in {None, config.verified_name}
    )
    if is_same and not learns:
        return False
    if not is_same:
        config.health = msgspec.structs.replace(config.health, connection_since=at, connection_reason=reason)
    config.connect(told.state)
    match told.state:
        case ConnectionState.CLOSED:
            config.pause(until=UNTIL_LIFTED, reason=PauseReason.PHONE_LOST)
        case ConnectionState.CONNECTING if config.pause_reason is None:
            config.pause(until=at + CONNECTING_PAUSE, reason=None)
        case ConnectionState.OPEN:
            _learn(config, told)
            _let_go(config)
    return True


def _learn(config: WhatsAppConfig, told: ConnectionChanged) -> None:
    config.phone_number = told.phone_number or config.phone_number
    config.verified_name = told.profile_name or config.verified_name


def _let_go(config: WhatsAppConfig) -> None:
    """End the pauses of a phone that was lost or connects; what else stops the number stays."""
    if config.pause_reason in {None, PauseReason.PHONE_LOST}:
        config.resume()
