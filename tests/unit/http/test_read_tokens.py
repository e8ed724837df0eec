"""Tokens that were read a moment ago."""

from datetime import UTC, datetime, timedelta

import pytest

from application.ports.tokens import AccessClaims, TokenExpiredError, TokenInvalidError
from domain.identity.permissions import Role
from domain.shared.ids import SessionId, TenantId, UserId
from entrypoints.http.guards.read_tokens import KEPT_TOKENS, REMEMBERED_SECONDS, ReadTokens
from tests.unit.crypto.kept_keys import TENANT


class CountedTokens:
    """Stands for the reading of signatures, which has its own tests: counts it."""

    def __init__(self, lifetime: timedelta = timedelta(minutes=5)) -> None:
        self.lifetime, self.reads = lifetime, list[str]()

    def issue(self, claims: AccessClaims, *, now: datetime) -> str:
        raise NotImplementedError

    def public_keys(self) -> bytes:
        raise NotImplementedError

    async def read(self, token: str) -> AccessClaims:
        self.reads.append(token)
        if token == "bad":
            raise TokenInvalidError("No.")
        return AccessClaims(
            user_id=UserId(TENANT),
            email="ana@aurora.example",
            role=Role.ADMIN,
            tenant_id=TenantId(TENANT),
            session_id=SessionId(TENANT),
            expires_at=datetime.now(UTC) + self.lifetime,
        )


async def test_a_token_is_read_once_in_a_while() -> None:
    tokens, now = CountedTokens(), 0.0
    read = ReadTokens(tokens, clock=lambda: now)

    first, again = await read("a"), await read("a")
    now = REMEMBERED_SECONDS
    await read("a")

    assert first is again
    assert tokens.reads == ["a", "a"]


async def test_its_end_is_looked_at_each_time() -> None:
    tokens = CountedTokens(lifetime=timedelta())
    read = ReadTokens(tokens)
    await read("a")

    with pytest.raises(TokenExpiredError):
        await read("a")


async def test_what_is_bad_is_never_remembered() -> None:
    tokens = CountedTokens()
    read = ReadTokens(tokens)

    for _ in range(2):
        with pytest.raises(TokenInvalidError):
            await read("bad")

    assert tokens.reads == ["bad", "bad"]


async def test_only_so_many_are_remembered() -> None:
    tokens = CountedTokens()
    read = ReadTokens(tokens)

    for number in range(KEPT_TOKENS + 5):
        await read(str(number))

    assert len(read._read) == 5
