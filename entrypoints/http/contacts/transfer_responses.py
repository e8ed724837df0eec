"""What is answered about files of contacts."""

from typing import TypeVar

import msgspec

from application.ports.readers.contact_transfers import ImportDetail, ImportErrorRow, ImportRow
from domain.contacts.import_plan import SheetFound
from entrypoints.http.texts.detail_catalogue import kept_text
from entrypoints.http.texts.message import ENGLISH

_FOUND = msgspec.json.Decoder(SheetFound)
_Row = TypeVar("_Row", bound=ImportRow)


class ImportErrors(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with some rows; `next_after` is None behind the last."""

    items: list[ImportErrorRow]
    next_after: int | None

    @classmethod
    def of(cls, items: list[ImportErrorRow], *, language: str) -> "ImportErrors":
        """Say them in a language, and where to go on."""
        told = [msgspec.structs.replace(one, message=kept_text(one.message, language=language)) for one in items]
        return cls(items=told, next_after=items[-1].row_number if items else None)


def told_row(row: _Row, *, language: str) -> _Row:
    """Say in a language why an import failed; it is kept in English, and by semicolons where it is more than one."""
    if row.error_detail is None:
        return row
    parts = [kept_text(part, language=language) for part in row.error_detail.split("; ")]
    return msgspec.structs.replace(row, error_detail=" ".join(parts) if language != ENGLISH else row.error_detail)


def told_import(importing: ImportDetail, *, language: str) -> ImportDetail:
    """Say in a language what is wrong with the rows of a preview too."""
    found = _FOUND.decode(importing.found)
    preview = tuple(
        msgspec.structs.replace(
            row,
            errors=[
                msgspec.structs.replace(one, message=kept_text(one.message, language=language)) for one in row.errors
            ],
        )
        for row in found.preview
    )
    told = msgspec.Raw(msgspec.json.encode(msgspec.structs.replace(found, preview=preview)))
    return msgspec.structs.replace(told_row(importing, language=language), found=told)
