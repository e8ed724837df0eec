"""The envelope of `POST /{phone-number-id}/messages` and the types it carries."""

from collections.abc import Callable
from typing import NamedTuple

from msgspec import Struct

from simulator.errors import GraphError
from simulator.state.templates import Template, TemplateStore
from simulator.validation.fields import Fields
from simulator.validation.interactive import check_interactive
from simulator.validation.media import check_captioned, check_uncaptioned
from simulator.validation.template import NAME_MAX, check_components, check_usable
from simulator.wire import JsonObject

TEXT_MAX = 4096
CALLBACK_DATA_MAX = 512
ID_MAX = 512  # wamids are opaque; ours and Meta's stay far below
CARDS_MAX = 257
PHONE_MAX = 40  # a phone with formatting
USER_ID_MAX = 160  # `BR.` and up to 128 characters, or a parent id


class Outgoing(Struct, frozen=True, kw_only=True):
    """A send that passed every check of its shape."""

    to: str
    by_user_id: bool
    type: str
    payload: JsonObject
    text: str
    callback_data: str | None
    context_id: str | None
    template: Template | None = None


class _Content(NamedTuple):
    payload: JsonObject
    text: str
    template: Template | None = None


class ReadMark(Struct, frozen=True, kw_only=True):
    """The business read a customer's message, and may be typing."""

    message_id: str
    typing: bool


def read_request(body: JsonObject, *, waba_id: str, templates: TemplateStore) -> Outgoing | ReadMark:
    """Check a request to `/messages`; raise the `GraphError` that Meta would answer."""
    fields = Fields(body)
    fields.choice("messaging_product", {"whatsapp"})
    if fields.has("status"):
        return _read_mark(fields)
    if fields.has("recipient_type"):
        fields.choice("recipient_type", {"individual", "group"})
    by_user_id = not fields.has("to")
    to = fields.text("recipient", most=USER_ID_MAX) if fields.has("recipient") and by_user_id else _phone(fields)
    kind = fields.choice("type", TYPES) if fields.has("type") else "text"
    content = _content(fields, kind, waba_id=waba_id, templates=templates)
    context = fields.optional_child("context")
    return Outgoing(
        to=to,
        by_user_id=by_user_id,
        type=kind,
        payload=content.payload,
        text=content.text,
        callback_data=fields.optional_text("biz_opaque_callback_data", most=CALLBACK_DATA_MAX),
        context_id=context.text("message_id", most=ID_MAX) if context else None,
        template=content.template,
    )


def _content(fields: Fields, kind: str, *, waba_id: str, templates: TemplateStore) -> "_Content":
    if kind == "contacts":
        return _Content({"contacts": fields.values.get(kind)}, _check_contacts(fields))
    content = fields.child(kind)
    if kind != "template":
        return _Content(content.values, CHECKS[kind](content))
    template = _template(content, waba_id, templates)
    return _Content(content.values, template.name, template)


def _read_mark(fields: Fields) -> ReadMark:
    fields.choice("status", {"read"})
    typing = fields.optional_child("typing_indicator")
    if typing is not None:
        typing.choice("type", {"text"})
    return ReadMark(message_id=fields.text("message_id", most=ID_MAX), typing=typing is not None)


def _phone(fields: Fields) -> str:
    phone = fields.text("to", most=PHONE_MAX)
    if not any(character.isdigit() for character in phone):
        raise GraphError(100, "Param to must be a phone number.")
    return phone


def _template(content: Fields, waba_id: str, templates: TemplateStore) -> Template:
    name = content.text("name", most=NAME_MAX)
    language = content.child("language").text("code", most=NAME_MAX)
    found = templates.find(waba_id, name=name, language=language)
    template = check_usable(found, name=name, language=language)
    check_components(template, content)
    return template


def _check_text(fields: Fields) -> str:
    fields.flag("preview_url")
    return fields.text("body", most=TEXT_MAX)


def _check_location(fields: Fields) -> str:
    fields.number("latitude", low=-90, high=90)
    fields.number("longitude", low=-180, high=180)
    fields.optional_text("address", most=1000)
    return fields.optional_text("name", most=1000) or ""


def _check_reaction(fields: Fields) -> str:
    fields.text("message_id", most=ID_MAX)
    return fields.optional_text("emoji", most=32) or ""


def _check_contacts(fields: Fields) -> str:
    cards = fields.children("contacts", most=CARDS_MAX)
    names = [card.child("name").text("formatted_name", most=1000) for card in cards]
    return ", ".join(names)


CHECKS: dict[str, Callable[[Fields], str]] = {
    "text": _check_text,
    "image": check_captioned,
    "video": check_captioned,
    "document": check_captioned,
    "audio": check_uncaptioned,
    "sticker": check_uncaptioned,
    "location": _check_location,
    "reaction": _check_reaction,
    "interactive": check_interactive,
}
TYPES = frozenset({*CHECKS, "template", "contacts"})
