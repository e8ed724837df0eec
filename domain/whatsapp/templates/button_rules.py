"""What Meta accepts of a template's buttons (reference 6.1; the counts are of its `components` manual)."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from domain.shared.errors import ErrorDetail
from domain.whatsapp.templates.components import Button
from domain.whatsapp.templates.variables import gaps_of

MAX_BUTTONS = 10
AT_MOST = {"QUICK_REPLY": 10, "URL": 2, "PHONE_NUMBER": 1, "COPY_CODE": 1, "FLOW": 1}
"""How many of each kind; other kinds are made in Meta's own manager, not here."""
MAX_TEXT = 25
MAX_URL = 2000
MAX_PHONE = 20
MAX_COUPON = 20
OTP_TYPES = ("COPY_CODE", "ONE_TAP", "ZERO_TAP")

_PHONE = re.compile(r"\+?[0-9][0-9 ()-]*", re.ASCII)
_WEB = re.compile(r"https?://[^\s{}]+(\{\{1\}\})?", re.ASCII)


def check_buttons(field: str, buttons: tuple[Button, ...], *, is_code: bool) -> Iterator[ErrorDetail]:
    """Name what Meta would refuse; `is_code` for a template that brings a code to log in."""
    if is_code:
        yield from _code_buttons(field, buttons)
        return
    if not 1 <= len(buttons) <= MAX_BUTTONS:
        yield _wrong(field, "must have 1 to {limit}, has {count}", limit=MAX_BUTTONS, count=len(buttons))
    for kind, count in Counter(button.type for button in buttons).items():
        if kind in AT_MOST and count > AT_MOST[kind]:
            yield _wrong(
                field, "must have at most {limit} of {kind}, has {count}", limit=AT_MOST[kind], kind=kind, count=count
            )
    runs = [is_reply for is_reply, _ in groupby(button.type == "QUICK_REPLY" for button in buttons)]
    if runs.count(True) > 1:
        yield _wrong(field, "must have its QUICK_REPLY buttons together, before or after the others")
    texts = Counter(button.text for button in buttons if button.text)
    yield from (_wrong(field, "has the text {text!r} twice", text=text) for text, count in texts.items() if count > 1)
    for index, button in enumerate(buttons):
        yield from _button(f"{field}[{index}]", button)


def _button(field: str, button: Button) -> Iterator[ErrorDetail]:
    if button.type not in AT_MOST:
        yield _wrong(f"{field}.type", "must be one of {choices}", choices=", ".join(AT_MOST))
        return
    if button.type != "COPY_CODE":
        yield from _text(field, button.text)
    match button.type:
        case "URL":
            yield from _url(field, button)
        case "PHONE_NUMBER":
            phone = button.phone_number or ""
            if not _PHONE.fullmatch(phone) or len(phone) > MAX_PHONE:
                yield _wrong(f"{field}.phone_number", "must be a phone of at most {limit} characters", limit=MAX_PHONE)
        case "COPY_CODE":
            [code, *more] = examples_of(button) or ("",)
            if more or not 1 <= len(code) <= MAX_COUPON:
                yield _wrong(f"{field}.example", "must be one code of 1 to {limit} characters", limit=MAX_COUPON)
        case "FLOW" if not button.flow_id:
            yield _wrong(f"{field}.flow_id", "must name a form")


def _url(field: str, button: Button) -> Iterator[ErrorDetail]:
    url = button.url or ""
    if len(url) > MAX_URL or not _WEB.fullmatch(url):
        yield _wrong(
            f"{field}.url",
            "must be http(s), at most {limit} characters, its one gap {{{{1}}}} at the end",
            limit=MAX_URL,
        )
    if len(examples_of(button)) != len(gaps_of(url)):
        yield _wrong(f"{field}.example", "must have one example for each of the {count} gaps", count=len(gaps_of(url)))


def _text(field: str, text: str | None) -> Iterator[ErrorDetail]:
    if not (text or "").strip() or len(text or "") > MAX_TEXT:
        yield _wrong(
            f"{field}.text", "must have 1 to {limit} characters, has {count}", limit=MAX_TEXT, count=len(text or "")
        )
    elif "{{" in (text or ""):
        yield _wrong(f"{field}.text", "must have no gap")


def _code_buttons(field: str, buttons: tuple[Button, ...]) -> Iterator[ErrorDetail]:
    if [button.type for button in buttons] != ["OTP"]:
        yield _wrong(field, "an authentication template has one OTP button and no other")
        return
    [button] = buttons
    if button.otp_type not in OTP_TYPES:
        yield _wrong(f"{field}[0].otp_type", "must be one of {choices}", choices=", ".join(OTP_TYPES))
    elif button.otp_type != "COPY_CODE" and not button.supported_apps:
        yield _wrong(f"{field}[0].supported_apps", "must name the program that takes the code")
    if len(button.text or "") > MAX_TEXT:
        yield _wrong(f"{field}[0].text", "must have at most {limit} characters", limit=MAX_TEXT)


def examples_of(button: Button) -> tuple[str, ...]:
    """Give a button's examples; Meta writes one as a text and more as a list."""
    if isinstance(button.example, str):
        return (button.example,)
    return button.example or ()


def _wrong(field: str, message: str, **values: object) -> ErrorDetail:
    return ErrorDetail(field=field, message=message, values=values)
