"""What a flow gives an ERP: arguments made what their names say, or refused before anybody is asked."""

from uuid import UUID

import pytest

from application.calls.call_erp import MAX_SUBJECT, CallErpPerformer
from application.ports.erp import ErpAnswer
from application.ports.performers import Answered, CallContext, Refused
from domain.flows.effects import CallErp
from domain.flows.session import Value
from domain.shared.erp import ErpOperation
from domain.shared.ids import ContactId, ConversationId, FlowCallId, FlowId, FlowSessionId, TenantId

_ONE = UUID(int=1)
CONTEXT = CallContext(
    tenant_id=TenantId(_ONE),
    call_id=FlowCallId(_ONE),
    flow_id=FlowId(_ONE),
    session_id=FlowSessionId(_ONE),
    contact_id=ContactId(_ONE),
    conversation_id=ConversationId(_ONE),
)


class Listener:
    """An ERP that only listens."""

    def __init__(self) -> None:
        self.heard: list[dict[str, Value]] = []

    async def ask(
        self,
        tenant_id: TenantId,
        operation: ErpOperation,
        arguments: dict[str, Value],
        *,
        connection: str | None,
        once: str,
    ) -> ErpAnswer:
        del tenant_id, operation, connection, once
        self.heard.append(arguments)
        return ErpAnswer(found=True, data="ok")


@pytest.mark.parametrize(
    ("operation", "given", "heard"),
    [
        ("find_customer", {"document": " 529.982.247-25 "}, {"document": "52998224725"}),
        ("find_customer", {"document": "11.222.333/0001-81", "phone": "11"}, {"document": "11222333000181"}),
        ("find_customer", {"document": "", "phone": "(11) 97555-0123"}, {"phone": "5511975550123"}),
        ("invoices", {"customer_id": 1040, "open_only": "Sim"}, {"customer_id": "1040", "open_only": True}),
        ("invoices", {"customer_id": "x-1", "more": 1}, {"customer_id": "x-1", "open_only": False}),
        ("duplicate_invoice", {"invoice_id": "9"}, {"invoice_id": "9"}),
        ("connection_status", {"customer_id": "7"}, {"customer_id": "7"}),
        (
            "open_ticket",
            {"customer_id": "7", "subject": "s" * 200},
            {"customer_id": "7", "subject": "s" * MAX_SUBJECT, "text": "s" * 200},
        ),
        ("plans", {"anything": 1}, {}),
    ],
)
async def test_arguments_become_what_they_say(operation: str, given: dict[str, Value], heard: dict[str, Value]) -> None:
    erp = Listener()

    outcome = await CallErpPerformer(erp)(
        CallErp(id="1.1", operation=ErpOperation(operation), arguments=given), CONTEXT
    )

    assert erp.heard == [heard]
    assert outcome == Answered({"found": True, "data": "ok"})


@pytest.mark.parametrize(
    ("operation", "given", "detail"),
    [
        ("find_customer", {"document": "111.111.111-11"}, "document: neither CPF nor CNPJ"),
        ("find_customer", {}, "document or phone: one of them"),
        ("find_customer", {"phone": "Ana"}, "document or phone: one of them"),
        ("invoices", {}, "customer_id: missing, or no id"),
        ("invoices", {"customer_id": True}, "customer_id: missing, or no id"),
        ("duplicate_invoice", {"invoice_id": "1" * 65}, "invoice_id: missing, or no id"),
        ("open_ticket", {"customer_id": "7", "text": "t"}, "subject: missing"),
    ],
)
async def test_what_they_are_not_is_refused(operation: str, given: dict[str, Value], detail: str) -> None:
    erp = Listener()

    outcome = await CallErpPerformer(erp)(
        CallErp(id="1.1", operation=ErpOperation(operation), arguments=given), CONTEXT
    )

    assert erp.heard == []
    assert outcome == Refused(code="invalid_arguments", detail=detail)
