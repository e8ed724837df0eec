"""PlaceMedia, UploadMedia, SweepMedia: a file that is brought, sent, and forgotten."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from adapters.whatsapp.registry import ProviderRegistry
from application.media.place_media import PlaceMedia, PlaceTools
from application.media.sweep_media import SETTLED, UNUSED, SweepMedia, SweepMediaHandler
from application.ports.provider_files import OutgoingFile, Placed, RemoteFile
from application.ports.providers import Providers
from application.ports.whatsapp import Credentials
from domain.media.errors import FileTooLargeError, MediaProblem, MediaRefusedError
from domain.media.kinds import LIMITS, MediaKind
from domain.shared.content import Buttons, Choice, Content, Document, Image, Text, Voice, file_of
from domain.shared.ids import MediaId
from domain.whatsapp.config import ApiType
from domain.whatsapp.failures import FailureKind, SendFailure
from tests import sample_files as samples
from tests.contract.repositories.stored import a_contact, a_conversation, a_message, new_id
from tests.integration.media.desk import FileDesk

CREDENTIALS = Credentials(phone_number_id="1", business_account_id="2", access_token="EAAtoken")
MONTH = timedelta(days=30)


class Provider:
    """A provider's files, as it would answer; keeps what was brought."""

    def __init__(self) -> None:
        self.brought: list[OutgoingFile] = []
        self.bodies: list[bytes] = []
        self.answer: SendFailure | None = None
        self.keeps: timedelta | None = timedelta(days=25)

    async def place(self, file: OutgoingFile, *, credentials: Credentials) -> Placed | SendFailure:
        del credentials
        await asyncio.sleep(0)
        self.brought.append(file)
        self.bodies.append(b"".join([chunk async for chunk in file.open()]))
        if self.answer is not None:
            return self.answer
        return Placed(provider_media_id=f"upload-{len(self.brought)}", keeps=self.keeps)

    @asynccontextmanager
    async def fetch(self, provider_media_id: str, *, credentials: Credentials) -> AsyncIterator[RemoteFile]:
        raise NotImplementedError(provider_media_id, credentials)
        yield


@pytest.fixture
def provider() -> Provider:
    return Provider()


@pytest.fixture
async def place(desk: FileDesk, provider: Provider) -> PlaceMedia:
    """Brings files to that provider."""
    tools: PlaceTools = await desk.container.get(PlaceTools)
    known: Providers = await desk.container.get(Providers)
    ours = msgspec.structs.replace(known.of(ApiType.OFFICIAL), files=provider)
    registry = ProviderRegistry(dict.fromkeys(ApiType, ours))
    return PlaceMedia(msgspec.structs.replace(tools, providers=registry), uow=desk.uow)


async def placed(place: PlaceMedia, desk: FileDesk, content: Content) -> Content | SendFailure:
    return await place.place(content, tenant_id=desk.tenant_id, config_id=desk.config_id, credentials=CREDENTIALS)


async def test_text_is_sent_as_it_is(place: PlaceMedia, desk: FileDesk, provider: Provider) -> None:
    assert await placed(place, desk, Text(body="oi")) == Text(body="oi")
    assert provider.brought == []


async def test_file_is_brought_once_for_many_messages(place: PlaceMedia, desk: FileDesk, provider: Provider) -> None:
    media = await desk.upload(samples.png(), kind=MediaKind.IMAGE)
    below = Buttons(body="Qual?", buttons=(Choice(id="1", title="Esta"),), header_media=Image(media_id=media.id))

    first = await asyncio.gather(*(placed(place, desk, Image(media_id=media.id, caption="a")) for _ in range(5)))
    second = await placed(place, desk, below)

    expected = Image(provider_media_id="upload-1", mime_type="image/png")
    assert first == [msgspec.structs.replace(expected, caption="a")] * 5
    assert file_of(second) == expected  # type: ignore[arg-type]  # it is a content
    assert len(provider.brought) == 1
    assert provider.bodies == [await desk.bytes_of(media.storage_key)]


async def test_file_is_brought_again_when_the_provider_forgets_it(place: PlaceMedia, desk: FileDesk) -> None:
    media = await desk.upload(samples.png(), kind=MediaKind.IMAGE)
    content = Image(media_id=media.id)
    await placed(place, desk, content)

    await place.forget(content, tenant_id=desk.tenant_id, config_id=desk.config_id)
    await placed(place, desk, content)
    desk.clock.advance(MONTH)
    third = await placed(place, desk, content)

    assert isinstance(third, Image)
    assert third.provider_media_id == "upload-3"


async def test_document_has_its_own_name_where_the_message_gives_none(place: PlaceMedia, desk: FileDesk) -> None:
    media = await desk.upload(samples.PDF, kind=MediaKind.DOCUMENT, filename="C:\\Boleto março.pdf")

    plain = await placed(place, desk, Document(media_id=media.id))
    named = await placed(place, desk, Document(media_id=media.id, filename="fatura.pdf"))

    assert isinstance(plain, Document)
    assert isinstance(named, Document)
    assert (plain.filename, named.filename) == ("Boleto março.pdf", "fatura.pdf")


async def test_failure_is_a_value_and_is_not_remembered(place: PlaceMedia, desk: FileDesk, provider: Provider) -> None:
    media = await desk.upload(samples.png(), kind=MediaKind.IMAGE)
    provider.answer = SendFailure(kind=FailureKind.UNAVAILABLE, code="NO_ANSWER")
    assert await placed(place, desk, Image(media_id=media.id)) == provider.answer

    provider.answer = None
    assert isinstance(await placed(place, desk, Image(media_id=media.id)), Image)


async def test_file_that_is_not_there_is_a_failure_for_good(place: PlaceMedia, desk: FileDesk) -> None:
    media = await desk.upload(samples.png(), kind=MediaKind.IMAGE)
    await desk.store.delete([media.storage_key or ""])

    for content in (Image(media_id=MediaId(new_id())), Image(media_id=media.id)):
        failed = await placed(place, desk, content)
        assert isinstance(failed, SendFailure)
        assert (failed.kind, failed.code) == (FailureKind.REJECTED, "MEDIA_NOT_READY")


async def test_link_is_a_signed_address_of_ours(place: PlaceMedia, desk: FileDesk, provider: Provider) -> None:
    media = await desk.upload(samples.png(), kind=MediaKind.IMAGE)
    await placed(place, desk, Image(media_id=media.id))

    assert f"/api/v1/media/{media.id}/file?tenant={desk.tenant_id}" in await provider.brought[0].link()


async def test_recording_is_kept_as_a_voice_note(place: PlaceMedia, desk: FileDesk, provider: Provider) -> None:
    media = await desk.upload(samples.recording(), kind=MediaKind.VOICE)
    await placed(place, desk, Voice(media_id=media.id))

    assert (media.mime, provider.brought[0].mime, provider.bodies[0][:4]) == ("audio/ogg", "audio/ogg", b"OggS")
    assert media.duration_ms == pytest.approx(500, abs=60)


@pytest.mark.parametrize(
    ("body", "kind", "problem"),
    [
        (samples.HTML, MediaKind.IMAGE, MediaProblem.ACTIVE_CONTENT),
        (samples.HTML, MediaKind.DOCUMENT, MediaProblem.ACTIVE_CONTENT),
        (samples.webp(), MediaKind.IMAGE, MediaProblem.TYPE_NOT_ALLOWED),
        (samples.INVOICE, MediaKind.DOCUMENT, MediaProblem.TYPE_NOT_ALLOWED),
        (samples.recording(), MediaKind.AUDIO, MediaProblem.TYPE_NOT_ALLOWED),
        (samples.png(), MediaKind.VOICE, MediaProblem.TYPE_NOT_ALLOWED),
        (samples.png_bomb(), MediaKind.IMAGE, MediaProblem.TOO_MANY_PIXELS),
    ],
)
async def test_upload_is_taken_for_what_it_is(
    desk: FileDesk, body: bytes, kind: MediaKind, problem: MediaProblem
) -> None:
    with pytest.raises(MediaRefusedError) as refused:
        await desk.upload(body, kind=kind)

    assert refused.value.problem is problem
    assert await desk.keys() == set()


async def test_upload_ends_at_its_limit(desk: FileDesk) -> None:
    with pytest.raises(FileTooLargeError):
        await desk.upload(bytes(LIMITS[MediaKind.STICKER] + 1), kind=MediaKind.STICKER)


async def test_sweep_takes_what_nothing_points_at(desk: FileDesk) -> None:
    sent, unsent = (
        await desk.upload(samples.png(), kind=MediaKind.IMAGE),
        await desk.upload(samples.jpeg(), kind=MediaKind.IMAGE),
    )
    contact = a_contact()
    async with desk.uow(desk.tenant_id) as tx:
        conversation = a_conversation(contact, await tx.whatsapp_configs.get(desk.config_id))
        await tx.contacts.add(contact)
        await tx.conversations.add(conversation)
        await tx.messages.add(a_message(conversation, content=Image(media_id=sent.id)))
    sweep = await desk.container.get(SweepMediaHandler)

    await sweep(SweepMedia())
    assert {unsent.storage_key, sent.storage_key} <= await desk.keys()
    desk.clock.at = datetime.now(UTC) + UNUSED + SETTLED
    await sweep(SweepMedia())

    assert await desk.keys() == {sent.storage_key, sent.thumbnail_key}
