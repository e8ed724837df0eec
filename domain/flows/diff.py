"""What is different between two documents of a flow, as an editor shows it: by node, edge and field.

Where a node is drawn does not count, nor the order of nodes; that of edges does, for they are tried in their order.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

import msgspec

from domain.flows.document import FlowDocument
from domain.flows.edit_graph import Item, Place, items_of

_DRAWN = frozenset({"position", "positionAbsolute", "width", "height", "measured", "selected", "dragging"})
"""What editors keep of a node's looks."""
_MAX_FIELDS = 100
"""Fields told of one thing: beyond it the thing is another."""


class FieldChange(msgspec.Struct, frozen=True, kw_only=True):
    """One field: its path, such as `data.buttons[1]`, and its value on both sides; null where there is none."""

    path: str
    before: object = None
    after: object = None


class ItemChange(msgspec.Struct, frozen=True, kw_only=True):
    """A node or an edge that is on both sides, and otherwise on each."""

    id: str
    type: str | None = None
    changes: tuple[FieldChange, ...]


class ItemChanges(msgspec.Struct, frozen=True, kw_only=True):
    """Of nodes, or of edges: what came, what went (as they are written), and what is otherwise."""

    added: tuple[Item, ...] = ()
    removed: tuple[Item, ...] = ()
    changed: tuple[ItemChange, ...] = ()
    reordered: bool = False


class FlowDiff(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is different. `fields` are those beside the graph: name, trigger, settings, variables, others."""

    nodes: ItemChanges
    edges: ItemChanges
    fields: tuple[FieldChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the two are the same."""
        return self == FlowDiff(nodes=ItemChanges(), edges=ItemChanges(), fields=())


def diff(before: FlowDocument, after: FlowDocument) -> FlowDiff:
    """Compare two documents."""
    return FlowDiff(
        nodes=_items(before, after, "nodes"), edges=_items(before, after, "edges"), fields=_fields(before, after)
    )


def _items(before: FlowDocument, after: FlowDocument, place: Place) -> ItemChanges:
    old, new = _by_id(before, place), _by_id(after, place)
    shared = [key for key in old if key in new]
    compared = ((key, tuple(_changes("", _seen(old[key]), _seen(new[key])))[:_MAX_FIELDS]) for key in shared)
    return ItemChanges(
        added=tuple(item for key, item in new.items() if key not in old),
        removed=tuple(item for key, item in old.items() if key not in new),
        changed=tuple(
            ItemChange(id=key, type=_type(new[key]), changes=changes) for key, changes in compared if changes
        ),
        reordered=place == "edges" and shared != [key for key in new if key in old],
    )


def _by_id(document: FlowDocument, place: Place) -> dict[str, Item]:
    """Name each by its id; of edges, whose ids may repeat, by their number too."""
    found: dict[str, Item] = {}
    times: Counter[str] = Counter()
    for item in items_of(document, place):
        name = str(item.get("id"))
        times[name] += 1
        found[name if times[name] == 1 else f"{name}#{times[name]}"] = item
    return found


def _fields(before: FlowDocument, after: FlowDocument) -> tuple[FieldChange, ...]:
    graph = ("nodes", "edges")
    old = {key: value for key, value in before.source.items() if key not in graph}
    new = {key: value for key, value in after.source.items() if key not in graph}
    return tuple(_changes("", old, new))[:_MAX_FIELDS]


def _seen(item: Item) -> Item:
    return {key: value for key, value in item.items() if key not in _DRAWN}


def _type(item: Item) -> str | None:
    kind = item.get("type")
    return kind if isinstance(kind, str) else None


def _changes(path: str, before: object, after: object) -> Iterator[FieldChange]:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in dict.fromkeys((*before, *after)):
            inner = f"{path}.{key}" if path else str(key)
            yield from _changes(inner, before.get(key), after.get(key))
    elif isinstance(before, list) and isinstance(after, list):
        for number in range(max(len(before), len(after))):
            old = before[number] if number < len(before) else None
            new = after[number] if number < len(after) else None
            yield from _changes(f"{path}[{number}]", old, new)
    elif _differ(before, after):
        yield FieldChange(path=path, before=before, after=after)


def _differ(before: object, after: object) -> bool:
    """Whether they are not the same JSON: `true` is not 1."""
    return before != after or isinstance(before, bool) != isinstance(after, bool)
