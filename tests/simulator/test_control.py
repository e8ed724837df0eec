import asyncio
from typing import Any

import httpx

from simulator.load import run_load
from simulator.server import SimulatorServer
from simulator.settings import SimulatorSettings

from .conftest import ANA, NUMBER, Simulator, bound_socket, eventually

CHOICES: dict[str, Any] = {
    "type": "list",
    "body": {"text": "Qual plano?"},
    "action": {
        "button": "Ver",
        "sections": [{"rows": [{"id": "p600", "title": "Fibra 600", "description": "Wi-Fi 6"}]}],
    },
}


class TestPress:
    async def test_list_row(self, sim: Simulator) -> None:
        await sim.write()
        sent = await sim.post({"to": ANA, "type": "interactive", "interactive": CHOICES})
        wamid = sent.json()["messages"][0]["id"]

        await sim.client.post("/_sim/press", json={"contact": ANA, "message_id": wamid, "id": "p600"})
        await eventually(lambda: len(sim.receiver.messages()) == 2)

        reply = sim.receiver.messages()[1]
        row = {"id": "p600", "title": "Fibra 600", "description": "Wi-Fi 6"}
        assert reply["interactive"] == {"type": "list_reply", "list_reply": row}
        assert reply["context"] == {"from": "5511955550100", "id": wamid}

    async def test_template_button(self, sim: Simulator) -> None:
        parameters = [
            {"type": "text", "parameter_name": "nome", "text": "Ana"},
            {"type": "text", "parameter_name": "quando", "text": "14h"},
        ]
        components = [
            {"type": "body", "parameters": parameters},
            {
                "type": "button",
                "sub_type": "quick_reply",
                "index": "0",
                "parameters": [{"type": "payload", "payload": "SIM_1"}],
            },
        ]
        template = {"name": "lembrete_visita", "language": {"code": "pt_BR"}, "components": components}
        sent = await sim.post({"to": ANA, "type": "template", "template": template})

        wamid = sent.json()["messages"][0]["id"]
        await sim.client.post("/_sim/press", json={"contact": ANA, "message_id": wamid, "id": "SIM_1"})
        await eventually(lambda: len(sim.receiver.messages()) == 1)

        assert sim.receiver.messages()[0]["button"] == {"payload": "SIM_1", "text": "Confirmar"}

    async def test_unknown_choice(self, sim: Simulator) -> None:
        await sim.write()
        sent = await sim.post({"to": ANA, "type": "interactive", "interactive": CHOICES})
        wamid = sent.json()["messages"][0]["id"]

        answer = await sim.client.post("/_sim/press", json={"contact": ANA, "message_id": wamid, "id": "zz"})

        assert answer.status_code == 422


class TestLedger:
    async def test_counts_duplicates(self, sim: Simulator) -> None:
        await sim.write()

        for data in ("a", "b", "a", "a"):
            await sim.send(biz_opaque_callback_data=data)
        totals = (await sim.ledger())["totals"]

        assert totals["duplicates"] == 2
        assert totals["duplicated_callback_data"] == {"a": 3}

    async def test_is_paged(self, sim: Simulator) -> None:
        await sim.write()
        for n in range(5):
            await sim.send(f"m{n}")

        first = await sim.ledger(section="sends", limit=3)
        rest = await sim.ledger(section="sends", limit=3, after=first["sends"][-1]["n"])

        assert [row["text"] for row in first["sends"] + rest["sends"]] == [f"m{n}" for n in range(5)]
        assert (first["more"], rest["more"], first["webhooks"]) == (True, False, [])

    async def test_reset_forgets(self, sim: Simulator) -> None:
        await sim.write()
        await sim.client.post("/_sim/reset")

        totals = (await sim.ledger())["totals"]

        assert (totals["inbound"], totals["webhooks"]) == (0, 0)


class TestLoad:
    async def test_reports_what_became_of_each_message(self, sim: Simulator) -> None:
        tasks: list[asyncio.Task[Any]] = []

        def answer(message: dict[str, Any]) -> None:
            sending = sim.send(to=message["from"], biz_opaque_callback_data=message["id"])
            tasks.append(asyncio.create_task(sending))

        sim.receiver.on_message = answer

        report = await run_load(sim.url, NUMBER, contacts=10, messages=60, rate=120)
        await asyncio.gather(*tasks)

        assert (report.sent, report.answered, report.lost, report.doubled) == (60, 60, 0, 0)
        assert report.undelivered == 0
        assert 0 < report.latency_p50_ms <= report.latency_p95_ms <= report.latency_p99_ms

    async def test_counts_doubles(self, sim: Simulator) -> None:
        tasks: list[asyncio.Task[Any]] = []

        def answer_twice(message: dict[str, Any]) -> None:
            for _ in range(2):
                sending = sim.send(to=message["from"], biz_opaque_callback_data=message["id"])
                tasks.append(asyncio.create_task(sending))

        sim.receiver.on_message = answer_twice

        report = await run_load(sim.url, NUMBER, contacts=5, messages=10, rate=100)
        await asyncio.gather(*tasks)

        assert (report.answered, report.lost) == (10, 0)
        assert report.doubled >= 9


class TestPage:
    async def test_is_served_with_a_strict_policy(self, sim: Simulator) -> None:
        page = await sim.client.get("/")
        script = await sim.client.get("/_page/main.js")

        assert "script-src 'self'" in page.headers["content-security-policy"]
        assert script.headers["content-type"].startswith("text/javascript")

    async def test_serves_nothing_else(self, sim: Simulator) -> None:
        answer = await sim.client.get("/_page/..%2Fapp.py")

        assert answer.status_code == 404

    async def test_stream_tells_of_messages(self, sim: Simulator) -> None:
        async with sim.client.stream("GET", "/_sim/events") as stream:
            lines = stream.aiter_lines()
            await anext(lines)
            wamid = await sim.write()
            async for line in lines:
                if wamid in line:
                    break

        assert line.startswith("data: ")


class TestServer:
    async def test_stops_although_a_page_is_open(self) -> None:
        sock, url = bound_socket()
        server = SimulatorServer(SimulatorSettings(public_url=url))
        running = asyncio.create_task(server._serve([sock]))
        async with httpx.AsyncClient(base_url=url, trust_env=False) as client:
            await eventually(lambda: server.started)
            async with client.stream("GET", "/_sim/events") as stream:
                lines = stream.aiter_lines()
                await anext(lines)

                server.should_exit = True
                rest = [line async for line in lines]
            async with asyncio.timeout(60):
                await running
        sock.close()

        assert not any(line.startswith("data:") for line in rest)
