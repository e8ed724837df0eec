"""PostgreSQL and Redis of this run's own, durable, to be stopped and killed at will."""

import asyncio
import shutil
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from adapters.postgres import migrations
from entrypoints.embedded.erase import erase_folder
from entrypoints.embedded.services import RunningServices, start_services
from tests.servers import LOGIN, Servers, address, clone_template

TEMPLATE = "pytake_fault_template"


class Machine:
    """The servers, and the thread that owns them: a server dies with the thread that started it."""

    def __init__(self, services: RunningServices, *, folder: Path, thread: ThreadPoolExecutor) -> None:
        self.services, self.folder = services, folder
        self._thread = thread
        self._databases = 0

    async def do(self, action: Callable[[], object]) -> None:
        """Do something to a server while the customers go on writing."""
        await asyncio.get_running_loop().run_in_executor(self._thread, action)

    async def restart_postgres(self, *, seconds_away: float) -> None:
        """Drop PostgreSQL as a crash does and start it again: it recovers from its log."""
        await self.do(lambda: self.services.postgres.stop(mode="immediate"))
        await asyncio.sleep(seconds_away)
        await self.do(self.services.postgres.start)

    async def mend(self) -> None:
        """Have both run, whatever a test did."""
        await self.do(self.services.postgres.start)
        await self.do(self.services.redis.start)

    async def new_database(self) -> tuple[str, str]:
        """Give a fresh migrated database: its address for its owner, and for the application's login."""
        self._databases += 1
        servers = Servers(owner_url=self.services.services.owner_url, redis_url="", template=TEMPLATE)
        owner_url = await clone_template(servers, name=f"pytake_fault_{self._databases}")
        return owner_url, address(owner_url, user=LOGIN)


@contextmanager
def running_machine() -> Iterator[Machine]:
    """Start the servers in a folder of their own; stop and erase at the end."""
    folder = Path(tempfile.mkdtemp(prefix="pytake-faults-"))
    folder.chmod(0o711)  # the servers' account must be able to pass
    with ThreadPoolExecutor(1) as thread:
        services = thread.submit(start_services, folder=folder / "data").result()
        try:
            thread.submit(asyncio.run, _make_template(services.services.owner_url)).result()
            yield Machine(services, folder=folder, thread=thread)
        finally:
            thread.submit(services.stop).result()
            erase_folder(folder=folder / "data")
            shutil.rmtree(folder)


async def _make_template(owner_url: str) -> None:
    empty = Servers(owner_url=owner_url, redis_url="", template="template1")
    url = await clone_template(empty, name=TEMPLATE)
    await migrations.upgrade(url)
    await migrations.ensure_login(url, name=LOGIN)
