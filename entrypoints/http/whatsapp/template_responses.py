"""What callers get about templates, where it is not a read model as it is."""

import msgspec

from domain.whatsapp.templates.filling import Filled, ShownButton
from entrypoints.http.details import ErrorDetail, told_details


class TemplatePreview(msgspec.Struct, frozen=True, kw_only=True):
    """What the customer will read; with `errors` it could not be sent so."""

    header: str | None
    header_media: str | None
    body: str
    footer: str | None
    buttons: tuple[ShownButton, ...]
    text: str
    errors: tuple[ErrorDetail, ...]

    @classmethod
    def of(cls, filled: Filled, *, language: str) -> "TemplatePreview":
        """Show it; what is wrong is said in a language."""
        return cls(
            header=filled.header,
            header_media=filled.header_media,
            body=filled.body,
            footer=filled.footer,
            buttons=filled.buttons,
            text=filled.text,
            errors=tuple(told_details(filled.wrong, language=language)),
        )
