"""Tags by their names, as rows name them; those that there are not yet are made."""

from collections.abc import Iterable

from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.unit_of_work import Transaction
from domain.contacts.tag import MAX_TAGS, Tag, color_for
from domain.shared.ids import TagId
from domain.shared.text import fold


class TagBook:
    """Remembers the tags of one import. What a transaction that failed has made is forgotten by `forget`."""

    def __init__(self, *, creates: bool, ids: Ids, clock: Clock) -> None:
        self._creates, self._ids, self._clock = creates, ids, clock
        self._known: dict[str, TagId] = {}

    async def ids_of(self, tx: Transaction, names: Iterable[str]) -> dict[str, TagId]:
        """Give the tags of names; one that is not there and cannot be made is left out. Raises TagTakenError."""
        found: dict[str, TagId] = {}
        for name in dict.fromkeys(names):
            key = fold(name)
            if key not in self._known:
                tag = await tx.tags.find(name) or await self._made(tx, name)
                if tag is None:
                    continue
                self._known[key] = tag.id
            found[name] = self._known[key]
        return found

    def forget(self) -> None:
        """Look again."""
        self._known.clear()

    async def _made(self, tx: Transaction, name: str) -> Tag | None:
        if not self._creates or await tx.tags.count() >= MAX_TAGS:
            return None
        tag = Tag(id=TagId(self._ids.new()), name=name, color=color_for(name), created_at=self._clock.now())
        await tx.tags.add(tag)
        return tag
