import secrets
from collections.abc import Iterable

from msgspec import Struct

from simulator.wire import JsonObject

UPLOAD = "upload:"
"""How the ids of upload sessions begin, which is how a POST to a node is known to be one."""


class Upload(Struct, frozen=True, kw_only=True):
    """A file that is to come."""

    mime_type: str
    length: int


class UploadStore:
    """Uploads that were begun, and the handles of those that came."""

    def __init__(self) -> None:
        self._open: dict[str, Upload] = {}
        self._handles: set[str] = set()

    def begin(self, session: str, upload: Upload) -> None:
        """Wait for one."""
        self._open[session] = upload

    def find(self, session: str) -> Upload | None:
        """Give one that is waited for."""
        return self._open.get(session)

    def finish(self, session: str) -> str:
        """Give the handle of one that came."""
        del self._open[session]
        handle = f"4::{secrets.token_urlsafe(24)}"
        self._handles.add(handle)
        return handle

    def unknown_handle(self, components: Iterable[JsonObject]) -> str | None:
        """Give a header's handle that nothing was uploaded for; "" for a file's header that has none."""
        for component in components:
            if component.get("type") != "HEADER" or component.get("format") not in ("IMAGE", "VIDEO", "DOCUMENT"):
                continue
            example = component.get("example")
            handles = example.get("header_handle") if isinstance(example, dict) else None
            handle = handles[0] if isinstance(handles, list) and handles else ""
            if handle not in self._handles:
                return str(handle)
        return None
