"""Processes that run follow a rotation without a restart, and no good token is refused meanwhile."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID

import asyncpg
import jwt
import msgspec
import pytest
from dishka import AsyncContainer

from adapters.crypto import followed_keys
from application.keys.forget_signing_keys import ForgetSigningKeys, ForgetSigningKeysHandler
from application.keys.rotate_signing_keys import RotateSigningKeys, RotateSigningKeysHandler
from application.ports.signing_keys import SigningKeys
from application.ports.tokens import AccessClaims, TokenInvalidError, Tokens
from domain.audit.actions import AuditAction
from tests.integration.keys.site import OLD, Site


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes look every tenth of a second, and as often as they like for unknown keys."""
    monkeypatch.setattr(followed_keys, "FOLLOW_SECONDS", 0.1)
    monkeypatch.setattr(followed_keys, "SEEK_SECONDS", 0.0)


async def issue(process: AsyncContainer) -> str:
    tokens: Tokens = await process.get(Tokens)
    now = datetime.now(UTC).replace(microsecond=0)
    claims = AccessClaims(
        user_id=UUID(int=1),
        email="ana@aurora.example",
        role="agent",
        tenant_id=UUID(int=2),
        session_id=UUID(int=3),
        expires_at=now + timedelta(minutes=15),
    )
    return tokens.issue(claims, now=now)


async def read(process: AsyncContainer, token: str) -> UUID:
    tokens: Tokens = await process.get(Tokens)
    return (await tokens.read(token)).user_id


async def rotate(process: AsyncContainer, *, revoke: bool = False) -> str:
    handler = await process.get(RotateSigningKeysHandler)
    return await handler(RotateSigningKeys(revoke=revoke))


def kid_of(token: str) -> str:
    return str(jwt.get_unverified_header(token)["kid"])


async def test_every_token_is_good_in_every_process_while_keys_are_rotated(site: Site) -> None:
    async with site.process(OLD) as one, site.process(OLD) as two, site.process(OLD) as command:
        old = await issue(one)
        newest: list[str] = []
        readers = [asyncio.create_task(_pass_tokens(*pair, newest)) for pair in ((one, two), (two, one))]
        kids = [await rotate(command) for _ in range(3)]
        newest.append(kids[-1])

        async with asyncio.timeout(60):
            await asyncio.gather(*readers)
        assert kid_of(await issue(one)) == kid_of(await issue(two)) == kids[-1]
        assert await read(two, old) == UUID(int=1)
        published = msgspec.json.decode((await one.get(Tokens)).public_keys())
        assert [key["kid"] for key in published["keys"]] == [kid_of(old), *kids]


async def _pass_tokens(signer: AsyncContainer, reader: AsyncContainer, newest: list[str]) -> None:
    """Pass tokens on until some of the newest key, once there is one, were among them."""
    kids: list[str] = []
    while not newest or kids.count(newest[0]) < 10:
        token = await issue(signer)
        assert await read(reader, token) == UUID(int=1)
        kids.append(kid_of(token))
        await asyncio.sleep(0.001)


async def test_a_revoked_keys_tokens_end_everywhere(site: Site) -> None:
    async with site.process(OLD) as one, site.process(OLD) as command:
        token = await issue(one)
        await rotate(command, revoke=True)

        with pytest.raises(TokenInvalidError):
            await _read_on(one, token)
        assert await read(one, await issue(one)) == UUID(int=1)


async def _read_on(process: AsyncContainer, token: str) -> None:
    """Read it again and again."""
    async with asyncio.timeout(60):
        while await read(process, token):  # noqa: ASYNC110  # a process that follows tells nobody
            await asyncio.sleep(0.01)


async def test_of_processes_that_start_together_one_makes_the_key(site: Site) -> None:
    async with site.process(OLD) as one, site.process(OLD) as two:
        tokens = await asyncio.gather(issue(one), issue(two))

        assert len(set(map(kid_of, tokens))) == 1


async def test_keys_that_verify_nothing_are_deleted_by_the_hourly_job(site: Site, database_url: str) -> None:
    owner = await asyncpg.connect(database_url)
    async with site.process(OLD) as process:
        await issue(process)
        kid = await rotate(process)
        await owner.execute("UPDATE platform.signing_keys SET retired_at = retired_at - interval '26 hours'")

        await (await process.get(ForgetSigningKeysHandler))(ForgetSigningKeys())

        assert [state.kid for state in await (await process.get(SigningKeys)).states()] == [kid]
        assert await owner.fetchval("SELECT count(*) FROM platform.signing_keys") == 1
    await owner.close()


@pytest.mark.parametrize(
    ("revoke", "action"),
    [(False, AuditAction.SIGNING_KEY_ROTATED), (True, AuditAction.SIGNING_KEYS_REVOKED)],
    ids=["rotated", "revoked"],
)
async def test_it_is_audited(site: Site, database_url: str, *, revoke: bool, action: AuditAction) -> None:
    async with site.process(OLD) as process:
        kid = await rotate(process, revoke=revoke)

    owner = await asyncpg.connect(database_url)
    audited = await owner.fetchrow("SELECT action, after FROM audit_log")
    await owner.close()
    assert audited is not None
    assert audited["action"] == action.value
    assert kid in audited["after"]
