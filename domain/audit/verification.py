"""Whether a chain is as it was written: entry by entry, then its end, and what was anchored outside the database."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec

from domain.audit.chain import BEGINNING, hash_of
from domain.audit.entry import Head, Link


class BreakReason(StrEnum):
    """What is wrong where a chain breaks."""

    EDITED = "edited"
    """The entry is not what its hash, or the entry after it, was made of."""
    MISSING = "missing"
    """There is no entry with this number, and there are later ones."""
    INSERTED = "inserted"
    """The entry was not there when the next one was written."""
    REORDERED = "reordered"
    """The entry does not stand where it was written: entries were moved, or removed and numbered anew."""
    FORKED = "forked"
    """There are two entries with this number."""
    TRUNCATED = "truncated"
    """Entries at the end are gone: from this number on."""
    HEAD_LOST = "head_lost"
    """There are entries and no head that says where they end."""
    REWRITTEN = "rewritten"
    """The chain is sound and is not the one that was anchored; `since` is the first number that may be wrong."""


class Break(msgspec.Struct, frozen=True, kw_only=True):
    """The first number at which a chain is not what was written, and why."""

    seq: int
    reason: BreakReason
    since: int | None = None


class Walk:
    """Follows a chain from a known end, link by link in the order (seq, id), until it breaks.

    `anchors` are hashes that were kept elsewhere, by number; None for a number of which two were kept.
    """

    def __init__(self, start: Head = BEGINNING, *, anchors: Mapping[int, bytes | None] | None = None) -> None:
        self._before, self._last = start, start
        self._anchors = dict(anchors or {})
        self._sound_until = start.seq

    @property
    def end(self) -> Head:
        """Where the walk is."""
        return self._last

    def follow(self, links: Iterable[Link]) -> Break | None:
        """Go on; give the first break."""
        for link in links:
            if found := self._break_at(link) or self._unlike_its_anchor(link):
                return found
            self._before, self._last = self._last, Head(seq=link.entry.seq, hash=link.hash)
        return None

    def arrive(self, head: Head | None) -> Break | None:
        """Compare the end with the head and with what was anchored beyond; give a break."""
        last = self._last
        if head is None and last != BEGINNING:
            return Break(seq=last.seq + 1, reason=BreakReason.HEAD_LOST)
        head = head or BEGINNING
        if head.seq > last.seq or any(seq > last.seq for seq in self._anchors):
            return Break(seq=last.seq + 1, reason=BreakReason.TRUNCATED)
        if head.seq < last.seq:
            return Break(seq=head.seq + 1, reason=BreakReason.INSERTED)
        return None if head.hash == last.hash else Break(seq=last.seq, reason=BreakReason.EDITED)

    def _break_at(self, link: Link) -> Break | None:
        seq, last = link.entry.seq, self._last
        if seq == last.seq and last != BEGINNING:
            return Break(seq=seq, reason=BreakReason.FORKED)
        if seq <= last.seq:
            return Break(seq=seq, reason=BreakReason.INSERTED)
        if seq > last.seq + 1:
            return Break(seq=last.seq + 1, reason=BreakReason.MISSING)
        belongs_here = link.hash == hash_of(link.entry, previous=last.hash)
        if belongs_here and link.previous_hash == last.hash:
            return None
        if belongs_here or link.previous_hash == last.hash:
            return Break(seq=seq, reason=BreakReason.EDITED)
        return self._torn_before(link)

    def _torn_before(self, link: Link) -> Break:
        """Say which side of a torn link is wrong: the entry that its neighbours do not know."""
        seq, last = link.entry.seq, self._last
        if link.previous_hash == self._before.hash and self._before != last:
            return Break(seq=last.seq, reason=BreakReason.INSERTED)
        if link.hash != hash_of(link.entry, previous=link.previous_hash):
            return Break(seq=seq, reason=BreakReason.REORDERED)
        return Break(seq=max(last.seq, 1), reason=BreakReason.EDITED)

    def _unlike_its_anchor(self, link: Link) -> Break | None:
        seq = link.entry.seq
        if self._anchors.get(seq, link.hash) != link.hash:
            return Break(seq=seq, reason=BreakReason.REWRITTEN, since=self._sound_until + 1)
        if seq in self._anchors:
            self._sound_until = seq
        return None
