"""Example files of templates, by Meta's resumable upload: an app's session, then the bytes (reference 5.3).

POST /{app-id}/uploads?file_name=…&file_length=…&file_type=…   →  {"id": "upload:…"}
POST /upload:…  with `Authorization: OAuth …`, `file_offset: 0`  →  {"h": "4::…"}
"""

from collections.abc import Awaitable, Callable
from urllib.parse import quote

import msgspec

from adapters.whatsapp.cloud.fields import Id, optional, text_of
from adapters.whatsapp.cloud.transport import Request, Upload
from application.ports.provider_files import OutgoingFile
from application.ports.whatsapp import ProviderRefusedError

Ask = Callable[[Request], Awaitable[msgspec.Raw]]


class _App(msgspec.Struct):
    app_id: Id = None


class _Inspected(msgspec.Struct):
    data: _App


class _Session(msgspec.Struct):
    id: Id = None


class _Handle(msgspec.Struct):
    h: str | None = None


_INSPECTED = msgspec.json.Decoder(_Inspected)
_SESSION = msgspec.json.Decoder(_Session)
_HANDLE = msgspec.json.Decoder(_Handle)


class ExampleUploads:
    """Uploads as the app that the number's token is of, which Graph tells."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    async def place(self, file: OutgoingFile, *, token: str) -> str:
        """Give the handle. Raises ProviderRefusedError."""
        app_id = await self._app(token)
        query = {"file_name": file.filename, "file_length": str(file.size), "file_type": file.mime}
        path = f"{quote(app_id, safe='')}/uploads"
        begun = optional(_SESSION, await self._ask(Request(method="POST", path=path, token=token, query=query)))
        session = _understood(text_of(begun.id) if begun else None)
        sent = Request(
            method="POST",
            path=quote(session, safe=":?=&%-_."),
            token=token,
            upload=Upload(chunks=file.open(), length=file.size, content_type=file.mime),
            headers={"Authorization": f"OAuth {token}", "file_offset": "0"},
        )
        placed = optional(_HANDLE, await self._ask(sent))
        return _understood(placed.h if placed else None)

    async def _app(self, token: str) -> str:
        request = Request(method="GET", path="debug_token", token=token, query={"input_token": token})
        inspected = optional(_INSPECTED, await self._ask(request))
        return _understood(text_of(inspected.data.app_id) if inspected else None)


def _understood(answer: str | None) -> str:
    if not answer:
        raise ProviderRefusedError("UNREADABLE_ANSWER", "Meta's answer could not be read.")
    return answer
