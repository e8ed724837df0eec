"""A PostgreSQL of one test's own, that it may stop, or of another version."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from entrypoints.embedded.erase import erase_folder
from entrypoints.embedded.services import RunningServices, start_services


@contextmanager
def own_postgres(binaries: Path | None = None) -> Iterator[RunningServices]:
    parent = Path(tempfile.mkdtemp(prefix="pytake-postgres-"))
    parent.chmod(0o711)  # the server's account must be able to pass
    try:
        with start_services(folder=parent / "data", durable=False, redis=False, postgres_bin=binaries) as running:
            yield running
    finally:
        erase_folder(folder=parent / "data")
        shutil.rmtree(parent)
