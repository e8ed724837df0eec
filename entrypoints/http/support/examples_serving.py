"""Examples for the document of what customers said, of promises and of rules."""

from datetime import UTC, datetime
from uuid import UUID

import msgspec

from application.ports.readers.automation_rules import AutomationRuleRow, AutomationRunRow
from application.ports.readers.csat import CsatRow, CsatSummary
from application.ports.readers.sla_policies import SlaPolicyRow
from application.support.dry_run_rule import DryRun
from domain.shared.ids import (
    AutomationRuleId,
    AutomationRunId,
    ContactId,
    ConversationId,
    CsatAnswerId,
    DepartmentId,
    SlaPolicyId,
    UserId,
)
from domain.support.rules import RuleEvent, RunOutcome
from entrypoints.http.support.requests_serving import (
    AddAutomationRuleRequest,
    AddSlaPolicyRequest,
    DryRunRequest,
    ScopeRequest,
    UpdateAutomationRuleRequest,
    UpdateSlaPolicyRequest,
)
from entrypoints.http.support.responses import DryRuns

AT = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)
_CONVERSATION = ConversationId(UUID("0198a000-0000-7000-8000-000000000041"))
_DEPARTMENT = DepartmentId(UUID("0198a000-0000-7000-8000-0000000000c1"))
_USER = UserId(UUID("0198a000-0000-7000-8000-0000000000a1"))

CSAT = CsatRow(
    id=CsatAnswerId(UUID("0198a000-0000-7000-8000-000000000061")),
    conversation_id=_CONVERSATION,
    contact_id=ContactId(UUID("0198a000-0000-7000-8000-000000000051")),
    contact_name="Maria da Silva",
    user_id=_USER,
    department_id=_DEPARTMENT,
    score=5,
    comment="Ótimo atendimento!",
    asked_at=AT,
    answered_at=AT,
    expires_at=datetime(2026, 8, 13, 12, 0, tzinfo=UTC),
)
CSAT_SUMMARY = CsatSummary(asked=10, answered=4, average=4.5, distribution={"1": 0, "2": 0, "3": 0, "4": 2, "5": 2})

POLICY = SlaPolicyRow(
    id=SlaPolicyId(UUID("0198a000-0000-7000-8000-000000000071")),
    name="Urgentes",
    first_response_minutes=15,
    resolution_minutes=240,
    is_business_time=True,
    warn_at_percent=80,
    applies_to=msgspec.Raw(b'{"priorities":["urgent"],"department_ids":[],"config_ids":[],"tag_ids":[]}'),
    place=0,
    is_active=True,
    version=1,
    created_at=AT,
    updated_at=AT,
)
ADD_POLICY = AddSlaPolicyRequest(
    name="Urgentes",
    first_response_minutes=15,
    resolution_minutes=240,
    applies_to=ScopeRequest(priorities=("urgent",)),
)
UPDATE_POLICY = UpdateSlaPolicyRequest(first_response_minutes=10)

_CONDITIONS = msgspec.Raw(b'{"type":"says","words":["boleto","segunda via"]}')
_ACTIONS = msgspec.Raw(b'[{"type":"set_priority","priority":"high"},{"type":"notify","words":"Boleto"}]')
RULE = AutomationRuleRow(
    id=AutomationRuleId(UUID("0198a000-0000-7000-8000-000000000081")),
    name="Boletos",
    event=RuleEvent.MESSAGE_RECEIVED,
    conditions=_CONDITIONS,
    actions=_ACTIONS,
    place=0,
    is_active=True,
    version=1,
    created_at=AT,
    updated_at=AT,
)
ADD_RULE = AddAutomationRuleRequest(
    name="Boletos", event=RuleEvent.MESSAGE_RECEIVED, conditions=_CONDITIONS, actions=_ACTIONS
)
UPDATE_RULE = UpdateAutomationRuleRequest(is_active=False)
DRY_RUN = DryRunRequest(last=10)
DRY_RUNS = DryRuns(
    items=[DryRun(conversation_id=_CONVERSATION, message_id=None, is_meant=True, actions=["set_priority", "notify"])]
)
RUN = AutomationRunRow(
    id=AutomationRunId(UUID("0198a000-0000-7000-8000-000000000091")),
    rule_id=RULE.id,
    cause=UUID("0198a000-0000-7000-8000-000000000092"),
    conversation_id=_CONVERSATION,
    outcome=RunOutcome.DONE,
    depth=0,
    details=msgspec.Raw(b'{"actions":["set_priority","notify"]}'),
    at=AT,
)
