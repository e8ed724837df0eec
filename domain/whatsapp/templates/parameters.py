"""What a template is filled with, as the caller gives it: Meta's parameters, in which what is known may be left out.

[{"type": "body", "parameters": [{"type": "text", "text": "Ana"}]},
 {"type": "button", "index": 1, "parameters": [{"type": "text", "text": "loja/42"}]}]
"""

from collections.abc import Mapping

import msgspec

from domain.shared.errors import ErrorDetail

TEXT = "text"


class Parameter(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One parameter, as far as it is words."""

    type: str
    parameter_name: str | None = None
    text: str | None = None
    payload: str | None = None
    coupon_code: str | None = None


class _Money(msgspec.Struct, frozen=True):
    fallback_value: str = ""


class _OldParameter(msgspec.Struct, frozen=True):
    currency: _Money | None = None
    date_time: _Money | None = None


class _Component(msgspec.Struct, frozen=True):
    type: str
    index: str | int | None = None
    parameters: list[msgspec.Raw] = []


class Given(msgspec.Struct, kw_only=True):
    """All that is given, by where it belongs; `others` are components of kinds that nobody here knows."""

    header: list[msgspec.Raw] = msgspec.field(default_factory=list)
    body: list[msgspec.Raw] = msgspec.field(default_factory=list)
    buttons: dict[int, list[msgspec.Raw]] = msgspec.field(default_factory=dict)
    others: list[msgspec.Raw] = msgspec.field(default_factory=list)
    wrong: list[ErrorDetail] = msgspec.field(default_factory=list)


_COMPONENT = msgspec.json.Decoder(_Component)
_PARAMETER = msgspec.json.Decoder(Parameter)
_OLD = msgspec.json.Decoder(_OldParameter)


def read_given(components: tuple[msgspec.Raw, ...]) -> Given:
    """Sort what is given by where it belongs; what cannot be read is named."""
    given = Given()
    for place, raw in enumerate(components):
        try:
            component = _COMPONENT.decode(raw)
            _put(given, component, raw)
        except ValueError:
            given.wrong.append(ErrorDetail(field=f"components[{place}]", message="is no component with parameters"))
    return given


def _put(given: Given, component: _Component, raw: msgspec.Raw) -> None:
    match component.type.lower():
        case "header":
            given.header = component.parameters
        case "body":
            given.body = component.parameters
        case "button":
            given.buttons[int(component.index if component.index is not None else "")] = component.parameters
        case _:
            given.others.append(raw)


def parameter_of(raw: msgspec.Raw) -> Parameter:
    """Read one; one that cannot be read is empty."""
    try:
        return _PARAMETER.decode(raw)
    except msgspec.MsgspecError:
        return Parameter(type="unreadable")


def words_of(raw: msgspec.Raw) -> str | None:
    """Give what a customer reads of a parameter; of money and dates the words that they bring along."""
    parameter = parameter_of(raw)
    if parameter.type == TEXT:
        return parameter.text
    try:
        old = _OLD.decode(raw)
    except msgspec.MsgspecError:
        return None
    known = old.currency or old.date_time
    return known.fallback_value if known else None


def text_parameter(text: str, *, name: str | None = None) -> msgspec.Raw:
    """Write a parameter of words."""
    return msgspec.Raw(msgspec.json.encode(Parameter(type=TEXT, parameter_name=name, text=text)))


def component(kind: str, parameters: list[msgspec.Raw], **more: str) -> msgspec.Raw:
    """Write a component as Meta wants it."""
    return msgspec.Raw(msgspec.json.encode({"type": kind, **more, "parameters": parameters}))


def loose_components(
    *,
    header: str | None = None,
    body: Mapping[str, str] | tuple[str, ...] = (),
    buttons: Mapping[int, str] | None = None,
) -> tuple[msgspec.Raw, ...]:
    """Write plain values as components; what kind each button is, is known by the template alone."""
    found = [] if header is None else [component("header", [text_parameter(header)])]
    if isinstance(body, Mapping):
        words = [text_parameter(text, name=name) for name, text in body.items()]
    else:
        words = [text_parameter(text) for text in body]
    found += [component("body", words)] if words else []
    for index, text in (buttons or {}).items():
        found.append(component("button", [text_parameter(text)], index=str(index)))
    return tuple(found)
