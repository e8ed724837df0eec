"""Tell somebody where they are logged in."""

import msgspec

from application.ports.clock import Clock
from application.ports.readers.sessions import SessionList, SessionRow
from application.shared.actor import Person
from application.shared.page import Page, PageRequest


class MySession(SessionRow, frozen=True, kw_only=True):
    """One of my sessions; `current` is the one that asks."""

    current: bool


class ListSessions:
    """Anybody who is logged in, for their own."""

    def __init__(self, *, sessions: SessionList, clock: Clock) -> None:
        self._sessions, self._clock = sessions, clock

    async def __call__(self, person: Person, page: PageRequest) -> Page[MySession]:
        """Give one page. Raises MalformedError."""
        found = await self._sessions.page(person.tenant_id, person.user_id, now=self._clock.now(), page=page)
        return Page(
            items=[
                MySession(current=row.id == person.session_id, **msgspec.structs.asdict(row)) for row in found.items
            ],
            page=found.page,
            limit=found.limit,
            total=found.total,
            next_cursor=found.next_cursor,
        )
