"""What is done with files by programs that read pictures and sounds; all of it away from the event loop, bounded."""

from pathlib import Path
from typing import Protocol

import msgspec


class Sniffed(msgspec.Struct, frozen=True, kw_only=True):
    """What a file is by its bytes: None for what nobody knows; `is_active` for what a browser or computer would run."""

    mime: str | None
    is_active: bool = False


class Looks(msgspec.Struct, frozen=True, kw_only=True):
    """Sides in pixels, length in milliseconds, and a small JPEG, where there are such."""

    width: int | None = None
    height: int | None = None
    duration_ms: int | None = None
    is_animated: bool = False
    thumbnail: bytes | None = None


class MediaTools(Protocol):
    """Each method raises MediaRefusedError for a file that is damaged, too large to draw, or takes too long."""

    async def sniff(self, path: Path) -> Sniffed:
        """Say what a file is."""
        ...

    async def clean_picture(self, path: Path) -> Looks:
        """Turn a picture the right way up and write it without notes of its maker: place, camera, comments, tails."""
        ...

    async def watch(self, path: Path) -> Looks:
        """Measure a film or a sound, and draw a film's first picture."""
        ...

    async def make_voice(self, source: Path, *, target: Path) -> Looks:
        """Write a recording as Ogg with Opus, mono, which is what a voice note is."""
        ...
