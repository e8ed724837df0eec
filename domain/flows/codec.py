"""Reads a flow document, saying of everything that is wrong where it is, and writes it back."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Annotated, TypeVar

import msgspec

from domain.flows.document import Edge, FlowDocument, Settings
from domain.flows.limits import MAX_DOCUMENT_BYTES, MAX_EDGES, MAX_NAME, MAX_NESTING, MAX_NODES
from domain.flows.nodes import ALIASES, NODE_TYPES, AnyNode
from domain.flows.triggers import Keyword, Manual, Trigger
from domain.flows.values import to_value
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.phrases import phrase

T = TypeVar("T")
Name = Annotated[str, msgspec.Meta(max_length=MAX_NAME)]
_MAX_DETAILS = 50
"""More errors than anybody mends in one go."""
_PLACE = re.compile(r"^(?P<message>.*?)(?: - at `\$\.?(?P<place>.*)`)?$", re.DOTALL)
_MISSING = re.compile(r"missing required field `(?P<field>[^`]+)`")
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")
_VALUES = {"schedule": "cron", "event": "event", "referral": "source_id"}
"""Where `trigger_value` belongs for each trigger that is written as a word."""


def decode_flow(raw: bytes) -> FlowDocument:
    """Read a document. Raises InvalidError, with a detail for each wrong field."""
    source = _parse(raw)
    problems: list[ErrorDetail] = []
    trigger = _reading(problems, lambda: _trigger(source), "trigger")
    settings = _reading(problems, lambda: msgspec.convert(_given(source, "settings"), Settings), "settings")
    name = _reading(problems, lambda: msgspec.convert(source.get("name", ""), Name), "name")
    variables = _reading(problems, lambda: msgspec.convert(_given(source, "variables"), dict[str, object]), "variables")
    nodes = tuple(_each(problems, source, "nodes", MAX_NODES, _node))
    edges = tuple(_each(problems, source, "edges", MAX_EDGES, _edge))
    problems.extend(_repeated("nodes", [node.id for node in nodes]) if not problems else ())
    if problems or trigger is None or settings is None:
        raise InvalidError("The flow has errors.", details=tuple(problems[:_MAX_DETAILS]))
    return FlowDocument(
        name=name or "",
        trigger=trigger,
        settings=settings,
        variables={key: to_value(value) for key, value in (variables or {}).items()},
        nodes=nodes,
        edges=edges,
        source=source,
    )


def encode_flow(document: FlowDocument) -> bytes:
    """Write the document back: every key that was read is there, aliases in their canonical spelling."""
    return msgspec.json.encode(document.source)


def _given(source: dict[str, object], place: str) -> object:
    value = source.get(place)
    return {} if value is None else value


def _parse(raw: bytes) -> dict[str, object]:
    """Read the JSON and write aliases canonically."""
    if len(raw) > MAX_DOCUMENT_BYTES:
        raise _refused("", "a flow has at most {limit} bytes", limit=MAX_DOCUMENT_BYTES)
    if _NUL.search(raw):
        raise _refused("", "the character U+0000 cannot be stored")
    try:
        source = msgspec.json.decode(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _refused("", "this is not JSON: {error}", error=error) from error
    if not isinstance(source, dict):
        raise _refused("", "a flow is a JSON object")
    if _is_too_deep(source, MAX_NESTING):
        raise _refused("", "values lie at most {limit} deep", limit=MAX_NESTING)
    nodes = source.get("nodes")
    return {**source, "nodes": [_canonical(node) for node in nodes]} if isinstance(nodes, list) else source


def _canonical(node: object) -> object:
    kind = node.get("type") if isinstance(node, dict) else None
    return {**node, "type": ALIASES[kind]} if isinstance(node, dict) and kind in list(ALIASES) else node


def _is_too_deep(value: object, left: int) -> bool:
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return left < 0 or any(_is_too_deep(item, left - 1) for item in items)


def _trigger(source: dict[str, object]) -> Trigger:
    trigger = source.get("trigger")
    if trigger is None:
        return Manual()
    given = source.get("trigger_value")
    if trigger == "keyword":
        return Keyword(keywords=msgspec.convert(given if isinstance(given, list) else [given or ""], tuple[str, ...]))
    if isinstance(trigger, str):
        place = _VALUES.get(trigger)
        trigger = {"type": trigger, **({place: given} if place and given is not None else {})}
    found: Trigger = msgspec.convert(trigger, Trigger)
    return found


def _node(item: object) -> AnyNode:
    kind = item.get("type") if isinstance(item, dict) else None
    if isinstance(kind, str) and kind not in NODE_TYPES:
        unknown = phrase(
            "Unknown node type '{kind}'; known are {choices}", kind=kind, choices=", ".join(sorted(NODE_TYPES))
        )
        message = f"{unknown} - at `$.type`"
        raise msgspec.ValidationError(message)
    if isinstance(item, dict) and item.get("data", ...) is None:
        item = {key: value for key, value in item.items() if key != "data"}
    node: AnyNode = msgspec.convert(item, AnyNode)
    return node


def _edge(item: object) -> Edge:
    """Read an edge; React Flow writes `sourceHandle`, and an empty or `default` handle is none."""
    if not isinstance(item, dict):
        return msgspec.convert(item, Edge)
    handle = item.get("source_handle") or item.get("sourceHandle")
    known = {name: item[name] for name in ("id", "source", "target") if name in item}
    plain = None if handle in ("", "default") else handle
    return msgspec.convert({**known, "source_handle": plain, "condition": item.get("condition") or None}, Edge)


def _each(
    problems: list[ErrorDetail], source: dict[str, object], place: str, limit: int, read: Callable[[object], T]
) -> Iterator[T]:
    items = source.get(place)
    if items is None:
        return
    if not isinstance(items, list):
        problems.append(ErrorDetail(field=place, message="Expected `array`"))
    elif len(items) > limit:
        problems.append(ErrorDetail(field=place, message="at most {limit}", values={"limit": limit}))
    else:
        found = (_reading(problems, partial(read, item), f"{place}[{n}]") for n, item in enumerate(items))
        yield from (item for item in found if item is not None)


def _reading(problems: list[ErrorDetail], read: Callable[[], T], place: str) -> T | None:
    """Read a part; what is wrong with it is added to `problems`."""
    try:
        return read()
    except msgspec.ValidationError as error:
        problems.append(_detail(str(error), place))
        return None


def _detail(text: str, place: str) -> ErrorDetail:
    """Turn msgspec's `… - at `$.data.x`` into a field inside `place`."""
    found = _PLACE.match(text)
    message, inner = (found["message"], found["place"] or "") if found else (text, "")
    missing = _MISSING.search(message)
    words = [place, inner, missing["field"] if missing else ""]
    return ErrorDetail(field=".".join(word for word in words if word).replace(".[", "["), message=message)


def _repeated(place: str, ids: list[str]) -> Iterator[ErrorDetail]:
    seen: set[str] = set()
    for number, node_id in enumerate(ids):
        if node_id in seen:
            yield ErrorDetail(
                field=f"{place}[{number}].id", message="'{node_id}' is used twice", values={"node_id": node_id}
            )
        seen.add(node_id)


def _refused(field: str, message: str, **values: object) -> InvalidError:
    return InvalidError("The flow has errors.", details=(ErrorDetail(field=field, message=message, values=values),))
