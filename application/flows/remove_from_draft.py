"""A node or an edge is rubbed out."""

import msgspec

from application.flows.edit_draft import Draft, EditDraft
from application.shared.actor import Actor
from domain.flows.edit_graph import Place, without_item


class RemoveFromDraft(msgspec.Struct, frozen=True, kw_only=True):
    """From which draft, and which one."""

    draft: Draft
    place: Place
    item_id: str


class RemoveFromDraftHandler:
    """Remove an edge, or a node with the edges that touch it. Needs flows:edit."""

    def __init__(self, edit: EditDraft) -> None:
        self._edit = edit

    async def __call__(self, actor: Actor, command: RemoveFromDraft) -> int:
        """Give the flow's version. Raises NodeNotFoundError, EdgeNotFoundError, and what EditDraft raises."""
        return await self._edit(
            actor, command.draft, lambda document: without_item(document, command.place, command.item_id)
        )
