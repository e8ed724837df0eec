"""What callers send about messages. In a PUT an absent field stays as it is, and null is as it was at first."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, UnsetType

from application.messages.add_canned_response import AddCannedResponse
from application.messages.addressing import Address
from application.messages.react_to_message import ReactToMessage
from application.messages.render_canned_response import RenderCannedResponse
from application.messages.say import Words
from application.messages.schedule_message import ScheduleMessage
from application.messages.send_media import SendMedia
from application.messages.send_to import SendTo
from application.messages.update_canned_response import UpdateCannedResponse
from domain.media.kinds import MediaKind
from domain.shared.ids import (
    CannedResponseId,
    ContactId,
    ConversationId,
    DepartmentId,
    MediaId,
    MessageId,
    ProviderMessageId,
    WhatsAppConfigId,
)
from entrypoints.http.messages.sendable import SendableContent, SendHeaderMedia, SendTemplate
from entrypoints.http.requests import MAX_WORD, Name, Word
from entrypoints.http.whatsapp.template_requests import TemplateParameters

MAX_LINK = 2_000
MAX_CAPTION = 1_024
MAX_COMPONENTS = 12
"""A header, a body and ten buttons."""

Quoted = Annotated[ProviderMessageId, msgspec.Meta(max_length=MAX_WORD)]
Link = Annotated[str, msgspec.Meta(max_length=MAX_LINK)]
Caption = Annotated[str, msgspec.Meta(max_length=MAX_CAPTION)]


class _Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Common base of all bodies."""

    def __repr__(self) -> str:
        """Show nothing: a body holds what people write to each other."""
        return f"{type(self).__name__}()"


class _Addressed(_Request, frozen=True, kw_only=True):
    """To whom: exactly one of a conversation, a contact and a phone; the number, where the company has several."""

    conversation_id: ConversationId | None = None
    contact_id: ContactId | None = None
    phone: Word | None = None
    whatsapp_config_id: WhatsAppConfigId | None = None
    reply_to: Quoted | None = None

    @property
    def address(self) -> Address:
        """Say to whom."""
        return Address(
            conversation_id=self.conversation_id,
            contact_id=self.contact_id,
            phone=self.phone,
            config_id=self.whatsapp_config_id,
        )


class SendToRequest(_Addressed, frozen=True, kw_only=True):
    """A message to somebody; `reply_to` quotes another one by the provider's id."""

    content: SendableContent

    def to_command(self) -> SendTo:
        """Build the order."""
        return SendTo(address=self.address, words=Words(content=self.content, reply_to=self.reply_to))


class SendMediaRequest(_Addressed, frozen=True, kw_only=True):
    """A file to somebody: one of ours by its id, or at a public link; `type` says as what, for a link always."""

    media_id: MediaId | None = None
    link: Link | None = None
    type: MediaKind | None = None
    caption: Caption | None = None
    filename: Word | None = None

    def to_command(self) -> SendMedia:
        """Build the order."""
        return SendMedia(
            address=self.address,
            media_id=self.media_id,
            link=self.link,
            kind=self.type,
            caption=self.caption,
            filename=self.filename,
            reply_to=self.reply_to,
        )


class SendTemplateRequest(_Addressed, frozen=True, kw_only=True):
    """A template to somebody: `parameters` in plain words, or `components` in Meta's own structure."""

    name: Word
    language: Word
    parameters: TemplateParameters | None = None
    components: Annotated[tuple[msgspec.Raw, ...], msgspec.Meta(max_length=MAX_COMPONENTS)] = ()
    header_media: SendHeaderMedia | None = None

    def to_command(self) -> SendTo:
        """Build the order."""
        plain = self.parameters.to_components() if self.parameters else ()
        content = SendTemplate(
            name=self.name,
            language=self.language,
            components=(*plain, *self.components),
            header_media=self.header_media,
        )
        return SendTo(address=self.address, words=Words(content=content, reply_to=self.reply_to))


class ScheduleMessageRequest(_Addressed, frozen=True, kw_only=True):
    """A message to somebody at a time: with an offset, or as clocks say in `time_zone`, else where the company is."""

    content: SendableContent
    send_at: datetime
    time_zone: Word | None = None

    def to_command(self) -> ScheduleMessage:
        """Build the order."""
        return ScheduleMessage(
            address=self.address,
            words=Words(content=self.content, reply_to=self.reply_to),
            send_at=self.send_at,
            time_zone=self.time_zone,
        )


class SetMessageStatusRequest(_Request, frozen=True, kw_only=True):
    """The one status that can be set."""

    status: Literal["read"]


class ReactRequest(_Request, frozen=True, kw_only=True):
    """An emoji; null takes it off."""

    emoji: Annotated[str, msgspec.Meta(min_length=1, max_length=32)] | None

    def to_command(self, message_id: MessageId) -> ReactToMessage:
        """Build the order."""
        return ReactToMessage(message_id=message_id, emoji=self.emoji)


class AddCannedResponseRequest(_Request, frozen=True, kw_only=True):
    """What is said often. Its texts are Liquid: `{{ contact.first_name }}`, `{{ agent.name }}`."""

    shortcut: Word
    title: Name
    content: SendableContent
    department_id: DepartmentId | None = None

    def to_command(self) -> AddCannedResponse:
        """Build the order."""
        return AddCannedResponse(**msgspec.structs.asdict(self))


class UpdateCannedResponseRequest(_Request, frozen=True, kw_only=True):
    """What changes of a canned response; a null department is everybody's."""

    shortcut: Word | UnsetType = UNSET
    title: Name | UnsetType = UNSET
    content: SendableContent | UnsetType = UNSET
    department_id: DepartmentId | UnsetType | None = UNSET

    def to_command(self, response_id: CannedResponseId, *, version: int | None) -> UpdateCannedResponse:
        """Build the order; `version` is the one that the caller has read, where it said so."""
        return UpdateCannedResponse(
            response_id=response_id,
            shortcut=None if self.shortcut is UNSET else self.shortcut,
            title=None if self.title is UNSET else self.title,
            content=None if self.content is UNSET else self.content,
            department_id=self.department_id,
            version=version,
        )


class RenderCannedResponseRequest(_Request, frozen=True, kw_only=True):
    """In which conversation it is to be said."""

    conversation_id: ConversationId

    def to_command(self, response_id: CannedResponseId) -> RenderCannedResponse:
        """Build the order."""
        return RenderCannedResponse(response_id=response_id, conversation_id=self.conversation_id)
