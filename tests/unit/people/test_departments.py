from datetime import UTC, datetime
from uuid import UUID

import pytest

from domain.people.department import Department
from domain.people.errors import DefaultDepartmentError
from domain.people.invitation import GOOD_FOR, Invitation
from domain.shared.ids import DepartmentId, InvitationId, UserId

NOON = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)


def test_the_default_department_stays() -> None:
    department = Department(id=DepartmentId(UUID(int=1)), name="Geral", created_at=NOON, is_default=True)

    with pytest.raises(DefaultDepartmentError):
        department.delete(now=NOON)

    department.is_default = False
    department.delete(now=NOON)
    assert department.deleted_at == NOON


@pytest.mark.parametrize(
    ("changes", "is_open"),
    [({}, True), ({"accepted_at": NOON}, False), ({"revoked_at": NOON}, False), ({"expires_at": NOON}, False)],
)
def test_an_invitation_is_open_until_something_ends_it(changes: dict[str, datetime], *, is_open: bool) -> None:
    facts = {"created_at": NOON, "expires_at": NOON + GOOD_FOR, **changes}
    invitation = Invitation(
        id=InvitationId(UUID(int=1)),
        email="bia@aurora.example",
        name="Bia",
        role="agent",
        department_ids=[],
        language="pt-BR",
        invited_by=UserId(UUID(int=2)),
        **facts,
    )

    assert invitation.is_open(now=NOON) is is_open
