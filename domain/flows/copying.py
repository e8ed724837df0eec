"""Copies of flows: drafts of their own, whose jumps lead to the copies of what was copied with them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from uuid import UUID

import msgspec

from domain.flows.codec import decode_flow, encode_flow
from domain.flows.definition import Flow
from domain.flows.edit_graph import items_of
from domain.flows.limits import MAX_NAME
from domain.flows.saved_tests import SavedTest
from domain.shared.ids import ChatbotId, FlowId, FlowTestId

_COPY = " (cópia)"


def name_of_copy(name: str) -> str:
    """Say that it is a copy, within what a name may have."""
    return f"{name[: MAX_NAME - len(_COPY)]}{_COPY}"


def copy_of(
    flow: Flow,
    *,
    copy_id: FlowId,
    name: str,
    now: datetime,
    chatbot_id: ChatbotId | None = None,
    copies: Mapping[FlowId, FlowId] | None = None,
) -> Flow:
    """Make a draft like a flow's. `copies` are the flows that were copied with it: jumps lead to their copies."""
    return Flow(
        id=copy_id,
        name=name,
        draft=_renamed(flow.draft, name, {str(old): str(new) for old, new in (copies or {}).items()}),
        created_at=now,
        updated_at=now,
        chatbot_id=chatbot_id or flow.chatbot_id,
        description=flow.description,
        priority=flow.priority,
    )


def copy_tests(tests: Iterable[SavedTest], new_id: Callable[[], UUID]) -> list[SavedTest]:
    """Give the tests ids of their own."""
    return [msgspec.structs.replace(test, id=FlowTestId(new_id())) for test in tests]


def _renamed(draft: msgspec.Raw, name: str, copies: Mapping[str, str]) -> msgspec.Raw:
    document = decode_flow(bytes(draft))
    nodes = [_pointed(node, copies) for node in items_of(document, "nodes")]
    source = {**document.source, "name": name, **({"nodes": nodes} if "nodes" in document.source else {})}
    return msgspec.Raw(encode_flow(decode_flow(msgspec.json.encode(source))))


def _pointed(node: dict[str, object], copies: Mapping[str, str]) -> dict[str, object]:
    data = node.get("data")
    if node.get("type") != "jump" or not isinstance(data, dict):
        return node
    target = str(data.get("flow_id", "")).lower()
    return {**node, "data": {**data, "flow_id": copies[target]}} if target in copies else node
