"""Tags, custom fields, segments and rules of lead scores over HTTP."""

import httpx
import pytest
from dishka import AsyncContainer

from application.contacts.lead_score_jobs import ScoreLeadsOf
from application.contacts.score_leads_of import ScoreLeadsOfHandler
from application.ports.events import EventLog
from domain.identity.permissions import Role
from domain.shared.ids import TenantId
from tests.http.calls import error_of
from tests.http.conftest import Caller
from tests.http.contacts.test_contacts import CONTACTS, FIELDS, SEGMENTS, TAGS, got, made
from tests.http.people.people import audited

RULES = "/api/v1/lead-score-rules"


async def test_tags_are_kept_apart_by_what_people_call_them(admin: httpx.AsyncClient) -> None:
    vip, new = await made(admin, TAGS, name="VIP"), await made(admin, TAGS, name="Novo", color="#ABCDEF")

    twice = await admin.post(TAGS, json={"name": "víp"})
    renamed = await admin.put(f"{TAGS}/{new['id']}", json={"name": "Vip"})
    wrong = await admin.post(TAGS, json={"name": "x", "color": "url(x)"})
    changed = await admin.put(f"{TAGS}/{vip['id']}", json={"color": "red", "description": None})
    deleted = await admin.delete(f"{TAGS}/{new['id']}")

    assert [answer.status_code for answer in (twice, renamed, wrong, deleted)] == [409, 409, 422, 204]
    assert (new["color"], changed.json()["color"]) == ("#abcdef", "#dc2626")
    assert [tag["name"] for tag in (await got(admin, TAGS, q="vi"))["items"]] == ["VIP"]
    assert (await audited(admin))[:2] == ["tag.deleted", "tag.updated"]


async def test_a_field_takes_another_type_only_where_all_values_fit(admin: httpx.AsyncClient) -> None:
    field = await made(admin, FIELDS, key="doc", label="Documento", type="text")
    good = await made(admin, CONTACTS, name="Ana", attributes={"doc": "111.444.777-35"})
    bad = await made(admin, CONTACTS, name="Bia", attributes={"doc": "?"})
    address = f"{FIELDS}/{field['id']}"

    refused = await admin.put(address, json={"type": "document"})
    await admin.put(f"{CONTACTS}/{bad['id']}", json={"attributes": {"doc": None}})
    taken = await admin.put(address, json={"type": "document", "label": "CPF"})

    assert (refused.status_code, error_of(refused).code) == (409, "CONTACT_FIELD_MISFIT")
    assert error_of(refused).details[0].message.startswith("1 ")
    assert (taken.json()["type"], taken.json()["label"]) == ("document", "CPF")
    assert (await got(admin, f"{CONTACTS}/{good['id']}"))["attributes"] == {"doc": "11144477735"}
    assert (await admin.post(FIELDS, json={"key": "doc", "label": "x", "type": "text"})).status_code == 409
    assert (await admin.delete(address)).status_code == 204
    assert (await got(admin, f"{CONTACTS}/{good['id']}"))["attributes"] == {"doc": "11144477735"}


async def test_segments_hold_filters_and_nothing_else(admin: httpx.AsyncClient) -> None:
    blocked = {"type": "blocked"}
    segment = await made(admin, SEGMENTS, name="Bloqueados", filter=blocked)
    address = f"{SEGMENTS}/{segment['id']}"

    refused = await admin.post(SEGMENTS, json={"name": "SQL", "filter": {"type": "sql", "where": "true"}})
    twice = await admin.post(SEGMENTS, json={"name": "Bloqueados", "filter": blocked})
    changed = await admin.put(address, json={"filter": {"type": "not", "filter": blocked}})

    assert segment["filter"] == {"type": "blocked", "value": True}
    assert (refused.status_code, error_of(refused).code) == (422, "FILTER_INVALID")
    assert (twice.status_code, error_of(twice).code) == (409, "SEGMENT_TAKEN")
    assert changed.json()["filter"]["type"] == "not"
    assert (await admin.delete(address)).status_code == 204
    assert (await admin.get(f"{address}/preview")).status_code == 404


async def test_points_are_counted_once_an_event_and_from_the_rule_on(
    admin: httpx.AsyncClient, container: AsyncContainer, tenant_id: TenantId
) -> None:
    score, log = await container.get(ScoreLeadsOfHandler), await container.get(EventLog)
    ana, vip = await made(admin, CONTACTS, name="Ana"), await made(admin, TAGS, name="VIP")
    address = f"{CONTACTS}/{ana['id']}"
    await made(admin, f"{address}/opt-in", source="antes da regra")
    await log.number_new(limit=1_000)
    rule = await made(admin, RULES, name="Quer ofertas", event="opt_in", points=5)
    await made(admin, RULES, name="VIP", event="tag_added", points=10, conditions={"type": "tag", "tag_id": vip["id"]})

    await made(admin, f"{address}/opt-in", source="loja")
    await admin.put(f"{address}/tags", json={"tag_ids": [vip["id"]]})
    await log.number_new(limit=1_000)
    for _ in range(2):
        await score(ScoreLeadsOf(tenant_id=tenant_id))
    counted = (await got(admin, address))["lead_score"]
    off = await admin.put(f"{RULES}/{rule['id']}", json={"is_active": False, "conditions": None})
    await made(admin, f"{address}/opt-in", source="site")
    await log.number_new(limit=1_000)
    await score(ScoreLeadsOf(tenant_id=tenant_id))

    assert (counted, off.status_code) == (15, 200)
    assert (await got(admin, address))["lead_score"] == 15


@pytest.mark.parametrize("role", [Role.AGENT, Role.VIEWER])
async def test_rules_are_the_admin_s(calling: Caller, role: Role) -> None:
    client = calling(role)

    made_one = await client.post(RULES, json={"name": "x", "event": "opt_in", "points": 1})

    assert (made_one.status_code, (await client.get(RULES)).status_code) == (403, 200)
