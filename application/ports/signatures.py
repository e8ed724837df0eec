"""Addresses that work for whoever has them, for a while."""

from typing import Protocol


class Signatures(Protocol):
    """Signs what an address says, with a key of its own that every process of this installation has."""

    def sign(self, text: str) -> str:
        """Give a signature that fits into an address."""
        ...

    def is_right(self, text: str, *, signature: str) -> bool:
        """Whether it is ours, compared in constant time."""
        ...
