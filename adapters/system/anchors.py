"""Anchors in a file: one line of JSON each. Put it on another machine's disk, or one that only takes more."""

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path

import msgspec

from domain.audit.anchors import Anchor
from domain.shared.errors import UnavailableError

OWNER_ONLY = 0o600


class FileAnchors:
    """Appends to a file; without a path it keeps nothing."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    async def append(self, anchors: Sequence[Anchor]) -> None:
        """Write the lines at once and wait for the disk. Raises UnavailableError."""
        if self._path is not None and anchors:
            lines = b"".join(msgspec.json.encode(anchor) + b"\n" for anchor in anchors)
            await asyncio.to_thread(_append, self._path, lines)


def _append(path: Path, lines: bytes) -> None:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, OWNER_ONLY)
        with os.fdopen(handle, "ab") as file:
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise UnavailableError("The audit anchors cannot be written.") from error
