"""The text of an API key is made: the step that creating and rotating one share."""

import secrets

import msgspec

from domain.identity.api_key_text import ALPHABET, PREFIX_CHARS, read_api_key, write_api_key
from domain.shared.digest import digest_of

SECRET_BYTES = 32
"""256 bits: nobody guesses one, so a fast hash of it is enough to keep."""


class NewKey(msgspec.Struct, frozen=True, kw_only=True):
    """A key's text, which is shown once, and what is kept of it."""

    text: str
    prefix: str
    digest: bytes

    def __repr__(self) -> str:
        """Show no text."""
        return f"NewKey(prefix={self.prefix!r})"


def new_key() -> NewKey:
    """Draw one."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(PREFIX_CHARS))
    text = write_api_key(letters=letters, secret=secrets.token_urlsafe(SECRET_BYTES))
    return NewKey(text=text, prefix=read_api_key(text) or "", digest=digest_of(text))
