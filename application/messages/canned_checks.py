"""What every change of a canned response is checked for."""

from collections.abc import Iterator

from application.messages.canned_texts import wrong_texts
from domain.conversations.errors import ContentRefusedError
from domain.flows.language import Templates
from domain.messages.canned_response import MAX_SHORTCUT, MAX_TITLE, is_shortcut
from domain.shared.content import Content, Reaction, Template, type_of
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.text import fold


def shortcut_of(text: str) -> str:
    """Give a shortcut as it is kept and compared: `/Olá` is `ola`."""
    return fold(text).removeprefix("/").strip()


def require_named(*, shortcut: str | None, title: str | None) -> None:
    """Raise InvalidError for a shortcut that nobody could type, or a title that shows nothing."""
    wrong = tuple(_wrong_names(shortcut, title))
    if wrong:
        raise InvalidError("The canned response cannot be kept.", details=wrong)


def require_canned(content: Content, *, templates: Templates) -> None:
    """Raise ContentRefusedError for what is not said often, and for texts that are no Liquid.

    The provider's limits are looked at when it is sent: they are of the filled text, and of the number that sends it.
    """
    if isinstance(content, Template | Reaction):
        _refuse(
            ErrorDetail(
                field="content.type", message="a {kind} is no canned response", values={"kind": type_of(content)}
            )
        )
    _refuse(*wrong_texts(content, templates=templates))


def _refuse(*wrong: ErrorDetail) -> None:
    if wrong:
        raise ContentRefusedError("This content cannot be kept as a canned response.", details=wrong)


def _wrong_names(shortcut: str | None, title: str | None) -> Iterator[ErrorDetail]:
    if shortcut is not None and not is_shortcut(shortcut_of(shortcut)):
        yield ErrorDetail(
            field="shortcut",
            message="1 to {limit} letters, digits, - and _, beginning with one of the first",
            values={"limit": MAX_SHORTCUT},
        )
    if title is not None and not 1 <= len(title.strip()) <= MAX_TITLE:
        yield ErrorDetail(field="title", message="1 to {limit} characters", values={"limit": MAX_TITLE})
