"""Signing keys that follow the stored ones, so that a rotation needs no restart."""

import asyncio
from time import monotonic

import structlog
from cryptography.hazmat.primitives.asymmetric import rsa

from adapters.crypto.key_ring import KeyRing
from application.ports.clock import Clock
from application.ports.signing_keys import KeyPairs, SigningKeys

FOLLOW_SECONDS = 30.0
"""A new key signs here after this at the latest: half of the minute that a rotation promises."""
SEEK_SECONDS = 1.0
"""Unknown `kid`s make us look at most this often: a flood of forged tokens costs one small query a second."""

_log = structlog.get_logger(__name__)


class FollowedKeys(KeyRing):
    """Reads the stored keys at its start, every half minute, and when a token names a key that is not known.

    While the database is away, or its keys do not open, it goes on with those it has.
    """

    def __init__(self, store: SigningKeys) -> None:
        super().__init__(())
        self._store = store
        self._looked_at = float("-inf")
        self._seeking = asyncio.Lock()

    async def start(self, *, pairs: KeyPairs, clock: Clock) -> None:
        """Read the keys; the platform's first one is made by whoever needs it first."""
        if all(key.retired for key in await self._store.active()):
            await self._store.add_first(pairs.new(), at=clock.now())
        await self._load()

    async def find(self, kid: str) -> rsa.RSAPublicKey | None:
        """Find the key that a token says it was signed with, looking for it once if it is unknown."""
        if self.checking(kid) is None:
            async with self._seeking:
                if self.checking(kid) is None and monotonic() - self._looked_at >= SEEK_SECONDS:
                    await self._load_or_keep()
        return self.checking(kid)

    async def follow(self) -> None:
        """Go on for ever."""
        while True:
            await asyncio.sleep(FOLLOW_SECONDS)
            await self._load_or_keep()

    async def _load_or_keep(self) -> None:
        self._looked_at = monotonic()
        try:
            await self._load()
        except Exception as error:  # noqa: BLE001 - whatever it is, the keys in memory are good, and the next look may be
            _log.warning("signing_keys_not_read", error=type(error).__name__)

    async def _load(self) -> None:
        keys = await self._store.active()
        if keys:
            self.replace(keys)
        else:
            _log.warning("signing_keys_missing")  # an emptied table is no rotation: those in memory are ours still
