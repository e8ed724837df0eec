"""Examples of flows that begin, for the API's description."""

from uuid import UUID

from application.ports.readers.flow_runs import FlowRunRow
from application.triggers.start_flow import Started
from domain.flows.starts import RunStatus
from domain.shared.ids import FlowId, FlowRunId, FlowSessionId, FlowVersionId
from entrypoints.http.examples import AT, CONTACT_ID, CONVERSATION_ID
from entrypoints.http.flows.start_requests import CancelFlowSessionRequest, StartFlowRequest

START = StartFlowRequest(contact_id=CONTACT_ID, variables={"pedido": "4711"})
STARTED = Started(
    session_id=FlowSessionId(UUID("0198a000-0000-7000-8000-000000000009")),
    contact_id=CONTACT_ID,
    conversation_id=CONVERSATION_ID,
)
RUN = FlowRunRow(
    id=FlowRunId(UUID("0198a000-0000-7000-8000-00000000000a")),
    flow_id=FlowId(UUID("0198a000-0000-7000-8000-000000000007")),
    version_id=FlowVersionId(UUID("0198a000-0000-7000-8000-000000000008")),
    due_at=AT,
    began_at=AT,
    ended_at=AT,
    status=RunStatus.DONE,
    missed=0,
    asked=120,
    skipped=3,
    error=None,
)
CANCEL = CancelFlowSessionRequest()
