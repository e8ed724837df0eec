from uuid import UUID

import msgspec
import pytest

from adapters.whatsapp.cloud.limits import check
from adapters.whatsapp.cloud.outbound import payload
from application.ports.whatsapp import OutboundMessage, Recipient
from domain.shared.content import (
    Audio,
    Buttons,
    Choice,
    ContactCard,
    Contacts,
    Content,
    Document,
    Edit,
    Image,
    Interactive,
    ListMenu,
    Location,
    Order,
    Reaction,
    Revoke,
    Section,
    Sticker,
    System,
    Template,
    Text,
    Unsupported,
    Video,
    Voice,
)
from domain.shared.ids import MessageId, ProviderMessageId

ID = MessageId(UUID("0190f1f0-5b1c-7c3e-9a53-3f0f6a9f1c42"))
ANA = Recipient(wa_id="5511988887777")
WAMID = ProviderMessageId("wamid.A1")
OK = Choice(id="ok", title="Confirmo")
NO = Choice(id="no", title="Trocar data")
ROW = Choice(id="h14", title="14:00", description="Dr. João")
ENVELOPE = {
    "messaging_product": "whatsapp",
    "recipient_type": "individual",
    "to": "+5511988887777",
    "biz_opaque_callback_data": str(ID),
}

SENT: list[tuple[Content, dict[str, object]]] = [
    (Text(body="oi"), {"type": "text", "text": {"preview_url": False, "body": "oi"}}),
    (
        Text(body="https://ex.example", preview_url=True),
        {"type": "text", "text": {"preview_url": True, "body": "https://ex.example"}},
    ),
    (
        Image(provider_media_id="1", caption="Mapa"),
        {"type": "image", "image": {"id": "1", "caption": "Mapa"}},
    ),
    (Image(provider_media_id="1", link="https://x.example/a"), {"type": "image", "image": {"id": "1"}}),
    (
        Video(link="https://cdn.example/v.mp4"),
        {"type": "video", "video": {"link": "https://cdn.example/v.mp4"}},
    ),
    (Audio(provider_media_id="2"), {"type": "audio", "audio": {"id": "2"}}),
    (Voice(provider_media_id="3"), {"type": "audio", "audio": {"id": "3", "voice": True}}),
    (
        Document(link="https://cdn.example/b.pdf", filename="boleto.pdf", caption="Vence 10/12"),
        {
            "type": "document",
            "document": {"link": "https://cdn.example/b.pdf", "filename": "boleto.pdf", "caption": "Vence 10/12"},
        },
    ),
    (Sticker(provider_media_id="4", animated=True), {"type": "sticker", "sticker": {"id": "4"}}),
    (
        Location(latitude=-23.5, longitude=-46.6, name="Loja", address="Av. Paulista, 1"),
        {
            "type": "location",
            "location": {"latitude": -23.5, "longitude": -46.6, "name": "Loja", "address": "Av. Paulista, 1"},
        },
    ),
    (
        Contacts(
            cards=(
                ContactCard(
                    formatted_name="Suporte",
                    phones=("+55 11 4004-0000", "+55 21 97777-6666"),
                    wa_ids=("5521977776666",),
                    emails=("s@ex.example",),
                    organization="ACME",
                ),
            )
        ),
        {
            "type": "contacts",
            "contacts": [
                {
                    "name": {"formatted_name": "Suporte", "first_name": "Suporte"},
                    "phones": [
                        {"phone": "+55 11 4004-0000"},
                        {"phone": "+55 21 97777-6666", "wa_id": "5521977776666"},
                    ],
                    "emails": [{"email": "s@ex.example"}],
                    "org": {"company": "ACME"},
                }
            ],
        },
    ),
    (
        Buttons(body="Confirma?", header="Pedido 88", footer="Loja X", buttons=(OK, NO)),
        {
            "type": "interactive",
            "interactive": {
                "type": "button",
                "header": {"type": "text", "text": "Pedido 88"},
                "body": {"text": "Confirma?"},
                "footer": {"text": "Loja X"},
                "action": {
                    "buttons": [
                        {"type": "reply", "reply": {"id": "ok", "title": "Confirmo"}},
                        {"type": "reply", "reply": {"id": "no", "title": "Trocar data"}},
                    ]
                },
            },
        },
    ),
    (
        ListMenu(body="Escolha", button="Ver horários", sections=(Section(rows=(ROW,)),)),
        {
            "type": "interactive",
            "interactive": {
                "type": "list",
                "body": {"text": "Escolha"},
                "action": {
                    "button": "Ver horários",
                    "sections": [{"rows": [{"id": "h14", "title": "14:00", "description": "Dr. João"}]}],
                },
            },
        },
    ),
    (
        Template(
            name="cupom_nov",
            language="pt_BR",
            components=(msgspec.Raw(b'{"type":"body","parameters":[{"type":"text","text":"Ana"}]}'),),
        ),
        {
            "type": "template",
            "template": {
                "name": "cupom_nov",
                "language": {"code": "pt_BR"},
                "components": [{"type": "body", "parameters": [{"type": "text", "text": "Ana"}]}],
            },
        },
    ),
    (
        Template(name="aviso", language="pt_BR"),
        {"type": "template", "template": {"name": "aviso", "language": {"code": "pt_BR"}}},
    ),
    (
        Reaction(target=WAMID, emoji="✅"),
        {"type": "reaction", "reaction": {"message_id": "wamid.A1", "emoji": "✅"}},
    ),
    (Reaction(target=WAMID), {"type": "reaction", "reaction": {"message_id": "wamid.A1", "emoji": ""}}),
]

NEVER_SENT: list[Content] = [
    Interactive(kind="button", id="a"),
    Order(),
    System(kind="user_changed_number"),
    Edit(target=WAMID),
    Revoke(target=WAMID),
    Unsupported(),
]


def sent(content: Content, *, recipient: Recipient = ANA, reply_to: ProviderMessageId | None = None) -> object:
    message = OutboundMessage(id=ID, recipient=recipient, content=content, reply_to=reply_to)
    return msgspec.json.decode(payload(message))


@pytest.mark.parametrize(("content", "body"), SENT, ids=[type(content).__name__ for content, _ in SENT])
def test_a_content_becomes_metas_body(content: Content, body: dict[str, object]):
    assert sent(content) == {**ENVELOPE, **body}


@pytest.mark.parametrize("content", [content for content, _ in SENT], ids=lambda content: type(content).__name__)
def test_what_is_within_the_limits_has_no_problems(content: Content):
    assert check(content) == ()


def test_every_kind_of_content_is_either_sent_or_refused():
    sendable, refused = {type(content) for content, _ in SENT}, {type(content) for content in NEVER_SENT}

    assert not sendable & refused
    assert sendable | refused == set(Content.__args__)


@pytest.mark.parametrize("content", NEVER_SENT, ids=lambda content: type(content).__name__)
def test_what_is_only_received_is_refused(content: Content):
    [problem] = check(content)

    assert problem.field == "type"


def test_a_reply_quotes_its_message():
    body = sent(Text(body="oi"), reply_to=WAMID)

    assert isinstance(body, dict)
    assert body["context"] == {"message_id": "wamid.A1"}


def test_a_reaction_carries_no_context():
    assert "context" not in sent(Reaction(target=WAMID, emoji="x"), reply_to=WAMID)


@pytest.mark.parametrize(
    ("recipient", "address"),
    [
        (Recipient(wa_id="5511988887777"), {"to": "+5511988887777"}),
        (Recipient(wa_id="+55 (11) 98888-7777"), {"to": "+5511988887777"}),
        (Recipient(user_id="BR.777"), {"recipient": "BR.777"}),
        (Recipient(wa_id="551188887777", user_id="BR.777"), {"to": "+551188887777"}),
        (Recipient(wa_id="", user_id="BR.777"), {"recipient": "BR.777"}),
    ],
)
def test_a_phone_is_named_with_a_plus_and_a_user_id_in_its_own_field(recipient: Recipient, address: dict[str, str]):
    body = sent(Text(body="oi"), recipient=recipient)

    assert isinstance(body, dict)
    assert {key: body[key] for key in ("to", "recipient") if key in body} == address
