"""Files of the Cloud API: asked for, downloaded, uploaded (reference 5)."""

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from urllib.parse import quote
from uuid import uuid4

import msgspec

from adapters.whatsapp.cloud.failures import from_response
from adapters.whatsapp.cloud.transport import Answer, GraphTransport, Request, Upload
from adapters.whatsapp.shared.unanswered import NeverSentError, NotAnsweredError, WrongSettingsError
from application.ports.downloads import DownloadError, DownloadProblem, Downloads
from application.ports.provider_files import NotFetchedError, OutgoingFile, Placed, RemoteFile
from application.ports.whatsapp import Credentials
from domain.media.errors import MediaProblem
from domain.media.hashes import sha256_in
from domain.whatsapp.failures import FailureKind, SendFailure

DOWNLOAD_HOSTS = frozenset({"lookaside.fbsbx.com"})
"""Where Meta's files lie; the token goes there and nowhere else (reference 5.2)."""

KEEPS = timedelta(days=25)
"""Meta forgets uploads after 30 days; a message that waits in its queue must still find its file."""

_GONE = frozenset({"100", "131052", "131014"})  # no such object any more; media download error
_PLAIN = re.compile(r"[^\x20-\x7e]|[\"\\]", re.ASCII)


class _Media(msgspec.Struct):
    url: str | None = None
    sha256: str | None = None
    file_size: int | str | None = None


class _Uploaded(msgspec.Struct):
    id: str | int | None = None


_MEDIA = msgspec.json.Decoder(_Media)
_UPLOADED = msgspec.json.Decoder(_Uploaded)


class CloudFiles:
    """Implements ProviderFiles at Graph; files themselves come by `downloads`, from Meta's host only."""

    def __init__(self, graph: GraphTransport, *, downloads: Downloads, hosts: frozenset[str] = DOWNLOAD_HOSTS) -> None:
        self._graph, self._downloads, self._hosts = graph, downloads, hosts

    @asynccontextmanager
    async def fetch(self, provider_media_id: str, *, credentials: Credentials) -> AsyncIterator[RemoteFile]:
        """Ask for the file's address, which lives five minutes, and begin to read. Raises NotFetchedError."""
        media = await self._look_up(provider_media_id, credentials)
        if not media.url:
            raise NotFetchedError(MediaProblem.UNREACHABLE, "no address", may_come=True)
        with _translated():
            async with self._downloads.open(media.url, hosts=self._hosts, token=credentials.access_token) as download:
                yield RemoteFile(chunks=_chunks(download.chunks), sha256=sha256_in(media.sha256), size=download.size)

    async def place(self, file: OutgoingFile, *, credentials: Credentials) -> Placed | SendFailure:
        """Upload a file to the number's account; a failure is a value."""
        path = f"{quote(credentials.phone_number_id, safe='')}/media"
        request = Request(method="POST", path=path, token=credentials.access_token, upload=_form(file))
        try:
            answer = await self._graph.call(request)
        except NotAnsweredError as error:
            return _not_answered(error)
        except OSError as error:
            return SendFailure(kind=FailureKind.UNAVAILABLE, code="FILE_UNREADABLE", detail=type(error).__name__)
        return _placed(answer) if answer.is_success else _refused(answer)

    async def _look_up(self, provider_media_id: str, credentials: Credentials) -> _Media:
        request = Request(
            method="GET",
            path=quote(provider_media_id, safe=""),
            token=credentials.access_token,
            query={"phone_number_id": credentials.phone_number_id},
        )
        try:
            answer = await self._graph.call(request)
        except NotAnsweredError as error:
            raise NotFetchedError(MediaProblem.UNREACHABLE, error.code, may_come=True) from error
        if not answer.is_success:
            failure = from_response(status=answer.status, body=answer.body)
            is_gone = failure.code in _GONE
            problem = MediaProblem.GONE if is_gone else MediaProblem.UNREACHABLE
            raise NotFetchedError(problem, failure.code, may_come=not is_gone)
        try:
            return _MEDIA.decode(answer.body)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise NotFetchedError(MediaProblem.UNREACHABLE, "unreadable answer", may_come=True) from error


async def _chunks(chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    with _translated():
        async for chunk in chunks:
            yield chunk


@contextmanager
def _translated() -> Iterator[None]:
    """Say it in the port's words; an expired address may come again, as the next try begins with the look-up."""
    try:
        yield
    except DownloadError as error:
        is_refused = error.problem is DownloadProblem.ADDRESS_REFUSED
        problem = MediaProblem.ADDRESS_REFUSED if is_refused else MediaProblem.UNREACHABLE
        raise NotFetchedError(problem, str(error), may_come=not is_refused) from error


def _form(file: OutgoingFile) -> Upload:
    """Write a multipart form around the file as it is read (RFC 7578); the type is the one we sniffed."""
    mark = uuid4().hex
    before = "".join(
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in (("messaging_product", "whatsapp"), ("type", file.mime))
    )
    named = _PLAIN.sub("_", file.filename)
    before += (
        f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{named}"\r\n'
        f"Content-Type: {file.mime}\r\n\r\n"
    )
    head, tail = before.encode(), f"\r\n--{mark}--\r\n".encode()

    async def chunks() -> AsyncIterator[bytes]:
        yield head
        async for chunk in file.open():
            yield chunk
        yield tail

    length = len(head) + file.size + len(tail)
    return Upload(chunks=chunks(), length=length, content_type=f"multipart/form-data; boundary={mark}")


def _placed(answer: Answer) -> Placed | SendFailure:
    try:
        found = _UPLOADED.decode(answer.body).id
    except (msgspec.MsgspecError, UnicodeDecodeError):
        found = None
    if not found:
        return SendFailure(kind=FailureKind.UNAVAILABLE, code="UNREADABLE_ANSWER", detail="The upload has no id.")
    return Placed(provider_media_id=str(found), keeps=KEEPS)


def _not_answered(error: NotAnsweredError) -> SendFailure:
    """Nothing was sent to anybody yet, so that whatever happened may be tried again."""
    kind = FailureKind.MISCONFIGURED if isinstance(error, WrongSettingsError) else FailureKind.UNAVAILABLE
    code = error.code if isinstance(error, NeverSentError | WrongSettingsError) else "UPLOAD_NOT_ANSWERED"
    return SendFailure(kind=kind, code=code, detail=str(error))


def _refused(answer: Answer) -> SendFailure:
    failure = from_response(status=answer.status, body=answer.body, retry_after=answer.retry_after)
    if failure.kind is FailureKind.UNKNOWN:
        return msgspec.structs.replace(failure, kind=FailureKind.UNAVAILABLE)
    return failure
