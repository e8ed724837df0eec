"""How the hosts that flows call have been doing."""

from datetime import datetime
from typing import Protocol

from domain.calls.host import ApiHost


class ApiHostRepository(Protocol):
    """Counts what became of calls, by host."""

    async def find(self, host: str) -> ApiHost | None:
        """Load one that was called before."""
        ...

    async def succeeded(self, host: str, *, ms: int, at: datetime) -> None:
        """Count an answer."""
        ...

    async def failed(self, host: str, *, error: str, at: datetime) -> None:
        """Count a failure; `error` is a word of ours."""
        ...
