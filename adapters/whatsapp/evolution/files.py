"""Files of Evolution API: fetched as base64, sent along as base64 or by an address (reference 5, 8)."""

import base64
import binascii
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import quote

import msgspec

from adapters.whatsapp.evolution.transport import EvolutionTransport, Request
from adapters.whatsapp.shared.unanswered import NotAnsweredError
from application.ports.provider_files import NotFetchedError, OutgoingFile, Placed, RemoteFile
from application.ports.whatsapp import Credentials
from domain.media.errors import MediaProblem
from domain.media.kinds import LIMITS
from domain.whatsapp.failures import FailureKind, SendFailure
from domain.whatsapp.instances import instance_of

LARGEST_BODY = max(LIMITS.values()) * 4 // 3 + 64 * 1024
"""Bytes: the largest file as base64, and what is said of it."""
LARGEST_ALONG = 16 * 1024 * 1024
"""Bytes that are sent along in one piece of memory; a larger file the server fetches at an address of ours."""
_NOT_FOUND = frozenset({400, 404})
"""The server's answers for a message it does not have, and also for one whose file WhatsApp does not give just now."""


class _File(msgspec.Struct):
    base64: str | None = None


_FILE = msgspec.json.Decoder(_File)


class EvolutionFiles:
    """Implements ProviderFiles. The provider's id of a file is that of the message that holds it."""

    def __init__(self, transport: EvolutionTransport) -> None:
        self._transport = transport

    @asynccontextmanager
    async def fetch(self, provider_media_id: str, *, credentials: Credentials) -> AsyncIterator[RemoteFile]:
        """Have the server read the file out of its message. Raises NotFetchedError."""
        body = await self._read(provider_media_id, credentials)
        try:
            found = base64.b64decode(_FILE.decode(body).base64 or "", validate=True)
        except (msgspec.MsgspecError, UnicodeDecodeError, binascii.Error) as error:
            raise NotFetchedError(MediaProblem.UNREACHABLE, "unreadable answer", may_come=True) from error
        yield RemoteFile(chunks=_once(found), size=len(found))

    async def place(self, file: OutgoingFile, *, credentials: Credentials) -> Placed | SendFailure:
        """Write the file into the message itself, or name an address of ours; nothing stays at the server."""
        del credentials
        if file.size > LARGEST_ALONG:
            return Placed(link=await file.link())
        try:
            body = b"".join([chunk async for chunk in file.open()])
        except OSError as error:
            return SendFailure(kind=FailureKind.UNAVAILABLE, code="FILE_UNREADABLE", detail=type(error).__name__)
        return Placed(link=f"data:{file.mime};base64,{base64.b64encode(body).decode()}")

    async def _read(self, message_id: str, credentials: Credentials) -> bytes:
        instance = quote(instance_of(credentials.phone_number_id), safe="")
        request = Request(
            method="POST",
            base_url=credentials.api_url or "",
            path=f"chat/getBase64FromMediaMessage/{instance}",
            key=credentials.access_token,
            content=msgspec.json.encode({"message": {"key": {"id": message_id}}, "convertToMp4": False}),
            limit=LARGEST_BODY,
        )
        try:
            answer = await self._transport.call(request)
        except NotAnsweredError as error:
            raise NotFetchedError(MediaProblem.UNREACHABLE, error.code, may_come=True) from error
        if not answer.is_success:
            problem = MediaProblem.GONE if answer.status in _NOT_FOUND else MediaProblem.UNREACHABLE
            raise NotFetchedError(problem, f"HTTP {answer.status}", may_come=True)
        return answer.body


async def _once(body: bytes) -> AsyncIterator[bytes]:
    yield body
