"""Whether a person is there: what they chose, and what the signs of life say."""

from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

OFFLINE_AFTER = timedelta(seconds=75)
"""Without a sign of life; a socket gives one every 25 s, so two may be lost."""
DEFAULT_CAPACITY = 10
"""Conversations that a person can have at once; more than ten at a time are answered late."""
MAX_CAPACITY = 1_000
"""More than anybody has; 0 is somebody who takes none."""


class Status(StrEnum):
    """How the others see a person."""

    ONLINE = "online"
    AWAY = "away"
    BUSY = "busy"
    OFFLINE = "offline"


class ChosenStatus(msgspec.Struct, frozen=True, kw_only=True):
    """What a person chose; before they chose anything, to be online whenever they are there."""

    status: Status = Status.ONLINE
    since: datetime | None = None
    capacity: int = DEFAULT_CAPACITY


class Marks(msgspec.Struct, frozen=True, kw_only=True):
    """When a person's program gave its last sign of life, and when they last did something themselves."""

    seen_at: datetime
    active_at: datetime


def effective_status(chosen: Status, marks: Marks | None, *, away_after: timedelta, now: datetime) -> Status:
    """Say how the others see a person: gone without a sign of life, away when idle, else what they chose."""
    if marks is None or now - marks.seen_at >= OFFLINE_AFTER or chosen is Status.OFFLINE:
        return Status.OFFLINE
    return Status.AWAY if now - marks.active_at >= away_after else chosen
