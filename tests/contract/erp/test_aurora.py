"""The provider's system over its own wire, as the simulator speaks it: what it gives, and how it fails."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from adapters.erp.aurora import transport as transporting
from adapters.erp.aurora.client import AuroraErp
from adapters.erp.aurora.transport import AuroraTransport
from adapters.erp.disconnected import ErpOfOne
from adapters.system.clock import SystemClock
from application.calls.call_erp import CallErpPerformer
from application.ports.erp import ErpAnswer, ErpError
from application.ports.performers import Answered, AskAgain, CallContext, Outcome, Refused
from domain.flows.effects import CallErp
from domain.shared.erp import ErpOperation
from domain.shared.ids import ContactId, ConversationId, FlowCallId, FlowId, FlowSessionId, TenantId
from domain.shared.payment_codes import read_payment_line, read_pix_code
from simulator.app import create_app
from simulator.settings import SimulatorSettings
from tests.contract.whatsapp.servers import Simulator, serving

AURORA, OTHER = TenantId(UUID(int=1)), TenantId(UUID(int=2))
CPF = "529.982.247-25"
SETTINGS = SimulatorSettings()


@pytest.fixture(scope="module")
async def http() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(trust_env=False) as client:
        yield client


@pytest.fixture(scope="module")
async def running(http: httpx.AsyncClient) -> AsyncIterator[Simulator]:
    async with serving(create_app(SETTINGS)) as url:
        yield Simulator(url, http)


@pytest.fixture
async def simulator(running: Simulator) -> Simulator:
    await running.post("/_sim/reset", {})
    return running


def erp_at(url: str, http: httpx.AsyncClient, *, token: str = SETTINGS.isp_token) -> AuroraErp:
    return AuroraErp(AuroraTransport(http, base_url=f"{url}/isp/v1", token=token), clock=SystemClock())


@pytest.fixture
def perform(simulator: Simulator, http: httpx.AsyncClient) -> CallErpPerformer:
    return CallErpPerformer(erp_at(simulator.url, http))


def context(*, call: int = 1, tries: int = 0) -> CallContext:
    number = UUID(int=call)
    return CallContext(
        tenant_id=AURORA,
        call_id=FlowCallId(number),
        flow_id=FlowId(number),
        session_id=FlowSessionId(number),
        contact_id=ContactId(number),
        conversation_id=ConversationId(number),
        tries=tries,
    )


async def done(perform: CallErpPerformer, operation: str, *, call: int = 1, **arguments: object) -> Any:  # noqa: ANN401
    outcome = await ordered(perform, operation, call=call, **arguments)
    assert isinstance(outcome, Answered), outcome
    return outcome.result


async def ordered(perform: CallErpPerformer, operation: str, *, call: int = 1, **arguments: object) -> Outcome:
    effect = CallErp(id="1.1", operation=ErpOperation(operation), arguments=arguments)  # type: ignore[arg-type]  # JSON
    return await perform(effect, context(call=call))


class TestAurora:
    async def test_a_customer_comes_without_what_nobody_asked_for(self, perform: CallErpPerformer) -> None:
        found = await done(perform, "find_customer", document=CPF)
        by_phone = await done(perform, "find_customer", phone="(11) 97555-0123")
        nobody = await done(perform, "find_customer", document="390.533.447-05")

        assert found["data"] == {
            "id": "1040",
            "name": "Marina Alves",
            "document": "52998224725",
            "email": "cliente1040@example.com",
            "phones": ["5511975550123"],
            "status": "active",
            "contracts": [
                {"id": "5100", "plan": "Fibra 600 Mega", "address": "Rua das Acácias, 100", "status": "active"}
            ],
        }
        assert by_phone == found
        assert nobody == {"found": False, "data": None}

    async def test_an_invoice_comes_with_codes_that_are_right(self, perform: CallErpPerformer) -> None:
        listed = await done(perform, "invoices", customer_id="1040", open_only=True)
        slip = await done(perform, "duplicate_invoice", invoice_id=listed["data"][0]["id"])
        whole = await done(perform, "invoices", customer_id=1040)
        nothing = await done(perform, "invoices", customer_id="7", open_only="sim")
        paid = await done(perform, "duplicate_invoice", invoice_id=whole["data"][0]["id"])

        assert listed["data"][0]["status"] == "overdue"
        assert (slip["data"]["amount"], slip["data"]["due_date"]) == ("109.90", listed["data"][0]["due_date"])
        assert read_payment_line(slip["data"]["barcode_line"]) == slip["data"]["barcode_line"]
        assert read_pix_code(slip["data"]["pix_code"]) == slip["data"]["pix_code"]
        assert slip["data"]["pdf_url"].startswith("http")
        assert len(whole["data"]) > len(listed["data"])
        assert (nothing["found"], paid["found"], whole["data"][0]["status"]) == (False, False, "paid")

    async def test_a_line_and_what_is_on_sale(self, perform: CallErpPerformer) -> None:
        line = await done(perform, "connection_status", customer_id="1051")
        plans = await done(perform, "plans")

        assert (line["data"]["online"], line["data"]["blocked"]) == (False, False)
        assert "fibra" in line["data"]["outage"]
        assert plans["data"][0] == {"id": "1", "name": "Fibra 300 Mega", "speed": 300, "price": "89.90"}

    async def test_a_ticket_is_opened_once_though_the_first_answer_was_lost(
        self, perform: CallErpPerformer, simulator: Simulator, http: httpx.AsyncClient
    ) -> None:
        asked = {"customer_id": "1040", "subject": "Sem sinal", "text": "Desde ontem"}
        await simulator.post("/_sim/faults", {"isp": {"drop_after": True}})
        lost = await ordered(perform, "open_ticket", **asked)
        await simulator.post("/_sim/faults", {"isp": {"drop_after": False}})

        told = await done(perform, "open_ticket", **asked)
        other = await done(perform, "open_ticket", call=2, **asked)

        tickets = (await http.get(f"{simulator.url}/_sim/isp")).json()["tickets"]
        assert isinstance(lost, AskAgain)
        assert [ticket["number"] for ticket in tickets] == [told["data"]["number"], other["data"]["number"]]


class TestFailing:
    @pytest.mark.parametrize(
        ("fault", "expected"),
        [
            ({"status": 500}, AskAgain(after=timedelta(seconds=2), code="unavailable", detail="HTTP 500")),
            ({"status": 429}, AskAgain(after=timedelta(seconds=2), code="unavailable", detail="HTTP 429")),
            ({"malformed": True}, AskAgain(after=timedelta(seconds=2), code="malformed_answer")),
            (
                {"down": True},
                AskAgain(after=timedelta(seconds=2), code="unavailable", detail="RemoteProtocolError"),
            ),
        ],
    )
    async def test_what_passes_is_asked_again(
        self, fault: dict[str, object], expected: Outcome, perform: CallErpPerformer, simulator: Simulator
    ) -> None:
        await simulator.post("/_sim/faults", {"isp": fault})

        assert await ordered(perform, "plans") == expected

    async def test_slowness_is_bounded_and_in_the_end_given_up(
        self, perform: CallErpPerformer, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(transporting, "DEADLINE_SECONDS", 0.05)
        await simulator.post("/_sim/faults", {"isp": {"latency_ms": 400}})

        outcomes = [
            await perform(CallErp(id="1.1", operation=ErpOperation.PLANS), context(tries=tries)) for tries in (2, 3)
        ]

        assert outcomes == [AskAgain(after=timedelta(seconds=18), code="timeout"), Refused(code="timeout")]

    async def test_an_endless_answer_is_not_read(
        self, perform: CallErpPerformer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(transporting, "MAX_ANSWER_BYTES", 100)

        assert await ordered(perform, "plans") == Refused(code="answer_too_large")

    @pytest.mark.parametrize(
        ("token", "expected"),
        [
            ("wrong", Refused(code="unauthorized", detail="HTTP 401")),
            ("", Refused(code="not_connected", detail="the token is empty or has characters that no token has")),
        ],
    )
    async def test_a_bad_token_is_said(
        self, token: str, expected: Outcome, simulator: Simulator, http: httpx.AsyncClient
    ) -> None:
        perform = CallErpPerformer(erp_at(simulator.url, http, token=token))

        assert await ordered(perform, "plans") == expected

    async def test_a_connection_that_is_not_there_and_an_id_that_is_a_path_are_refused(
        self, perform: CallErpPerformer
    ) -> None:
        named = await perform(CallErp(id="1.1", operation=ErpOperation.PLANS, connection="outra"), context())
        path = await ordered(perform, "duplicate_invoice", invoice_id="../planos")

        assert named == Refused(code="unknown_connection")
        assert path == Refused(code="invalid_arguments", detail="invoice_id")


class TestErpOfOne:
    async def test_only_its_owner_may_ask(self, simulator: Simulator, http: httpx.AsyncClient) -> None:
        async def owner() -> TenantId:
            return AURORA

        async def ask(erp: ErpOfOne, tenant_id: TenantId) -> ErpAnswer:
            return await erp.ask(tenant_id, ErpOperation.PLANS, {}, connection=None, once="1")

        ours = ErpOfOne(erp_at(simulator.url, http), owner=owner)

        assert (await ask(ours, AURORA)).found
        for erp, tenant_id in ((ours, OTHER), (ErpOfOne(None, owner=owner), AURORA)):
            with pytest.raises(ErpError, match="not_connected"):
                await ask(erp, tenant_id)
