"""Chatbots over HTTP."""

from typing import Any

import httpx

from application.ports.unit_of_work import UnitOfWork
from domain.identity.permissions import Role
from domain.shared.ids import TenantId
from tests.contract.repositories.stored import a_config
from tests.http.calls import FLOW, error_of
from tests.http.conftest import Caller

BOTS, FLOWS = "/api/v1/chatbots", "/api/v1/flows"


async def made(client: httpx.AsyncClient, path: str, body: object) -> dict[str, Any]:
    answer = await client.post(path, json=body)
    assert answer.status_code == 201, answer.text
    created: dict[str, Any] = answer.json()
    return created


async def bot_with_flow(client: httpx.AsyncClient) -> tuple[dict[str, Any], dict[str, Any]]:
    bot = await made(client, BOTS, {"name": "Vendas", "variables": {"cidade": "Recife"}})
    return bot, await made(client, f"{BOTS}/{bot['id']}/flows", {"document": FLOW})


async def test_a_chatbot_is_made_changed_and_listed(admin: httpx.AsyncClient) -> None:
    bot, flow = await bot_with_flow(admin)
    tag = f'"{bot["version"]}"'

    changed = await admin.put(
        f"{BOTS}/{bot['id']}", json={"name": "Planos", "main_flow_id": flow["id"]}, headers={"if-match": tag}
    )
    late = await admin.put(f"{BOTS}/{bot['id']}", json={"description": "x"}, headers={"if-match": tag})
    cleared = await admin.put(f"{BOTS}/{bot['id']}", json={"variables": None})
    listed = await admin.get(BOTS, params={"q": "plan", "active": "true"})

    assert changed.status_code == 200, changed.text
    assert (changed.json()["main_flow_name"], changed.json()["variables"]) == (FLOW["name"], {"cidade": "Recife"})
    assert (late.status_code, error_of(late).code) == (409, "VERSION_CONFLICT")
    assert [(detail.field, detail.message) for detail in error_of(late).details] == [
        ("version", str(changed.json()["version"]))
    ]
    assert cleared.json()["variables"] == {}
    assert [(row["name"], row["flows"]) for row in listed.json()["items"]] == [("Planos", 1)]


async def test_a_main_flow_is_one_of_its_own_and_needs_who_may_publish(
    admin: httpx.AsyncClient, calling: Caller
) -> None:
    bot, flow = await bot_with_flow(admin)
    other = await made(admin, FLOWS, {"document": FLOW})

    strange = await admin.put(f"{BOTS}/{bot['id']}", json={"main_flow_id": other["id"]})
    refused = await calling(Role.AGENT).put(f"{BOTS}/{bot['id']}", json={"main_flow_id": flow["id"]})

    assert (strange.status_code, error_of(strange).fields) == (422, ["main_flow_id"])
    assert refused.status_code == 403


async def test_one_in_use_is_not_deleted_and_says_what_to_do(
    admin: httpx.AsyncClient, uow_of_app: UnitOfWork, tenant_id: TenantId
) -> None:
    bot, flow = await bot_with_flow(admin)
    number = a_config(name="Loja")
    async with uow_of_app(tenant_id) as tx:
        await tx.whatsapp_configs.add(number)
    given = await admin.put(f"/api/v1/whatsapp-configs/{number.id}", json={"chatbot_id": bot["id"]})

    refused = await admin.delete(f"{BOTS}/{bot['id']}")
    await admin.delete(f"{FLOWS}/{flow['id']}")
    await admin.put(f"/api/v1/whatsapp-configs/{number.id}", json={"chatbot_id": None})
    deleted = await admin.delete(f"{BOTS}/{bot['id']}")

    assert given.json()["chatbot_id"] == bot["id"]
    assert (refused.status_code, error_of(refused).code) == (409, "CHATBOT_IN_USE")
    assert error_of(refused).fields == ["flows", "whatsapp_configs"]
    assert deleted.status_code == 204
    assert (await admin.get(f"{BOTS}/{bot['id']}")).status_code == 404


async def test_it_is_switched_off_and_on(admin: httpx.AsyncClient) -> None:
    bot, _ = await bot_with_flow(admin)

    off = await admin.post(f"{BOTS}/{bot['id']}/deactivate")
    again = await admin.post(f"{BOTS}/{bot['id']}/deactivate")
    on = await admin.post(f"{BOTS}/{bot['id']}/activate")

    assert [answer.json()["is_active"] for answer in (off, again, on)] == [False, False, True]
    assert off.json()["version"] == again.json()["version"]


async def test_a_copy_has_copies_of_flows_whose_jumps_lead_to_each_other(admin: httpx.AsyncClient) -> None:
    bot, target = await bot_with_flow(admin)
    jump = {
        "name": "Salta",
        "nodes": [
            {"id": "n1", "type": "start", "data": {}},
            {"id": "n2", "type": "jump", "data": {"flow_id": target["id"], "return": False}},
        ],
        "edges": [{"id": "e1", "source": "n1", "target": "n2"}],
    }
    source = await made(admin, f"{BOTS}/{bot['id']}/flows", {"document": jump})
    await admin.put(f"{FLOWS}/{source['id']}/tests", json={"tests": [{"name": "salta", "steps": [{"say": "oi"}]}]})
    await admin.put(f"{BOTS}/{bot['id']}", json={"main_flow_id": source["id"]})

    copy = await made(admin, f"{BOTS}/{bot['id']}/duplicate", {"name": "Vendas 2"})

    flows = (await admin.get(f"{BOTS}/{copy['id']}/flows", params={"sort": "created_at"})).json()["items"]
    ids = {row["name"]: row["id"] for row in flows}
    copied = (await admin.get(f"{FLOWS}/{ids['Salta']}")).json()
    tests = (await admin.get(f"{FLOWS}/{ids['Salta']}/tests")).json()["tests"]
    assert (copy["is_active"], copy["main_flow_id"]) == (False, ids["Salta"])
    assert copied["document"]["nodes"][1]["data"]["flow_id"] == ids[target["name"]]
    assert copied["published_version_id"] is None
    assert [test["name"] for test in tests] == ["salta"]


async def test_its_numbers_are_counted(admin: httpx.AsyncClient) -> None:
    bot, _ = await bot_with_flow(admin)

    stats = await admin.get(f"{BOTS}/{bot['id']}/stats")

    assert stats.status_code == 200, stats.text
    assert (stats.json()["sessions"], stats.json()["by_day"]) == (0, [])


async def test_variables_have_names_that_an_expression_can_say(admin: httpx.AsyncClient) -> None:
    answer = await admin.post(BOTS, json={"name": "Vendas", "variables": {"minha cidade": "Recife"}})

    assert (answer.status_code, error_of(answer).fields) == (422, ["variables.minha cidade"])
