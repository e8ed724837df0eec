"""Files on their way from and to one provider."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from typing import Protocol

import msgspec

from application.ports.whatsapp import Credentials
from domain.media.errors import MediaProblem
from domain.media.kinds import MediaKind
from domain.shared.content import Content
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.failures import SendFailure


class NotFetchedError(Exception):
    """The provider did not hand a file out; `may_come` says whether asking again later may help."""

    def __init__(self, problem: MediaProblem, detail: str, *, may_come: bool) -> None:
        super().__init__(f"{problem}: {detail}")
        self.problem = problem
        self.may_come = may_come


class RemoteFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file that begins to come; reading `chunks` raises NotFetchedError. `sha256` as the provider says."""

    chunks: AsyncIterator[bytes]
    sha256: bytes | None = None
    size: int | None = None


class OutgoingFile(msgspec.Struct, frozen=True, kw_only=True):
    """A stored file for a provider; `open` begins to read it, anew each time. `size` in bytes.

    `link` makes an address of ours that works for some minutes, for a provider that fetches files itself.
    """

    kind: MediaKind
    mime: str
    size: int
    filename: str
    open: Callable[[], AsyncIterator[bytes]]
    link: Callable[[], Awaitable[str]]


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """Where the provider has it or finds it, one of both; `keeps` is how long that holds, None for this once."""

    provider_media_id: str | None = None
    link: str | None = None
    keeps: timedelta | None = None


class ProviderFiles(Protocol):
    """One provider's files."""

    def fetch(self, provider_media_id: str, *, credentials: Credentials) -> AbstractAsyncContextManager[RemoteFile]:
        """Have a file handed out, asking for its address anew. Raises NotFetchedError."""
        ...

    async def place(self, file: OutgoingFile, *, credentials: Credentials) -> Placed | SendFailure:
        """Bring a file where a message can name it; a failure is a value."""
        ...


class MediaForProvider(Protocol):
    """What the number's lane asks before it sends: files of ours become files that the provider knows."""

    async def place(
        self, content: Content, *, tenant_id: TenantId, config_id: WhatsAppConfigId, credentials: Credentials
    ) -> Content | SendFailure:
        """Give the content to send, which is the same where it holds no file of ours. A failure is a value."""
        ...

    async def forget(self, content: Content, *, tenant_id: TenantId, config_id: WhatsAppConfigId) -> None:
        """Note that the provider lost the file, so that it is brought again."""
        ...
