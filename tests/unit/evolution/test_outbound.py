from uuid import uuid4

import msgspec
import pytest

from adapters.whatsapp.evolution.limits import EvolutionContentRules
from adapters.whatsapp.evolution.outbound import operation, read_mark, typing
from application.ports.whatsapp import OutboundMessage, Recipient
from domain.shared.content import (
    Audio,
    Buttons,
    Choice,
    ContactCard,
    Contacts,
    Content,
    Document,
    Image,
    Interactive,
    Location,
    LocationRequest,
    Reaction,
    Sticker,
    Template,
    Text,
    Video,
    Voice,
)
from domain.shared.ids import MessageId, ProviderMessageId

PHONE = Recipient(wa_id="5511988887777")
HIDDEN = Recipient(user_id="182736451827364@lid")
PNG = "data:image/png;base64,iVBORw0KGgo="
LINK = "https://aurora.example/a.jpg"
TARGET = ProviderMessageId("3EB0AA")


def sent(content: Content, *, to: Recipient = PHONE, reply_to: str | None = None) -> tuple[str, dict[str, object]]:
    quoted = ProviderMessageId(reply_to) if reply_to else None
    asked = operation(OutboundMessage(id=MessageId(uuid4()), recipient=to, content=content, reply_to=quoted))
    return asked.name, msgspec.json.decode(asked.body)


@pytest.mark.parametrize(
    ("content", "name", "fields"),
    [
        (Text(body="Olá"), "sendText", {"text": "Olá", "linkPreview": False}),
        (Text(body="Olá", preview_url=True), "sendText", {"text": "Olá", "linkPreview": True}),
        (
            Image(link=LINK, caption="veja"),
            "sendMedia",
            {"mediatype": "image", "media": LINK, "fileName": "image.jpg", "caption": "veja"},
        ),
        (
            Image(link=PNG),
            "sendMedia",
            {"mediatype": "image", "media": "iVBORw0KGgo=", "fileName": "image.jpg", "mimetype": "image/png"},
        ),
        (
            Document(link=LINK, filename="boleto.pdf", mime_type="application/pdf"),
            "sendMedia",
            {"mediatype": "document", "media": LINK, "fileName": "boleto.pdf", "mimetype": "application/pdf"},
        ),
        (Video(link=LINK), "sendMedia", {"mediatype": "video", "media": LINK, "fileName": "video.mp4"}),
        (Audio(link=LINK), "sendMedia", {"mediatype": "audio", "media": LINK, "fileName": "audio.mp3"}),
        (Voice(link=LINK), "sendWhatsAppAudio", {"audio": LINK, "encoding": True}),
        (Sticker(link=LINK), "sendSticker", {"sticker": LINK}),
        (
            Location(latitude=-23.55, longitude=-46.63),
            "sendLocation",
            {
                "latitude": -23.55,
                "longitude": -46.63,
                "name": "-23.550000, -46.630000",
                "address": "-23.550000, -46.630000",
            },
        ),
        (
            Contacts(cards=(ContactCard(formatted_name="Suporte", phones=("+55 11 95555-0100",)),)),
            "sendContact",
            {"contact": [{"fullName": "Suporte", "wuid": "5511955550100", "phoneNumber": "+55 11 95555-0100"}]},
        ),
        (LocationRequest(body="Onde?"), "sendText", {"text": "Onde?", "linkPreview": False}),
        (
            Buttons(body="Qual?", buttons=(Choice(id="a", title="A"),), header_media=Image(link=LINK)),
            "sendMedia",
            {"mediatype": "image", "media": LINK, "fileName": "image.jpg", "caption": "Qual?\n\n1. A"},
        ),
    ],
)
def test_each_kind_has_its_operation(content: Content, name: str, fields: dict[str, object]):
    assert sent(content) == (name, {"number": "5511988887777", **fields})
    assert EvolutionContentRules().check(content) == ()


def test_a_quote_goes_along():
    _, body = sent(Text(body="Esta"), reply_to="3EB0FF")

    assert body["quoted"] == {"key": {"id": "3EB0FF"}}


def test_who_hides_the_phone_is_reached_by_the_hidden_id():
    _, body = sent(Text(body="Olá"), to=HIDDEN)

    assert body["number"] == "182736451827364@lid"


def test_a_reaction_names_the_message_and_no_number():
    key = {"remoteJid": "5511988887777@s.whatsapp.net", "fromMe": False, "id": "3EB0AA"}

    assert sent(Reaction(target=TARGET, emoji="👍")) == ("sendReaction", {"key": key, "reaction": "👍"})
    assert sent(Reaction(target=TARGET))[1]["reaction"] == ""


def test_marks_name_the_customers_message():
    mark = {"remoteJid": "5511988887777@s.whatsapp.net", "fromMe": False, "id": "3EB0AA"}

    assert msgspec.json.decode(read_mark("3EB0AA", sender=PHONE)) == {"readMessages": [mark]}
    assert msgspec.json.decode(typing(HIDDEN))["number"] == "182736451827364@lid"


@pytest.mark.parametrize("content", [Image(provider_media_id="1"), Template(name="x", language="pt_BR")])
def test_what_cannot_go_out_is_no_request(content: Content):
    with pytest.raises(ValueError, match="sent"):
        sent(content)


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (Text(body=" "), "body"),
        (Text(body="x" * 65_537), "body"),
        (Text(body="a\0b"), "body"),
        (Image(provider_media_id="1"), "media_id"),
        (Image(link=LINK, caption="x" * 1025), "caption"),
        (Location(latitude=91, longitude=0), "latitude"),
        (Location(latitude=0, longitude=float("nan")), "longitude"),
        (Contacts(cards=(ContactCard(formatted_name="Suporte"),)), "cards[0].phones"),
        (Template(name="boleto", language="pt_BR"), "type"),
        (Interactive(kind="button", id="a"), "type"),
        (Buttons(body="?", buttons=()), "buttons"),
        (Buttons(body="?", buttons=(Choice(id="a", title="A"), Choice(id="a", title="B"))), "buttons.id"),
        (
            Buttons(body="x" * 1020, buttons=(Choice(id="a", title="A"),), header_media=Image(link=LINK)),
            "body",
        ),
        (Reaction(target=TARGET, emoji="x" * 40), "emoji"),
    ],
)
def test_what_would_be_refused_is_told_by_its_field(content: Content, field: str):
    assert [problem.field for problem in EvolutionContentRules().check(content)] == [field]
