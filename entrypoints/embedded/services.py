"""PostgreSQL and Redis of our own, started as real processes for one machine without servers to install."""

import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from entrypoints.embedded.account import server_account
from entrypoints.embedded.binaries import postgres_binaries, redis_binary
from entrypoints.embedded.errors import EmbeddedServiceError, NotStartedError
from entrypoints.embedded.folder_lock import own_folder
from entrypoints.embedded.folders import Place, find_place, prepare_folder, remove_sockets
from entrypoints.embedded.postgres_server import PostgresServer
from entrypoints.embedded.redis_server import RedisServer


class EmbeddedServices(msgspec.Struct, frozen=True, kw_only=True):
    """What runs and how to reach it; the address of a service that was not asked for is empty."""

    owner_url: str
    redis_url: str
    data_folder: Path


class RunningServices:
    """The services of one folder while we own it; leaving the `with` block stops them."""

    def __init__(
        self,
        *,
        data_folder: Path,
        postgres: PostgresServer | None,
        redis: RedisServer | None,
        undo: ExitStack,
    ) -> None:
        self._postgres = postgres
        self._redis = redis
        self._undo = undo
        self.services = EmbeddedServices(
            owner_url=postgres.url if postgres else "",
            redis_url=redis.url if redis else "",
            data_folder=data_folder,
        )

    @property
    def postgres(self) -> PostgresServer:
        """The PostgreSQL server, to stop, kill and start again."""
        if self._postgres is None:
            raise NotStartedError("PostgreSQL was not asked for: call start_services with postgres=True")
        return self._postgres

    @property
    def redis(self) -> RedisServer:
        """The Redis server, to stop, kill and start again."""
        if self._redis is None:
            raise NotStartedError("Redis was not asked for: call start_services with redis=True")
        return self._redis

    def stop(self) -> None:
        """Stop what runs, remove the sockets and let go of the folder; the second call does nothing."""
        self._undo.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


def start_services(
    *,
    folder: Path,
    durable: bool = True,
    postgres: bool = True,
    redis: bool = True,
    postgres_bin: Path | None = None,
) -> RunningServices:
    """Start the services of this folder and return when they answer; raise EmbeddedServiceError if they cannot.

    Without `durable`, PostgreSQL is faster and a crash of the machine (not of the server) may lose its data.
    """
    with ExitStack() as undo, explained(folder):
        asked = prepare_folder(folder)
        undo.enter_context(own_folder(asked))
        place = find_place(asked=asked, account=server_account())
        undo.callback(remove_sockets, place)
        redis_server = _start_redis(place, undo=undo) if redis else None
        postgres_server = None
        if postgres:
            binaries = postgres_binaries(place=place, given=postgres_bin)
            postgres_server = PostgresServer(place=place, binaries=binaries, durable=durable)
            undo.callback(postgres_server.stop)
            postgres_server.start()
        return RunningServices(
            data_folder=place.home,
            postgres=postgres_server,
            redis=redis_server,
            undo=undo.pop_all(),
        )


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Say for which folder the system refused something that no better message covers (a full disk and the like)."""
    try:
        yield
    except (OSError, subprocess.TimeoutExpired) as error:
        raise EmbeddedServiceError(
            f"the embedded services of {folder} could not start: {error}; mend this, choose another folder, "
            "or set DATABASE_URL and REDIS_URL",
        ) from error


def _start_redis(place: Place, *, undo: ExitStack) -> RedisServer:
    server = RedisServer(place=place, binary=redis_binary(place=place))
    undo.callback(server.stop)
    server.start()
    return server
