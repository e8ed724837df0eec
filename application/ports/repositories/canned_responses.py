"""Answers that are given often."""

from typing import Protocol

from domain.messages.canned_response import CannedResponse
from domain.shared.ids import CannedResponseId


class CannedResponseRepository(Protocol):
    """Keeps canned responses; a shortcut names one."""

    async def get(self, response_id: CannedResponseId) -> CannedResponse:
        """Load one. Raises CannedResponseNotFoundError."""
        ...

    async def add(self, response: CannedResponse) -> None:
        """Write a new one. Raises ShortcutTakenError."""
        ...

    async def save(self, response: CannedResponse) -> None:
        """Write changes. Raises StaleVersionError, ShortcutTakenError."""
        ...

    async def delete(self, response: CannedResponse) -> None:
        """Remove it. Raises StaleVersionError on a lost race."""
        ...
