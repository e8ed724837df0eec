"""Tickets: a browser cannot send a header with a WebSocket, and a token does not belong in an address."""

from typing import Protocol

from application.ports.tokens import AccessClaims


class Tickets(Protocol):
    """Single-use admissions to the WebSocket, good for 30 seconds."""

    async def issue(self, claims: AccessClaims) -> str:
        """Give a ticket for the bearer of these claims. Raises UnavailableError."""
        ...

    async def redeem(self, ticket: str) -> AccessClaims | None:
        """Use a ticket up; None if it is unknown, used or too old. Raises UnavailableError."""
        ...
