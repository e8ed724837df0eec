"""What callers get about people, where it is not a read model or a use case's own answer as it is."""

from datetime import datetime

import msgspec

from application.people.settle_presence import SeenAs
from application.ports.readers.api_keys import ApiKeyRow
from application.ports.readers.departments import DepartmentRow, MemberRow
from domain.people.status import Status


class DepartmentView(DepartmentRow, frozen=True, kw_only=True):
    """A department, and who is in it."""

    people: list[MemberRow]

    @classmethod
    def of(cls, row: DepartmentRow, people: list[MemberRow]) -> "DepartmentView":
        """Put both together."""
        return cls(people=people, **msgspec.structs.asdict(row))


class ShownApiKey(ApiKeyRow, frozen=True, kw_only=True):
    """A key with its text, which nobody is shown again."""

    key: str

    def __repr__(self) -> str:
        """Show no text."""
        return f"ShownApiKey(id={self.id})"

    @classmethod
    def of(cls, row: ApiKeyRow, *, key: str) -> "ShownApiKey":
        """Put both together."""
        return cls(key=key, **msgspec.structs.asdict(row))


class OwnStatus(msgspec.Struct, frozen=True, kw_only=True):
    """How one is seen, and what one chose; they differ while one is idle, or no sign of life is known."""

    status: Status
    chosen_status: Status
    chosen_at: datetime | None
    capacity: int

    @classmethod
    def of(cls, seen_as: SeenAs) -> "OwnStatus":
        """Leave the signs of life out."""
        chosen = seen_as.chosen
        return cls(status=seen_as.status, chosen_status=chosen.status, chosen_at=chosen.since, capacity=chosen.capacity)
