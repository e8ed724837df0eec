import httpx

from domain.identity.permissions import Role
from domain.shared.ids import TenantId
from tests.http.calls import FLOW, error_of
from tests.http.conftest import Caller

FLOWS = "/api/v1/flows"


async def create(client: httpx.AsyncClient) -> dict[str, object]:
    answer = await client.post(FLOWS, json={"document": FLOW, "priority": 7})
    assert answer.status_code == 201, answer.text
    created: dict[str, object] = answer.json()
    return created


async def test_a_created_flow_is_shown_with_its_document(admin: httpx.AsyncClient) -> None:
    flow = await create(admin)

    answer = await admin.get(f"{FLOWS}/{flow['id']}")

    assert answer.status_code == 200
    assert answer.json() == flow
    assert flow["document"] == FLOW
    assert flow["priority"] == 7


async def test_unknown_keys_of_a_document_are_kept(admin: httpx.AsyncClient) -> None:
    document = {**FLOW, "viewport": {"x": 1, "zoom": 0.5}}

    answer = await admin.post(FLOWS, json={"document": document})

    assert answer.json()["document"]["viewport"] == {"x": 1, "zoom": 0.5}


async def test_a_flow_that_cannot_be_decoded_names_the_place(admin: httpx.AsyncClient) -> None:
    document = {**FLOW, "nodes": [*FLOW["nodes"], {"id": "n4", "type": "teleport", "data": {}}]}

    answer = await admin.post(FLOWS, json={"document": document})

    assert answer.status_code == 422
    assert error_of(answer).fields == ["nodes[3].type"]


async def test_a_put_changes_what_it_names_and_leaves_the_rest(admin: httpx.AsyncClient) -> None:
    flow = await create(admin)

    answer = await admin.put(f"{FLOWS}/{flow['id']}", json={"name": "Novo nome"})

    assert answer.status_code == 200, answer.text
    changed = answer.json()
    assert (changed["name"], changed["priority"], changed["document"]) == ("Novo nome", 7, FLOW)


async def test_null_clears(admin: httpx.AsyncClient) -> None:
    flow = await create(admin)

    answer = await admin.put(f"{FLOWS}/{flow['id']}", json={"priority": None})

    assert answer.json()["priority"] == 0


async def test_what_cannot_be_cleared_says_so(admin: httpx.AsyncClient) -> None:
    flow = await create(admin)

    answer = await admin.put(f"{FLOWS}/{flow['id']}", json={"name": None})

    assert answer.status_code == 422
    assert error_of(answer).fields == ["name"]


async def test_a_stale_version_is_a_conflict(admin: httpx.AsyncClient) -> None:
    flow = await create(admin)
    read = await admin.get(f"{FLOWS}/{flow['id']}")
    tag = read.headers["etag"]

    first = await admin.put(f"{FLOWS}/{flow['id']}", json={"priority": 1}, headers={"if-match": tag})
    second = await admin.put(f"{FLOWS}/{flow['id']}", json={"priority": 2}, headers={"if-match": tag})

    assert tag == f'"{flow["version"]}"'
    assert first.status_code == 200
    assert first.headers["etag"] != tag
    assert second.status_code == 409
    assert error_of(second).code == "VERSION_CONFLICT"


async def test_a_malformed_if_match_is_400(admin: httpx.AsyncClient) -> None:
    flow = await create(admin)

    answer = await admin.put(f"{FLOWS}/{flow['id']}", json={"priority": 1}, headers={"if-match": "4"})

    assert answer.status_code == 400
    assert error_of(answer).fields == ["If-Match"]


async def test_a_published_flow_has_a_version(admin: httpx.AsyncClient) -> None:
    flow = await create(admin)

    answer = await admin.post(f"{FLOWS}/{flow['id']}/publish")

    assert answer.status_code == 200, answer.text
    assert answer.json()["number"] == 1
    shown = (await admin.get(f"{FLOWS}/{flow['id']}")).json()
    assert shown["published_version_id"] == answer.json()["version_id"]


async def test_a_flow_with_errors_is_not_published(admin: httpx.AsyncClient) -> None:
    document = {**FLOW, "edges": []}
    flow = (await admin.post(FLOWS, json={"document": document})).json()

    answer = await admin.post(f"{FLOWS}/{flow['id']}/publish")

    assert answer.status_code == 422
    assert error_of(answer).code == "FLOW_NOT_PUBLISHABLE"
    assert error_of(answer).details


async def test_a_check_tells_findings(admin: httpx.AsyncClient) -> None:
    flow = (await admin.post(FLOWS, json={"document": {**FLOW, "edges": []}})).json()

    answer = await admin.post(f"{FLOWS}/{flow['id']}/validate")

    assert answer.status_code == 200
    assert answer.json()["publishable"] is False
    assert {finding["severity"] for finding in answer.json()["findings"]} >= {"error"}


async def test_a_rehearsal_gives_the_transcript_and_the_failures(admin: httpx.AsyncClient) -> None:
    flow = await create(admin)
    tests = [
        {"name": "greets", "steps": [{"say": "oi"}, {"expect": {"text": "Olá!"}}]},
        {"name": "does not", "steps": [{"say": "oi"}, {"expect": {"text": "Tchau!"}}]},
    ]

    asked = {"accept-language": "pt-BR"}
    answer = await admin.post(f"{FLOWS}/{flow['id']}/test", json={"tests": tests}, headers=asked)

    assert answer.status_code == 200, answer.text
    greets, does_not = answer.json()["tests"]
    assert [line["text"] for line in greets["transcript"]] == ["oi", "Olá!"]
    assert [step["node"] for step in greets["trace"]] == ["n1", "n2", "n3"]
    assert (greets["passed"], does_not["passed"], answer.json()["passed"]) == (True, False, False)
    assert [(moment["status"], moment["node"], moment["walked"]) for moment in greets["moments"]] == [
        ("completed", None, 3)
    ] * 2
    assert [effect["kind"] for effect in greets["moments"][0]["effects"]] == ["send_message"]
    [failure] = does_not["failures"]
    assert (failure["step"], failure["code"]) == (1, "expected_text")
    assert failure["message"] == 'esperava o texto "Tchau!", veio ["Olá!"]'


async def test_an_unknown_expectation_is_refused(admin: httpx.AsyncClient) -> None:
    flow = await create(admin)
    tests = [{"steps": [{"expect": {"nod": "n2"}}]}]

    answer = await admin.post(f"{FLOWS}/{flow['id']}/test", json={"tests": tests})

    assert answer.status_code == 422
    assert error_of(answer).fields == ["tests[0].steps[0].expect.nod"]


async def test_a_flow_without_sessions_has_an_empty_list(admin: httpx.AsyncClient) -> None:
    flow = await create(admin)

    answer = await admin.get(f"{FLOWS}/{flow['id']}/sessions")

    assert answer.status_code == 200, answer.text
    assert answer.json()["items"] == []


async def test_an_unknown_session_is_404(admin: httpx.AsyncClient) -> None:
    answer = await admin.get("/api/v1/flow-sessions/0198a000-0000-7000-8000-000000000009")

    assert answer.status_code == 404
    assert error_of(answer).code == "FLOW_SESSION_NOT_FOUND"


async def test_flows_are_listed(admin: httpx.AsyncClient) -> None:
    flows = [await create(admin) for _ in range(3)]

    answer = await admin.get(FLOWS, params={"limit": 2})

    page = answer.json()
    assert [item["id"] for item in page["items"]] == [flows[2]["id"], flows[1]["id"]]
    assert (page["page"], page["limit"], page["total"]) == (1, 2, 3)


async def test_another_tenants_flow_is_404(admin: httpx.AsyncClient, calling: Caller, ids: object) -> None:
    flow = await create(admin)
    stranger = calling(Role.ADMIN, tenant=TenantId(ids.new()))  # type: ignore[attr-defined]

    answers = [
        await stranger.get(f"{FLOWS}/{flow['id']}"),
        await stranger.put(f"{FLOWS}/{flow['id']}", json={"name": "mine"}),
        await stranger.post(f"{FLOWS}/{flow['id']}/publish"),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert {error_of(answer).code for answer in answers} == {"FLOW_NOT_FOUND"}


async def test_an_agent_may_read_flows_and_not_change_them(calling: Caller, admin: httpx.AsyncClient) -> None:
    flow = await create(admin)
    agent = calling(Role.AGENT)

    read = await agent.get(f"{FLOWS}/{flow['id']}")
    changed = await agent.put(f"{FLOWS}/{flow['id']}", json={"name": "mine"})

    assert read.status_code == 200
    assert changed.status_code == 403
    assert error_of(changed).code == "PERMISSION_DENIED"


async def test_a_flow_of_an_unknown_chatbot_names_the_field(admin: httpx.AsyncClient) -> None:
    stranger = "01a201e4-aefb-7582-80e4-faf055506666"

    answer = await admin.post("/api/v1/flows", json={"document": FLOW, "chatbot_id": stranger})

    assert answer.status_code == 422
    assert [detail["field"] for detail in answer.json()["error"]["details"]] == ["chatbot_id"]
