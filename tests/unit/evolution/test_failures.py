import msgspec
import pytest

from adapters.whatsapp.evolution.failures import from_response
from domain.whatsapp.failures import FailureKind


def failure(status: int, message: object, *, code: str | None = None) -> tuple[FailureKind, str]:
    body = {"status": status, "error": "x", "response": {"message": message}, "code": code}
    found = from_response(status=status, body=msgspec.json.encode(body))
    return found.kind, found.code


@pytest.mark.parametrize(
    ("status", "message", "kind"),
    [
        (400, [{"jid": "5511@s.whatsapp.net", "exists": False, "number": "5511"}], FailureKind.UNREACHABLE),
        (400, ['instance requires property "number"'], FailureKind.REJECTED),
        (400, "Owned media must be a url or base64", FailureKind.REJECTED),
        (400, ["Error: Connection Closed"], FailureKind.UNKNOWN),
        (400, ["Error: Timed Out"], FailureKind.UNKNOWN),
        (400, ["TypeError: Cannot read properties of undefined"], FailureKind.UNKNOWN),
        (500, "Connection Closed", FailureKind.UNAVAILABLE),
        (500, "Cannot read properties of undefined (reading 'id')", FailureKind.UNKNOWN),
        (502, "bad gateway", FailureKind.UNKNOWN),
        (401, "Unauthorized", FailureKind.MISCONFIGURED),
        (403, "Forbidden", FailureKind.MISCONFIGURED),
        (404, ['The "x" instance does not exist'], FailureKind.MISCONFIGURED),
        (413, "too large", FailureKind.REJECTED),
        (408, "timeout", FailureKind.UNKNOWN),
        (429, "slow down", FailureKind.THROTTLED),
        (302, "elsewhere", FailureKind.MISCONFIGURED),
        (201, "no id", FailureKind.UNKNOWN),
    ],
)
def test_a_refusal_has_its_kind(status: int, message: object, kind: FailureKind):
    assert failure(status, message)[0] is kind


def test_a_missing_licence_suspends():
    body = b'{"error":"service not activated","code":"LICENSE_REQUIRED","message":"activate"}'

    found = from_response(status=503, body=body)

    assert (found.kind, found.code) == (FailureKind.SUSPENDED, "LICENSE_REQUIRED")


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"null", b'{"response":5}', b"\xff\xfe"])
def test_a_page_of_a_proxy_is_judged_by_its_status(body: bytes):
    assert from_response(status=502, body=body).kind is FailureKind.UNKNOWN
    assert from_response(status=401, body=body).kind is FailureKind.MISCONFIGURED


def test_retry_after_is_kept_where_it_is_seconds():
    assert from_response(status=429, body=b"", retry_after="7").retry_after == 7
    assert from_response(status=429, body=b"", retry_after="inf").retry_after is None
