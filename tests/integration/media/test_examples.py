"""PlaceExample: a file of ours goes to the provider as the example of a template's header."""

import msgspec
import pytest

from adapters.whatsapp.registry import ProviderRegistry
from application.media.place_example import PlaceExample
from application.media.place_media import PlaceTools
from application.ports.provider_files import OutgoingFile
from application.ports.providers import Providers
from application.ports.whatsapp import Credentials, ProviderRefusedError
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.media.errors import MediaNotFoundError
from domain.media.kinds import MediaKind
from domain.shared.ids import SessionId, UserId
from domain.whatsapp.config import ApiType
from tests import sample_files as samples
from tests.contract.repositories.stored import new_id
from tests.integration.media.desk import FileDesk

OFFICIAL = Credentials(phone_number_id="1", business_account_id="2", access_token="EAAtoken")


class Book:
    """A provider's templates, which take any example."""

    def __init__(self) -> None:
        self.brought: list[bytes] = []

    async def place_example(self, file: OutgoingFile, *, credentials: Credentials) -> str:
        del credentials
        self.brought.append(b"".join([chunk async for chunk in file.open()]))
        return f"4::{len(self.brought)}"


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
async def examples(desk: FileDesk, book: Book) -> PlaceExample:
    """Brings examples to that book; the second provider has none."""
    tools: PlaceTools = await desk.container.get(PlaceTools)
    known: Providers = await desk.container.get(Providers)
    ours = msgspec.structs.replace(known.of(ApiType.OFFICIAL), templates=book)
    registry = ProviderRegistry({ApiType.OFFICIAL: ours, ApiType.EVOLUTION: known.of(ApiType.EVOLUTION)})
    return PlaceExample(msgspec.structs.replace(tools, providers=registry), uow=desk.uow)


def somebody(desk: FileDesk, *permissions: Permission) -> Actor:
    return Actor(
        user_id=UserId(new_id()),
        tenant_id=desk.tenant_id,
        session_id=SessionId(new_id()),
        permissions=frozenset({Permission.TEMPLATES_MANAGE, *permissions}),
    )


async def test_its_bytes_go_there_for_each_template(examples: PlaceExample, book: Book, desk: FileDesk) -> None:
    media = await desk.upload(samples.png(), kind=MediaKind.IMAGE)
    boss = somebody(desk, Permission.CONVERSATIONS_READ_ALL)

    handles = [await examples.place(boss, media.id, credentials=OFFICIAL) for _ in range(2)]

    assert handles == ["4::1", "4::2"]
    assert book.brought[0] == book.brought[1] != b""


async def test_what_the_actor_may_not_see_is_no_example(examples: PlaceExample, book: Book, desk: FileDesk) -> None:
    media = await desk.upload(samples.png(), kind=MediaKind.IMAGE)

    with pytest.raises(MediaNotFoundError):
        await examples.place(somebody(desk), media.id, credentials=OFFICIAL)

    assert book.brought == []


async def test_a_provider_without_templates_takes_none(examples: PlaceExample, desk: FileDesk) -> None:
    media = await desk.upload(samples.png(), kind=MediaKind.IMAGE)
    linked = msgspec.structs.replace(OFFICIAL, api_type=ApiType.EVOLUTION)

    with pytest.raises(ProviderRefusedError):
        await examples.place(somebody(desk, Permission.CONVERSATIONS_READ_ALL), media.id, credentials=linked)
