"""CloudTemplates, on the simulator's wire."""

from collections.abc import AsyncIterator

import httpx
import msgspec
import pytest
from msgspec.structs import replace

from adapters.whatsapp.cloud import templates as cloud_templates
from adapters.whatsapp.cloud.templates import CloudTemplates
from adapters.whatsapp.cloud.transport import GraphTransport
from application.ports.provider_files import OutgoingFile
from application.ports.templates import NewTemplate
from application.ports.whatsapp import Credentials, ProviderRefusedError
from domain.media.kinds import MediaKind
from domain.whatsapp.templates.components import Body, Header, HeaderExample, encoded
from domain.whatsapp.templates.template import ToldTemplate
from domain.whatsapp.templates.words import ParameterFormat, TemplateCategory, TemplateQuality, TemplateStatus
from tests.contract.whatsapp.conftest import API_VERSION
from tests.contract.whatsapp.servers import Simulator

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
NEW = NewTemplate(
    name="novo",
    language="pt_BR",
    category=TemplateCategory.UTILITY,
    parameter_format=ParameterFormat.NAMED,
    components=encoded((Body(text="Oi"),)),
)


@pytest.fixture
def book(simulator: Simulator, http: httpx.AsyncClient) -> CloudTemplates:
    return CloudTemplates(GraphTransport(http, base_url=simulator.url, api_version=API_VERSION))


async def _all(book: CloudTemplates, credentials: Credentials) -> dict[tuple[str, str], ToldTemplate]:
    found, after = [], None
    while True:
        page = await book.page(credentials, after=after)
        found += page.templates
        if (after := page.after) is None:
            return {(one.name, one.language): one for one in found}


async def test_all_pages_are_read_in_our_words(
    book: CloudTemplates, credentials: Credentials, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(cloud_templates, "PAGE", 3)

    found = await _all(book, credentials)

    assert len(found) == 8
    rejected = found["oferta_rejeitada", "pt_BR"]
    assert (rejected.status, rejected.rejected_reason) == (TemplateStatus.REJECTED, "invalid_format")
    promo = found["promo_fibra", "pt_BR"]
    assert (promo.category, promo.quality) == (TemplateCategory.MARKETING, TemplateQuality.GREEN)
    assert found["lembrete_visita", "pt_BR"].parameter_format is ParameterFormat.NAMED


async def test_one_is_made_changed_and_deleted(book: CloudTemplates, credentials: Credentials, simulator: Simulator):
    taken = await book.create(NEW, credentials=credentials)
    await simulator.post("/_sim/templates/review", {"name": "novo", "language": "pt_BR", "event": "APPROVED"})
    approved = (await _all(book, credentials))["novo", "pt_BR"]
    other = encoded((Body(text="Outra"),))
    await book.edit(taken.provider_id, category=None, components=other, credentials=credentials)
    changed = (await _all(book, credentials))["novo", "pt_BR"]
    await book.delete(taken.provider_id, name="novo", credentials=credentials)

    assert (taken.status, taken.category) == (TemplateStatus.PENDING, TemplateCategory.UTILITY)
    assert (approved.provider_id, approved.status) == (taken.provider_id, TemplateStatus.APPROVED)
    assert (changed.status, msgspec.json.decode(changed.components)) == (
        TemplateStatus.PENDING,
        msgspec.json.decode(other),
    )
    assert ("novo", "pt_BR") not in await _all(book, credentials)


async def test_an_example_is_uploaded_and_shown_in_a_header(book: CloudTemplates, credentials: Credentials):
    async def link() -> str:
        raise AssertionError("Meta fetches nothing itself")

    async def pieces() -> AsyncIterator[bytes]:
        yield PNG[:10]
        yield PNG[10:]

    file = OutgoingFile(
        kind=MediaKind.IMAGE, mime="image/png", size=len(PNG), filename="loja nova.png", open=pieces, link=link
    )

    handle = await book.place_example(file, credentials=credentials)

    shown = Header(format="IMAGE", example=HeaderExample(header_handle=(handle,)))
    await book.create(replace(NEW, components=encoded((shown, Body(text="Oi")))), credentials=credentials)
    with pytest.raises(ProviderRefusedError, match="not uploaded"):
        await book.create(
            replace(
                NEW,
                name="outro",
                components=encoded((replace(shown, example=HeaderExample(header_handle=("4::x",))), Body(text="Oi"))),
            ),
            credentials=credentials,
        )


async def test_only_the_language_that_is_meant_is_deleted(book: CloudTemplates, credentials: Credentials):
    portuguese = (await _all(book, credentials))["boas_vindas", "pt_BR"]

    await book.delete(portuguese.provider_id, name="boas_vindas", credentials=credentials)

    assert [language for name, language in await _all(book, credentials) if name == "boas_vindas"] == ["en_US"]


async def test_a_no_is_told_in_the_words_for_people(book: CloudTemplates, credentials: Credentials):
    taken = msgspec.structs.replace(NEW, name="boas_vindas")

    with pytest.raises(ProviderRefusedError) as refused:
        await book.create(taken, credentials=credentials)

    assert refused.value.code == "100/2388024"
    assert refused.value.detail == ("Content in this language already exists: There is already pt_BR content for this.")


async def test_silence_has_its_own_code(http: httpx.AsyncClient, credentials: Credentials):
    book = CloudTemplates(GraphTransport(http, base_url="http://127.0.0.1:9", api_version=API_VERSION))

    with pytest.raises(ProviderRefusedError) as refused:
        await book.create(NEW, credentials=credentials)

    assert refused.value.code == "NEVER_SENT"
