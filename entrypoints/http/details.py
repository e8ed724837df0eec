"""What is wrong with a field, as it is answered: in the reader's language."""

from collections.abc import Iterable

import msgspec

from domain.shared import errors
from entrypoints.http.texts.detail_catalogue import phrase_text


class ErrorDetail(msgspec.Struct, frozen=True, kw_only=True):
    """One wrong field: where it is (dots and brackets, as in `nodes[3].type`) and what is wrong with it, for people."""

    field: str
    message: str


def told_details(details: Iterable[errors.ErrorDetail], *, language: str) -> list[ErrorDetail]:
    """Say them in a language."""
    return [ErrorDetail(field=one.field, message=phrase_text(one.said, language=language)) for one in details]
