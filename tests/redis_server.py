"""A Redis of one test module's own, that it may kill; and clients that a busy machine does not make give it up."""

import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest
from redis.asyncio import Redis

from adapters.redis import client as client_module
from adapters.redis.client import close_redis, connect_redis
from entrypoints.embedded.erase import erase_folder
from entrypoints.embedded.services import RunningServices, start_services

PATIENCE = 30.0
"""Seconds for an answer: a machine that is busy is no Redis that is away, which refuses connections at once."""


@asynccontextmanager
async def patient_client(url: str) -> AsyncIterator[Redis]:
    """Connect as the program does, but wait longer than it for an answer."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(client_module, "ANSWER_SECONDS", PATIENCE)
        patch.setattr(client_module, "CONNECT_SECONDS", PATIENCE)
        client = connect_redis(url)
    yield client
    await close_redis(client)


@contextmanager
def own_redis() -> Iterator[RunningServices]:
    folder = Path(tempfile.mkdtemp(prefix="pytake-redis-"))
    folder.chmod(0o711)  # the server's account must be able to pass
    try:
        with start_services(folder=folder / "data", postgres=False) as running:
            yield running
    finally:
        erase_folder(folder=folder / "data")
        folder.rmdir()
