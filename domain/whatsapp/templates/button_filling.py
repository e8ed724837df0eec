"""The parameters of a template's buttons (reference 4.14): those without a gap are left out of a send."""

import msgspec

from domain.shared.errors import ErrorDetail
from domain.whatsapp.templates.button_rules import MAX_COUPON, MAX_URL
from domain.whatsapp.templates.components import Button
from domain.whatsapp.templates.parameters import Given, Parameter, component, parameter_of, text_parameter
from domain.whatsapp.templates.variables import fill, gaps_of

MAX_CODE = 15
"""Of a code to log in."""
MAX_PAYLOAD = 256
SUB_TYPES = {
    "URL": "url",
    "OTP": "url",
    "COPY_CODE": "copy_code",
    "QUICK_REPLY": "quick_reply",
    "FLOW": "flow",
    "CATALOG": "catalog",
    "MPM": "mpm",
}
"""What Meta calls a button where it is sent; a code's is made as OTP and sent as an address."""


def fill_buttons(
    buttons: tuple[Button, ...], given: Given, *, code: msgspec.Raw | None, wrong: list[ErrorDetail]
) -> tuple[list[msgspec.Raw], dict[int, str]]:
    """Give the components of the buttons that have parameters, and where those with an address lead.

    `code` goes with a code's button for which nothing was given.
    """
    found, addresses = [], {}
    too_many = sorted(given.buttons.keys() - set(range(len(buttons))))
    wrong += [_wrong(index, "the template has no such button") for index in too_many]
    for index, button in enumerate(buttons):
        parameters = given.buttons.get(index) or ([code] if code is not None and _has_gap(button) else [])
        if not parameters:
            if _has_gap(button):
                wrong.append(_wrong(index, "is missing"))
            continue
        if button.type not in SUB_TYPES:
            wrong.append(_wrong(index, "a button of the kind {type} takes no parameter", type=button.type))
            continue
        ready = _filled(index, button, parameters, is_code=code is not None, wrong=wrong)
        found.append(component("button", ready, sub_type=SUB_TYPES[button.type], index=str(index)))
        if button.url and (gaps := gaps_of(button.url)):
            addresses[index] = fill(button.url, {gaps[0]: parameter_of(ready[0]).text or ""})
    return found, addresses


def _has_gap(button: Button) -> bool:
    return button.type in {"COPY_CODE", "OTP"} or (button.type == "URL" and bool(gaps_of(button.url)))


def _filled(
    index: int, button: Button, parameters: list[msgspec.Raw], *, is_code: bool, wrong: list[ErrorDetail]
) -> list[msgspec.Raw]:
    """Write them as this kind of button wants them, and say what is too long."""
    if len(parameters) != 1:
        wrong.append(_wrong(index, "takes one parameter, has {count}", count=len(parameters)))
    if button.type not in {"URL", "OTP", "COPY_CODE", "QUICK_REPLY"}:
        return parameters
    parameter = parameter_of(parameters[0])
    words = parameter.text or parameter.coupon_code or parameter.payload or ""
    most = {"COPY_CODE": MAX_COUPON, "QUICK_REPLY": MAX_PAYLOAD}.get(button.type, MAX_CODE if is_code else MAX_URL)
    if not 1 <= len(words) <= most:
        wrong.append(_wrong(index, "must have 1 to {limit} characters, has {count}", limit=most, count=len(words)))
    return [_written(button, words)]


def _written(button: Button, words: str) -> msgspec.Raw:
    match button.type:
        case "COPY_CODE":
            return _encoded(Parameter(type="coupon_code", coupon_code=words))
        case "QUICK_REPLY":
            return _encoded(Parameter(type="payload", payload=words))
        case _:
            return text_parameter(words)


def _encoded(parameter: Parameter) -> msgspec.Raw:
    return msgspec.Raw(msgspec.json.encode(parameter))


def _wrong(index: int, message: str, **values: object) -> ErrorDetail:
    return ErrorDetail(field=f"buttons[{index}]", message=message, values=values)
