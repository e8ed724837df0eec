"""Somebody follows a signed address."""

from collections.abc import AsyncIterator

from application.media.file_addresses import Ticket, text_of
from application.media.opened_file import OpenedFile, begun, opened
from application.ports.clock import Clock
from application.ports.file_store import FileStore
from application.ports.signatures import Signatures
from application.ports.unit_of_work import UnitOfWork
from domain.media.errors import BadSignatureError


class OpenFile:
    """Open a file for whoever holds a signed address that is not over. No permission: the address is the right."""

    def __init__(self, uow: UnitOfWork, *, store: FileStore, signatures: Signatures, clock: Clock) -> None:
        self._uow, self._store, self._signatures, self._clock = uow, store, signatures, clock

    async def __call__(self, ticket: Ticket) -> OpenedFile:
        """Give what is there. Raises BadSignatureError, MediaNotFoundError, MediaNotReadyError, NoThumbnailError."""
        text = text_of(ticket.tenant_id, ticket.media_id, ticket.variant, ticket.expires)
        is_right = self._signatures.is_right(text, signature=ticket.signature)
        if not is_right or ticket.expires < self._clock.now().timestamp():
            raise BadSignatureError("The address was changed or is over: ask for the file's metadata again.")
        async with self._uow(ticket.tenant_id) as tx:
            media = await tx.media.get(ticket.media_id)
        return opened(media, variant=ticket.variant)

    async def read(self, file: OpenedFile, *, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """Begin to give its bytes, from `start` to before `end`. Raises MediaNotFoundError, StoreUnavailableError."""
        return await begun(self._store.read(file.key, start=start, end=end))
