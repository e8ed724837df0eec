"""A node or an edge is drawn."""

import msgspec

from application.flows.edit_draft import Draft, EditDraft
from application.ports.ids import Ids
from application.shared.actor import Actor
from domain.flows.edit_graph import Item, Place, with_item


class AddToDraft(msgspec.Struct, frozen=True, kw_only=True):
    """To which draft, and what; without an id it gets one."""

    draft: Draft
    place: Place
    item: Item


class AddToDraftHandler:
    """Add a node or an edge, last. Needs flows:edit. The draft must still decode; whether it may run is asked later."""

    def __init__(self, *, edit: EditDraft, ids: Ids) -> None:
        self._edit, self._ids = edit, ids

    async def __call__(self, actor: Actor, command: AddToDraft) -> tuple[str, int]:
        """Give its id and the flow's version. Raises GraphIdTakenError, and what EditDraft raises."""
        item = command.item if command.item.get("id") else {**command.item, "id": str(self._ids.new())}
        version = await self._edit(actor, command.draft, lambda document: with_item(document, command.place, item))
        return str(item["id"]), version
