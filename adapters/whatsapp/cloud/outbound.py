"""Builds the body of `POST /{phone-number-id}/messages` (reference 4.1 to 4.14). What may be sent is in `limits`."""

import msgspec

from application.ports.whatsapp import OutboundMessage, Recipient
from domain.shared.content import (
    Audio,
    Buttons,
    ContactCard,
    Contacts,
    Content,
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
        case Buttons():
            return "interactive", _buttons(content)
        case ListMenu():
            return "interactive", _list(content)
        case Template():
            return "template", _template(content)
        case Reaction(target=target, emoji=emoji):
            return "reaction", {"message_id": target, "emoji": emoji or ""}
        case _:
            raise ValueError("this content cannot be sent")


def _media(content: Media) -> tuple[str, Json]:
    """Name the file by its id or, where there is none, its link: Meta takes exactly one of them."""
    source = _given(id=content.provider_media_id) or _given(link=content.link)
    match content:
        case Voice():
            return "audio", {**source, "voice": True}
        case Image(caption=caption) | Video(caption=caption):
            return _tag(content), {**source, **_given(caption=caption)}
        case Document(caption=caption, filename=filename):
            return "document", {**source, **_given(caption=caption, filename=filename)}
        case _:
            return _tag(content), source


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


def _buttons(content: Buttons) -> Json:
    buttons = [{"type": "reply", "reply": {"id": button.id, "title": button.title}} for button in content.buttons]
    return {"type": "button", **_frame(content), "action": {"buttons": buttons}}


def _list(content: ListMenu) -> Json:
    sections = [_section(section) for section in content.sections]
    return {"type": "list", **_frame(content), "action": {"button": content.button, "sections": sections}}


def _section(section: Section) -> Json:
    rows = [{"id": row.id, "title": row.title, **_given(description=row.description)} for row in section.rows]
    return {**_given(title=section.title), "rows": rows}


def _frame(content: Buttons | ListMenu) -> Json:
    return {
        **({"header": {"type": "text", "text": content.header}} if content.header else {}),
        "body": {"text": content.body},
        **({"footer": {"text": content.footer}} if content.footer else {}),
    }


def _template(content: Template) -> Json:
    return {
        "name": content.name,
        "language": {"code": content.language},
        **_given(components=list(content.components)),
    }


def _tag(content: Media) -> str:
    return str(content.__struct_config__.tag)


def _given(**fields: object) -> Json:
    """Leave out what is empty: Meta refuses empty strings where it accepts absence."""
    return {name: value for name, value in fields.items() if value}
