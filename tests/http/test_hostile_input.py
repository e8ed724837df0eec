"""Whatever comes, it is the caller's mistake and never ours: nothing here may answer 500."""

import httpx
import pytest

from tests.http.calls import FLOW, config, error_of

FLOWS = "/api/v1/flows"
LISTS = ("/api/v1/conversations", FLOWS, "/api/v1/whatsapp-configs")
NOBODY = "0198a000-0000-7000-8000-000000000009"
SEND = f"/api/v1/conversations/{NOBODY}/messages"
LOGIN = "/api/v1/auth/login"


@pytest.mark.parametrize("priority", [10**5, -(10**5), 2**31, 2**63, 10**30, 1.5, "1", True])
async def test_a_priority_has_its_limits(admin: httpx.AsyncClient, priority: object) -> None:
    answer = await admin.post(FLOWS, json={"document": FLOW, "priority": priority})

    assert answer.status_code == 422
    assert error_of(answer).fields == ["priority"]


@pytest.mark.parametrize("document", [None, 1, [], "x", {"name": None}, {"edges": {}}, {"nodes": [None]}])
async def test_a_document_is_a_flow(admin: httpx.AsyncClient, document: object) -> None:
    answer = await admin.post(FLOWS, json={"document": document})

    assert answer.status_code == 422
    assert error_of(answer).details


@pytest.mark.parametrize(
    "body",
    [
        b'{"document": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"document": {"name": "\\ud800"}}',
        b'{"document": {}, "priority": 1e999}',
        b'{"document": {"x": 1e999}}',
        b'{"document": {"name": "a\xff"}}',
    ],
)
async def test_strange_json_is_refused(admin: httpx.AsyncClient, body: bytes) -> None:
    answer = await admin.post(FLOWS, content=body, headers={"content-type": "application/json"})

    assert answer.status_code in {400, 422}
    assert error_of(answer).details


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize(
    "query",
    [
        "page=100000000000000000000",
        "page=99999",
        "cursor=AAAA",
        "cursor=%F0%9F%98%80",
        "limit=1e3",
        "limit=",
        "=x",
        "%",
    ],
)
async def test_strange_pages_are_refused_or_empty(admin: httpx.AsyncClient, path: str, query: str) -> None:
    answer = await admin.get(f"{path}?{query}")

    is_beyond_a_count = path == LISTS[0]  # which ends at ten thousand, from where cursors go on
    assert answer.status_code == (200 if query == "page=99999" and not is_beyond_a_count else 400)


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        (LOGIN, {"email": "x" * 501, "password": "x"}, "email"),
        (LOGIN, {"email": "x", "password": "x" * 4_097}, "password"),
        (SEND, {"content": {"type": "text", "body": "x"}, "reply_to": "x" * 501}, "reply_to"),
        (f"/api/v1/conversations/{NOBODY}/resolve", {"resolution": "x" * 501}, "resolution"),
        ("/api/v1/whatsapp-configs", config(name="x" * 501), "name"),
        ("/api/v1/whatsapp-configs", config(access_token="x" * 4_097), "access_token"),
        ("/api/v1/whatsapp-configs", config(chatbot_id="x"), "chatbot_id"),
    ],
)
async def test_long_words_are_refused(admin: httpx.AsyncClient, path: str, body: object, field: str) -> None:
    answer = await admin.post(path, json=body)

    assert answer.status_code == 422
    assert error_of(answer).fields == [field]


@pytest.mark.parametrize(
    "steps",
    [
        [{}],
        [{"wait": "nonsense"}],
        [{"wait": "99999999999999d"}],
        [{"send": {"type": "x"}}],
        [{"choose": "x"}],
        [{"cancel": "x"}, {"fail": "y"}, {"say": "z"}],
    ],
)
async def test_a_strange_rehearsal_is_told_and_is_no_error(admin: httpx.AsyncClient, steps: list[object]) -> None:
    flow = (await admin.post(FLOWS, json={"document": FLOW})).json()

    answer = await admin.post(f"{FLOWS}/{flow['id']}/test", json={"tests": [{"steps": steps}]})

    assert answer.status_code == 200
