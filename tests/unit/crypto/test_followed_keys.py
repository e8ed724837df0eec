import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID

import jwt
import msgspec
import pytest

from adapters.crypto import followed_keys as module
from adapters.crypto.followed_keys import FollowedKeys
from adapters.crypto.key_ring import RsaKeyPairs, generate_signing_key
from adapters.crypto.tokens import JwtTokens
from adapters.system.clock import SystemClock
from application.ports.secrets import SecretUnreadableError
from application.ports.signing_keys import SigningKey
from application.ports.tokens import AccessClaims, TokenInvalidError

OLD, NEW = generate_signing_key(), generate_signing_key()
NOW = datetime.now(UTC).replace(microsecond=0)
CLAIMS = AccessClaims(
    user_id=UUID(int=1),
    email="ana@example.com",
    role="agent",
    tenant_id=UUID(int=2),
    session_id=UUID(int=3),
    expires_at=NOW + timedelta(hours=6),  # longer than the whole suite takes
)


class StoredKeys:
    """What another process changes; counts how often it is read."""

    def __init__(self, *keys: SigningKey) -> None:
        self.keys, self.asked, self.error = list(keys), 0, None

    async def active(self) -> list[SigningKey]:
        self.asked += 1
        await asyncio.sleep(0)
        if self.error is not None:
            raise self.error
        return list(self.keys)

    async def add_first(self, key: SigningKey, *, at: datetime) -> bool:  # noqa: ARG002
        self.keys.append(key)
        return True

    def rotate(self) -> None:
        self.keys = [msgspec.structs.replace(OLD, retired=True), NEW]


@pytest.fixture
def store() -> StoredKeys:
    return StoredKeys(OLD)


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Seconds of the monotonic clock; change the first."""
    now = [1_000.0]
    monkeypatch.setattr(module, "monotonic", lambda: now[0])
    return now


async def process(store: StoredKeys) -> tuple[FollowedKeys, JwtTokens]:
    keys = FollowedKeys(store)
    await keys.start(pairs=RsaKeyPairs(), clock=SystemClock())
    return keys, JwtTokens(keys, issuer="pytake", audience="api")


@pytest.mark.usefixtures("time")
async def test_a_token_of_a_key_that_is_new_here_is_read_at_once(store: StoredKeys):
    _, reader = await process(store)
    store.rotate()
    _, signer = await process(store)

    token = signer.issue(CLAIMS, now=NOW)

    assert jwt.get_unverified_header(token)["kid"] == NEW.kid
    assert await reader.read(token) == CLAIMS


@pytest.mark.usefixtures("time")
async def test_a_flood_of_unknown_keys_asks_once(store: StoredKeys):
    keys, _ = await process(store)
    asked = store.asked

    found = await asyncio.gather(*(keys.find(f"forged-{number}") for number in range(1_000)))

    assert set(found) == {None}
    assert store.asked == asked + 1


async def test_a_second_later_it_asks_again(store: StoredKeys, time: list[float]):
    keys, _ = await process(store)
    await keys.find("forged")
    store.rotate()

    assert await keys.find(NEW.kid) is None
    time[0] += module.SEEK_SECONDS
    assert await keys.find(NEW.kid) is not None


async def test_the_signing_process_notices_within_a_minute(store: StoredKeys, monkeypatch: pytest.MonkeyPatch):
    assert module.FOLLOW_SECONDS < 60
    monkeypatch.setattr(module, "FOLLOW_SECONDS", 0.01)
    keys, tokens = await process(store)
    following = asyncio.create_task(keys.follow())
    store.rotate()

    await asyncio.sleep(0.2)

    assert jwt.get_unverified_header(tokens.issue(CLAIMS, now=NOW))["kid"] == NEW.kid
    following.cancel()


async def test_it_goes_on_while_the_store_does_not_answer(store: StoredKeys, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "FOLLOW_SECONDS", 0.01)
    keys, tokens = await process(store)
    following = asyncio.create_task(keys.follow())
    token = tokens.issue(CLAIMS, now=NOW)

    store.error = SecretUnreadableError("another master key")
    await asyncio.sleep(0.1)
    assert await tokens.read(token) == CLAIMS
    with pytest.raises(TokenInvalidError):
        await tokens.read(JwtTokens(FollowedRing(NEW), issuer="pytake", audience="api").issue(CLAIMS, now=NOW))
    store.error = None
    store.rotate()
    await asyncio.sleep(0.1)

    assert keys.signing()[0] == NEW.kid
    following.cancel()


async def test_an_emptied_table_is_no_rotation(store: StoredKeys, time: list[float]):
    keys, tokens = await process(store)
    token = tokens.issue(CLAIMS, now=NOW)
    store.keys = []
    time[0] += 60

    await keys.find("forged")

    assert await tokens.read(token) == CLAIMS


async def test_a_revoked_key_reads_nothing_any_more(store: StoredKeys, time: list[float]):
    keys, tokens = await process(store)
    token = tokens.issue(CLAIMS, now=NOW)
    store.keys = [NEW]
    time[0] += 60
    await keys.find(NEW.kid)

    with pytest.raises(TokenInvalidError):
        await tokens.read(token)


async def test_the_first_process_makes_the_first_key():
    store = StoredKeys()

    keys, _ = await process(store)

    assert [key.kid for key in store.keys] == [keys.signing()[0]]


async def test_where_all_are_retired_a_new_one_is_made():
    store = StoredKeys(msgspec.structs.replace(OLD, retired=True))

    keys, _ = await process(store)

    assert keys.signing()[0] != OLD.kid
    assert keys.checking(OLD.kid) is not None


class FollowedRing(FollowedKeys):
    """A ring with one key, of somebody else."""

    def __init__(self, key: SigningKey) -> None:
        super().__init__(StoredKeys(key))
        self.replace([key])
