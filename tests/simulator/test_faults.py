import asyncio

import httpx
import pytest

from simulator.app import create_app
from simulator.settings import SimulatorSettings

from .conftest import AUTH, NUMBER, Simulator, bound_socket, eventually, served


class TestFaults:
    @pytest.mark.parametrize(
        ("kind", "status", "code"),
        [
            ("429", 429, 130429),
            ("130429", 400, 130429),
            ("131056", 400, 131056),
            ("131047", 400, 131047),
            ("5xx_before", 500, 131000),
            ("190", 401, 190),
        ],
    )
    async def test_refuses_so_many_times(self, sim: Simulator, kind: str, status: int, code: int) -> None:
        await sim.write()
        await sim.faults(next=[{"kind": kind, "count": 2}])

        answers = [await sim.send() for _ in range(3)]

        assert [answer.status_code for answer in answers] == [status, status, 200]
        assert answers[0].json()["error"]["code"] == code

    async def test_131026_comes_late(self, sim: Simulator) -> None:
        await sim.write()
        await sim.faults(next=[{"kind": "131026"}])

        sent = await sim.send()
        [status] = await sim.statuses_of(sent.json()["messages"][0]["id"], count=1)

        assert status["errors"][0]["code"] == 131026

    async def test_5xx_after_is_accepted_all_the_same(self, sim: Simulator) -> None:
        await sim.write()
        await sim.faults(next=[{"kind": "5xx_after"}])

        answer = await sim.send(biz_opaque_callback_data="m")
        [row] = (await sim.ledger())["sends"]
        statuses = await sim.statuses_of(row["wamid"], count=3)

        assert answer.status_code == 500
        assert (row["answered"], row["http_status"]) == (False, 500)
        assert len(statuses) == 3

    async def test_drop_after_closes_without_an_answer(self, sim: Simulator) -> None:
        await sim.write()
        await sim.faults(next=[{"kind": "drop_after"}])

        with pytest.raises(httpx.RemoteProtocolError):
            await sim.send(biz_opaque_callback_data="m")
        [row] = (await sim.ledger())["sends"]
        statuses = await sim.statuses_of(row["wamid"], count=3)

        assert (row["answered"], row["biz_opaque_callback_data"]) == (False, "m")
        assert statuses[0]["biz_opaque_callback_data"] == "m"

    async def test_down_refuses_every_call(self, sim: Simulator) -> None:
        await sim.faults(down=True)

        answer = await sim.client.get(f"/v23.0/{NUMBER}", headers=AUTH)

        assert answer.status_code == 503

    async def test_latency_slows_every_call(self, sim: Simulator) -> None:
        await sim.faults(latency_ms=120)
        loop = asyncio.get_running_loop()

        before = loop.time()
        await sim.send()

        assert loop.time() - before >= 0.12

    async def test_not_utf8_is_refused(self, sim: Simulator) -> None:
        answer = await sim.client.post(f"/v23.0/{NUMBER}/messages", content=b'{"a":"\xff"}', headers=AUTH)

        assert (answer.status_code, answer.json()["error"]["code"]) == (400, 100)

    async def test_clearing_lets_held_webhooks_go(self, sim: Simulator) -> None:
        await sim.faults(webhooks={"hold": True})
        await sim.write()

        await sim.client.delete("/_sim/faults")

        await eventually(lambda: len(sim.receiver.messages()) == 1)

    async def test_down_may_close_the_connection(self) -> None:
        sock, url = bound_socket()
        async with (
            served(create_app(SimulatorSettings(public_url=url, down_mode="close")), sock),
            httpx.AsyncClient(base_url=url, trust_env=False) as client,
        ):
            await client.post("/_sim/faults", json={"down": True})

            with pytest.raises(httpx.RemoteProtocolError):
                await client.get(f"/v23.0/{NUMBER}", headers=AUTH)

    async def test_unknown_kind_is_refused(self, sim: Simulator) -> None:
        answer = await sim.client.post("/_sim/faults", json={"next": [{"kind": "nonsense"}]})

        assert answer.status_code == 400


class TestLimits:
    async def test_throughput_is_enforced(self, sim: Simulator) -> None:
        await sim.faults(throughput_limit={"enabled": True, "per_second": 3})
        targets = [f"55119777700{n:02}" for n in range(30)]

        answers = await asyncio.gather(*(sim.send(to=target) for target in targets))

        codes = [answer.json().get("error", {}).get("code") for answer in answers]
        assert 3 <= codes.count(None) <= 15
        assert set(codes) == {None, 130429}

    async def test_pair_rate_is_enforced(self, sim: Simulator) -> None:
        await sim.faults(pair_rate={"enabled": True})

        first = [(await sim.send()).status_code for _ in range(46)]
        other = await sim.send(to="5511977776666")
        await sim.client.post("/_sim/clock", json={"advance_seconds": 7})
        later = await sim.send()

        assert first == [200] * 45 + [400]
        assert (other.status_code, later.status_code) == (200, 200)
