"""Changes a draft by one node or edge at a time; what comes out is read again, so it is always a flow.

A document is edited as it was written: fields that we do not know stay where they are, and the order of edges, which
decides which of them is tried first, is kept.
"""

from collections.abc import Mapping
from typing import Literal

import msgspec

from domain.flows.codec import decode_flow
from domain.flows.document import FlowDocument
from domain.flows.errors import EdgeNotFoundError, GraphIdTakenError, NodeNotFoundError
from domain.shared.errors import ErrorDetail, InvalidError

Item = dict[str, object]
"""A node or an edge as it is written."""
Place = Literal["nodes", "edges"]


def items_of(document: FlowDocument, place: Place) -> list[Item]:
    """Give the nodes or the edges as they are written."""
    found = document.source.get(place)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def item_of(document: FlowDocument, place: Place, item_id: str) -> Item:
    """Give one. Raises NodeNotFoundError, EdgeNotFoundError."""
    for item in items_of(document, place):
        if item.get("id") == item_id:
            return item
    raise _missing(place)


def with_item(document: FlowDocument, place: Place, item: Item) -> FlowDocument:
    """Add one, last. Raises GraphIdTakenError, InvalidError."""
    items = items_of(document, place)
    if any(other.get("id") == item.get("id") for other in items):
        raise GraphIdTakenError(f"The draft has '{item.get('id')}' already.")
    return _rewritten(document, {place: [*items, item]})


def changed_item(document: FlowDocument, place: Place, item_id: str, changes: Mapping[str, object]) -> FlowDocument:
    """Replace the fields that `changes` names; null removes one. Raises …NotFoundError, InvalidError."""
    old = item_of(document, place, item_id)
    if changes.get("id", item_id) != item_id:
        raise InvalidError(
            "An id cannot be changed.",
            details=(ErrorDetail(field="id", message="it is '{item_id}' or absent", values={"item_id": item_id}),),
        )
    merged = {key: value for key, value in {**old, **changes}.items() if key not in changes or value is not None}
    items = [merged if item is old else item for item in items_of(document, place)]
    return _rewritten(document, {place: items})


def without_item(document: FlowDocument, place: Place, item_id: str) -> FlowDocument:
    """Remove one; with a node go the edges that touch it. Raises NodeNotFoundError, EdgeNotFoundError."""
    old = item_of(document, place, item_id)
    left: dict[str, object] = {place: [item for item in items_of(document, place) if item is not old]}
    if place == "nodes":
        left["edges"] = [
            edge for edge in items_of(document, "edges") if item_id not in (edge.get("source"), edge.get("target"))
        ]
    return _rewritten(document, left)


def _rewritten(document: FlowDocument, parts: Mapping[str, object]) -> FlowDocument:
    return decode_flow(msgspec.json.encode({**document.source, **parts}))


def _missing(place: Place) -> NodeNotFoundError | EdgeNotFoundError:
    if place == "nodes":
        return NodeNotFoundError("The draft has no such node.")
    return EdgeNotFoundError("The draft has no such edge.")
