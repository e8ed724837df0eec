"""Who may see a conversation."""

import pytest

from domain.conversations.errors import ConversationNotFoundError
from domain.conversations.visibility import Viewer, may_see, require_visible
from domain.shared.ids import DepartmentId, UserId
from tests.contract.repositories.stored import a_config, a_contact, a_conversation, new_id

ME, OTHER = UserId(new_id()), UserId(new_id())
MINE, THEIRS = DepartmentId(new_id()), DepartmentId(new_id())
AGENT = Viewer(user_id=ME, departments=frozenset({MINE}))


@pytest.mark.parametrize(
    ("assigned_to", "department_id", "is_seen"),
    [
        (None, None, True),
        (ME, None, True),
        (ME, THEIRS, True),
        (OTHER, MINE, True),
        (None, MINE, True),
        (OTHER, None, False),
        (None, THEIRS, False),
        (OTHER, THEIRS, False),
    ],
)
def test_an_agent_sees_what_is_theirs_and_what_nobody_has(
    *, assigned_to: UserId | None, department_id: DepartmentId | None, is_seen: bool
) -> None:
    assert may_see(AGENT, assigned_to=assigned_to, department_id=department_id) is is_seen


def test_who_reads_all_sees_all() -> None:
    assert may_see(Viewer(user_id=ME, sees_all=True), assigned_to=OTHER, department_id=THEIRS)


def test_what_is_not_seen_is_not_there() -> None:
    theirs = a_conversation(a_contact(), a_config(), assigned_to=OTHER)

    with pytest.raises(ConversationNotFoundError):
        require_visible(theirs, AGENT)
    require_visible(a_conversation(a_contact(), a_config(), assigned_to=ME), AGENT)
