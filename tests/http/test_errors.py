import httpx
import pytest
from structlog.testing import capture_logs

from application.identity.get_me import GetMe
from domain.shared.errors import RateLimitedError
from tests.http.calls import error_of

LOGIN = "/api/v1/auth/login"
FLOWS = "/api/v1/flows"
CONVERSATIONS = "/api/v1/conversations"


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/nothing", "/api/v1/flows/not-a-uuid", "/.env"])
async def test_an_unknown_address_is_404(admin: httpx.AsyncClient, path: str) -> None:
    answer = await admin.get(path)

    assert answer.status_code == 404
    assert error_of(answer).code == "NOT_FOUND"


async def test_an_unknown_method_is_405_and_names_the_known_ones(http: httpx.AsyncClient) -> None:
    answer = await http.delete(LOGIN)

    assert answer.status_code == 405
    assert error_of(answer).code == "METHOD_NOT_ALLOWED"
    assert "POST" in answer.headers["allow"]


@pytest.mark.parametrize("body", [b"{", b'{"email": "a"', b"\xff\xfe", b"", b"[" * 100_000, b"null{"])
async def test_what_is_no_json_is_400(http: httpx.AsyncClient, body: bytes) -> None:
    answer = await http.post(LOGIN, content=body, headers={"content-type": "application/json"})

    assert answer.status_code == 400
    assert error_of(answer).code == "MALFORMED"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"email": "a@b.example"}, "password"),
        ({"email": 1, "password": "x"}, "email"),
        ({"email": "a", "password": "x", "remember": True}, "remember"),
        ([], ""),
        (None, ""),
    ],
)
async def test_json_that_is_wrong_is_422_with_the_field(http: httpx.AsyncClient, body: object, field: str) -> None:
    answer = (
        await http.post(LOGIN, json=body)
        if body is not None
        else await http.post(LOGIN, content=b"null", headers={"content-type": "application/json"})
    )

    assert answer.status_code == 422
    error = error_of(answer)
    assert error.code == "VALIDATION_ERROR"
    assert error.fields == [field]


@pytest.mark.parametrize(
    ("language", "messages"),
    [
        ("en", ["1 to 200 characters, and no line breaks", "an e-mail address"]),
        ("pt-BR", ["De 1 a 200 caracteres, sem quebras de linha.", "Um endereço de e-mail válido."]),
        ("ja", ["De 1 a 200 caracteres, sem quebras de linha.", "Um endereço de e-mail válido."]),
    ],
)
async def test_details_are_in_the_readers_language(
    admin: httpx.AsyncClient, language: str, messages: list[str]
) -> None:
    wrong = {"name": "two\nlines", "email": "nonsense"}

    answer = await admin.post("/api/v1/contacts", json=wrong, headers={"accept-language": language})

    details = [(detail.field, detail.message) for detail in error_of(answer).details]
    assert details == list(zip(("name", "email"), messages, strict=True))


async def test_what_the_library_says_is_in_the_readers_language_too(http: httpx.AsyncClient) -> None:
    answer = await http.post(LOGIN, json={"email": 1, "password": "x"}, headers={"accept-language": "pt-BR"})

    assert [detail.message for detail in error_of(answer).details] == ["Aqui vai um texto, não um número inteiro."]


async def test_a_nested_field_is_named_by_its_path(admin: httpx.AsyncClient) -> None:
    content = {"type": "button", "body": "?", "buttons": [{"id": "1", "title": "Sim"}, {"id": "2", "titel": "Não"}]}

    answer = await admin.post(f"{CONVERSATIONS}/{_ID}/messages", json={"content": content})

    assert answer.status_code == 422
    assert error_of(answer).fields == ["content.buttons[1].titel"]


async def test_the_character_that_cannot_be_stored_is_refused(admin: httpx.AsyncClient) -> None:
    answer = await admin.post(f"{CONVERSATIONS}/{_ID}/messages", json={"content": {"type": "text", "body": "a\x00b"}})

    assert answer.status_code == 422


async def test_a_body_that_is_not_json_is_415(http: httpx.AsyncClient) -> None:
    answer = await http.post(LOGIN, content=b"email=a", headers={"content-type": "application/x-www-form-urlencoded"})

    assert answer.status_code == 415
    assert error_of(answer).code == "UNSUPPORTED_MEDIA_TYPE"


async def test_a_compressed_body_is_415(http: httpx.AsyncClient) -> None:
    headers = {"content-type": "application/json", "content-encoding": "gzip"}

    answer = await http.post(LOGIN, content=b"{}", headers=headers)

    assert answer.status_code == 415


async def test_an_oversized_body_is_413(http: httpx.AsyncClient) -> None:
    body = b'{"email": "%s"}' % (b"a" * 4_000_000)

    answer = await http.post(LOGIN, content=body, headers={"content-type": "application/json"})

    assert answer.status_code == 413
    assert error_of(answer).code == "TOO_LARGE"


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("colour=red", "colour"),
        ("sort=name", "sort"),
        ("expand=secrets", "expand"),
        ("status=lost", "status"),
        ("assigned_to=somebody", "assigned_to"),
        ("config=1", "config"),
        ("limit=101", "limit"),
        ("limit=0", "limit"),
        ("page=0", "page"),
        ("page=x", "page"),
        ("unread=perhaps", "unread"),
        ("assigned_to=%00", "assigned_to"),
        ("cursor=!", "cursor"),
    ],
)
async def test_a_query_that_is_not_understood_is_400(admin: httpx.AsyncClient, query: str, field: str) -> None:
    answer = await admin.get(f"{CONVERSATIONS}?{query}")

    assert answer.status_code == 400, answer.text
    assert error_of(answer).code == "MALFORMED"
    assert error_of(answer).fields == [field]


async def test_a_query_where_none_is_known_is_400(admin: httpx.AsyncClient) -> None:
    answer = await admin.get(f"{FLOWS}/{_ID}?expand=contact")

    assert answer.status_code == 400
    assert error_of(answer).fields == ["expand"]


async def test_the_message_follows_the_callers_language(http: httpx.AsyncClient) -> None:
    said = {
        wanted: error_of(await http.get("/nothing", headers={"accept-language": wanted})).message
        for wanted in ("en", "pt-BR", "pt", "de", "en;q=0.5, pt;q=0.9", "")
    }

    assert said["en"] == "Not found."
    assert {said[wanted] for wanted in said if wanted != "en"} == {"Não encontrado."}


async def test_a_callers_request_id_is_echoed(http: httpx.AsyncClient) -> None:
    answer = await http.get("/nothing", headers={"x-request-id": "trace-1.2:3_4"})

    assert answer.headers["x-request-id"] == "trace-1.2:3_4"
    assert error_of(answer).request_id == "trace-1.2:3_4"


@pytest.mark.parametrize("given", ["a b", "x" * 65, "", 'a"b', "a\tb"])
async def test_a_strange_request_id_is_replaced(http: httpx.AsyncClient, given: str) -> None:
    answer = await http.get("/nothing", headers={"x-request-id": given})

    assert answer.headers["x-request-id"].startswith("req_")


async def test_an_unexpected_error_is_logged_once_without_its_text(
    admin: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise ValueError("the customer wrote +55 11 99999-0000")

    monkeypatch.setattr(GetMe, "__call__", fail)

    with capture_logs() as logs:
        answer = await admin.get("/api/v1/auth/me")

    assert answer.status_code == 500
    assert error_of(answer).code == "INTERNAL_ERROR"
    [logged] = [line for line in logs if line["event"] == "unexpected_error"]
    assert logged["request_id"] == answer.headers["x-request-id"]
    assert logged["exceptions"] == ["ValueError"]
    assert "99999" not in str(logs)


async def test_too_many_is_429_with_retry_after(admin: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuse(*_: object) -> None:
        raise RateLimitedError("Slowly.", retry_after=1.2)

    monkeypatch.setattr(GetMe, "__call__", refuse)

    answer = await admin.get("/api/v1/auth/me")

    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "2"


async def test_a_request_is_logged_without_what_it_says(admin: httpx.AsyncClient, tenant_id: object) -> None:
    with capture_logs() as logs:
        await admin.get(f"{CONVERSATIONS}?assigned_to=me")

    [line] = [line for line in logs if line["event"] == "request"]
    assert (line["method"], line["route"], line["status"]) == ("GET", CONVERSATIONS, 200)
    assert line["tenant_id"] == str(tenant_id)
    assert line["request_id"].startswith("req_")
    assert "assigned_to" not in str(logs)


async def test_every_answer_carries_the_security_headers(http: httpx.AsyncClient) -> None:
    for path in ("/nothing", "/api/v1/version", "/docs"):
        headers = (await http.get(path)).headers

        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "default-src 'none'" in headers["content-security-policy"]


async def test_options_needs_no_token(http: httpx.AsyncClient) -> None:
    answer = await http.options(FLOWS)

    assert answer.status_code == 204


_ID = "0198a000-0000-7000-8000-000000000009"
