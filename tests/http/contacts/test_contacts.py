"""Contacts over HTTP: what is made, shown, found, blocked, agreed to, merged, and taken apart."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from application.ports.unit_of_work import UnitOfWork
from domain.contacts.contact import Contact
from domain.conversations.conversation import Conversation, ConversationStatus
from domain.identity.permissions import Role
from domain.shared.ids import ContactId, TenantId
from domain.whatsapp.config import WhatsAppConfig
from tests.contract.repositories.stored import NOW, a_config, a_contact, a_conversation
from tests.http.calls import error_of
from tests.http.conftest import Caller
from tests.http.people.people import audited

CONTACTS, TAGS, FIELDS, SEGMENTS = (f"/api/v1/{name}" for name in ("contacts", "tags", "contact-fields", "segments"))
Shown = dict[str, Any]


async def made(client: httpx.AsyncClient, address: str, **body: object) -> Shown:
    answer = await client.post(address, json=body)
    assert answer.status_code in {200, 201}, answer.text
    shown: Shown = answer.json()
    return shown


async def got(client: httpx.AsyncClient, address: str, **query: str) -> Shown:
    answer = await client.get(address, params=query)
    assert answer.status_code == 200, answer.text
    shown: Shown = answer.json()
    return shown


async def names(client: httpx.AsyncClient, **query: str) -> list[str]:
    return [item["name"] for item in (await got(client, CONTACTS, **query))["items"]]


async def test_one_is_made_changed_and_told_of(admin: httpx.AsyncClient) -> None:
    vip = await made(admin, TAGS, name="VIP", color="purple")
    await made(admin, FIELDS, key="cpf", label="CPF", type="document")
    ana = await made(
        admin,
        CONTACTS,
        name=" Ana ",
        phone="(11) 95555-0001",
        email="Ana@X.Example",
        attributes={"cpf": "111.444.777-35"},
        tag_ids=[vip["id"]],
    )
    address = f"{CONTACTS}/{ana['id']}"

    wrong = await admin.put(address, json={"attributes": {"cpf": "1", "novo": 1}, "email": "x", "time_zone": "Nowhere"})
    changed = await admin.put(
        address, json={"email": None, "lifecycle_stage": "customer"}, headers={"if-match": f'"{ana["version"]}"'}
    )
    late = await admin.put(address, json={"name": "Bia"}, headers={"if-match": f'"{ana["version"]}"'})

    assert (ana["name"], ana["phone"], ana["email"]) == ("Ana", "5511955550001", "ana@x.example")
    assert ana["attributes"] == {"cpf": "11144477735"}
    assert [tag["name"] for tag in ana["tags"]] == ["VIP"]
    assert (wrong.status_code, {detail.field for detail in error_of(wrong).details}) == (422, {"email", "time_zone"})
    assert changed.json()["email"] is None
    assert (late.status_code, error_of(late).code) == (409, "VERSION_CONFLICT")
    story = (await got(admin, f"{address}/timeline"))["items"]
    assert [entry["kind"] for entry in story] == ["contact_updated", "contact_created"]
    assert story[0]["data"] == {"fields": ["email"], "lifecycle_stage": {"from": "lead", "to": "customer"}}


async def test_the_phone_is_one_contact_s_in_every_spelling(admin: httpx.AsyncClient) -> None:
    ana = await made(admin, CONTACTS, name="Ana", phone="+55 11 98888-7777")
    bia = await made(admin, CONTACTS, name="Bia")

    twice = await admin.post(CONTACTS, json={"phone": "551188887777"})
    taken = await admin.put(f"{CONTACTS}/{bia['id']}", json={"phone": "(11) 8888-7777"})
    ways = ("5511988887777", "551188887777", "(11) 98888-7777", "(11) 8888-7777", "8888-7777", "7777")
    found = [await names(admin, q=typed) for typed in ways]

    assert {(answer.status_code, error_of(answer).code) for answer in (twice, taken)} == {(409, "CONTACT_EXISTS")}
    assert {error_of(answer).details[0].message for answer in (twice, taken)} == {ana["id"]}
    assert found == [["Ana"]] * len(ways)


async def test_are_found_by_what_people_type_and_by_filters(admin: httpx.AsyncClient) -> None:
    vip = await made(admin, TAGS, name="VIP")
    await made(admin, CONTACTS, name="João Conceição", email="joao@x.example", tag_ids=[vip["id"]])
    await made(admin, CONTACTS, name="Ana%_", lifecycle_stage="customer")
    segment = await made(
        admin, SEGMENTS, name="Com etiqueta", filter={"type": "tag", "tag_id": vip["id"]}, description=""
    )

    assert await names(admin, q="conceicao") == await names(admin, q="JOAO@X") == ["João Conceição"]
    assert await names(admin, q="an%_") == await names(admin, lifecycle="customer") == ["Ana%_"]
    assert await names(admin, q="%_") == []
    assert await names(admin, tag=vip["id"]) == await names(admin, segment=segment["id"]) == ["João Conceição"]
    assert await names(admin, blocked="true") == []
    assert await names(admin, sort="name") == ["Ana%_", "João Conceição"]
    page = await got(admin, CONTACTS, limit="1", cursor="")
    rest = await got(admin, CONTACTS, limit="1", cursor=page["next_cursor"])
    assert [page["items"][0]["name"], rest["items"][0]["name"]] == ["Ana%_", "João Conceição"]
    preview = await got(admin, f"{SEGMENTS}/{segment['id']}/preview")
    assert (preview["count"], preview["items"][0]["name"]) == (1, "João Conceição")


async def test_a_deleted_one_is_gone_and_back_with_its_phone(admin: httpx.AsyncClient) -> None:
    ana = await made(admin, CONTACTS, name="Ana", phone="5511955550001")
    address = f"{CONTACTS}/{ana['id']}"

    deleted = await admin.delete(address)
    gone = [await admin.get(address), await admin.put(address, json={}), await admin.delete(address)]
    listed = await names(admin)
    again = await made(admin, CONTACTS, name="Ana Lima", phone="5511955550001")

    assert (deleted.status_code, {answer.status_code for answer in gone}, listed) == (204, {404}, [])
    assert (again["id"], again["name"]) == (ana["id"], "Ana Lima")
    assert "contact.deleted" in await audited(admin)


async def test_consents_are_a_ledger_whose_newest_row_rules(admin: httpx.AsyncClient) -> None:
    ana = await made(admin, CONTACTS, name="Ana")
    address = f"{CONTACTS}/{ana['id']}"

    await made(admin, f"{address}/opt-in", source="loja", text_shown="Aceito ofertas.")
    await made(admin, f"{address}/opt-in", source="contrato", purpose="billing", legal_basis="contract")
    after = await made(admin, f"{address}/opt-out", source="pediu")
    over = await admin.post(f"{address}/opt-in", json={"source": "x", "expires_at": "2020-01-01T00:00:00Z"})

    assert {one["purpose"]: one["state"] for one in after["consents"]} == {
        "billing": "granted",
        "marketing": "refused",
    }
    assert over.status_code == 422
    kinds = [entry["kind"] for entry in (await got(admin, f"{address}/timeline"))["items"]]
    assert kinds[:3] == ["consent_withdrawn", "consent_given", "consent_given"]
    assert {"contact.opted_in", "contact.opted_out"} <= set(await audited(admin))


async def test_blocking_is_done_once_and_undone(admin: httpx.AsyncClient) -> None:
    ana = await made(admin, CONTACTS, name="Ana")
    address = f"{CONTACTS}/{ana['id']}"

    blocked = [await made(admin, f"{address}/block") for _ in range(2)]
    freed = await made(admin, f"{address}/unblock")

    assert blocked[0]["blocked_at"] == blocked[1]["blocked_at"] is not None
    assert freed["blocked_at"] is None
    assert (await audited(admin)).count("contact.blocked") == 1


async def test_notes_and_tags_hang_on_it(admin: httpx.AsyncClient) -> None:
    ana, vip = await made(admin, CONTACTS, name="Ana"), await made(admin, TAGS, name="VIP")
    address = f"{CONTACTS}/{ana['id']}"

    note = await made(admin, f"{address}/notes", body=" Prefere à tarde. ")
    tagged = await admin.put(f"{address}/tags", json={"tag_ids": [vip["id"]]})
    empty = await admin.post(f"{address}/notes", json={"body": "  "})

    assert (await got(admin, f"{address}/notes"))["items"] == [note]
    assert note["body"] == "Prefere à tarde."
    assert [tag["name"] for tag in tagged.json()["tags"]] == ["VIP"]
    assert (await got(admin, f"{TAGS}/{vip['id']}"))["contacts"] == 1
    assert empty.status_code == 422
    kinds = [entry["kind"] for entry in (await got(admin, f"{address}/timeline"))["items"]]
    assert kinds == ["contact_tagged", "contact_noted", "contact_created"]


class Pair:
    """Two contacts with an open conversation each on the same number; the merged one was heard last."""

    def __init__(self) -> None:
        self.config: WhatsAppConfig = a_config()
        self.kept = self._contact("Ana", "5511988887777", hours=2)
        self.merged = self._contact(None, "5521933334444", hours=1)
        self.threads = [self._thread(self.kept, hours=2), self._thread(self.merged, hours=1)]

    def _contact(self, name: str | None, phone: str, *, hours: int) -> Contact:
        seen = NOW - timedelta(hours=hours)
        return a_contact(name=name, phone=phone, phone_key=phone, email=None, last_seen_at=seen, lead_score=hours)

    def _thread(self, contact: Contact, *, hours: int) -> Conversation:
        conversation = a_conversation(contact, self.config)
        conversation.status, conversation.last_message_at = ConversationStatus.WAITING, NOW - timedelta(hours=hours)
        return conversation


@pytest.fixture
async def pair(uow_of_app: UnitOfWork, tenant_id: TenantId) -> Pair:
    pair = Pair()
    async with uow_of_app(tenant_id) as tx:
        await tx.whatsapp_configs.add(pair.config)
        for contact, thread in zip((pair.kept, pair.merged), pair.threads, strict=True):
            await tx.contacts.add(contact)
            await tx.conversations.add(thread)
    return pair


async def snapshot(uow: UnitOfWork, tenant_id: TenantId, pair: Pair) -> list[object]:
    """Give all that an undone merge must leave as it was, but what only counts how often things were written."""
    found: list[object] = []
    async with uow(tenant_id) as tx:
        for contact_id in (pair.kept.id, pair.merged.id):
            contact = await tx.contacts.get(contact_id)
            traits = {name: getattr(contact, name) for name in contact.__struct_fields__ if name[0] != "_"}
            found += [{**traits, "version": 0}, sorted(map(repr, await tx.contacts.identities(contact_id)))]
        for thread in pair.threads:
            one = await tx.conversations.get(thread.id)
            traits = {name: getattr(one, name) for name in one.__struct_fields__ if name[0] != "_"}
            found.append({**traits, "version": 0})
    return found


async def test_two_become_one_and_two_again(
    admin: httpx.AsyncClient, uow_of_app: UnitOfWork, tenant_id: TenantId, pair: Pair
) -> None:
    before = await snapshot(uow_of_app, tenant_id, pair)
    address = f"{CONTACTS}/{pair.kept.id}"

    one = await made(admin, f"{address}/merge", contact_id=str(pair.merged.id))
    threads = (await got(admin, f"{address}/conversations"))["items"]
    gone = await admin.get(f"{CONTACTS}/{pair.merged.id}")
    async with uow_of_app(tenant_id) as tx:
        reached = [await tx.contacts.find((), phone_key=phone) for phone in ("5521933334444",)]
    taken = await admin.post(CONTACTS, json={"phone": "5511988887777"})
    back = await admin.delete(f"{address}/merge")
    nothing = await admin.delete(f"{address}/merge")

    assert (one["name"], one["phone"], one["lead_score"], one["merges"]) == ("Ana", "5521933334444", 3, 1)
    assert {identity["value"] for identity in one["identities"]} >= {"5511988887777", "551188887777"}
    assert {(thread["id"], thread["status"]) for thread in threads} == {
        (str(pair.threads[0].id), "resolved"),
        (str(pair.threads[1].id), "waiting"),
    }
    assert (gone.status_code, [[contact.id for contact in some] for some in reached]) == (404, [[pair.kept.id]])
    assert (taken.status_code, error_of(taken).details[0].message) == (409, str(pair.kept.id))
    assert (back.status_code, back.json()["id"]) == (200, str(pair.merged.id))
    assert (nothing.status_code, error_of(nothing).code) == (404, "MERGE_NOT_FOUND")
    assert await snapshot(uow_of_app, tenant_id, pair) == before
    assert [action for action in await audited(admin) if "merged" in action] == ["contacts.unmerged", "contacts.merged"]


async def test_none_is_merged_with_itself_or_with_nobody(admin: httpx.AsyncClient, pair: Pair) -> None:
    address = f"{CONTACTS}/{pair.kept.id}/merge"

    itself = await admin.post(address, json={"contact_id": str(pair.kept.id)})
    nobody = await admin.post(address, json={"contact_id": str(ContactId(pair.config.id))})

    assert (itself.status_code, error_of(itself).code) == (409, "MERGE_REFUSED")
    assert (nobody.status_code, error_of(nobody).code) == (404, "CONTACT_NOT_FOUND")


async def test_who_may_be_one_is_suggested_with_the_reasons(
    admin: httpx.AsyncClient, uow_of_app: UnitOfWork, tenant_id: TenantId
) -> None:
    await made(admin, FIELDS, key="cpf", label="CPF", type="document")
    cpf = {"cpf": "11144477735"}
    people = {
        "ana": a_contact(name="Ana Souza", phone_key="5511955550001", attributes=cpf),
        "ana again": a_contact(name="Ana Sousa", phone_key="11955550001", email="a@x.example"),
        "mail": a_contact(name="Bia", email="a@x.example"),
        "document": a_contact(name="Carla", attributes=cpf),
        "other area": a_contact(name="Davi", phone_key="5521955550001"),
    }
    async with uow_of_app(tenant_id) as tx:
        for contact in people.values():
            await tx.contacts.add(contact)

    found = (await got(admin, f"{CONTACTS}/duplicates"))["items"]

    by_id = {str(contact.id): name for name, contact in people.items()}
    pairs = {tuple(sorted(by_id[one["id"]] for one in item["contacts"])): item["reasons"] for item in found}
    assert pairs == {
        ("ana", "ana again"): ["name", "phone"],
        ("ana again", "mail"): ["email"],
        ("ana", "document"): ["document"],
    }


async def test_an_agent_reads_no_story_of_conversations_that_are_not_theirs(
    admin: httpx.AsyncClient, calling: Caller, pair: Pair
) -> None:
    agent, other = calling(Role.AGENT), calling(Role.AGENT)
    me = (await got(other, "/api/v1/auth/me"))["id"]
    taken = await other.post(f"/api/v1/conversations/{pair.threads[0].id}/takeover")
    address = f"{CONTACTS}/{pair.kept.id}"

    seen = [(await got(who, f"{address}/timeline"))["items"] for who in (admin, other, agent)]
    threads = [(await got(who, f"{address}/conversations"))["items"] for who in (other, agent)]

    assert (taken.status_code, taken.json()["assigned_to"]) == (200, me)
    assert [bool(entries) for entries in seen] == [True, True, False]
    assert [len(some) for some in threads] == [1, 0]
