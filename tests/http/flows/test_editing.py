"""A flow's parts, versions and files over HTTP."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from domain.identity.permissions import Role
from tests.http.calls import FLOW, error_of
from tests.http.conftest import Caller

FLOWS = "/api/v1/flows"
TYPEBOT = Path(__file__).parents[2] / "data/typebot/lead.json"


async def create(client: httpx.AsyncClient, **changes: object) -> dict[str, Any]:
    answer = await client.post(FLOWS, json={"document": {**FLOW, **changes}})
    assert answer.status_code == 201, answer.text
    created: dict[str, Any] = answer.json()
    return created


def jump_to(flow_id: str) -> dict[str, object]:
    return {
        "name": "Salta",
        "nodes": [
            {"id": "n1", "type": "start", "data": {}},
            {"id": "n2", "type": "jump", "data": {"flow_id": flow_id, "return": False}},
        ],
        "edges": [{"id": "e1", "source": "n1", "target": "n2"}],
    }


class TestParts:
    async def test_a_node_is_added_changed_and_removed(self, admin: httpx.AsyncClient) -> None:
        flow = await create(admin)
        nodes = f"{FLOWS}/{flow['id']}/nodes"

        added = await admin.post(nodes, json={"node": {"type": "message", "data": {"text": "Oi!"}, "color": "red"}})
        node_id = added.json()["node"]["id"]
        changed = await admin.put(f"{nodes}/{node_id}", json={"node": {"data": {"text": "Tchau!"}, "color": None}})
        removed = await admin.delete(f"{nodes}/n2", headers={"if-match": changed.headers["etag"]})

        left = await admin.get(nodes)
        assert added.status_code == 201, added.text
        assert changed.json()["node"] == {"id": node_id, "type": "message", "data": {"text": "Tchau!"}}
        assert removed.status_code == 204
        assert [node["id"] for node in left.json()["items"]] == ["n1", "n3", node_id]
        assert left.headers["etag"] == removed.headers["etag"]
        assert (await admin.get(f"{FLOWS}/{flow['id']}/edges")).json()["items"] == []

    async def test_an_edge_is_added_changed_and_removed(self, admin: httpx.AsyncClient) -> None:
        flow = await create(admin)
        edges = f"{FLOWS}/{flow['id']}/edges"

        added = await admin.post(edges, json={"edge": {"id": "e3", "source": "n1", "target": "n3"}})
        changed = await admin.put(f"{edges}/e3", json={"edge": {"condition": "response == 'sim'"}})
        removed = await admin.delete(f"{edges}/e1")

        assert (added.status_code, changed.status_code, removed.status_code) == (201, 200, 204)
        assert [edge["id"] for edge in (await admin.get(edges)).json()["items"]] == ["e2", "e3"]

    async def test_who_edits_what_another_changed_is_told_the_version(self, admin: httpx.AsyncClient) -> None:
        flow = await create(admin)
        tag = {"if-match": f'"{flow["version"]}"'}
        path = f"{FLOWS}/{flow['id']}/nodes"
        first = await admin.put(f"{path}/n2", json={"node": {"data": {"text": "Oi!"}}}, headers=tag)

        late = [
            await admin.put(f"{path}/n2", json={"node": {"data": {"text": "Opa!"}}}, headers=tag),
            await admin.post(path, json={"node": {"type": "end"}}, headers=tag),
            await admin.delete(f"{path}/n2", headers=tag),
            await admin.put(f"{FLOWS}/{flow['id']}/tests", json={"tests": []}, headers=tag),
            await admin.put(f"{FLOWS}/{flow['id']}", json={"name": "Meu"}, headers=tag),
        ]

        assert [answer.status_code for answer in late] == [409] * 5
        told = {(detail.field, detail.message) for answer in late for detail in error_of(answer).details}
        assert told == {("version", str(first.json()["version"]))}

    @pytest.mark.parametrize(
        ("method", "path", "body", "status", "code"),
        [
            ("POST", "nodes", {"node": {"id": "n1", "type": "end"}}, 409, "GRAPH_ID_TAKEN"),
            ("POST", "nodes", {"node": {"type": "teleport"}}, 422, "VALIDATION_ERROR"),
            ("POST", "nodes", {"node": "n9"}, 422, "VALIDATION_ERROR"),
            ("PUT", "nodes/n9", {"node": {}}, 404, "NODE_NOT_FOUND"),
            ("PUT", "edges/e9", {"edge": {}}, 404, "EDGE_NOT_FOUND"),
            ("PUT", "edges/e1", {"edge": {"id": "e9"}}, 422, "VALIDATION_ERROR"),
        ],
    )
    async def test_what_is_wrong_is_said(
        self, admin: httpx.AsyncClient, method: str, path: str, body: object, status: int, code: str
    ) -> None:
        flow = await create(admin)

        answer = await admin.request(method, f"{FLOWS}/{flow['id']}/{path}", json=body)

        assert (answer.status_code, error_of(answer).code) == (status, code)


class TestVersions:
    async def test_are_listed_compared_and_restored(self, admin: httpx.AsyncClient) -> None:
        flow = await create(admin)
        path = f"{FLOWS}/{flow['id']}"
        await admin.post(f"{path}/publish")
        await admin.put(f"{path}/nodes/n2", json={"node": {"data": {"text": "Oi!"}}})

        listed = await admin.get(f"{path}/versions")
        first = await admin.get(f"{path}/versions/1")
        compared = await admin.get(f"{path}/diff", params={"from": "1", "to": "draft"})
        restored = await admin.post(f"{path}/versions/1/restore")
        same = await admin.get(f"{path}/diff", params={"from": "1"})

        assert [(row["number"], row["is_running"]) for row in listed.json()["items"]] == [(1, True)]
        assert listed.json()["items"][0]["published_by"] is not None
        assert first.json()["document"] == FLOW
        [node] = compared.json()["nodes"]["changed"]
        assert (node["id"], node["changes"]) == ("n2", [{"path": "data.text", "before": "Olá!", "after": "Oi!"}])
        assert restored.json()["document"] == FLOW
        assert same.json()["nodes"] == {"added": [], "removed": [], "changed": [], "reordered": False}

    async def test_one_that_never_was_is_not_found(self, admin: httpx.AsyncClient) -> None:
        flow = await create(admin)
        path = f"{FLOWS}/{flow['id']}"

        answers = [
            await admin.get(f"{path}/versions/1"),
            await admin.get(f"{path}/versions/99999999999"),
            await admin.post(f"{path}/versions/1/restore"),
            await admin.get(f"{path}/diff", params={"from": "1"}),
        ]
        odd = await admin.get(f"{path}/diff", params={"from": "latest"})

        assert {error_of(answer).code for answer in answers} == {"FLOW_VERSION_NOT_FOUND"}
        assert (odd.status_code, error_of(odd).fields) == (400, ["from"])


class TestLife:
    async def test_one_that_is_jumped_to_stays_and_a_deleted_one_is_in_no_list(self, admin: httpx.AsyncClient) -> None:
        flow = await create(admin)
        await admin.post(f"{FLOWS}/{flow['id']}/publish")
        jumping = await create(admin, **jump_to(flow["id"]))
        published = await admin.post(f"{FLOWS}/{jumping['id']}/publish")

        refused = await admin.delete(f"{FLOWS}/{flow['id']}")
        off = await admin.post(f"{FLOWS}/{jumping['id']}/unpublish")
        twice = await admin.post(f"{FLOWS}/{jumping['id']}/unpublish")
        deleted = await admin.delete(f"{FLOWS}/{flow['id']}")

        assert published.status_code == 200, published.text
        assert (refused.status_code, error_of(refused).code) == (409, "FLOW_IN_USE")
        assert "Salta" in error_of(refused).details[0].message
        assert off.json()["published_version_id"] is None
        assert error_of(twice).code == "FLOW_NOT_PUBLISHED"
        assert deleted.status_code == 204
        assert [row["id"] for row in (await admin.get(FLOWS)).json()["items"]] == [jumping["id"]]
        gone = [
            await admin.get(f"{FLOWS}/{flow['id']}"),
            await admin.get(f"{FLOWS}/{flow['id']}/versions"),
            await admin.post(f"{FLOWS}/{flow['id']}/publish"),
        ]
        assert [answer.status_code for answer in gone] == [404, 404, 404]

    async def test_a_main_flow_stays_with_its_chatbot(self, admin: httpx.AsyncClient) -> None:
        bot = (await admin.post("/api/v1/chatbots", json={"name": "Vendas"})).json()
        flow = (await admin.post(f"/api/v1/chatbots/{bot['id']}/flows", json={"document": FLOW})).json()
        await admin.put(f"/api/v1/chatbots/{bot['id']}", json={"main_flow_id": flow["id"]})

        refused = [
            await admin.delete(f"{FLOWS}/{flow['id']}"),
            await admin.put(f"{FLOWS}/{flow['id']}", json={"chatbot_id": None}),
        ]

        assert [error_of(answer).code for answer in refused] == ["FLOW_IN_USE"] * 2

    async def test_the_plan_counts_copies_and_forgets_what_is_deleted(self, admin: httpx.AsyncClient) -> None:
        flow = await create(admin)
        copies = [(await admin.post(f"{FLOWS}/{flow['id']}/duplicate", json={})).json() for _ in range(2)]

        before = (await admin.get("/api/v1/tenant/usage")).json()
        await admin.delete(f"{FLOWS}/{copies[0]['id']}")
        after = (await admin.get("/api/v1/tenant/usage")).json()

        assert copies[0]["name"] == f"{FLOW['name']} (cópia)"
        used = [json.dumps(usage) for usage in (before, after)]
        assert used[0] != used[1]


class TestFiles:
    async def test_an_export_comes_back_with_its_tests(self, admin: httpx.AsyncClient) -> None:
        flow = await create(admin)
        test = {"name": "cumprimenta", "steps": [{"say": "oi"}, {"expect": {"text": "Olá!"}}]}
        kept = await admin.put(f"{FLOWS}/{flow['id']}/tests", json={"tests": [test]})

        file = (await admin.get(f"{FLOWS}/{flow['id']}/export")).json()
        back = await admin.post(f"{FLOWS}/import", json={"file": file, "name": "De volta"})

        assert kept.json()["tests"] == [test]
        assert back.status_code == 201, back.text
        assert (back.json()["flow"]["name"], back.json()["flow"]["document"]) == ("De volta", FLOW)
        assert (await admin.get(f"{FLOWS}/{back.json()['flow']['id']}/tests")).json()["tests"] == [test]

    async def test_a_typebot_comes_with_a_report(self, admin: httpx.AsyncClient) -> None:
        asked = {"accept-language": "pt-BR"}
        answer = await admin.post(f"{FLOWS}/import", json={"file": json.loads(TYPEBOT.read_bytes())}, headers=asked)

        assert answer.status_code == 201, answer.text
        report = answer.json()["report"]
        assert report["format"] == "typebot"
        assert [note["kind"] for note in report["notes"] if note["lost"]] == ["payment input"]
        assert report["notes"][0]["message"] == "Nada inicia o fluxo ainda: escolha um gatilho."
        assert answer.json()["flow"]["name"] == "Captação de clientes"

    async def test_what_is_no_flow_is_refused(self, admin: httpx.AsyncClient) -> None:
        answer = await admin.post(f"{FLOWS}/import", json={"file": {"rows": []}})

        assert (answer.status_code, error_of(answer).code) == (422, "IMPORT_REFUSED")

    async def test_a_test_that_would_be_overlooked_is_refused(self, admin: httpx.AsyncClient) -> None:
        flow = await create(admin)

        answer = await admin.put(
            f"{FLOWS}/{flow['id']}/tests", json={"tests": [{"steps": [{"expect": {"nod": "n2"}}]}]}
        )

        assert (answer.status_code, error_of(answer).fields) == (422, ["tests[0].steps[0].expect.nod"])


async def test_who_may_only_read_changes_nothing(calling: Caller, admin: httpx.AsyncClient) -> None:
    flow = await create(admin)
    agent = calling(Role.AGENT)

    read = [await agent.get(f"{FLOWS}/{flow['id']}/{part}") for part in ("nodes", "edges", "tests", "export")]
    changed = [
        await agent.delete(f"{FLOWS}/{flow['id']}"),
        await agent.post(f"{FLOWS}/{flow['id']}/nodes", json={"node": {"type": "end"}}),
        await agent.put(f"{FLOWS}/{flow['id']}/tests", json={"tests": []}),
        await agent.post(f"{FLOWS}/{flow['id']}/unpublish"),
    ]

    assert [answer.status_code for answer in read] == [200] * 4
    assert [answer.status_code for answer in changed] == [403] * 4
