"""The status of a message: a lattice, so that any order of the same webhooks gives the same row.

queued < sent < delivered < read < played; `failed` is reached only from queued or sent.
"""

from enum import StrEnum


class MessageStatus(StrEnum):
    """Where a message has got to. `received` is an inbound one's only status."""

    RECEIVED = "received"
    QUEUED = "queued"
    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    PLAYED = "played"
    FAILED = "failed"
    CANCELLED = "cancelled"


_RANK = {
    MessageStatus.QUEUED: 0,
    MessageStatus.CANCELLED: 1,
    MessageStatus.SENT: 2,
    MessageStatus.FAILED: 3,
    MessageStatus.DELIVERED: 4,
    MessageStatus.READ: 5,
    MessageStatus.PLAYED: 6,
}
"""A late `failed` (of another device, say) must not hide a delivery; a delivery proves a `failed` wrong."""


def join(current: MessageStatus, reported: MessageStatus) -> MessageStatus:
    """Give the higher of two statuses; the same whatever the order in which they are told."""
    if MessageStatus.RECEIVED in (current, reported):
        return MessageStatus.RECEIVED
    return max(current, reported, key=_RANK.__getitem__)
