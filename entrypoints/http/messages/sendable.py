"""What an agent may send: the domain's own contents, of which unknown fields are refused here.

What arrives only (a pressed button, an order, a system notice) is not among them.
"""

from typing import Annotated

import msgspec

from domain.shared.content import (
    Audio,
    Buttons,
    Choice,
    ContactCard,
    Contacts,
    CtaUrl,
    Document,
    Image,
    ListMenu,
    Location,
    LocationRequest,
    Reaction,
    Section,
    Sticker,
    Template,
    Text,
    Video,
    Voice,
)

Words = Annotated[str, msgspec.Meta(max_length=65_536)]
"""What WhatsApp shows at most of one text; each provider's own limits, which are smaller, are checked after these."""
Line = Annotated[str, msgspec.Meta(max_length=4_096)]
"""An address, a name, a title: no provider takes more."""


class SendText(Text, frozen=True, kw_only=True, tag="text", forbid_unknown_fields=True):
    """Plain text with WhatsApp's own formatting marks."""

    body: Words


class SendImage(Image, frozen=True, tag="image", forbid_unknown_fields=True):
    """A picture, at the provider or at a public link."""

    link: Line | None = None
    caption: Line | None = None


class SendVideo(Video, frozen=True, tag="video", forbid_unknown_fields=True):
    """A film, at the provider or at a public link."""

    link: Line | None = None
    caption: Line | None = None


class SendAudio(Audio, frozen=True, tag="audio", forbid_unknown_fields=True):
    """A sound file, at the provider or at a public link."""

    link: Line | None = None


class SendVoice(Voice, frozen=True, tag="voice", forbid_unknown_fields=True):
    """A voice note, at the provider or at a public link."""

    link: Line | None = None


class SendDocument(Document, frozen=True, tag="document", forbid_unknown_fields=True):
    """A file, at the provider or at a public link."""

    link: Line | None = None
    caption: Line | None = None
    filename: Line | None = None


SendHeaderMedia = SendImage | SendVideo | SendDocument
"""A file above a text."""


class SendSticker(Sticker, frozen=True, tag="sticker", forbid_unknown_fields=True):
    """A sticker, at the provider or at a public link."""

    link: Line | None = None


class SendLocation(Location, frozen=True, tag="location", forbid_unknown_fields=True):
    """A place; degrees, WGS 84."""

    name: Line | None = None
    address: Line | None = None
    url: Line | None = None


class SendCard(ContactCard, frozen=True, forbid_unknown_fields=True):
    """One business card."""


class SendContacts(Contacts, frozen=True, tag="contacts", forbid_unknown_fields=True):
    """Business cards."""

    cards: tuple[SendCard, ...] = ()


class SendChoice(Choice, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing to press; `id` comes back when it is pressed."""

    id: Line
    title: Line
    description: Line | None = None


class SendSection(Section, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A titled group of list rows."""

    rows: tuple[SendChoice, ...]
    title: Line = ""


class SendButtons(Buttons, frozen=True, kw_only=True, tag="button", forbid_unknown_fields=True):
    """Text with one to three reply buttons; above it a `header` in words or a file, never both."""

    body: Words
    buttons: tuple[SendChoice, ...]
    header: Line | None = None
    header_media: SendHeaderMedia | None = None
    footer: Line | None = None


class SendList(ListMenu, frozen=True, kw_only=True, tag="list", forbid_unknown_fields=True):
    """Text with a menu of up to ten rows behind one button."""

    body: Words
    button: Line
    sections: tuple[SendSection, ...]
    header: Line | None = None
    footer: Line | None = None


class SendCtaUrl(CtaUrl, frozen=True, kw_only=True, tag="cta_url", forbid_unknown_fields=True):
    """Text with one button that opens an address."""

    body: Words
    display_text: Line
    url: Line
    header: Line | None = None
    header_media: SendHeaderMedia | None = None
    footer: Line | None = None


class SendLocationRequest(
    LocationRequest, frozen=True, kw_only=True, tag="location_request", forbid_unknown_fields=True
):
    """Text with a button that sends back where the contact is."""

    body: Words


class SendTemplate(Template, frozen=True, kw_only=True, tag="template", forbid_unknown_fields=True):
    """A message approved by Meta; `components` is Meta's own structure, or `header_media` its header's file."""

    header_media: SendHeaderMedia | None = None


class SendReaction(Reaction, frozen=True, tag="reaction", forbid_unknown_fields=True):
    """An emoji on a message; null takes it off."""


SendableContent = (
    SendText
    | SendImage
    | SendVideo
    | SendAudio
    | SendVoice
    | SendDocument
    | SendSticker
    | SendLocation
    | SendContacts
    | SendButtons
    | SendList
    | SendCtaUrl
    | SendLocationRequest
    | SendTemplate
    | SendReaction
)
"""Any content that can be sent, told apart by `type`."""
