import asyncio
import hashlib
import hmac
import json
from typing import Any

from .conftest import ANA, Simulator, eventually

SECRET = b"sim-app-secret"


def is_signed(body: bytes, header: str) -> bool:
    return header == "sha256=" + hmac.new(SECRET, body, hashlib.sha256).hexdigest()


class TestDelivery:
    async def test_signs_the_exact_bytes(self, sim: Simulator) -> None:
        await sim.write("São João / ok")
        await eventually(lambda: len(sim.receiver.posts) == 1)

        [post] = sim.receiver.posts

        assert is_signed(post.body, post.headers["x-hub-signature-256"])

    async def test_escapes_like_meta(self, sim: Simulator) -> None:
        await sim.write("São João / ok")
        await eventually(lambda: len(sim.receiver.posts) == 1)

        [post] = sim.receiver.posts

        assert rb"S\u00e3o Jo\u00e3o \/ ok" in post.body
        assert post.headers["user-agent"] == "facebookexternalua"

    async def test_introduces_the_customer(self, sim: Simulator) -> None:
        wamid = await sim.write("oi")
        await eventually(lambda: len(sim.receiver.posts) == 1)

        [change] = sim.receiver.posts[0].changes
        value = change["value"]

        assert value["contacts"] == [{"profile": {"name": "Ana"}, "wa_id": ANA, "user_id": f"BR.{ANA}"}]
        assert value["messages"][0]["id"] == wamid
        assert value["messages"][0]["from_user_id"] == f"BR.{ANA}"
        assert value["metadata"] == {
            "display_phone_number": "5511955550100",
            "phone_number_id": "700111222333444",
        }

    async def test_leaves_the_phone_out_when_told(self, sim: Simulator) -> None:
        await sim.write("oi", omit_phone=True)
        await eventually(lambda: len(sim.receiver.posts) == 1)

        value = sim.receiver.posts[0].changes[0]["value"]

        assert "from" not in value["messages"][0]
        assert "wa_id" not in value["contacts"][0]

    async def test_retries_until_200(self, sim: Simulator) -> None:
        sim.receiver.answers = [500, 404, 202]

        wamid = await sim.write("oi")
        await eventually(lambda: len(sim.receiver.posts) == 4)
        await asyncio.sleep(0.05)
        ledger = await sim.ledger()

        [row] = ledger["webhooks"]
        assert row["wamids"] == [wamid]
        assert [attempt["status"] for attempt in row["attempts"]] == [500, 404, 202, 200]
        assert row["delivered_at"] is not None

    async def test_batch_travels_in_one_post(self, sim: Simulator) -> None:
        batch = [
            {"from": f"55119888800{n:02}", "message": {"type": "text", "text": {"body": f"m{n}"}}} for n in range(7)
        ]

        answer = await sim.client.post("/_sim/inbound/batch", json=batch)
        await eventually(lambda: len(sim.receiver.messages()) == 7)

        assert len(answer.json()) == 7
        assert len(sim.receiver.posts) == 1

    async def test_raw_body_arrives_byte_for_byte(self, sim: Simulator) -> None:
        raw = b'{"object": "whatsapp_business_account",   "entry":[] }'

        await sim.client.post("/_sim/webhook", content=raw)
        await eventually(lambda: len(sim.receiver.posts) == 1)

        [post] = sim.receiver.posts
        assert post.body == raw
        assert is_signed(raw, post.headers["x-hub-signature-256"])

    async def test_ticks_follow_the_acknowledgement(self, sim: Simulator) -> None:
        wamid = await sim.write("oi")
        await eventually(lambda: len(sim.receiver.posts) == 1)
        await asyncio.sleep(0.05)

        [shown] = await sim.phone()

        assert (shown["id"], shown["mine"], shown["status"]) == (wamid, True, "delivered")


class TestStatuses:
    async def test_come_in_order_with_the_callback_data(self, sim: Simulator) -> None:
        await sim.write()

        sent = await sim.send(biz_opaque_callback_data="msg:1")
        statuses = await sim.statuses_of(sent.json()["messages"][0]["id"], count=3)

        assert [status["status"] for status in statuses] == ["sent", "delivered", "read"]
        assert {status["biz_opaque_callback_data"] for status in statuses} == {"msg:1"}
        assert statuses[0]["conversation"]["origin"] == {"type": "service"}
        assert statuses[1]["pricing"]["pricing_model"] == "PMP"
        assert statuses[2]["recipient_user_id"] == f"BR.{ANA}"

    async def test_unknown_whatsapp_fails_late(self, sim: Simulator) -> None:
        await sim.client.post("/_sim/contacts", json={"phone": ANA, "on_whatsapp": False})

        sent = await sim.send(biz_opaque_callback_data="m")
        [status] = await sim.statuses_of(sent.json()["messages"][0]["id"], count=1)

        assert sent.status_code == 200
        assert status["status"] == "failed"
        assert status["errors"][0]["code"] == 131026
        assert status["biz_opaque_callback_data"] == "m"

    async def test_reads_only_when_receipts_are_on(self, sim: Simulator) -> None:
        await sim.client.post("/_sim/contacts", json={"phone": ANA, "reads": False})
        await sim.write()

        sent = await sim.send()
        wamid = sent.json()["messages"][0]["id"]
        await sim.statuses_of(wamid, count=2)
        await asyncio.sleep(0.1)

        assert [status["status"] for status in await sim.statuses_of(wamid, count=2)] == ["sent", "delivered"]


class TestFaults:
    async def test_duplicate_posts_each_body_twice(self, sim: Simulator) -> None:
        await sim.faults(webhooks={"duplicate": True})

        await sim.write()
        await eventually(lambda: len(sim.receiver.posts) == 2)

        first, second = sim.receiver.posts
        assert first.body == second.body

    async def test_bad_signature_heals_on_retry(self, sim: Simulator) -> None:
        await sim.faults(webhooks={"bad_signature": True})
        sim.receiver.answers = [401] * 1000

        await sim.write()
        await eventually(lambda: len(sim.receiver.posts) >= 1)
        await sim.faults(webhooks={"bad_signature": False})
        sim.receiver.answers = []
        await eventually(
            lambda: is_signed(sim.receiver.posts[-1].body, sim.receiver.posts[-1].headers["x-hub-signature-256"])
        )

        bad, good = sim.receiver.posts[0], sim.receiver.posts[-1]
        assert not is_signed(bad.body, bad.headers["x-hub-signature-256"])
        assert good.body == bad.body

    async def test_shuffle_mixes_the_order(self, sim: Simulator) -> None:
        await sim.faults(webhooks={"shuffle": True})

        written = [await sim.write(f"m{n}") for n in range(30)]
        await eventually(lambda: len(sim.receiver.messages()) == 30)

        arrived = [message["id"] for message in sim.receiver.messages()]
        assert arrived != written
        assert sorted(arrived) == sorted(written)

    async def test_held_webhooks_go_out_backwards(self, sim: Simulator) -> None:
        await sim.faults(webhooks={"hold": True})
        written = [await sim.write(f"m{n}") for n in range(5)]

        released = await sim.client.post("/_sim/webhooks/release", json={"order": "reverse"})
        await eventually(lambda: len(sim.receiver.messages()) == 5)

        assert released.json() == {"released": 5}
        assert [message["id"] for message in sim.receiver.messages()] == written[::-1]

    async def test_quality_change_is_announced(self, sim: Simulator) -> None:
        await sim.faults(quality="RED")
        await eventually(lambda: len(sim.receiver.posts) == 1)

        [entry] = json.loads(sim.receiver.posts[0].body)["entry"]
        number: Any = await sim.get("/v23.0/700111222333444", fields="quality_rating")

        assert entry["changes"][0]["field"] == "phone_number_quality_update"
        assert entry["time"] > 0
        assert number == {"quality_rating": "RED", "id": "700111222333444"}
