"""Everything that a person can send reaches the contact's phone as what it is."""

import json
from pathlib import Path

import msgspec
import pytest

from application.messages.send_message import SendMessage, SendMessageHandler
from domain.conversations.errors import ContentRefusedError
from domain.shared.content import Content, Text
from domain.shared.ids import ConversationId
from tests.integration.spine import wire
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"
LINK = "https://cdn.example/arquivo"
GOLDEN = sorted((Path(__file__).parents[2] / "data" / "cloud_sending").glob("*.json"))
TEMPLATES = {
    "template": {"name": "boas_vindas", "language": "pt_BR"},
    "template_parameters": {
        "name": "fatura_disponivel",
        "language": "pt_BR",
        "components": [
            {"type": "header", "parameters": [{"type": "text", "text": "maio"}]},
            {"type": "body", "parameters": [{"type": "text", "text": word} for word in ("Ana", "99,90", "10/12")]},
            {"type": "button", "sub_type": "url", "index": "0", "parameters": [{"type": "text", "text": "abc"}]},
        ],
    },
}
"""Those that the simulator's account has."""


def _contents(wamid: str) -> dict[str, tuple[Content, dict[str, object]]]:
    """Give each golden content with Meta's form of it, its files at a link and its target a message that is there."""
    found = {}
    for path in GOLDEN:
        case = json.loads(path.read_text().replace("wamid.A1", wamid))
        content, payload = case["content"], case["payload"]
        if content["type"] == "template":
            if path.stem not in TEMPLATES:
                continue
            content = {"type": "template", **TEMPLATES[path.stem]}
        text = json.dumps(content)
        for file in (content, content.get("header_media") or {}):
            if "provider_media_id" in file:
                text = text.replace(f'"provider_media_id": "{file["provider_media_id"]}"', f'"link": "{LINK}"', 1)
        found[path.stem] = msgspec.json.decode(text, type=Content), payload
    return found


async def _send(spine: Spine, content: Content) -> None:
    send = await spine.container.get(SendMessageHandler)
    conversation_id = ConversationId(await spine.conversation_id())
    await send(await spine.agent(), SendMessage(conversation_id=conversation_id, content=content))


async def test_every_kind_of_content_is_sent(spine: Spine) -> None:
    await spine.read_templates()
    wamid = await spine.says(PHONE, "oi")
    await spine.drain()
    contents = _contents(wamid)

    for content, _ in contents.values():
        await _send(spine, content)
    await spine.drain()

    assert [row.type for row in spine.sent()] == [payload["type"] for _, payload in contents.values()]
    assert await spine.column("SELECT DISTINCT status FROM messages WHERE direction = 'outbound'") == ["sent"]


async def test_what_can_be_pressed_is_shown_on_the_phone(spine: Spine) -> None:
    wamid = await spine.says(PHONE, "oi")
    await spine.drain()
    contents = {name: both for name, both in _contents(wamid).items() if both[1]["type"] == "interactive"}

    for content, _ in contents.values():
        await _send(spine, content)
    await spine.drain()

    shown = spine.world.conversations.thread(wire.NUMBER_ID, PHONE)
    actions = [message.content["action"] for message in shown if message.type == "interactive"]
    assert actions == [payload["interactive"]["action"] for _, payload in contents.values()]


async def test_what_meta_would_refuse_never_leaves(spine: Spine) -> None:
    await spine.says(PHONE, "oi")
    await spine.drain()

    with pytest.raises(ContentRefusedError) as refused:
        await _send(spine, Text(body="a" * 4097))

    await spine.drain()
    [detail] = refused.value.details
    assert (detail.field, "4096" in detail.text) == ("content.body", True)
    assert (spine.sent(), spine.refused()) == ([], [])
