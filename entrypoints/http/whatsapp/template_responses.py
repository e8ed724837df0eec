"""What callers get about templates, where it is not a read model as it is."""

import msgspec

from domain.shared.errors import ErrorDetail
from domain.whatsapp.templates.filling import Filled, ShownButton


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
    def of(cls, filled: Filled) -> "TemplatePreview":
        """Show it."""
        return cls(
            header=filled.header,
            header_media=filled.header_media,
            body=filled.body,
            footer=filled.footer,
            buttons=filled.buttons,
            text=filled.text,
            errors=filled.wrong,
        )
