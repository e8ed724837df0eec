"""Flows ask the provider's system: the demo's customer gets what pays an invoice, and a person when there is none."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from adapters.erp.aurora.client import AuroraErp
from adapters.erp.aurora.transport import AuroraTransport
from application.calls.call_erp import CallErpPerformer
from application.ports.clock import Clock
from domain.shared.payment_codes import read_payment_line, read_pix_code
from simulator.isp.provider import Provider
from tests.integration.calls.outside import PHONE, begin, perform
from tests.integration.spine import flows
from tests.integration.spine.conftest import RunningSimulator
from tests.integration.spine.flows import ends, says
from tests.integration.spine.spine import Spine

DEMO = Path(__file__).parents[2] / "data" / "flows" / "aurora.json"
CPF = "529.982.247-25"


@pytest.fixture
async def provider(spine: Spine, simulator: RunningSimulator) -> AsyncIterator[Provider]:
    """The provider, whose system the flows ask."""
    async with httpx.AsyncClient(trust_env=False) as client:
        transport = AuroraTransport(client, base_url=f"{simulator.url}/isp/v1", token="sim-erp-token")
        performer = await spine.container.get(CallErpPerformer)
        performer._erp = AuroraErp(transport, clock=await spine.container.get(Clock))
        yield simulator.world.isp


async def ask_for_the_second_copy(spine: Spine) -> None:
    document = json.loads(DEMO.read_text("utf-8"))["flow"]
    for node in document["nodes"]:
        node["data"].pop("department", None)  # this company has none
    await begin(spine, document)
    for words in ("2ª via", CPF):
        await spine.says(PHONE, words)
        await spine.drain()


@pytest.mark.usefixtures("provider")
async def test_the_line_and_the_pix_code_come_as_messages_of_their_own(spine: Spine) -> None:
    await ask_for_the_second_copy(spine)

    for _ in range(3):
        await perform(spine)

    told, line, pix, more = spine.answers(PHONE)[2:]
    assert "Encontrei, Marina!" in told
    assert "R$ 109,90" in told
    assert (read_payment_line(line), read_pix_code(pix)) == (line, pix)
    assert more == "Posso ajudar em algo mais?"
    assert await spine.column("SELECT status FROM flow_calls") == ["done"] * 3


@pytest.mark.usefixtures("provider")
@pytest.mark.parametrize("fault", [{"status": 500}, {"down": True}, {"malformed": True}])
async def test_a_system_that_stays_away_brings_a_person(
    spine: Spine, simulator: RunningSimulator, fault: dict[str, object]
) -> None:
    simulator.world.faults.change({"isp": fault})
    await ask_for_the_second_copy(spine)

    await perform(spine, rounds=5, pause=timedelta(seconds=20))

    assert "Nosso sistema não respondeu agora" in spine.answers(PHONE)[-1]
    assert simulator.world.isp.calls == 4
    assert await spine.column("SELECT status FROM conversations") == ["waiting"]


async def test_a_ticket_is_one_though_the_first_answer_was_lost(
    spine: Spine, simulator: RunningSimulator, provider: Provider
) -> None:
    asked = {"customer_id": "1040", "subject": "Sem sinal", "text": "Desde ontem"}
    ticket = {
        "id": "ticket",
        "type": "erp",
        "data": {"operation": "open_ticket", "arguments": asked, "save_as": "chamado"},
    }
    document = flows.flow(
        ticket,
        says("Chamado {{vars.chamado.number}}", node_id="told"),
        ends(),
        edges=(
            ("start", "ticket", None),
            ("ticket", "told", "found"),
            ("ticket", "told", "not_found"),
            ("told", "end", None),
        ),
    )
    simulator.world.faults.change({"isp": {"drop_after": True}})
    await begin(spine, document)
    await perform(spine)
    simulator.world.faults.clear()

    await perform(spine, rounds=2)

    [opened] = provider.tickets
    assert spine.answers(PHONE) == [f"Chamado {opened.number}"]
