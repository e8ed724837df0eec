"""The check of the largest flow takes a bounded number of steps, however it is drawn."""

import random
from collections.abc import Callable, Iterator
from uuid import UUID

import pytest

from domain.flows.flow import FlowVersion
from domain.flows.graph import Meter
from domain.flows.inspection import World, inspect
from domain.flows.limits import MAX_EDGES, MAX_NODES
from domain.flows.tools import Tools
from domain.shared.ids import FlowId

STEPS_A_PART = 80
"""Of each node and edge together: what is looked at a fixed number of times, and what spreads until it is still."""
KINDS: list[tuple[str, dict[str, object]]] = [
    ("question", {"text": "{{ vars.b }}?", "save_as": "a", "timeout_minutes": 30}),
    ("set_variable", {"assignments": {"b": "{{ vars.a }}"}}),
    ("wait", {"for": "1s"}),
    ("message", {"text": "{{ vars.a }}"}),
    ("jump", {"flow_id": str(UUID(int=1))}),
    ("api_call", {"url": "https://example.com", "save_as": "c"}),
]
HANDLES = ["", "timeout", "error", "invalid", "reply"]


def a_ring() -> Iterator[tuple[int, int]]:
    yield from ((place, (place + 1) % (MAX_NODES - 1)) for place in range(MAX_NODES - 1))
    yield from ((place, place // 2) for place in range(MAX_EDGES - MAX_NODES) if place < MAX_NODES - 1)


def a_tangle() -> Iterator[tuple[int, int]]:
    chance = random.Random(7)
    yield from ((chance.randrange(MAX_NODES - 1), chance.randrange(MAX_NODES - 1)) for _ in range(MAX_EDGES - 1))


@pytest.mark.parametrize("ways", [a_ring, a_tangle])
def test_the_largest_flow(
    ways: Callable[[], Iterator[tuple[int, int]]], make_version: Callable[..., FlowVersion], tools: Tools
):
    """Flow 1 runs itself, so that its summary is computed until it stands still."""
    drawn = list(ways())
    nodes = [{"id": str(n), "type": KINDS[n % 6][0], "data": KINDS[n % 6][1]} for n in range(MAX_NODES - 1)]
    edges = [{"source": str(a), "target": str(b), "source_handle": HANDLES[(a + b) % 5]} for a, b in drawn]
    document = make_version(
        {
            "nodes": [{"id": "start", "type": "start"}, *nodes],
            "edges": [{"id": str(n), **edge} for n, edge in enumerate([{"source": "start", "target": "0"}, *edges])],
        }
    ).document
    meter = Meter()

    found = inspect(document, tools.language, world=World(flows={FlowId(UUID(int=1)): document}), meter=meter)

    assert {"window_closed", "window_unknown"} & {finding.code for finding in found}
    assert meter.steps < STEPS_A_PART * (MAX_NODES + len(drawn))
