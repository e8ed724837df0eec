"""Passwords: Argon2id in threads of its own, so that neither the event loop nor the other threads wait for it."""

import asyncio
import base64
import secrets
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

LANES = 1
"""One instead of RFC 9106's four: a server has more people logging in than idle cores."""
SALT_BYTES = 16
HASH_BYTES = 32
THREADS = 2
"""Logins hashed at the same time: bounds the memory to 128 MiB and leaves the cores to the rest."""


class Cost(NamedTuple):
    """What one guess costs: memory in KiB, and how often it is filled."""

    memory_kib: int
    passes: int


COST = Cost(memory_kib=64 * 1024, passes=3)
"""RFC 9106's second recommendation: 64 MiB, which is what makes guessing on graphics cards expensive. Measured against
OWASP's minimum by `python -m benchmarks passwords`; strings of another cost are hashed anew at the next login."""


class Argon2Passwords:
    """Hashes and checks passwords with Argon2id; the stored string carries its parameters."""

    def __init__(self, *, threads: int = THREADS, cost: Cost = COST) -> None:
        self._hasher = PasswordHasher(cost.passes, cost.memory_kib, LANES, HASH_BYTES, SALT_BYTES, type=Type.ID)
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="argon2")
        self._nobodys_hash = _hash_of_nothing(cost)

    async def hash(self, password: str) -> str:
        """Give the string to store."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._hasher.hash, _same_bytes(password))

    async def matches(self, password: str, *, password_hash: str | None) -> bool:
        """Compare; with None it takes as long and says no."""
        stored = self._nobodys_hash if password_hash is None else password_hash
        return await asyncio.get_running_loop().run_in_executor(
            self._threads, self._verify, stored, _same_bytes(password)
        )

    def needs_rehash(self, password_hash: str) -> bool:
        """Say whether the string was made with other parameters than ours, or is none of Argon2's."""
        try:
            return self._hasher.check_needs_rehash(password_hash)
        except InvalidHashError:
            return True

    def close(self) -> None:
        """Let the threads end."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _verify(self, stored: str, password: bytes) -> bool:
        try:
            return self._hasher.verify(stored, password)
        except (VerificationError, InvalidHashError):
            return False


def _same_bytes(password: str) -> bytes:
    """Give the same bytes for `ç` whether a keyboard sends it as one character or as two (NIST SP 800-63B: NFKC)."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")


def _hash_of_nothing(cost: Cost) -> str:
    """Give a well-formed hash with our parameters that no password has."""
    salt, tag = (base64.b64encode(secrets.token_bytes(size)).decode().rstrip("=") for size in (SALT_BYTES, HASH_BYTES))
    return f"$argon2id$v=19$m={cost.memory_kib},t={cost.passes},p={LANES}${salt}${tag}"
