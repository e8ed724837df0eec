"""What Meta accepts of a template that is made or changed, as far as it can be known before asking (reference 6.1).

How many gaps a text of a length may have (its error 2388293) and whether a category is right is known to Meta alone.
"""

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from domain.shared.errors import ErrorDetail
from domain.whatsapp.templates.button_rules import check_buttons
from domain.whatsapp.templates.components import (
    Body,
    ButtonRow,
    Component,
    Footer,
    Header,
    HeaderExample,
    NamedExample,
    put_together,
)
from domain.whatsapp.templates.languages import LANGUAGES
from domain.whatsapp.templates.variables import gaps_of, wrong_gaps
from domain.whatsapp.templates.words import ParameterFormat, TemplateCategory

MAX_NAME = 512
MAX_HEADER = 60
MAX_BODY = 1024
MAX_FOOTER = 60
MAX_CODE_MINUTES = 90
FORMATS = ("TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION")
WITH_FILE = frozenset({"IMAGE", "VIDEO", "DOCUMENT"})

_NAME = re.compile(rf"[a-z0-9_]{{1,{MAX_NAME}}}", re.ASCII)
_MARKS = frozenset("\n\r*_~`")
"""Line breaks and formatting, which a header must not have."""


class TemplateDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A template before Meta has seen it."""

    name: str
    language: str
    category: TemplateCategory
    components: tuple[Component, ...]
    parameter_format: ParameterFormat = ParameterFormat.POSITIONAL


def check_draft(draft: TemplateDraft) -> Iterator[ErrorDetail]:
    """Name every field that Meta would refuse, with its limit."""
    if not _NAME.fullmatch(draft.name):
        yield _wrong("name", "must have 1 to {limit} of a-z, 0-9 and _", limit=MAX_NAME)
    if draft.language not in LANGUAGES:
        yield _wrong("language", "must be one of Meta's codes, such as pt_BR, en_US, es")
    yield from check_components(draft.components, category=draft.category, of=draft.parameter_format)


def check_components(
    components: tuple[Component, ...], *, category: TemplateCategory, of: ParameterFormat
) -> Iterator[ErrorDetail]:
    """Name what Meta would refuse of the parts."""
    if category is TemplateCategory.OTHER:
        yield _wrong("category", "must be marketing, utility or authentication")
    kinds = Counter(str(component.__struct_config__.tag) for component in components)
    yield from (
        _wrong("components", "has {kind} more than once", kind=kind) for kind, count in kinds.items() if count > 1
    )
    if "BODY" not in kinds:
        yield _wrong("components", "needs a BODY")
    is_code = category is TemplateCategory.AUTHENTICATION
    for index, component in enumerate(components):
        field = f"components[{index}]"
        match component:
            case Header() if is_code:
                yield _wrong(field, "an authentication template has no header")
            case Header():
                yield from _header(field, component, of=of)
            case Body():
                yield from _code_body(field, component) if is_code else _body(field, component, of=of)
            case Footer():
                yield from _code_footer(field, component) if is_code else _footer(field, component)
            case ButtonRow(buttons=buttons):
                yield from check_buttons(f"{field}.buttons", buttons, is_code=is_code)
    if is_code and not put_together(components).buttons:
        yield _wrong("components", "an authentication template needs one OTP button")


def _header(field: str, header: Header, *, of: ParameterFormat) -> Iterator[ErrorDetail]:
    if header.format not in FORMATS:
        yield _wrong(f"{field}.format", "must be one of {choices}", choices=", ".join(FORMATS))
    elif header.format == "TEXT":
        yield from _header_text(field, header, of=of)
    elif header.text is not None:
        yield _wrong(f"{field}.text", "stands in a TEXT header only")
    elif header.format in WITH_FILE and not _has_one_file(header.example):
        yield _wrong(f"{field}.example.media_id", "needs one example file: its `media_id`, or the handle Meta gave it")


def _has_one_file(example: HeaderExample | None) -> bool:
    return example is not None and len(example.header_handle) + (example.media_id is not None) == 1


def _header_text(field: str, header: Header, *, of: ParameterFormat) -> Iterator[ErrorDetail]:
    text, gaps = header.text or "", gaps_of(header.text)
    yield from _length(f"{field}.text", text, most=MAX_HEADER)
    yield from wrong_gaps(f"{field}.text", text, of=of, may_border=True)
    if len(gaps) > 1:
        yield _wrong(f"{field}.text", "must have at most one gap")
    if _MARKS & set(re.sub(r"\{\{.*?\}\}", "", text)):
        yield _wrong(f"{field}.text", "must have no line break and no formatting")
    example = header.example
    rows = example.header_text if example else ()
    named = example.header_text_named_params if example else ()
    yield from _examples(f"{field}.example", gaps, row=rows, named=named, of=of, key="header_text")


def _body(field: str, body: Body, *, of: ParameterFormat) -> Iterator[ErrorDetail]:
    text = body.text or ""
    yield from _length(f"{field}.text", text, most=MAX_BODY)
    yield from wrong_gaps(f"{field}.text", text, of=of, may_border=False)
    if body.add_security_recommendation is not None:
        yield _wrong(f"{field}.add_security_recommendation", "belongs to authentication templates")
    rows = body.example.body_text if body.example else ()
    named = body.example.body_text_named_params if body.example else ()
    if len(rows) > 1:
        yield _wrong(f"{field}.example.body_text", "must have one row")
    row = rows[0] if rows else ()
    yield from _examples(f"{field}.example", gaps_of(text), row=row, named=named, of=of, key="body_text")


def _code_body(field: str, body: Body) -> Iterator[ErrorDetail]:
    if body.text is not None:
        yield _wrong(f"{field}.text", "is Meta's own in an authentication template: leave it out")


def _footer(field: str, footer: Footer) -> Iterator[ErrorDetail]:
    yield from _length(f"{field}.text", footer.text or "", most=MAX_FOOTER)
    if "{{" in (footer.text or ""):
        yield _wrong(f"{field}.text", "must have no gap")
    if footer.code_expiration_minutes is not None:
        yield _wrong(f"{field}.code_expiration_minutes", "belongs to authentication templates")


def _code_footer(field: str, footer: Footer) -> Iterator[ErrorDetail]:
    if footer.text is not None:
        yield _wrong(f"{field}.text", "is Meta's own in an authentication template: leave it out")
    minutes = footer.code_expiration_minutes
    if minutes is None or not 1 <= minutes <= MAX_CODE_MINUTES:
        yield _wrong(f"{field}.code_expiration_minutes", "must be 1 to {limit}", limit=MAX_CODE_MINUTES)


def _examples(
    field: str,
    gaps: tuple[str, ...],
    *,
    row: tuple[str, ...],
    named: tuple[NamedExample, ...],
    of: ParameterFormat,
    key: str,
) -> Iterator[ErrorDetail]:
    """Say whether every gap has its example, and nothing else has one."""
    if of is ParameterFormat.NAMED:
        field = f"{field}.{key}_named_params"
        is_right = sorted(one.param_name for one in named) == sorted(gaps) and all(one.example.strip() for one in named)
        is_right = is_right and not row
    else:
        field = f"{field}.{key}"
        is_right = len(row) == len(gaps) and all(word.strip() for word in row) and not named
    if not is_right:
        yield _wrong(field, "must have one example for each of the {count} gaps", count=len(gaps))


def _length(field: str, text: str, *, most: int) -> Iterator[ErrorDetail]:
    if not text.strip() or len(text) > most:
        yield _wrong(field, "must have 1 to {limit} characters, has {count}", limit=most, count=len(text))


def _wrong(field: str, message: str, **values: object) -> ErrorDetail:
    return ErrorDetail(field=field, message=message, values=values)
