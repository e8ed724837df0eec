"""What the doctor found at one hop."""

import msgspec


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A hop, whether it holds, what was seen, and what to do where it does not."""

    hop: str
    ok: bool
    seen: str = ""
    fix: str = ""


def good(hop: str, seen: str = "") -> Finding:
    """Note a hop that holds."""
    return Finding(hop=hop, ok=True, seen=seen)


def broken(hop: str, seen: str, *, fix: str) -> Finding:
    """Note a broken hop and its fix."""
    return Finding(hop=hop, ok=False, seen=seen, fix=fix)
