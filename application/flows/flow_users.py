"""What would miss a flow if it were gone."""

from application.flows.flow_versions import FlowVersions
from application.ports.unit_of_work import Transaction
from domain.flows.definition import Flow
from domain.flows.flow import FlowVersion
from domain.flows.nodes.jump import Jump
from domain.shared.ids import FlowId


async def jumping_to(tx: Transaction, versions: FlowVersions, flow_id: FlowId) -> list[str]:
    """Give the names of the published flows, other than itself, that jump to it."""
    published = [flow.version_id for flow in await tx.flows.published() if flow.flow_id != flow_id]
    loaded = await versions.load(tx, published)
    return [version.name for version in loaded.values() if flow_id in _targets(version)]


async def is_main_of(tx: Transaction, flow: Flow) -> str | None:
    """Give the name of the chatbot whose main flow it is, if it is one's."""
    if flow.chatbot_id is None:
        return None
    chatbot = await tx.chatbots.get(flow.chatbot_id)
    return chatbot.name if chatbot.main_flow_id == flow.id else None


def _targets(version: FlowVersion) -> set[FlowId | None]:
    return {node.data.target() for node in version.document.nodes if isinstance(node, Jump)}
