"""Whether something may be said: by the provider's limits, the window, and the files it holds."""

from datetime import datetime

import msgspec

from application.media.visible_media import visible_media
from application.ports.providers import Provider
from application.ports.unit_of_work import Transaction
from domain.conversations.conversation import Conversation
from domain.conversations.errors import ContentRefusedError, WindowClosedError
from domain.conversations.visibility import Viewer
from domain.media.errors import MediaNotFoundError
from domain.media.kinds import kind_of
from domain.shared.content import Content, Template, file_of, type_of
from domain.shared.errors import ErrorDetail


def require_acceptable(content: Content, provider: Provider) -> None:
    """Raise ContentRefusedError for what this provider would not take, with each field and its limit."""
    if not provider.capabilities.can_send(content):
        refuse(ErrorDetail(field="type", message="this number cannot send {kind}", values={"kind": type_of(content)}))
    refuse(*provider.rules.check(content))


def refuse(*wrong: ErrorDetail) -> None:
    """Raise ContentRefusedError when anything is wrong."""
    if wrong:
        details = tuple(msgspec.structs.replace(detail, field=f"content.{detail.field}") for detail in wrong)
        raise ContentRefusedError("WhatsApp would refuse this content.", details=details)


def require_window(conversation: Conversation, content: Content, provider: Provider, *, now: datetime) -> None:
    """Raise WindowClosedError where only a template may be sent."""
    if isinstance(content, Template) or not provider.capabilities.has_window:
        return
    if not conversation.is_window_open(now=now):
        raise WindowClosedError(
            "More than 24 hours have passed since the contact last wrote: send a template.",
            config_id=conversation.whatsapp_config_id,
        )


async def require_files(tx: Transaction, content: Content, *, viewer: Viewer | None = None) -> None:
    """Check that the files it holds are there, of its kind, and for the viewer's eyes, where there is one.

    Raises ContentRefusedError, MediaNotReadyError.
    """
    file = file_of(content)
    if file is None or file.media_id is None:
        return
    field = "media_id" if file is content else "header_media.media_id"
    try:
        media = await (visible_media(tx, file.media_id, viewer) if viewer else tx.media.get(file.media_id))
    except MediaNotFoundError:
        refuse(ErrorDetail(field=field, message="there is none with this id"))
        raise
    if media.kind is not kind_of(file):
        refuse(ErrorDetail(field=field, message="this file is sent as {kind}", values={"kind": media.kind.value}))
    media.require_stored()
