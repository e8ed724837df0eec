import httpx

from tests.http.calls import FLOW, config, error_of

FLOWS = "/api/v1/flows"


async def published(client: httpx.AsyncClient) -> str:
    created = await client.post(FLOWS, json={"document": FLOW})
    flow_id: str = created.json()["id"]
    answer = await client.post(f"{FLOWS}/{flow_id}/publish", json={})
    assert answer.status_code == 200, answer.text
    return flow_id


async def number(client: httpx.AsyncClient) -> str:
    answer = await client.post("/api/v1/whatsapp-configs", json=config())
    assert answer.status_code == 201, answer.text
    config_id: str = answer.json()["id"]
    return config_id


async def test_a_flow_is_started_once_however_often_it_is_asked(admin: httpx.AsyncClient) -> None:
    flow_id, config_id = await published(admin), await number(admin)
    body = {"phone": "11 98888-7777", "whatsapp_config_id": config_id, "variables": {"pedido": "4711"}}
    key = {"Idempotency-Key": "start-1"}

    first = await admin.post(f"{FLOWS}/{flow_id}/start", json=body, headers=key)
    again = await admin.post(f"{FLOWS}/{flow_id}/start", json=body, headers=key)

    assert (first.status_code, again.status_code) == (202, 202), first.text
    assert first.json() == again.json()
    assert first.json()["conversation_id"] is None


async def test_a_draft_and_two_addressees_are_refused(admin: httpx.AsyncClient) -> None:
    draft = (await admin.post(FLOWS, json={"document": FLOW})).json()["id"]
    to = {"phone": "11 98888-7777", "whatsapp_config_id": await number(admin)}

    unpublished = await admin.post(f"{FLOWS}/{draft}/start", json=to)
    two = await admin.post(f"{FLOWS}/{draft}/start", json={**to, "contact_id": draft})

    assert (unpublished.status_code, error_of(unpublished).code) == (409, "FLOW_NOT_PUBLISHED")
    assert two.status_code == 422


async def test_of_a_chatbot_that_is_switched_off_no_flow_starts_and_it_is_said_so(admin: httpx.AsyncClient) -> None:
    flow_id, config_id = await published(admin), await number(admin)
    bot = (await admin.post("/api/v1/chatbots", json={"name": "Vendas"})).json()["id"]
    await admin.put(f"{FLOWS}/{flow_id}", json={"chatbot_id": bot})
    await admin.post(f"/api/v1/chatbots/{bot}/deactivate")
    to = {"phone": "11 98888-7777", "whatsapp_config_id": config_id}

    answer = await admin.post(f"{FLOWS}/{flow_id}/start", json=to, headers={"Accept-Language": "en"})

    assert (answer.status_code, error_of(answer).code) == (409, "CHATBOT_INACTIVE")
    assert answer.json()["error"]["message"].startswith("This flow's chatbot is switched off.")


async def test_a_flow_that_never_ran_by_the_clock_has_no_runs(admin: httpx.AsyncClient) -> None:
    answer = await admin.get(f"{FLOWS}/{await published(admin)}/runs", params={"status": "missed"})

    assert (answer.status_code, answer.json()["items"]) == (200, [])
