"""The passwords that are tried first."""

from typing import Protocol


class CommonPasswords(Protocol):
    """A list of them, and of the words they are made of; case-folded."""

    def __contains__(self, word: object) -> bool:
        """Whether it is on the list."""
        ...
