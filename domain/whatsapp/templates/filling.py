"""A template with its gaps filled: Meta's components for the send, and what the customer will read (reference 4.14)."""

from collections.abc import Iterator

import msgspec

from domain.shared.content import HeaderMedia
from domain.shared.errors import ErrorDetail
from domain.whatsapp.templates.button_filling import fill_buttons
from domain.whatsapp.templates.components import Button, Header
from domain.whatsapp.templates.parameters import (
    Given,
    component,
    parameter_of,
    read_given,
    text_parameter,
    words_of,
)
from domain.whatsapp.templates.rules import MAX_BODY, MAX_HEADER, WITH_FILE
from domain.whatsapp.templates.template import MessageTemplate
from domain.whatsapp.templates.variables import fill, gaps_of
from domain.whatsapp.templates.words import ParameterFormat


class ShownButton(msgspec.Struct, frozen=True, kw_only=True):
    """A button as the customer sees it; `url` is where it leads."""

    type: str
    text: str | None = None
    url: str | None = None


class Filled(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome; where `wrong` names anything it is not to be sent."""

    components: tuple[msgspec.Raw, ...]
    header: str | None
    header_media: str | None
    body: str
    footer: str | None
    buttons: tuple[ShownButton, ...]
    wrong: tuple[ErrorDetail, ...]

    @property
    def text(self) -> str:
        """Give what will be read, from top to bottom."""
        return "\n".join(part for part in (self.header, self.body, self.footer) if part)


def fill_template(
    template: MessageTemplate, components: tuple[msgspec.Raw, ...], *, header_media: HeaderMedia | None = None
) -> Filled:
    """Fill it, and name every parameter that is missing, too much or too long."""
    parts, given = template.parts, read_given(components)
    wrong = list(given.wrong)
    header, header_words = _header(parts.header, given, header_media, wrong)
    body, body_words = _texts("body", parts.body.text, given.body, template.parameter_format, wrong)
    buttons, addresses = fill_buttons(parts.buttons, given, code=_code(template, given), wrong=wrong)
    if len(body_words) > MAX_BODY:
        wrong.append(
            _wrong(
                "body",
                "must have at most {limit} characters when filled, has {count}",
                limit=MAX_BODY,
                count=len(body_words),
            )
        )
    minutes = parts.footer.code_expiration_minutes if parts.footer else None
    return Filled(
        components=(*header, *body, *given.others, *buttons),
        header=header_words,
        header_media=parts.header.format.lower() if parts.header and parts.header.format != "TEXT" else None,
        body=body_words,
        footer=(parts.footer.text if parts.footer else None) or (f"{minutes} min" if minutes else None),
        buttons=tuple(_shown(button, addresses.get(index)) for index, button in enumerate(parts.buttons)),
        wrong=tuple(wrong),
    )


def _header(
    header: Header | None, given: Given, media: HeaderMedia | None, wrong: list[ErrorDetail]
) -> tuple[list[msgspec.Raw], str | None]:
    if header is None or header.format == "TEXT":
        if media is not None:
            wrong.append(_wrong("header_media", "the template has no file above its text"))
        text = header.text if header else None
        form = ParameterFormat.POSITIONAL
        if header and (gaps := gaps_of(text)) and not gaps[0].isdigit():
            given.header = _named(given.header, gaps[0])
            form = ParameterFormat.NAMED
        found, words = _texts("header", text, given.header, form, wrong)
        if len(words) > MAX_HEADER:
            wrong.append(_wrong("header", "must have at most {limit} characters when filled", limit=MAX_HEADER))
        return found, words or None
    kind = header.format.lower()
    given_kind = str(media.__struct_config__.tag) if media is not None else _first_type(given.header)
    if given_kind != kind:
        field = "header_media" if header.format in WITH_FILE else "header"
        message = "must be of the kind {kind}" if given_kind else "needs one of the kind {kind}"
        wrong.append(_wrong(field, message, kind=kind))
    return ([component("header", given.header)] if given.header and media is None else []), None


def _named(parameters: list[msgspec.Raw], name: str) -> list[msgspec.Raw]:
    """Name the one parameter of a header, where its giver did not: there is one gap only."""
    if len(parameters) != 1 or parameter_of(parameters[0]).parameter_name is not None:
        return parameters
    words = words_of(parameters[0])
    return parameters if words is None else [text_parameter(words, name=name)]


def _texts(
    place: str, text: str | None, given: list[msgspec.Raw], form: ParameterFormat, wrong: list[ErrorDetail]
) -> tuple[list[msgspec.Raw], str]:
    """Fill one text; give its component, where it has gaps, and its words."""
    gaps = gaps_of(text)
    names = [parameter_of(raw).parameter_name for raw in given]
    if form is ParameterFormat.POSITIONAL and any(names):
        wrong.append(_wrong(place, "must be given by position, without names"))
    if form is ParameterFormat.POSITIONAL:
        values = dict(zip(gaps, map(words_of, given), strict=False))
        if len(given) > len(gaps):
            wrong.append(
                _wrong(place, "must have {wanted} parameters, has {count}", wanted=len(gaps), count=len(given))
            )
    else:
        values = {name or "": words_of(raw) for name, raw in zip(names, given, strict=True)}
        wrong += [_wrong(f"{place}.{name}", "the template has no such gap") for name in values if name not in gaps]
    wrong += _missing(place, gaps, values)
    words = fill(text, {name: value for name, value in values.items() if value})
    return ([component(place, given)] if gaps else []), words


def _missing(place: str, gaps: tuple[str, ...], values: dict[str, str | None]) -> Iterator[ErrorDetail]:
    for gap in gaps:
        if not (values.get(gap) or "").strip():
            yield _wrong(f"{place}.{gap}", "must not be empty" if gap in values else "is missing")


def _code(template: MessageTemplate, given: Given) -> msgspec.Raw | None:
    """Give the code of a template that brings one: it stands in its text and goes with its button."""
    is_code = template.category == "authentication"
    return given.body[0] if is_code and len(given.body) == 1 else None


def _first_type(given: list[msgspec.Raw]) -> str | None:
    return parameter_of(given[0]).type if given else None


def _shown(button: Button, url: str | None) -> ShownButton:
    return ShownButton(type=button.type.lower(), text=button.text, url=url or button.url)


def _wrong(field: str, message: str, **values: object) -> ErrorDetail:
    return ErrorDetail(field=field, message=message, values=values)
