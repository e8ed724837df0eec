"""Whether a flow may be started at all."""

from application.ports.unit_of_work import Transaction
from domain.flows.errors import ChatbotInactiveError, FlowNotPublishedError
from domain.shared.ids import FlowId


async def require_live(tx: Transaction, flow_id: FlowId) -> None:
    """Say why not. Raises FlowNotFoundError, FlowNotPublishedError, ChatbotInactiveError."""
    if flow_id in {flow.flow_id for flow in await tx.flows.published()}:
        return
    flow = await tx.flows.get(flow_id)
    if flow.published_version_id is None:
        raise FlowNotPublishedError("The flow is not published.")
    raise ChatbotInactiveError("The flow's chatbot is switched off.")
