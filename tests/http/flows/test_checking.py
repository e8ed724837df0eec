"""The check, and what stands before publishing, over HTTP."""

import httpx

from tests.http.calls import FLOW, error_of

FLOWS = "/api/v1/flows"
AUDIT = "/api/v1/audit"
RED = {"name": "cumprimenta", "steps": [{"say": "oi"}, {"expect": {"text": "isto ninguém diz"}}]}
START = {"id": "n1", "type": "start"}


async def drawn(admin: httpx.AsyncClient, *nodes: dict[str, object], **more: object) -> str:
    edges = [
        {"id": f"e{place}", "source": ["n1", *[str(node["id"]) for node in nodes]][place], "target": node["id"]}
        for place, node in enumerate(nodes)
    ]
    document = {"name": "Cobrança", "trigger": "keyword", "trigger_value": "oi", "nodes": [START, *nodes], **more}
    created = await admin.post(FLOWS, json={"document": {**document, "edges": edges}})
    assert created.status_code == 201, created.text
    return str(created.json()["id"])


async def codes(admin: httpx.AsyncClient, flow_id: str) -> dict[str, str]:
    checked = (await admin.post(f"{FLOWS}/{flow_id}/validate")).json()
    return {finding["code"]: finding["severity"] for finding in checked["findings"]}


async def test_a_finding_is_told_in_the_callers_language_with_its_place(admin: httpx.AsyncClient) -> None:
    flow_id = await drawn(admin, {"id": "n2", "type": "message", "data": {"text": "Olá {{ nome | nada }}"}})

    told = {
        language: (await admin.post(f"{FLOWS}/{flow_id}/validate", headers={"accept-language": language})).json()
        for language in ("pt-BR", "en")
    }

    findings = {language: answer["findings"][-1] for language, answer in told.items()}
    [mistake] = [finding for finding in told["pt-BR"]["findings"] if finding["code"] == "bad_template"]
    assert (mistake["node"], mistake["place"], mistake["position"]) == ("n2", "data.text", 14)
    assert mistake["message"] == "O texto não pode ser montado: o filtro 'nada' não existe"
    assert "data.text: unknown filter 'nada'" in {finding["message"] for finding in told["en"]["findings"]}
    assert findings["pt-BR"]["message"] != findings["en"]["message"]
    assert told["en"]["publishable"] is False


async def test_what_is_named_is_looked_up(admin: httpx.AsyncClient) -> None:
    """Departments, people, secrets, tags, templates, and other flows with what is in them."""
    other = await drawn(admin, {"id": "m", "type": "message", "data": {"text": "{{ cpf }}"}})
    calls = {"url": "https://example.com", "headers": {"A": "{{secrets.NONE}}"}}
    flow_id = await drawn(
        admin,
        {"id": "a", "type": "message", "data": {"template": {"name": "nenhum"}}},
        {"id": "b", "type": "action", "data": {"actions": [{"type": "add_tag", "tag": "nova"}]}},
        {"id": "c", "type": "wait", "data": {"for": "2d"}},
        {"id": "d", "type": "jump", "data": {"flow_id": other}},
        {"id": "e", "type": "api_call", "data": calls},
        {"id": "f", "type": "transfer", "data": {"department": "nenhum", "user": "ninguem@example.com"}},
    )

    before = await codes(admin, flow_id)
    assert (await admin.post(f"{FLOWS}/{other}/publish")).status_code == 200
    after = await codes(admin, flow_id)

    missing = {"template_missing", "department_missing", "user_missing", "secret_missing", "flow_missing"}
    assert {code for code, severity in before.items() if severity == "error"} == missing
    assert before["tag_missing"] == "warning"
    assert "flow_missing" not in after
    assert {"input_missing", "window_closed"} <= after.keys()


async def test_red_tests_refuse_to_go_live_unless_forced_and_that_is_written_down(admin: httpx.AsyncClient) -> None:
    flow = (await admin.post(FLOWS, json={"document": FLOW})).json()
    kept = await admin.put(f"{FLOWS}/{flow['id']}/tests", json={"tests": [RED]})
    assert kept.status_code == 200, kept.text

    refused = await admin.post(f"{FLOWS}/{flow['id']}/publish", headers={"accept-language": "pt-BR"})
    forced = await admin.post(f"{FLOWS}/{flow['id']}/publish", json={"force": True, "notes": "Com pressa"})
    version = (await admin.get(f"{FLOWS}/{flow['id']}/versions/1")).json()
    entries = await admin.get(AUDIT, params={"action": "flow.published"})

    assert (refused.status_code, error_of(refused).code) == (422, "FLOW_TESTS_FAILED")
    assert error_of(refused).fields == ["cumprimenta"]
    assert [detail.message.partition(":")[0] for detail in error_of(refused).details] == ["Passo 2"]
    assert forced.status_code == 200, forced.text
    assert [test["name"] for test in forced.json()["red_tests"]] == ["cumprimenta"]
    assert version["notes"] == "Com pressa"
    after = entries.json()["items"][0]["after"]
    assert (after["forced"], after["red_tests"]) == (True, ["cumprimenta"])


async def test_only_what_was_read_goes_live(admin: httpx.AsyncClient) -> None:
    flow = await admin.post(FLOWS, json={"document": FLOW})
    flow_id, tag = flow.json()["id"], flow.headers["etag"]
    await admin.put(f"{FLOWS}/{flow_id}", json={"priority": 3})

    stale = await admin.post(f"{FLOWS}/{flow_id}/publish", headers={"if-match": tag})

    assert (stale.status_code, error_of(stale).code) == (409, "VERSION_CONFLICT")
