"""What a message holds: one struct a kind, told apart by `type`, the same word as in the database and the API.

`button`, `list`, `cta_url` and `location_request` are what we send to be pressed; `interactive` is what comes back.
Every field that a provider may leave out may be left out here.
"""

from decimal import Decimal

import msgspec

from domain.shared.ids import MediaId, ProviderMessageId


class _Content(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", omit_defaults=True):
    """Common base of all contents; not a content itself."""


class Text(_Content, frozen=True, tag="text"):
    """Plain text with WhatsApp's own formatting marks."""

    body: str
    preview_url: bool = False


class _Media(_Content, frozen=True):
    """A file: ours (`media_id`), at the provider (`provider_media_id`) or at a public `link`.

    `sha256` is as the provider spells it. What a customer sent has both ids: ours says where we keep it.
    """

    media_id: MediaId | None = None
    provider_media_id: str | None = None
    link: str | None = None
    mime_type: str | None = None
    sha256: str | None = None


class Image(_Media, frozen=True, tag="image"):
    """A picture."""

    caption: str | None = None


class Video(_Media, frozen=True, tag="video"):
    """A film."""

    caption: str | None = None


class Audio(_Media, frozen=True, tag="audio"):
    """A sound file."""


class Voice(_Media, frozen=True, tag="voice"):
    """A voice note recorded in the app."""


class Document(_Media, frozen=True, tag="document"):
    """A file; `filename` is chosen by its sender and never trusted as a path."""

    caption: str | None = None
    filename: str | None = None


class Sticker(_Media, frozen=True, tag="sticker"):
    """A sticker."""

    animated: bool = False


HeaderMedia = Image | Video | Document
"""A file above a text; its caption is not shown there."""


class Location(_Content, frozen=True, tag="location"):
    """A place; degrees, WGS 84."""

    latitude: float
    longitude: float
    name: str | None = None
    address: str | None = None
    url: str | None = None


class ContactCard(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One shared business card."""

    formatted_name: str = ""
    phones: tuple[str, ...] = ()
    wa_ids: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    organization: str | None = None


class Contacts(_Content, frozen=True, tag="contacts"):
    """Shared business cards."""

    cards: tuple[ContactCard, ...] = ()


class Choice(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing to press; `id` comes back when it is pressed."""

    id: str
    title: str
    description: str | None = None


class Section(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A titled group of list rows."""

    rows: tuple[Choice, ...]
    title: str = ""


class Buttons(_Content, frozen=True, tag="button"):
    """Text with one to three reply buttons; above it a `header` in words or a file, never both."""

    body: str
    buttons: tuple[Choice, ...]
    header: str | None = None
    header_media: HeaderMedia | None = None
    footer: str | None = None


class ListMenu(_Content, frozen=True, tag="list"):
    """Text with a menu of up to ten rows behind one button."""

    body: str
    button: str
    sections: tuple[Section, ...]
    header: str | None = None
    footer: str | None = None


class CtaUrl(_Content, frozen=True, tag="cta_url"):
    """Text with one button that opens an address; WhatsApp does not tell who pressed it."""

    body: str
    display_text: str
    url: str
    header: str | None = None
    header_media: HeaderMedia | None = None
    footer: str | None = None


class LocationRequest(_Content, frozen=True, tag="location_request"):
    """Text with a button that sends back where the contact is, as a `location`."""

    body: str


class Template(_Content, frozen=True, tag="template"):
    """A message approved by Meta. `components` is Meta's own structure; `preview` the text as it will read.

    `header_media` is the file of its header where that is one of ours; then `components` has no header.
    """

    name: str
    language: str
    components: tuple[msgspec.Raw, ...] = ()
    header_media: HeaderMedia | None = None
    preview: str | None = None


class Interactive(_Content, frozen=True, tag="interactive"):
    """The answer to something with choices.

    `kind` is `button` or `list` for what we sent, `template` for a template's quick reply (then `id` is its
    payload), `form` for a WhatsApp form (`data` holds its JSON as received), or the provider's own word.
    """

    kind: str
    id: str | None = None
    title: str | None = None
    description: str | None = None
    data: str | None = None


class Reaction(_Content, frozen=True, tag="reaction"):
    """An emoji on a message; None takes it off."""

    target: ProviderMessageId
    emoji: str | None = None


class OrderItem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of an order."""

    product_id: str
    quantity: int
    price: Decimal | None = None
    currency: str | None = None


class Order(_Content, frozen=True, tag="order"):
    """A shopping basket that the customer sent."""

    catalog_id: str | None = None
    text: str | None = None
    items: tuple[OrderItem, ...] = ()


class System(_Content, frozen=True, tag="system"):
    """WhatsApp's own notice, such as a changed number; not the customer speaking."""

    kind: str
    body: str | None = None
    new_wa_id: str | None = None
    new_user_id: str | None = None
    previous_user_id: str | None = None


class Edit(_Content, frozen=True, tag="edit"):
    """The customer changed a message of theirs."""

    target: ProviderMessageId
    body: str | None = None


class Revoke(_Content, frozen=True, tag="revoke"):
    """The customer took a message of theirs back."""

    target: ProviderMessageId


class Unsupported(_Content, frozen=True, tag="unsupported"):
    """Something that the provider cannot pass on, or that this version does not know.

    `kind` is the provider's word for it; `code` and `detail` its reason; `raw` what arrived, for later versions.
    """

    kind: str | None = None
    code: int | None = None
    detail: str | None = None
    raw: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET


Content = (
    Text
    | Image
    | Video
    | Audio
    | Voice
    | Document
    | Sticker
    | Location
    | Contacts
    | Buttons
    | ListMenu
    | CtaUrl
    | LocationRequest
    | Template
    | Interactive
    | Reaction
    | Order
    | System
    | Edit
    | Revoke
    | Unsupported
)
"""Any message's content."""

File = Image | Video | Audio | Voice | Document | Sticker
"""A file, whatever it shows."""

MEDIA = (Image, Video, Audio, Voice, Document, Sticker)
"""The kinds that are a file at the provider."""

WITH_HEADER = (Buttons, CtaUrl, Template)
"""The kinds that may carry a file above their text (`header_media`)."""

NOT_SPEECH = (Reaction, System, Edit, Revoke)
"""The kinds that are not the customer saying something: they open no window and get no answer."""


def type_of(content: Content) -> str:
    """Give the word that the database and the API use for this kind of content."""
    return str(content.__struct_config__.tag)


def file_of(content: Content) -> File | None:
    """Give the file that a message is, or that it carries above its text."""
    if isinstance(content, MEDIA):
        return content
    return content.header_media if isinstance(content, WITH_HEADER) else None


def with_file(content: Content, file: File) -> Content:
    """Put a file in the place of the one that a message is or carries."""
    if isinstance(content, WITH_HEADER):
        return msgspec.structs.replace(content, header_media=file)
    return file


def media_id_of(content: Content) -> MediaId | None:
    """Give the file of ours that a message holds, where it holds one."""
    file = file_of(content)
    return file.media_id if file is not None else None


def plain_text(content: Content) -> str:
    """Give what a person would read of it: for the preview in the inbox, the search, and a flow's `response`."""
    match content:
        case (
            Text(body=body) | Buttons(body=body) | ListMenu(body=body) | CtaUrl(body=body) | LocationRequest(body=body)
        ):
            return body
        case Interactive(title=title, id=choice_id):
            return title or choice_id or ""
        case Image(caption=text) | Video(caption=text) | Document(caption=text) | Edit(body=text):
            return text or ""
        case Template(preview=text, name=name):
            return text or name
        case Location(name=name, address=address):
            return ", ".join(part for part in (name, address) if part)
        case Contacts(cards=cards):
            return ", ".join(card.formatted_name for card in cards)
        case Reaction(emoji=text) | Order(text=text) | System(body=text):
            return text or ""
        case _:
            return ""
