"""Files of contacts over HTTP: brought, followed, stopped; written, and had at a signed address."""

import json
from urllib.parse import urlsplit
from uuid import UUID

import httpx
import pytest
from dishka import AsyncContainer

from application.contacts.run_contact_export import RunContactExport, RunContactExportHandler
from application.contacts.run_contact_import import RunContactImport, RunContactImportHandler
from domain.identity.permissions import Role
from domain.shared.ids import ContactExportId, ContactImportId, TenantId
from tests.http.calls import error_of
from tests.http.conftest import Caller
from tests.http.contacts.test_contacts import CONTACTS, TAGS, Shown, got, made
from tests.http.people.people import audited

TABLE = 'Nome,Fone\n"=cmd|x",11955550001\nBia,12\n'


async def bring(
    client: httpx.AsyncClient, body: str = TABLE, *, plan: object = None, dry_run: bool = False
) -> httpx.Response:
    parts: list[tuple[str, tuple[str | None, bytes]]] = [("file", ("../pessoas.csv", body.encode()))]
    if plan is not None:
        parts.insert(0, ("plan", (None, json.dumps(plan).encode())))
    return await client.post(f"{CONTACTS}/import", files=parts, params={"dry_run": dry_run})


async def run(container: AsyncContainer, tenant_id: TenantId, shown: Shown) -> None:
    use_case = await container.get(RunContactImportHandler)
    await use_case(RunContactImport(tenant_id=tenant_id, import_id=ContactImportId(UUID(shown["id"]))))


async def test_a_file_is_brought_and_followed(
    admin: httpx.AsyncClient, container: AsyncContainer, tenant_id: TenantId
) -> None:
    vip = await made(admin, TAGS, name="VIP")
    plan = {"mapping": {"Nome": "name", "Fone": "phone"}, "duplicates": "update", "tag_ids": [vip["id"]]}

    answer = await bring(admin, plan=plan)
    ordered = answer.json()
    await run(container, tenant_id, ordered)

    address = f"{CONTACTS}/imports/{ordered['id']}"
    shown, listed = await got(admin, address), await got(admin, f"{CONTACTS}/imports")
    errors = await got(admin, f"{address}/errors")
    file = await admin.get(f"{address}/errors/file")
    [contact] = (await got(admin, CONTACTS))["items"]
    assert (answer.status_code, ordered["state"], ordered["filename"]) == (202, "queued", "pessoas.csv")
    assert (shown["state"], shown["created"], shown["refused"], shown["plan"]["duplicates"]) == ("done", 1, 1, "update")
    assert [item["id"] for item in listed["items"]] == [ordered["id"]]
    assert [(item["row_number"], item["field"]) for item in errors["items"]] == [(3, "phone")]
    assert file.text.splitlines()[1].endswith('"Bia","12"')
    assert (contact["name"], contact["phone"], contact["tags"][0]["name"]) == ("=cmd|x", "5511955550001", "VIP")
    assert {"contact_import.ordered", "contacts.imported"} <= set(await audited(admin))


async def test_what_is_wrong_with_rows_is_said_in_the_readers_language(
    admin: httpx.AsyncClient, container: AsyncContainer, tenant_id: TenantId
) -> None:
    plan = {"mapping": {"Nome": "name", "Fone": "phone"}}
    ordered, tried = (await bring(admin, plan=plan)).json(), (await bring(admin, plan=plan, dry_run=True)).json()
    unclear = (await bring(admin, plan={"mapping": {"Mail": "email"}})).json()
    for one in (ordered, tried, unclear):
        await run(container, tenant_id, one)

    english, portuguese = "a phone number with 6 to 15 digits", "Um telefone com 6 a 15 dígitos."
    admin.headers["accept-language"] = "pt-BR"
    [wrong] = (await got(admin, f"{CONTACTS}/imports/{ordered['id']}/errors"))["items"]
    file = await admin.get(f"{CONTACTS}/imports/{ordered['id']}/errors/file")
    preview = (await got(admin, f"{CONTACTS}/imports/{tried['id']}"))["found"]["preview"]
    failed = await got(admin, f"{CONTACTS}/imports/{unclear['id']}")
    admin.headers["accept-language"] = "en"
    [kept] = (await got(admin, f"{CONTACTS}/imports/{ordered['id']}/errors"))["items"]

    assert (wrong["message"], kept["message"]) == (portuguese, english)
    assert portuguese in file.text
    assert preview[1]["errors"] == [{"field": "phone", "message": portuguese}]
    assert failed["error_detail"] == "O arquivo não tem a coluna Mail."


async def test_one_that_waits_can_be_stopped_once(
    admin: httpx.AsyncClient, container: AsyncContainer, tenant_id: TenantId
) -> None:
    ordered = (await bring(admin)).json()
    address = f"{CONTACTS}/imports/{ordered['id']}"

    stopped, again = await admin.post(f"{address}/cancel"), await admin.post(f"{address}/cancel")
    await run(container, tenant_id, ordered)

    assert stopped.json()["state"] == (await got(admin, address))["state"] == "cancelled"
    assert (again.status_code, error_of(again).code) == (409, "IMPORT_OVER")
    assert (await got(admin, CONTACTS))["items"] == []


@pytest.mark.parametrize(
    ("plan", "field"),
    [
        ({"mapping": {"Nome": "shoe"}}, "plan.mapping.Nome"),
        ({"mapping": {"Nome": "attributes.plano", "Fone": "phone"}}, "plan.mapping.Nome"),
        ({"mapping": {"Nome": "language"}}, "plan.mapping"),
        ({"mapping": {"Nome": "consent.marketing", "Fone": "phone"}}, "plan.legal_basis"),
        ({"tag_ids": ["0198a000-0000-7000-8000-000000000001"]}, "plan.tag_ids"),
        ({"tenant_id": "x"}, "plan"),
        ({"mapping": {"x" * 70_000: "name"}}, "plan"),
    ],
)
async def test_a_plan_that_is_not_right(admin: httpx.AsyncClient, plan: object, field: str) -> None:
    answer = await bring(admin, plan=plan)

    assert (answer.status_code, error_of(answer).details[0].field) == (422, field)


async def test_an_empty_file_is_none(admin: httpx.AsyncClient) -> None:
    assert error_of(await bring(admin, "")).code == "SHEET_REFUSED"


async def test_a_file_is_written_and_had(
    admin: httpx.AsyncClient, http: httpx.AsyncClient, container: AsyncContainer, tenant_id: TenantId
) -> None:
    await made(admin, CONTACTS, name="=cmd|x", phone="11955550001")
    await made(admin, CONTACTS, name="Bia")
    only = {"type": "text", "field": "phone", "op": "is_set"}

    ordered = await admin.post(f"{CONTACTS}/export", json={"format": "csv", "filter": only})
    assert ordered.status_code == 202, ordered.text
    address = f"{CONTACTS}/exports/{ordered.json()['id']}"
    use_case = await container.get(RunContactExportHandler)
    await use_case(RunContactExport(tenant_id=tenant_id, export_id=ContactExportId(UUID(ordered.json()["id"]))))

    shown = await got(admin, address)
    split = urlsplit(shown["url"])
    file = await http.get(f"{split.path}?{split.query}")
    forged = await http.get(f"{split.path}?{split.query.replace('expires=1', 'expires=2')}")
    assert (ordered.status_code, shown["state"], shown["rows"], shown["size"]) == (202, "done", 1, len(file.content))
    assert '"\'=cmd|x","5511955550001"' in file.text
    assert file.headers["content-disposition"].startswith("attachment")
    assert (forged.status_code, error_of(forged).code) == (403, "BAD_SIGNATURE")
    assert "contact_export.read" in set(await audited(admin))


async def test_agents_and_viewers_bring_and_take_nothing(calling: Caller) -> None:
    for role in (Role.AGENT, Role.VIEWER):
        client = calling(role)

        answers = [await bring(client), await client.post(f"{CONTACTS}/export", json={})]

        assert [answer.status_code for answer in answers] == [403, 403]
