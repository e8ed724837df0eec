"""The development twin of a mail server: a folder with one `.eml` file an e-mail, that any mail program opens."""

import asyncio
import os
from pathlib import Path

from adapters.email.message import Letterhead
from application.ports.emails import Email, MailUnavailableError
from application.ports.ids import Ids


class OutboxMailer:
    """Writes e-mails into a folder, which only this user may read, in the order of their names."""

    def __init__(self, folder: Path, *, letterhead: Letterhead, ids: Ids) -> None:
        self._folder, self._letterhead, self._ids = folder, letterhead, ids

    async def send(self, email: Email) -> None:
        """Return when the file is there. Raises MailRefusedError, MailUnavailableError."""
        message = self._letterhead.message(email)
        try:
            await asyncio.to_thread(self._write, message.as_bytes(), f"{self._ids.new()}-{email.kind}.eml")
        except OSError as error:
            raise MailUnavailableError("the outbox cannot be written") from error

    def _write(self, body: bytes, name: str) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = self._folder / f".{name}"
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(body)
        unfinished.rename(self._folder / name)
