"""The gateway against the simulator, over real HTTP."""

import asyncio
from collections.abc import Callable
from uuid import uuid4

import msgspec
import pytest

from adapters.whatsapp.cloud.client import CloudGateway
from application.ports.whatsapp import Credentials, OutboundMessage, ProviderRefusedError, Recipient
from domain.shared.content import (
    Audio,
    Buttons,
    Choice,
    ContactCard,
    Contacts,
    Content,
    CtaUrl,
    Document,
    Image,
    ListMenu,
    Location,
    LocationRequest,
    Reaction,
    Section,
    Sticker,
    Template,
    Text,
    Video,
    Voice,
)
from domain.shared.ids import MediaId, ProviderMessageId
from domain.whatsapp.failures import FailureKind, SendAccepted, SendFailure
from tests.contract.whatsapp.servers import Simulator

Build = Callable[..., OutboundMessage]

LINK = "https://cdn.example/arquivo"
OK = Choice(id="ok", title="Confirmo")
CONTENTS: list[Content] = [
    Text(body="Olá 😀\n*negrito*"),
    Text(body="https://ex.example/a", preview_url=True),
    Image(link=LINK, caption="Mapa"),
    Video(link=LINK),
    Audio(link=LINK),
    Voice(link=LINK),
    Document(link=LINK, filename="boleto.pdf", caption="Vence 10/12"),
    Sticker(link=LINK),
    Location(latitude=-23.5614, longitude=-46.6559, name="Loja", address="Av. Paulista, 1"),
    Contacts(cards=(ContactCard(formatted_name="Suporte", phones=("+551140040000",), emails=("s@ex.example",)),)),
    Buttons(body="Confirma?", buttons=(OK, Choice(id="no", title="Trocar")), header="Pedido", footer="Loja"),
    ListMenu(body="Escolha", button="Abrir", sections=(Section(rows=(Choice(id="a", title="A", description="d"),)),)),
    Template(name="boas_vindas", language="pt_BR"),
    Template(
        name="fatura_disponivel",
        language="pt_BR",
        components=(
            msgspec.Raw(b'{"type":"header","parameters":[{"type":"text","text":"maio"}]}'),
            msgspec.Raw(
                b'{"type":"body","parameters":[{"type":"text","text":"Ana"},{"type":"text","text":"99,90"},'
                b'{"type":"text","text":"10/12"}]}'
            ),
            msgspec.Raw(b'{"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"abc"}]}'),
        ),
    ),
    Buttons(body="Este?", buttons=(OK,), header_media=Image(link=LINK)),
    CtaUrl(body="Seu boleto", display_text="Abrir", url=LINK, header_media=Document(link=LINK, filename="boleto.pdf")),
    LocationRequest(body="Onde entregamos?"),
    Reaction(target=ProviderMessageId("wamid.A1"), emoji="✅"),
    Reaction(target=ProviderMessageId("wamid.A1")),
]


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: type(content).__name__)
async def test_each_kind_of_content_is_accepted(
    gateway: CloudGateway, credentials: Credentials, simulator: Simulator, message: Build, content: Content
):
    sending = message(content)

    result = await gateway.send(sending, credentials=credentials)

    [row] = await simulator.sends()
    assert result == SendAccepted(
        provider_message_id=row["wamid"], wa_id=row["to"], user_id=getattr(result, "user_id", None)
    )
    assert row["biz_opaque_callback_data"] == str(sending.id)


async def test_a_reply_quotes_its_message(
    gateway: CloudGateway, credentials: Credentials, simulator: Simulator, message: Build
):
    await gateway.send(message(reply_to=ProviderMessageId("wamid.A1")), credentials=credentials)

    [row] = await simulator.sends()
    assert row["context_id"] == "wamid.A1"


async def test_a_message_to_a_user_id_is_accepted_without_a_phone(
    gateway: CloudGateway, credentials: Credentials, simulator: Simulator, message: Build
):
    await simulator.post("/_sim/contacts", {"phone": "5521977776666", "hides_phone": True})
    by_phone = await gateway.send(message(recipient=Recipient(wa_id="5521977776666")), credentials=credentials)
    assert isinstance(by_phone, SendAccepted)

    result = await gateway.send(message(recipient=Recipient(user_id=by_phone.user_id)), credentials=credentials)

    assert isinstance(result, SendAccepted)
    assert (result.wa_id, result.user_id) == (None, by_phone.user_id)


async def test_a_file_that_meta_does_not_have_is_not_asked_for(
    gateway: CloudGateway, credentials: Credentials, message: Build
):
    result = await gateway.send(message(Image(media_id=MediaId(uuid4()))), credentials=credentials)

    assert isinstance(result, SendFailure)
    assert (result.kind, result.code) == (FailureKind.REJECTED, "CONTENT_REFUSED")


@pytest.mark.parametrize("is_typing", [False, True])
async def test_a_received_message_is_marked_as_read(
    gateway: CloudGateway, credentials: Credentials, simulator: Simulator, *, is_typing: bool
):
    wamid = await simulator.customer_says("oi")
    tell = gateway.show_typing if is_typing else gateway.mark_read

    await tell(wamid, sender=Recipient(wa_id="5511988887777"), credentials=credentials)

    [mark] = await simulator.reads()
    assert (mark["wamid"], mark["typing"]) == (wamid, is_typing)


async def test_a_mark_of_an_unknown_message_is_refused(gateway: CloudGateway, credentials: Credentials):
    with pytest.raises(ProviderRefusedError):
        await gateway.mark_read(
            ProviderMessageId("wamid.unknown"), sender=Recipient(wa_id="5511988887777"), credentials=credentials
        )


async def test_eighty_messages_at_once_all_go_out(
    gateway: CloudGateway, credentials: Credentials, simulator: Simulator, message: Build
):
    results = await asyncio.gather(*(gateway.send(message(), credentials=credentials) for _ in range(80)))

    assert all(isinstance(result, SendAccepted) for result in results)
    assert len(await simulator.sends()) == 80


async def test_no_log_line_has_the_token_or_the_text(
    gateway: CloudGateway, credentials: Credentials, message: Build, caplog: pytest.LogCaptureFixture
):
    caplog.set_level(0)

    await gateway.send(message(Text(body="segredo do cliente")), credentials=credentials)

    assert credentials.access_token not in caplog.text
    assert "segredo do cliente" not in caplog.text
