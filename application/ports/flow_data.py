"""The part of a transaction that flows need beside themselves: calls, secrets, schedules, knowledge."""

from typing import Protocol


class FlowData(Protocol):
    """What flows ask for and live on; a transaction is also this."""
