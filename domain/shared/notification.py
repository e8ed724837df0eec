"""Something that certain people should see, wherever they are."""

import msgspec

from domain.shared.events import Event
from domain.shared.ids import UserId


class Notification(Event, frozen=True, kw_only=True, tag="notification"):
    """A notice for `user_ids`: its `kind`, and ids and words to show it with; never what a customer wrote."""

    kind: str
    user_ids: tuple[UserId, ...]
    data: dict[str, object] = msgspec.field(default_factory=dict)
