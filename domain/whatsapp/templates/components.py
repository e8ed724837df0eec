"""What a template is made of, in Meta's own shape, which is also how it is kept (reference 6.1).

[{"type": "HEADER", "format": "TEXT", "text": "Consulta"},
 {"type": "BODY", "text": "Olá {{1}}, até já.", "example": {"body_text": [["Ana"]]}},
 {"type": "FOOTER", "text": "Clínica Sorriso"},
 {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Confirmar"}]}]
"""

import msgspec

from domain.shared.ids import MediaId


class NamedExample(msgspec.Struct, frozen=True, kw_only=True):
    """What may stand in a named gap."""

    param_name: str
    example: str


class HeaderExample(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What may stand above: a text for its gap, or the handle of a file that was uploaded as an example.

    `media_id` is a file of ours in its place: it is uploaded and becomes a handle before Meta sees the template.
    """

    header_text: tuple[str, ...] = ()
    header_text_named_params: tuple[NamedExample, ...] = ()
    header_handle: tuple[str, ...] = ()
    media_id: MediaId | None = None


class BodyExample(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What may stand in the text's gaps: one row by numbers, or by names."""

    body_text: tuple[tuple[str, ...], ...] = ()
    body_text_named_params: tuple[NamedExample, ...] = ()


class Header(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="HEADER", omit_defaults=True):
    """What stands above the text: `format` is TEXT, IMAGE, VIDEO, DOCUMENT or LOCATION."""

    format: str
    text: str | None = None
    example: HeaderExample | None = None


class Body(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="BODY", omit_defaults=True):
    """The text. That of a code to log in is Meta's own, perhaps with a warning not to pass it on."""

    text: str | None = None
    example: BodyExample | None = None
    add_security_recommendation: bool | None = None


class Footer(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="FOOTER", omit_defaults=True):
    """The small print; below a code how long it holds."""

    text: str | None = None
    code_expiration_minutes: int | None = None


class App(msgspec.Struct, frozen=True, kw_only=True):
    """An Android program that takes a code by itself."""

    package_name: str
    signature_hash: str


class Button(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One button; `type` is QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, OTP, FLOW or another word of Meta's."""

    type: str
    text: str | None = None
    url: str | None = None
    phone_number: str | None = None
    example: tuple[str, ...] | str | None = None
    otp_type: str | None = None
    autofill_text: str | None = None
    supported_apps: tuple[App, ...] = ()
    zero_tap_terms_accepted: bool | None = None
    flow_id: str | None = None
    flow_action: str | None = None
    navigate_screen: str | None = None


class ButtonRow(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", tag="BUTTONS", omit_defaults=True):
    """The buttons below, in order."""

    buttons: tuple[Button, ...]


Component = Header | Body | Footer | ButtonRow
"""One part."""


class Parts(msgspec.Struct, frozen=True, kw_only=True):
    """A template taken apart; `others` are parts that nobody here knows, such as a carousel."""

    header: Header | None = None
    body: Body = Body()
    footer: Footer | None = None
    buttons: tuple[Button, ...] = ()
    others: tuple[str, ...] = ()


class _AnyPart(msgspec.Struct):
    type: str = ""


_ELEMENTS = msgspec.json.Decoder(list[msgspec.Raw])
_COMPONENT: msgspec.json.Decoder[Component] = msgspec.json.Decoder(Component)
_ANY = msgspec.json.Decoder(_AnyPart)


def parts_of(components: msgspec.Raw | bytes) -> Parts:
    """Take Meta's JSON apart; what cannot be read is another part, never an error."""
    parts = Parts()
    for raw in _ELEMENTS.decode(components):
        try:
            parts = _with(parts, _COMPONENT.decode(raw))
        except msgspec.MsgspecError:
            parts = msgspec.structs.replace(parts, others=(*parts.others, _kind_of(raw)))
    return parts


def put_together(components: tuple[Component, ...]) -> Parts:
    """Give the parts of a template that is being written; of two of a kind the last."""
    parts = Parts()
    for component in components:
        parts = _with(parts, component)
    return parts


def encoded(components: tuple[Component, ...]) -> msgspec.Raw:
    """Write Meta's JSON."""
    return msgspec.Raw(msgspec.json.encode(components))


def _with(parts: Parts, component: Component) -> Parts:
    match component:
        case Header():
            return msgspec.structs.replace(parts, header=component)
        case Body():
            return msgspec.structs.replace(parts, body=component)
        case Footer():
            return msgspec.structs.replace(parts, footer=component)
        case ButtonRow(buttons=buttons):
            return msgspec.structs.replace(parts, buttons=buttons)


def _kind_of(raw: msgspec.Raw) -> str:
    try:
        return _ANY.decode(raw).type.lower()
    except msgspec.MsgspecError:
        return ""
