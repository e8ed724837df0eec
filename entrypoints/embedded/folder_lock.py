"""One owner at a time: the lock that a process holds while its services run in a folder."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from entrypoints.embedded.errors import FolderInUseError, FolderUnusableError

LOCK_FILE = "owner.lock"


@contextmanager
def own_folder(folder: Path) -> Iterator[None]:
    """Own the folder while the block runs; the kernel lets go when the process ends, however it ends.

    The file stays: removing it would let two processes lock two files of the same name.
    """
    descriptor = _open_lock(folder / LOCK_FILE)
    try:
        _take_lock(descriptor, folder=folder)
        os.truncate(descriptor, 0)
        os.write(descriptor, str(os.getpid()).encode())
        yield
    finally:
        os.close(descriptor)


def _open_lock(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        raise FolderUnusableError(
            f"cannot write in {path.parent} ({error.strerror}): make it writable for this user, "
            "or choose another folder",
        ) from error


def _take_lock(descriptor: int, *, folder: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        owner = os.read(descriptor, 20).decode(errors="replace") or "unknown"
        raise FolderInUseError(
            f"process {owner} already runs the embedded services of {folder}: stop it, or choose another folder",
        ) from error
