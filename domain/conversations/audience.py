"""For whose eyes an event about a conversation is: by who had it then, and by who had it until then."""

from enum import Enum, auto

import msgspec

from domain.conversations.visibility import Viewer, may_see
from domain.shared.ids import DepartmentId, UserId


class Hold(msgspec.Struct, frozen=True, array_like=True):
    """Whose a conversation is at one moment."""

    assigned_to: UserId | None = None
    department_id: DepartmentId | None = None

    def is_for(self, viewer: Viewer) -> bool:
        """Whether the viewer may see what is so held."""
        return may_see(viewer, assigned_to=self.assigned_to, department_id=self.department_id)


class Audience(msgspec.Struct, frozen=True, array_like=True):
    """Whose it was when the event happened; `before` are those from whom this very event took it."""

    hold: Hold
    before: tuple[Hold, ...] = ()


class Sight(Enum):
    """What an event means to somebody."""

    SEEN = auto()
    LOST = auto()
    UNSEEN = auto()


def sight_of(viewer: Viewer, audience: Audience) -> Sight:
    """Say whether an event is for the viewer's eyes, takes the conversation from them, or is none of theirs."""
    if audience.hold.is_for(viewer):
        return Sight.SEEN
    return Sight.LOST if any(hold.is_for(viewer) for hold in audience.before) else Sight.UNSEEN
