"""The files of the built dashboard, as a browser wants them: typed, and compressed where it can take that."""

import hashlib
import mimetypes
from collections.abc import Iterator
from pathlib import Path

import msgspec

BUILT = Path(__file__).parents[3] / "dashboard" / "dist"
"""Where `make dashboard` puts it."""
PAGE = "/index.html"
ENCODINGS = (("br", ".br"), ("gzip", ".gz"))
"""What the build writes beside each file that gets smaller by it, best first."""
FOR_EVER = "public, max-age=31536000, immutable"
"""Names of files below `assets/` change with their content."""
ASK_AGAIN = "no-cache"

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
}


class File(msgspec.Struct, frozen=True, kw_only=True):
    """One file; `bodies` are its encodings, `identity` among them, the smallest first."""

    media_type: str
    cache_control: str
    etag: str
    bodies: dict[str, bytes]

    def body_for(self, accepted: frozenset[str]) -> tuple[str, bytes]:
        """Give the encoding to answer with, and the bytes."""
        return next(
            (encoding, body) for encoding, body in self.bodies.items() if encoding in accepted or encoding == "identity"
        )


def read_files(folder: Path) -> dict[str, File]:
    """Read all of them, by path; an empty result where nothing was built. Some three megabytes, read once."""
    if not (folder / PAGE.removeprefix("/")).is_file():
        return {}
    compressed = {suffix for _, suffix in ENCODINGS}
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix not in compressed)
    return {f"/{path.relative_to(folder).as_posix()}": _read(path, folder=folder) for path in paths}


def _read(path: Path, *, folder: Path) -> File:
    bodies = dict(_bodies(path))
    return File(
        media_type=_TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream",
        cache_control=FOR_EVER if path.relative_to(folder).parts[0] == "assets" else ASK_AGAIN,
        etag=hashlib.sha256(bodies["identity"]).hexdigest()[:32],
        bodies=bodies,
    )


def _bodies(path: Path) -> Iterator[tuple[str, bytes]]:
    for encoding, suffix in ENCODINGS:
        beside = path.with_name(path.name + suffix)
        if beside.is_file():
            yield encoding, beside.read_bytes()
    yield "identity", path.read_bytes()
