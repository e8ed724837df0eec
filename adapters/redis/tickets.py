"""Tickets in Redis. The key is a hash of the ticket, so that whoever reads Redis cannot use one."""

import hashlib
import secrets

import msgspec
from redis.asyncio import Redis

from adapters.redis.breaker import REDIS_AWAY
from application.ports.tokens import AccessClaims
from domain.shared.errors import UnavailableError

SECONDS = 30
"""From the answer of the HTTP request to the WebSocket's handshake."""
TICKET_BYTES = 32
MAX_TICKET_CHARS = 100
"""Ours have 43."""

_decoder = msgspec.msgpack.Decoder(AccessClaims)


class TicketsUnavailableError(UnavailableError):
    """Redis does not answer; the client may authenticate with its token in the first frame instead."""

    code = "TICKETS_UNAVAILABLE"


class RedisTickets:
    """Issues and redeems tickets; a ticket is good once."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def issue(self, claims: AccessClaims) -> str:
        """Give a ticket. Raises TicketsUnavailableError."""
        ticket = secrets.token_urlsafe(TICKET_BYTES)
        try:
            await self._redis.set(_key(ticket), msgspec.msgpack.encode(claims), ex=SECONDS)
        except REDIS_AWAY as error:
            raise TicketsUnavailableError("Tickets cannot be issued now.") from error
        return ticket

    async def redeem(self, ticket: str) -> AccessClaims | None:
        """Use a ticket up. Raises TicketsUnavailableError."""
        if not ticket or len(ticket) > MAX_TICKET_CHARS:
            return None
        try:
            kept = await self._redis.getdel(_key(ticket))
        except REDIS_AWAY as error:
            raise TicketsUnavailableError("Tickets cannot be redeemed now.") from error
        return _decoder.decode(kept) if isinstance(kept, bytes) else None


def _key(ticket: str) -> str:
    return f"ticket:{hashlib.sha256(ticket.encode('utf-8', 'surrogatepass')).hexdigest()}"
