"""Ends of chains that were kept outside the database, where whoever writes to the database cannot reach them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

import msgspec

from domain.shared.errors import InvalidError
from domain.shared.ids import TenantId

Sha256 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]


class AnchorsUnreadableError(InvalidError):
    """A line of the anchors is not one that we wrote; nothing is verified by halves."""

    code = "ANCHORS_UNREADABLE"


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """Where a tenant's chain ended at a time; a line of JSON. A log's line of it, which has more, is one too."""

    tenant_id: TenantId
    seq: Annotated[int, msgspec.Meta(ge=1)]
    hash: Sha256
    at: datetime | None = None


def read_anchors(lines: Iterable[bytes]) -> dict[TenantId, dict[int, bytes | None]]:
    """Give the anchored hashes by tenant and number; None where two were kept. Raises AnchorsUnreadableError."""
    kept: dict[TenantId, dict[int, bytes | None]] = defaultdict(dict)
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        anchor = _read(line, number)
        hashes, told = kept[anchor.tenant_id], bytes.fromhex(anchor.hash)
        hashes[anchor.seq] = told if hashes.get(anchor.seq, told) == told else None
    return dict(kept)


def _read(line: bytes, number: int) -> Anchor:
    try:
        return msgspec.json.decode(line, type=Anchor)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise AnchorsUnreadableError(f"Line {number} of the anchors is not one of ours.") from error
