"""Builds the body of `POST /{phone-number-id}/messages` (reference 4.1 to 4.14). What may be sent is in `limits`."""

import msgspec

from application.ports.whatsapp import OutboundMessage, Recipient
from domain.shared.content import (
    Audio,
    Buttons,
    ContactCard,
    Contacts,
    Content,
    CtaUrl,
    Document,
    HeaderMedia,
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
from domain.shared.ids import ProviderMessageId
from domain.shared.phone import digits

Json = dict[str, object]
"""An object of Meta's on its way to the encoder; it never goes further in."""

Media = Image | Video | Audio | Voice | Document | Sticker


def payload(message: OutboundMessage) -> bytes:
    """Encode one message. Raises ValueError for a content that cannot be sent, which `limits.check` tells before."""
    kind, body = _typed(message.content)
    envelope: Json = {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        **_address(message.recipient),
        **_context(message),
        "type": kind,
        kind: body,
        "biz_opaque_callback_data": str(message.id),
    }
    return msgspec.json.encode(envelope)


def read_mark(message_id: ProviderMessageId, *, is_typing: bool) -> bytes:
    """Encode a read mark; Meta shows typing only together with one (reference 4.17)."""
    mark: Json = {"messaging_product": "whatsapp", "status": "read", "message_id": message_id}
    return msgspec.json.encode({**mark, "typing_indicator": {"type": "text"}} if is_typing else mark)


def _address(recipient: Recipient) -> Json:
    """Name the recipient: without the `+`, Meta prepends our own country code; a user id has its own field (2.17)."""
    if recipient.wa_id:
        return {"to": f"+{digits(recipient.wa_id)}"}
    return {"recipient": recipient.user_id}


def _context(message: OutboundMessage) -> Json:
    """Quote what is answered; a reaction cannot carry a context (reference 4.3)."""
    if message.reply_to is None or isinstance(message.content, Reaction):
        return {}
    return {"context": {"message_id": message.reply_to}}


def _typed(content: Content) -> tuple[str, object]:
    match content:
        case Text(body=body, preview_url=preview_url):
            return "text", {"preview_url": preview_url, "body": body}
        case Image() | Video() | Audio() | Voice() | Document() | Sticker():
            return _media(content)
        case Location():
            return "location", _location(content)
        case Contacts(cards=cards):
            return "contacts", [_card(card) for card in cards]
        case Buttons() | ListMenu() | CtaUrl() | LocationRequest():
            return "interactive", _interactive(content)
        case Template():
            return "template", _template(content)
        case Reaction(target=target, emoji=emoji):
            return "reaction", {"message_id": target, "emoji": emoji or ""}
        case _:
            raise ValueError("this content cannot be sent")


def _media(content: Media) -> tuple[str, Json]:
    source = _source(content)
    match content:
        case Voice():
            return "audio", {**source, "voice": True}
        case Image(caption=caption) | Video(caption=caption):
            return _tag(content), {**source, **_given(caption=caption)}
        case Document(caption=caption, filename=filename):
            return "document", {**source, **_given(caption=caption, filename=filename)}
        case _:
            return _tag(content), source


def _source(content: Media) -> Json:
    """Name the file by its id or, where there is none, its link: Meta takes exactly one of them.

    Raises ValueError for a file of ours that was not given to Meta yet.
    """
    source = _given(id=content.provider_media_id) or _given(link=content.link)
    if not source:
        raise ValueError("this file is not at the provider")
    return source


def _location(content: Location) -> Json:
    return {
        "latitude": content.latitude,
        "longitude": content.longitude,
        **_given(name=content.name, address=content.address),
    }


def _card(card: ContactCard) -> Json:
    """Write a card; older manuals ask for one more part of the name than the formatted one."""
    phones = [{"phone": phone, **_given(wa_id=_account_of(phone, card))} for phone in card.phones]
    return {
        "name": {"formatted_name": card.formatted_name, "first_name": card.formatted_name},
        **_given(phones=phones, emails=[{"email": email} for email in card.emails]),
        **({"org": {"company": card.organization}} if card.organization else {}),
    }


def _account_of(phone: str, card: ContactCard) -> str | None:
    number = digits(phone)
    return number if number in card.wa_ids else None


def _interactive(content: Buttons | ListMenu | CtaUrl | LocationRequest) -> Json:
    match content:
        case Buttons():
            return _buttons(content)
        case ListMenu():
            return _list(content)
        case CtaUrl():
            return _cta_url(content)
        case LocationRequest():
            return _location_request(content)


def _buttons(content: Buttons) -> Json:
    buttons = [{"type": "reply", "reply": {"id": button.id, "title": button.title}} for button in content.buttons]
    return {"type": "button", **_frame(content), "action": {"buttons": buttons}}


def _list(content: ListMenu) -> Json:
    sections = [_section(section) for section in content.sections]
    return {"type": "list", **_frame(content), "action": {"button": content.button, "sections": sections}}


def _section(section: Section) -> Json:
    rows = [{"id": row.id, "title": row.title, **_given(description=row.description)} for row in section.rows]
    return {**_given(title=section.title), "rows": rows}


def _cta_url(content: CtaUrl) -> Json:
    parameters = {"display_text": content.display_text, "url": content.url}
    return {"type": "cta_url", **_frame(content), "action": {"name": "cta_url", "parameters": parameters}}


def _location_request(content: LocationRequest) -> Json:
    return {
        "type": "location_request_message",
        "body": {"text": content.body},
        "action": {"name": "send_location"},
    }


def _frame(content: Buttons | ListMenu | CtaUrl) -> Json:
    return {
        **_header(content),
        "body": {"text": content.body},
        **({"footer": {"text": content.footer}} if content.footer else {}),
    }


def _header(content: Buttons | ListMenu | CtaUrl) -> Json:
    if content.header:
        return {"header": {"type": "text", "text": content.header}}
    if isinstance(content, ListMenu) or content.header_media is None:
        return {}
    return {"header": _header_file(content.header_media)}


def _header_file(content: HeaderMedia) -> Json:
    """Write a file above a text: Meta shows no caption there, and the name of a document only."""
    filename = content.filename if isinstance(content, Document) else None
    return {"type": _tag(content), _tag(content): {**_source(content), **_given(filename=filename)}}


def _template(content: Template) -> Json:
    components: list[object] = list(content.components)
    if content.header_media is not None:
        components.insert(0, {"type": "header", "parameters": [_header_file(content.header_media)]})
    return {"name": content.name, "language": {"code": content.language}, **_given(components=components)}


def _tag(content: Media) -> str:
    return str(content.__struct_config__.tag)


def _given(**fields: object) -> Json:
    """Leave out what is empty: Meta refuses empty strings where it accepts absence."""
    return {name: value for name, value in fields.items() if value}
