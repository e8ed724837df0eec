"""A number of an Evolution server, from its connecting to a conversation with a menu and files, over real HTTP."""

from collections.abc import AsyncIterator

import pytest

from tests import sample_files as samples
from tests.e2e.stage import Stage, open_stage, until, words_of

PHONE = "5511988887777"
INSTANCE = "aurora-1"
NUMBER = f"evolution:{INSTANCE}"


class Shop:
    """The number, and its customer."""

    def __init__(self, stage: Stage, config_id: str) -> None:
        self.stage, self.config_id = stage, config_id
        self.route = f"/whatsapp-configs/{config_id}"

    async def link(self) -> None:
        """Show the code and scan it."""

        async def code() -> bool:
            return (await self.stage.api.get(f"{self.route}/qr")).status_code == 200

        await until(code)
        scanned = {"phone": "5511955550100", "shows_lid": True}
        (await self.stage.simulator.post(f"/_sim/evolution/{INSTANCE}/scan", json=scanned)).raise_for_status()

        async def is_open() -> bool:
            shown = await self.stage.api.get(self.route)
            return bool(shown.json()["connection"] == "open")

        await until(is_open)

    async def says(self, words: str) -> None:
        await self.stage.customer_sends(PHONE, {"type": "text", "text": {"body": words}}, phone_number_id=NUMBER)

    async def on_phone(self) -> list[dict[str, object]]:
        answer = await self.stage.simulator.get(f"/_sim/conversations/{PHONE}", params={"phone_number_id": NUMBER})
        return [message for message in answer.json()["messages"] if not message["mine"]]

    async def hears(self, words: str) -> dict[str, object]:
        found: list[dict[str, object]] = []

        async def heard() -> bool:
            found[:] = [message for message in await self.on_phone() if words in words_of(message)]
            return bool(found)

        await until(heard)
        return found[-1]


@pytest.fixture
async def shop(login_url: str, redis_url: str, _clean_tables: None) -> AsyncIterator[Shop]:
    """A company whose second number is an Evolution server's, with its phone linked."""
    async with open_stage(database_url=login_url, redis_url=redis_url, EVOLUTION_SERVERS="*") as stage:
        await stage.load_aurora()
        await stage.start_worker()
        await stage.log_in()
        added = await stage.api.post(
            "/whatsapp-configs",
            json={
                "name": "Loja",
                "api_type": "evolution",
                "api_url": stage.simulator_url,
                "phone_number_id": INSTANCE,
                "access_token": "sim-evolution-key",
            },
        )
        assert added.status_code == 201, added.text
        opened = Shop(stage, added.json()["id"])
        await opened.link()
        yield opened


async def test_bot_leads_through_numbered_menus_to_a_person(shop: Shop) -> None:
    await shop.says("oi")
    menu = words_of(await shop.hears("Como posso ajudar?"))
    assert "1. " in menu
    line = next(line for line in menu.splitlines() if "suporte" in line.lower())

    await shop.says(line.partition(".")[0])
    await shop.hears("qual é o CPF")
    await shop.says("529.982.247-25")
    await shop.hears("reiniciou o roteador")
    await shop.says("1")
    await shop.hears("Vou passar você para um técnico")

    async def all_read() -> bool:
        thread = await shop.stage.thread(PHONE)
        ours = [message for message in thread if message["direction"] == "outbound"]
        chosen = [message for message in thread if message["type"] == "interactive"]
        return len(ours) == 4 and len(chosen) == 2 and all(message["status"] == "read" for message in ours)

    await until(all_read)
    sends = [row["wamid"] for row in (await shop.stage.ledger())["sends"]]
    assert len(sends) == len(set(sends)) == 4


async def test_files_come_and_go(shop: Shop) -> None:
    given = await shop.stage.simulator.post("/_sim/media", files={"file": ("foto", samples.jpeg(), "image/jpeg")})
    picture = {"type": "image", "image": {"id": given.json()["id"], "caption": "o roteador"}}
    await shop.stage.customer_sends(PHONE, picture, phone_number_id=NUMBER)
    found: dict[str, object] = {}

    async def stored() -> bool:
        [message] = [message for message in await shop.stage.thread(PHONE) if message["type"] == "image"]
        content = message["content"]
        assert isinstance(content, dict)
        found.update((await shop.stage.api.get(f"/media/{content['media_id']}")).json())
        return found["state"] != "pending"

    await until(stored)
    assert (found["state"], found["width"]) == ("stored", 640)

    conversation = await shop.stage.conversation(PHONE)
    uploaded = await shop.stage.api.post(
        "/media", params={"kind": "document"}, files={"file": ("boleto.pdf", samples.PDF, "application/pdf")}
    )
    content = {"type": "document", "media_id": uploaded.json()["id"], "filename": "boleto.pdf"}
    sent = await shop.stage.api.post(f"/conversations/{conversation['id']}/messages", json={"content": content})
    assert sent.status_code == 202, sent.text

    async def arrived() -> bool:
        return any(message["type"] == "document" for message in await shop.on_phone())

    await until(arrived)
    [document] = [message["content"] for message in await shop.on_phone() if message["type"] == "document"]
    assert isinstance(document, dict)
    file = await shop.stage.simulator.get(f"/_sim/media/{document['id']}")
    assert (document["filename"], file.content) == ("boleto.pdf", samples.PDF)
