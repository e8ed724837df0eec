"""Published graphs, decoded once: a version never changes, so what was decoded is true for ever."""

from collections import OrderedDict
from collections.abc import Iterable

import msgspec

from application.ports.unit_of_work import Transaction
from domain.flows.codec import decode_flow
from domain.flows.flow import FlowVersion
from domain.flows.session import Value
from domain.flows.tools import Tools
from domain.shared.ids import FlowId, FlowVersionId

_NOTHING = msgspec.Raw(b"{}")

KEPT_VERSIONS = 2_000
"""About 50 KiB each when large: 100 MB at the worst, and more bots than one process ever runs at a time."""


class FlowVersions:
    """Loads versions through a transaction (so only the tenant's own) and keeps their decoded form."""

    def __init__(self) -> None:
        self._kept: OrderedDict[FlowVersionId, FlowVersion] = OrderedDict()

    async def load(self, tx: Transaction, version_ids: Iterable[FlowVersionId]) -> dict[FlowVersionId, FlowVersion]:
        """Give the versions that exist."""
        wanted = list(dict.fromkeys(version_ids))
        missing = [version_id for version_id in wanted if version_id not in self._kept]
        if missing:
            for stored in await tx.flows.versions(missing):
                self._keep(
                    FlowVersion(
                        id=stored.id,
                        flow_id=stored.flow_id,
                        number=stored.number,
                        name=stored.name,
                        document=decode_flow(bytes(stored.document)),
                    )
                )
        return {version_id: self._kept[version_id] for version_id in wanted if version_id in self._kept}

    def _keep(self, version: FlowVersion) -> None:
        self._kept[version.id] = version
        while len(self._kept) > KEPT_VERSIONS:
            self._kept.popitem(last=False)


async def shared_variables(tx: Transaction, flow_id: FlowId) -> dict[str, Value]:
    """Give what the flows of its chatbot begin with. The list of what runs has been read where a message began it."""
    found = next((flow.variables for flow in await tx.flows.published() if flow.flow_id == flow_id), _NOTHING)
    return msgspec.json.decode(found, type=dict[str, Value]) if found != _NOTHING else {}


async def with_neighbours(
    tools: Tools, version: FlowVersion, *, versions: FlowVersions, tx: Transaction, frames: Iterable[FlowVersionId] = ()
) -> Tools:
    """Lend the engine what a flow may jump to, and the versions that its frames return to."""
    reached = await versions.load(tx, frames)
    flows: dict[FlowId, FlowVersion] = {}
    wanted = set(version.jump_targets).union(*(frame.jump_targets for frame in reached.values()))
    if wanted:
        published = {flow.flow_id: flow.version_id for flow in await tx.flows.published()}
        while wanted:
            ids = {flow_id: published[flow_id] for flow_id in wanted if flow_id in published}
            loaded = await versions.load(tx, ids.values())
            flows.update((flow.flow_id, flow) for flow in loaded.values())
            wanted = {target for flow in loaded.values() for target in flow.jump_targets} - flows.keys() - wanted
    return msgspec.structs.replace(tools, flows=flows, versions=reached)
