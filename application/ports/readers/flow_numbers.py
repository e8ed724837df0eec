"""How often what happened in a flow: counted from its sessions and their sprints."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Protocol

import msgspec

from domain.flows.session import SessionStatus
from domain.shared.ids import FlowId, FlowVersionId, TenantId


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """Which sessions are counted: those of a flow that began in a time, perhaps of one version.

    Steps are counted of the newest `most` of them.
    """

    flow_ids: Sequence[FlowId]
    since: datetime
    until: datetime
    version: int | None = None
    most: int


class VersionTally(msgspec.Struct, frozen=True, kw_only=True):
    """Sessions of a version in a state."""

    flow_id: FlowId
    version_id: FlowVersionId
    number: int
    status: SessionStatus
    sessions: int


class StepKind(StrEnum):
    """What a row of steps is about."""

    NODE = "node"
    EVENT = "event"
    EDGE = "edge"
    VALUE = "value"


class StepTally(msgspec.Struct, frozen=True, kw_only=True):
    """Steps that are alike: at a node, where something happened, over an edge, with an answer.

    `name` is the event, the edge, or what kind of value it is (`answer`, `choice`, `branch`), whose value is `value`.
    """

    kind: StepKind
    node: str
    type: str
    name: str | None
    value: str | None
    times: int
    sessions: int
    median_ms: float | None
    statuses: dict[str, int]


class StopTally(msgspec.Struct, frozen=True, kw_only=True):
    """Sessions that ended or rest on a node, by their state."""

    node: str
    status: SessionStatus
    sessions: int


class FlowTallies(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is counted of one flow; `played` sessions are those whose steps are."""

    versions: Sequence[VersionTally]
    steps: Sequence[StepTally]
    stops: Sequence[StopTally]
    played: int


class FlowNumbers(Protocol):
    """Counts what happened in flows."""

    async def versions(self, tenant_id: TenantId, counted: Counted) -> Sequence[VersionTally]:
        """Count sessions by flow, version and state: of a chatbot's flows, or of one."""
        ...

    async def all_of(self, tenant_id: TenantId, counted: Counted) -> FlowTallies:
        """Count everything, of the first of the flows, at one moment."""
        ...
