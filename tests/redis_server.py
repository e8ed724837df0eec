"""A Redis of one test module's own, that it may kill."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from entrypoints.embedded.erase import erase_folder
from entrypoints.embedded.services import RunningServices, start_services


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
