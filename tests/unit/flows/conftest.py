"""Tools of the real languages, and flows made in a line."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import msgspec
import pytest

from adapters.expressions.cel import Cel
from adapters.expressions.liquid import Liquid
from adapters.expressions.regex import Re2
from domain.flows.codec import decode_flow
from domain.flows.flow import FlowVersion
from domain.flows.session import Reply, Session
from domain.flows.tools import Tools
from domain.shared.content import Content, Text, plain_text
from domain.shared.ids import FlowId, FlowSessionId, FlowVersionId, MessageId

AT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def at() -> datetime:
    return AT


@pytest.fixture(scope="session")
def tools() -> Tools:
    return Tools(expressions=Cel(), templates=Liquid(), regex=Re2())


@pytest.fixture(scope="session")
def make_version() -> Callable[..., FlowVersion]:
    def make(document: object, *, flow_id: str | None = None) -> FlowVersion:
        number = UUID(flow_id) if flow_id else UUID(int=1)
        decoded = decode_flow(msgspec.json.encode(document))
        return FlowVersion(
            id=FlowVersionId(UUID(int=number.int + 1_000)),
            flow_id=FlowId(number),
            number=1,
            name=decoded.name,
            document=decoded,
        )

    return make


@pytest.fixture(scope="session")
def make_flow(make_version: Callable[..., FlowVersion]) -> Callable[..., FlowVersion]:
    """Make a flow of nodes `(id, type, data)` and edges `source:handle -> target`; `start -> first` is added."""

    def make(*nodes: tuple[str, str, dict[str, object]], edges: str = "", **document: object) -> FlowVersion:
        first = nodes[0][0]
        return make_version(
            {
                "name": "teste",
                **document,
                "nodes": [
                    {"id": "start", "type": "start"},
                    *({"id": node_id, "type": kind, "data": data} for node_id, kind, data in nodes),
                ],
                "edges": [
                    {"id": "e0", "source": "start", "target": first},
                    *(_edge(number, text) for number, text in enumerate(edges.split(";"), start=1) if text.strip()),
                ],
            }
        )

    return make


def _edge(number: int, text: str) -> dict[str, object]:
    way, target = text.split("->")
    source, _, rest = way.strip().partition(":")
    handle, _, condition = rest.partition("?")
    edge: dict[str, object] = {"id": f"e{number}", "source": source.strip(), "target": target.strip()}
    if handle.strip():
        edge["source_handle"] = handle.strip()
    if condition.strip():
        edge["condition"] = condition.strip()
    return edge


@pytest.fixture(scope="session")
def new_session() -> Callable[..., Session]:
    def make(flow: FlowVersion, **fields: object) -> Session:
        return Session(id=FlowSessionId(UUID(int=7)), flow_id=flow.flow_id, version_id=flow.id, started_at=AT, **fields)

    return make


@pytest.fixture(scope="session")
def say() -> Callable[..., Reply]:
    def make(words: str | Content, *, number: int = 1) -> Reply:
        content = Text(body=words) if isinstance(words, str) else words
        return Reply(message_id=MessageId(UUID(int=number)), content=content, text=plain_text(content))

    return make
