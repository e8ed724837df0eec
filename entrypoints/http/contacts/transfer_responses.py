"""What is answered about files of contacts."""

import msgspec

from application.ports.readers.contact_transfers import ImportErrorRow


class ImportErrors(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with some rows; `next_after` is None behind the last."""

    items: list[ImportErrorRow]
    next_after: int | None

    @classmethod
    def of(cls, items: list[ImportErrorRow]) -> "ImportErrors":
        """Say where to go on."""
        return cls(items=items, next_after=items[-1].row_number if items else None)
