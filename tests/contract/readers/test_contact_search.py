"""Contacts and conversations by what people type, on PostgreSQL."""

from collections.abc import Awaitable, Callable

import msgspec
import pytest

from adapters.postgres.connection import TenantConnection
from adapters.postgres.contact_words import contact_query
from adapters.postgres.database import Database
from adapters.postgres.readers import contact_search, inbox_search
from adapters.postgres.readers.contacts import PostgresContactList
from adapters.postgres.readers.conversations import PostgresConversationList
from adapters.postgres.statements import Statement
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.contacts import ContactFilters, ContactRow
from application.ports.readers.conversations import ConversationFilters, ConversationRow
from application.shared.page import Page, PageRequest
from domain.contacts.contact import Contact, LifecycleStage
from domain.contacts.search import wanted_by
from domain.conversations.conversation import ConversationStatus
from domain.conversations.visibility import Viewer
from domain.shared.ids import TenantId, UserId
from domain.whatsapp.config import WhatsAppConfig
from tests.contract.readers.walking import walk
from tests.contract.repositories.stored import MINUTE, NOW, a_contact, a_conversation, new_id

ALL = Viewer(user_id=UserId(new_id()), sees_all=True)
AGENT = Viewer(user_id=UserId(new_id()))

PEOPLE = {
    "João Conceição": {"phone": "5511988887777", "email": "joao.lima@x.example"},
    "Joana D'Ávila": {"phone": "551133334444", "username": "@jo_davila"},
    "Loja 24 \\ Horas": {"phone": "5521977776666"},
    "777 Motos": {},
}

Find = Callable[[str], Awaitable[list[str]]]


@pytest.fixture
def reader(app_database: Database) -> PostgresContactList:
    return PostgresContactList(app_database)


@pytest.fixture
async def people(uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig) -> dict[str, Contact]:
    """Each wrote: the first of them last."""
    made = {}
    async with uow(tenant_id) as tx:
        for number, (name, known) in enumerate(PEOPLE.items()):
            at = NOW - number * MINUTE
            made[name] = a_contact(name=name, created_at=at, **known)
            await tx.contacts.add(made[name])
            await tx.conversations.add(a_conversation(made[name], config, last_message_at=at))
    return made


@pytest.fixture(params=["contacts", "inbox"])
def find(
    request: pytest.FixtureRequest,
    reader: PostgresContactList,
    app_database: Database,
    tenant_id: TenantId,
) -> Find:
    """Look for names, in the list of contacts or in the inbox."""
    inbox = PostgresConversationList(app_database)

    async def in_contacts(typed: str) -> list[str]:
        page = await reader.page(tenant_id, filters=ContactFilters(), page=PageRequest(search=typed), now=NOW)
        assert page.total == len(page.items)
        return [str(row.name) for row in page.items]

    async def in_inbox(typed: str) -> list[str]:
        page = await inbox.page(
            tenant_id, viewer=ALL, now=NOW, filters=ConversationFilters(), page=PageRequest(search=typed)
        )
        assert page.total == len(page.items)
        return [str(row.contact_name) for row in page.items]

    return in_contacts if request.param == "contacts" else in_inbox


JOAO, JOANA, LOJA, MOTOS = PEOPLE


@pytest.mark.usefixtures("people")
async def test_what_people_type_is_found(find: Find) -> None:
    found = {
        "conceicao": [JOAO],
        "CONC JO": [JOAO],
        "j": [JOAO, JOANA],
        "d'avila": [JOANA],
        "davila": [JOANA],
        "joao.lima@x.example": [JOAO],
        "LIMA@X": [JOAO],
        "lima x": [JOAO],
        "oao": [],
        "+55 (11) 98888-7777": [JOAO],
        "11 8888-7777": [JOAO],
        "7777": [JOAO, LOJA],
        "jo 7777": [JOAO],
        "3334": [JOANA],
        "87777666": [],
        "77776666": [LOJA],
        "777": [MOTOS],
        "24": [LOJA],
        "\\ horas": [LOJA],
        "%_": [],
        "' & !": [],
    }

    assert {typed: await find(typed) for typed in found} == found


@pytest.mark.usefixtures("people")
async def test_what_is_common_is_found_in_the_list_s_order(find: Find, monkeypatch: pytest.MonkeyPatch) -> None:
    """More have the words than are taken from the index; here, than one."""
    monkeypatch.setattr(contact_search, "MOST_FOUND", 1)
    monkeypatch.setattr("adapters.postgres.readers.contacts.MOST_COUNTED", 2)

    assert await find("jo") == [JOAO, JOANA]
    assert await find("7777") == [JOAO, LOJA]
    assert await find("motos") == [MOTOS]


@pytest.mark.parametrize("most", [1, 100], ids=["common", "rare"])
async def test_pages_hold_each_once_and_filters_hold_beside(
    uow: PostgresUnitOfWork,
    tenant_id: TenantId,
    reader: PostgresContactList,
    monkeypatch: pytest.MonkeyPatch,
    most: int,
) -> None:
    monkeypatch.setattr(contact_search, "MOST_FOUND", most)
    stages = (LifecycleStage.LEAD, LifecycleStage.CUSTOMER)
    anas = [a_contact(name=f"Ana {n}", created_at=NOW - n * MINUTE, lifecycle_stage=stages[n % 2]) for n in range(5)]
    gone = a_contact(name="Ana", deleted_at=NOW)
    async with uow(tenant_id) as tx:
        assert await tx.contact_batches.add(anas) == len(anas)
        await tx.contacts.add(gone)
        await tx.contacts.add(a_contact(name="Bia"))

    async def read(page: PageRequest, **asked: object) -> Page[ContactRow]:
        return await reader.page(tenant_id, filters=ContactFilters(**asked), page=page, now=NOW)  # type: ignore[arg-type]  # any of its fields

    pages = await walk(lambda page: read(msgspec.structs.replace(page, search="ana")), limit=2)
    customers = await read(PageRequest(search="ana", limit=1), lifecycle_stage=LifecycleStage.CUSTOMER)

    assert [row.id for rows in pages for row in rows] == [ana.id for ana in anas]
    assert (customers.items[0].id, customers.total) == (anas[1].id, 2)


async def test_a_change_is_found_by_its_new_words_only(
    uow: PostgresUnitOfWork, tenant_id: TenantId, people: dict[str, Contact], find: Find
) -> None:
    async with uow(tenant_id) as tx:
        joao, joana = people[JOAO], people[JOANA]
        joao.name, joao.phone, joana.name = "Zé", "5531966665555", "Rute"
        await tx.contacts.save(joao)
        await tx.contact_batches.save([joana])

    assert [await find(typed) for typed in ("conceicao", "98888", "6665555", "ze", "joana", "rut")] == [
        *([], []), ["Zé"], ["Zé"], [], ["Rute"]
    ]  # fmt: skip


@pytest.mark.usefixtures("people")
async def test_the_index_gives_no_other_company_s(
    app_database: Database, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    """Asked for the very words of the one, in the transaction of the other."""
    ask = Statement("SELECT count(*) FROM platform.search_contacts(CAST(CAST(:words AS text) AS tsquery), false, 100)")
    words = contact_query(wanted_by("jo"), tenant_id=tenant_id)

    counts = []
    for asking in (tenant_id, other_tenant_id):
        async with app_database.tenant_transaction(asking) as connection:
            counts.append(await TenantConnection(connection, asking).fetch_value(ask, words=words))

    assert counts == [2, 0]


@pytest.mark.usefixtures("people")
async def test_the_inbox_shows_what_the_viewer_may_see_however_common(
    uow: PostgresUnitOfWork,
    app_database: Database,
    tenant_id: TenantId,
    config: WhatsAppConfig,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(inbox_search, "MANY", 1)
    others = a_contact(name="Jorge")
    async with uow(tenant_id) as tx:
        await tx.contacts.add(others)
        await tx.conversations.add(a_conversation(others, config, last_message_at=NOW, assigned_to=ALL.user_id))
    inbox = PostgresConversationList(app_database)

    async def ask(page: PageRequest, *, viewer: Viewer = AGENT, **asked: object) -> Page[ConversationRow]:
        filters = ConversationFilters(**asked)  # type: ignore[arg-type]  # any of its fields
        return await inbox.page(tenant_id, viewer=viewer, now=NOW, filters=filters, page=page)

    for most in (2, 100):
        monkeypatch.setattr(contact_search, "MOST_FOUND", most)
        mine = await ask(PageRequest(search="jo"))
        first = await ask(PageRequest(search="jo", limit=1, cursor=""), viewer=ALL)
        rest = await ask(PageRequest(search="jo", limit=5, cursor=first.next_cursor), viewer=ALL)
        over = await ask(PageRequest(search="jo"), viewer=ALL, statuses=(ConversationStatus.RESOLVED,))

        assert [row.contact_name for row in mine.items] == [JOAO, JOANA]
        assert [row.contact_name for row in (*first.items, *rest.items)] == ["Jorge", JOAO, JOANA]
        assert (over.items, over.total) == ([], 0)
