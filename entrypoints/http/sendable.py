"""What an agent may send: the domain's own contents, of which unknown fields are refused here.

What arrives only (a pressed button, an order, a system notice) is not among them.
"""

from domain.shared.content import (
    Audio,
    Buttons,
    Choice,
    ContactCard,
    Contacts,
    Document,
    Image,
    ListMenu,
    Location,
    Reaction,
    Section,
    Sticker,
    Template,
    Text,
    Video,
    Voice,
)


class SendText(Text, frozen=True, tag="text", forbid_unknown_fields=True):
    """Plain text with WhatsApp's own formatting marks."""


class SendImage(Image, frozen=True, tag="image", forbid_unknown_fields=True):
    """A picture, at the provider or at a public link."""


class SendVideo(Video, frozen=True, tag="video", forbid_unknown_fields=True):
    """A film, at the provider or at a public link."""


class SendAudio(Audio, frozen=True, tag="audio", forbid_unknown_fields=True):
    """A sound file, at the provider or at a public link."""


class SendVoice(Voice, frozen=True, tag="voice", forbid_unknown_fields=True):
    """A voice note, at the provider or at a public link."""


class SendDocument(Document, frozen=True, tag="document", forbid_unknown_fields=True):
    """A file, at the provider or at a public link."""


class SendSticker(Sticker, frozen=True, tag="sticker", forbid_unknown_fields=True):
    """A sticker, at the provider or at a public link."""


class SendLocation(Location, frozen=True, tag="location", forbid_unknown_fields=True):
    """A place; degrees, WGS 84."""


class SendCard(ContactCard, frozen=True, forbid_unknown_fields=True):
    """One business card."""


class SendContacts(Contacts, frozen=True, tag="contacts", forbid_unknown_fields=True):
    """Business cards."""

    cards: tuple[SendCard, ...] = ()


class SendChoice(Choice, frozen=True, forbid_unknown_fields=True):
    """One thing to press; `id` comes back when it is pressed."""


class SendSection(Section, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A titled group of list rows."""

    rows: tuple[SendChoice, ...]


class SendButtons(Buttons, frozen=True, kw_only=True, tag="button", forbid_unknown_fields=True):
    """Text with one to three reply buttons."""

    buttons: tuple[SendChoice, ...]


class SendList(ListMenu, frozen=True, kw_only=True, tag="list", forbid_unknown_fields=True):
    """Text with a menu of up to ten rows behind one button."""

    sections: tuple[SendSection, ...]


class SendTemplate(Template, frozen=True, tag="template", forbid_unknown_fields=True):
    """A message approved by Meta; `components` is Meta's own structure."""


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
    | SendTemplate
    | SendReaction
)
"""Any content that can be sent, told apart by `type`."""
