"""The gallery over HTTP: looked through, and made one's own."""

import httpx

from tests.http.calls import error_of

TEMPLATES = "/api/v1/flows/templates"


async def test_the_gallery_is_listed_without_documents_and_by_category(admin: httpx.AsyncClient) -> None:
    everything = (await admin.get(TEMPLATES)).json()["items"]
    support = (await admin.get(TEMPLATES, params={"category": "support"})).json()["items"]
    unknown = await admin.get(TEMPLATES, params={"category": "magic"})

    assert len(everything) >= 8
    assert [row["key"] for row in support] == ["isp_support"]
    assert set(support[0]["title"]) == {"pt-BR", "en"}
    assert "document" not in support[0]
    assert unknown.status_code == 400


async def test_a_flow_of_ones_own_comes_with_its_tests_and_can_go_live(admin: httpx.AsyncClient) -> None:
    whole = (await admin.get(f"{TEMPLATES}/clinic_scheduling")).json()

    made = await admin.post(f"{TEMPLATES}/clinic_scheduling", json={"name": "Marcar consulta", "priority": 3})
    flow = made.json()
    rehearsed = await admin.post(f"/api/v1/flows/{flow['id']}/test", json={"tests": whole["tests"]})
    kept = await admin.get(f"/api/v1/flows/{flow['id']}/tests")
    published = await admin.post(f"/api/v1/flows/{flow['id']}/publish")

    assert (made.status_code, flow["name"], flow["priority"]) == (201, "Marcar consulta", 3)
    assert flow["document"]["nodes"] == whole["document"]["nodes"]
    assert [test["passed"] for test in rehearsed.json()["tests"]] == [True] * whole["test_count"]
    assert [test["name"] for test in kept.json()["tests"]] == [test["name"] for test in whole["tests"]]
    assert published.status_code == 200, published.text


async def test_what_is_not_in_it_is_not_found(admin: httpx.AsyncClient) -> None:
    for answer in (await admin.get(f"{TEMPLATES}/magic"), await admin.post(f"{TEMPLATES}/magic", json={})):
        assert (answer.status_code, error_of(answer).code) == (404, "FLOW_TEMPLATE_NOT_FOUND")
