"""A file is sent to somebody."""

import msgspec

from application.messages.acceptable import refuse
from application.messages.addressing import Address
from application.messages.say import Words
from application.messages.send_to import SendTo, SendToHandler
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.conversations.message import Message
from domain.identity.permissions import Permission
from domain.media.errors import MediaNotFoundError
from domain.media.kinds import MediaKind
from domain.shared.content import Audio, Content, Document, Image, Sticker, Video, Voice
from domain.shared.errors import ErrorDetail
from domain.shared.ids import MediaId, ProviderMessageId


class SendMedia(msgspec.Struct, frozen=True, kw_only=True):
    """A file of ours or one at a link; `kind` says as what it is sent, and is known of a file of ours."""

    address: Address
    media_id: MediaId | None = None
    link: str | None = None
    kind: MediaKind | None = None
    caption: str | None = None
    filename: str | None = None
    reply_to: ProviderMessageId | None = None


class SendMediaHandler:
    """Queue a message that is a file. Needs messages:send."""

    def __init__(self, uow: UnitOfWork, send: SendToHandler) -> None:
        self._uow, self._send = uow, send

    async def __call__(self, actor: Actor, command: SendMedia) -> Message:
        """Give the queued message. Raises ContentRefusedError, and as `SendToHandler` does."""
        actor.require(Permission.MESSAGES_SEND)
        if (command.media_id is None) == (command.link is None):
            refuse(ErrorDetail(field="media_id", message="name one of media_id and link"))
        content = _content(command, await self._kind(actor, command))
        words = Words(content=content, reply_to=command.reply_to)
        return await self._send(actor, SendTo(address=command.address, words=words))

    async def _kind(self, actor: Actor, command: SendMedia) -> MediaKind:
        if command.kind is not None:
            return command.kind
        if command.media_id is None:
            refuse(ErrorDetail(field="type", message="say as what the file at the link is sent"))
            raise AssertionError  # refused above
        async with self._uow(actor.tenant_id) as tx:
            try:
                return (await tx.media.get(command.media_id)).kind
            except MediaNotFoundError:
                refuse(ErrorDetail(field="media_id", message="there is none with this id"))
                raise


def _content(command: SendMedia, kind: MediaKind) -> Content:
    media_id, link, caption, filename = command.media_id, command.link, command.caption, command.filename
    if caption and kind not in {MediaKind.IMAGE, MediaKind.VIDEO, MediaKind.DOCUMENT}:
        refuse(
            ErrorDetail(field="caption", message="a message of type {kind} has no caption", values={"kind": kind.value})
        )
    if filename and kind is not MediaKind.DOCUMENT:
        refuse(ErrorDetail(field="filename", message="only a document shows its name"))
    match kind:
        case MediaKind.IMAGE:
            return Image(media_id=media_id, link=link, caption=caption)
        case MediaKind.VIDEO:
            return Video(media_id=media_id, link=link, caption=caption)
        case MediaKind.AUDIO:
            return Audio(media_id=media_id, link=link)
        case MediaKind.VOICE:
            return Voice(media_id=media_id, link=link)
        case MediaKind.DOCUMENT:
            return Document(media_id=media_id, link=link, caption=caption, filename=filename)
        case MediaKind.STICKER:
            return Sticker(media_id=media_id, link=link)
