"""A node or an edge is changed."""

import msgspec

from application.flows.edit_draft import Draft, EditDraft
from application.shared.actor import Actor
from domain.flows.edit_graph import Item, Place, changed_item


class ChangeInDraft(msgspec.Struct, frozen=True, kw_only=True):
    """Of which draft, which one, and the fields that are otherwise; null removes one."""

    draft: Draft
    place: Place
    item_id: str
    changes: Item


class ChangeInDraftHandler:
    """Replace the named fields of a node or an edge. Needs flows:edit."""

    def __init__(self, edit: EditDraft) -> None:
        self._edit = edit

    async def __call__(self, actor: Actor, command: ChangeInDraft) -> int:
        """Give the flow's version. Raises NodeNotFoundError, EdgeNotFoundError, and what EditDraft raises."""
        return await self._edit(
            actor,
            command.draft,
            lambda document: changed_item(document, command.place, command.item_id, command.changes),
        )
