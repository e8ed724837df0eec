from typing import Any

import pytest

from .conftest import ANA, AUTH, NUMBER, Simulator


def buttons(*replies: tuple[str, str], **extra: object) -> dict[str, Any]:
    made = [{"type": "reply", "reply": {"id": key, "title": title}} for key, title in replies]
    return {"type": "button", "body": {"text": "?"}, "action": {"buttons": made}, **extra}


def rows(count: int, *, repeated: bool = False) -> dict[str, Any]:
    made = [{"id": "r" if repeated else f"r{n}", "title": f"Linha {n}"} for n in range(count)]
    action = {"button": "Ver", "sections": [{"title": "A", "rows": made}]}
    return {"type": "list", "body": {"text": "?"}, "action": action}


def template(name: str, *values: str, language: str = "pt_BR") -> dict[str, Any]:
    parameters = [{"type": "text", "text": value} for value in values]
    components = [{"type": "body", "parameters": parameters}] if values else []
    return {"name": name, "language": {"code": language}, "components": components}


FOUR = buttons(("1", "a"), ("2", "b"), ("3", "c"), ("4", "d"))

REFUSALS: list[tuple[str, dict[str, Any], int, int, str]] = [
    ("no product", {"messaging_product": None}, 400, 131008, "messaging_product"),
    ("no recipient", {"to": None}, 400, 131008, "to"),
    ("bad recipient", {"to": "abc"}, 400, 100, "to"),
    ("unknown type", {"type": "poll", "poll": {}}, 400, 100, "type"),
    ("no payload", {"type": "image"}, 400, 131008, "image"),
    ("text not text", {"type": "text", "text": {"body": 5}}, 400, 100, "text['body']"),
    ("empty text", {"type": "text", "text": {"body": ""}}, 400, 100, "text['body']"),
    ("long text", {"type": "text", "text": {"body": "x" * 4097}}, 400, 100, "text['body']"),
    ("long data", {"biz_opaque_callback_data": "x" * 513}, 400, 100, "biz_opaque_callback_data"),
    ("id and link", {"type": "image", "image": {"id": "1", "link": "http://x"}}, 400, 131009, "image"),
    ("unknown media", {"type": "image", "image": {"id": "1"}}, 400, 100, "image['id']"),
    ("captioned audio", {"type": "audio", "audio": {"link": "http://x", "caption": "c"}}, 400, 100, "caption"),
    ("far away", {"type": "location", "location": {"latitude": 91, "longitude": 0}}, 400, 131009, "latitude"),
    ("no cards", {"type": "contacts", "contacts": []}, 400, 131009, "contacts"),
    ("four buttons", {"type": "interactive", "interactive": FOUR}, 400, 131009, "['buttons']"),
    ("long title", {"type": "interactive", "interactive": buttons(("1", "x" * 21))}, 400, 131009, "title"),
    ("same ids", {"type": "interactive", "interactive": buttons(("1", "a"), ("1", "b"))}, 400, 131009, "id"),
    ("same titles", {"type": "interactive", "interactive": buttons(("1", "a"), ("2", "a"))}, 400, 131009, "title"),
    (
        "long footer",
        {"type": "interactive", "interactive": buttons(("1", "a"), footer={"text": "x" * 61})},
        400,
        131009,
        "footer",
    ),
    ("eleven rows", {"type": "interactive", "interactive": rows(11)}, 400, 131009, "rows"),
    ("same rows", {"type": "interactive", "interactive": rows(2, repeated=True)}, 400, 131009, "rows"),
    ("unknown template", {"type": "template", "template": template("nada")}, 404, 132001, "nada"),
    (
        "other language",
        {"type": "template", "template": template("fatura_disponivel", language="pt_PT")},
        404,
        132001,
        "pt_PT",
    ),
    ("too few values", {"type": "template", "template": template("codigo_acesso")}, 400, 132000, "body"),
    ("too many values", {"type": "template", "template": template("boas_vindas", "a")}, 400, 132000, "body"),
    ("no image header", {"type": "template", "template": template("promo_fibra", "Ana", "79")}, 400, 132012, "header"),
    ("unnamed values", {"type": "template", "template": template("lembrete_visita", "a", "b")}, 400, 132012, "body"),
    ("paused", {"type": "template", "template": template("pesquisa_pausada")}, 400, 132015, "paused"),
    ("to itself", {"to": "+55 11 95555-0100"}, 400, 131021, "same"),
]


class TestRefusals:
    @pytest.mark.parametrize(
        ("patch", "status", "code", "named"), [row[1:] for row in REFUSALS], ids=[row[0] for row in REFUSALS]
    )
    async def test_has_metas_code_and_names_the_field(
        self, sim: Simulator, patch: dict[str, Any], status: int, code: int, named: str
    ) -> None:
        body = {"messaging_product": "whatsapp", "to": ANA, "type": "text", "text": {"body": "oi"}, **patch}

        answer = await sim.client.post(f"/v23.0/{NUMBER}/messages", json=body, headers=AUTH)

        error = answer.json()["error"]
        assert (answer.status_code, error["code"]) == (status, code), error
        assert named.lower() in error["error_data"]["details"].lower()
        assert set(error) >= {"message", "type", "code", "error_data", "fbtrace_id"}

    async def test_bad_token(self, sim: Simulator) -> None:
        answer = await sim.client.post(f"/v23.0/{NUMBER}/messages", json={}, headers={"Authorization": "Bearer other"})

        assert (answer.status_code, answer.json()["error"]["code"]) == (401, 190)

    async def test_unknown_number(self, sim: Simulator) -> None:
        answer = await sim.post({"to": ANA, "text": {"body": "x"}}, number="123")

        error = answer.json()["error"]
        assert (answer.status_code, error["code"], error["error_subcode"]) == (400, 100, 33)

    async def test_are_in_the_ledger(self, sim: Simulator) -> None:
        await sim.send("x" * 5000, biz_opaque_callback_data="m")

        [row] = (await sim.ledger())["refused"]

        assert (row["code"], row["http_status"], row["biz_opaque_callback_data"]) == (100, 400, "m")


class TestAcceptance:
    async def test_answers_like_meta(self, sim: Simulator) -> None:
        await sim.write()

        answer = await sim.send(to="+55 (11) 98888-7777")

        body = answer.json()
        assert body["contacts"] == [{"input": "+55 (11) 98888-7777", "wa_id": ANA, "user_id": f"BR.{ANA}"}]
        assert body["messages"][0]["id"].startswith("wamid.")

    @pytest.mark.parametrize("version", ["v23.0", "v26.0", "v19"])
    async def test_any_version(self, sim: Simulator, version: str) -> None:
        body = {"messaging_product": "whatsapp", "to": ANA, "text": {"body": "oi"}}

        answer = await sim.client.post(f"/{version}/{NUMBER}/messages", json=body, headers=AUTH)

        assert answer.status_code == 200

    async def test_ninth_digit(self, sim: Simulator) -> None:
        await sim.client.post("/_sim/contacts", json={"phone": "5541988887777", "wa_id": "554188887777"})

        answer = await sim.send(to="5541988887777")

        assert answer.json()["contacts"][0]["wa_id"] == "554188887777"

    async def test_by_user_id_hides_the_phone(self, sim: Simulator) -> None:
        await sim.write(omit_phone=True, user_id="BR.777")

        answer = await sim.post({"recipient": "BR.777", "type": "text", "text": {"body": "oi"}})
        statuses = await sim.statuses_of(answer.json()["messages"][0]["id"], count=2)

        assert answer.json()["contacts"] == [{"input": "BR.777", "user_id": "BR.777"}]
        assert "recipient_id" not in statuses[0]

    async def test_template_with_values(self, sim: Simulator) -> None:
        await sim.client.post("/_sim/contacts", json={"phone": ANA})
        components = [
            {"type": "body", "parameters": [{"type": "text", "text": "739154"}]},
            {"type": "button", "sub_type": "url", "index": "0", "parameters": [{"type": "text", "text": "739154"}]},
        ]
        wanted = {"name": "codigo_acesso", "language": {"code": "pt_BR"}, "components": components}

        answer = await sim.post({"to": ANA, "type": "template", "template": wanted})
        [shown] = await sim.phone()

        assert answer.json()["messages"][0]["message_status"] == "accepted"
        assert shown["content"]["rendered"]["body"] == "Seu código é 739154. Não o compartilhe."

    async def test_read_mark_turns_ticks_blue(self, sim: Simulator) -> None:
        wamid = await sim.write()

        answer = await sim.post({"status": "read", "message_id": wamid, "typing_indicator": {"type": "text"}})
        [shown] = await sim.phone()

        assert answer.json() == {"success": True}
        assert shown["status"] == "read"


class TestWindow:
    async def test_free_form_outside_fails_late(self, sim: Simulator) -> None:
        await sim.write()
        await sim.client.post("/_sim/clock", json={"advance_seconds": 24 * 3600 + 1})

        sent = await sim.send()
        [status] = await sim.statuses_of(sent.json()["messages"][0]["id"], count=1)

        assert (sent.status_code, status["status"], status["errors"][0]["code"]) == (200, "failed", 131047)

    async def test_can_refuse_at_once(self, sim: Simulator) -> None:
        await sim.faults(window_sync=True)

        answer = await sim.send()

        assert (answer.status_code, answer.json()["error"]["code"]) == (400, 131047)

    async def test_templates_need_none(self, sim: Simulator) -> None:
        answer = await sim.post({"to": ANA, "type": "template", "template": template("boas_vindas")})

        statuses = await sim.statuses_of(answer.json()["messages"][0]["id"], count=2)

        assert [status["status"] for status in statuses][:2] == ["sent", "delivered"]
        assert statuses[0]["pricing"]["category"] == "utility"
