"""E-mail that PyTake itself sends to the people who use it."""

from typing import Protocol

import msgspec


class Email(msgspec.Struct, frozen=True, kw_only=True):
    """One e-mail, in both forms; `kind` names its template for logs, which hold nothing else of it."""

    kind: str
    to: str
    subject: str
    text: str
    html: str

    def __repr__(self) -> str:
        """Show neither address nor text."""
        return f"Email(kind={self.kind!r})"


class Mailer(Protocol):
    """Hands an e-mail over to whoever delivers it."""

    async def send(self, email: Email) -> None:
        """Return when it was taken. Raises MailRefusedError (never will be) and MailUnavailableError (later)."""
        ...


class EmailTemplates(Protocol):
    """Writes e-mails from their templates."""

    def write(self, kind: str, *, to: str, language: str, values: dict[str, str]) -> Email:
        """Fill in a template in `pt-BR` or `en`. Raises KeyError for an unknown kind or a missing value."""
        ...


class MailRefusedError(Exception):
    """The server will never take this e-mail; its address is wrong, for one."""


class MailUnavailableError(Exception):
    """The server does not answer, or says later."""
