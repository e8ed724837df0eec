"""What a person may be told of while they work; each can be switched off by whom it is for."""

from enum import StrEnum


class Notice(StrEnum):
    """One kind of notice. All are on until they are switched off."""

    CONVERSATION_ASSIGNED = "conversation_assigned"
    CONVERSATION_WAITING = "conversation_waiting"
    MESSAGE_RECEIVED = "message_received"
    SOUND = "sound"
    WEEKLY_SUMMARY = "weekly_summary"


def settings_of(kept: dict[str, bool]) -> dict[Notice, bool]:
    """Give every setting; what is not kept is on, what no longer exists is left out."""
    return {notice: kept.get(notice, True) for notice in Notice}
