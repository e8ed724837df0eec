"""What Meta accepts of a template that is sent, as far as it shows without the template itself (reference 4.14)."""

import re
from collections.abc import Iterator

import msgspec

from adapters.whatsapp.cloud.fields import UNREADABLE
from adapters.whatsapp.cloud.file_limits import check_header_file
from adapters.whatsapp.shared.cleaning import clean
from adapters.whatsapp.shared.measures import optional_text, text, wrong
from domain.shared.content import Template
from domain.shared.errors import ErrorDetail

MAX_LANGUAGE = 20
"""Meta's longest code has five letters (`pt_BR`)."""
MAX_BODY = 1024
"""Of the whole text with its parameters, so of one of them too."""
MAX_QUICK_REPLY_PAYLOAD = 256
"""Not in Meta's manual; pywa uses it."""
MAX_COUPON = 20
MAX_COMPONENTS = 12
"""A header, a body and ten buttons."""
MAX_BUTTON_INDEX = 9

_NAME = re.compile(r"[a-z0-9_]{1,512}", re.ASCII)
_NOT_IN_PARAMETERS = re.compile(r"[\n\t]| {5}")
"""Meta: error 132018; newlines, tabs and more than four spaces in a row."""


class _Parameter(msgspec.Struct):
    text: str | None = None
    payload: str | None = None
    coupon_code: str | None = None


class _Component(msgspec.Struct):
    type: str
    sub_type: str | None = None
    index: str | int | None = None
    parameters: list[_Parameter] = []

    @property
    def kind(self) -> str:
        return self.type.lower()


_COMPONENT = msgspec.json.Decoder(_Component)


def check_template(content: Template) -> Iterator[ErrorDetail]:
    """Check what does not need the template's own definition; that check belongs to the templates."""
    if not _NAME.fullmatch(content.name):
        yield wrong("name", "must have 1 to 512 of a-z, 0-9 and _")
    yield from text("language", content.language, at_most=MAX_LANGUAGE)
    yield from check_header_file(content.header_media)
    if len(content.components) > MAX_COMPONENTS:
        yield wrong(
            "components", "must have at most {limit}, has {count}", limit=MAX_COMPONENTS, count=len(content.components)
        )
    for index, component in enumerate(content.components):
        yield from _component(f"components[{index}]", component, has_header=content.header_media is not None)


def _component(field: str, raw: msgspec.Raw, *, has_header: bool) -> Iterator[ErrorDetail]:
    try:
        component = _COMPONENT.decode(raw)
    except UNREADABLE as error:
        yield wrong(field, "is no component: {error}", error=error)
        return
    if clean(bytes(raw)) != bytes(raw):
        yield wrong(field, "has a character that cannot be sent (NUL or half a surrogate pair)")
    if has_header and component.kind == "header":
        yield wrong(field, "cannot stand beside header_media")
    if component.kind == "button" and not _is_index(component.index):
        yield wrong(
            f"{field}.index", "must be the button's place in the template, 0 to {limit}", limit=MAX_BUTTON_INDEX
        )
    for index, parameter in enumerate(component.parameters):
        yield from _parameter(f"{field}.parameters[{index}]", parameter)


def _parameter(field: str, parameter: _Parameter) -> Iterator[ErrorDetail]:
    yield from optional_text(f"{field}.text", parameter.text, at_most=MAX_BODY)
    if parameter.text is not None and _NOT_IN_PARAMETERS.search(parameter.text):
        yield wrong(f"{field}.text", "must have no line break, no tab and at most four spaces in a row")
    yield from optional_text(f"{field}.payload", parameter.payload, at_most=MAX_QUICK_REPLY_PAYLOAD)
    yield from optional_text(f"{field}.coupon_code", parameter.coupon_code, at_most=MAX_COUPON)


def _is_index(index: str | int | None) -> bool:
    return str(index) in {str(place) for place in range(MAX_BUTTON_INDEX + 1)}
