"""What the tests of the HTTP application send, and how they read an answer."""

import hashlib
import hmac

import httpx
import msgspec

APP_SECRET = "platform-app-secret"
VERIFY_TOKEN = "platform-verify-token"
WEBHOOK = "/api/v1/whatsapp/webhook"

FLOW = {
    "name": "Boas-vindas",
    "trigger": "keyword",
    "trigger_value": "oi",
    "nodes": [
        {"id": "n1", "type": "start", "data": {}},
        {"id": "n2", "type": "message", "data": {"text": "Olá!"}},
        {"id": "n3", "type": "end", "data": {}},
    ],
    "edges": [
        {"id": "e1", "source": "n1", "target": "n2"},
        {"id": "e2", "source": "n2", "target": "n3"},
    ],
}


def config(**changes: object) -> dict[str, object]:
    """Give a body that connects a number."""
    return {
        "name": "Atendimento",
        "phone_number": "+55 11 4000-0000",
        "phone_number_id": "106540352242922",
        "business_account_id": "102290129340398",
        "access_token": "EAAJB-token",
        "app_secret": "config-app-secret",
        "webhook_verify_token": "config-verify-token",
        **changes,
    }


def sign(body: bytes, secret: str = APP_SECRET) -> dict[str, str]:
    """Give the header that Meta would send with `body`."""
    digest = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return {"x-hub-signature-256": f"sha256={digest}", "content-type": "application/json"}


class Detail(msgspec.Struct, forbid_unknown_fields=True):
    field: str
    message: str


class Error(msgspec.Struct, forbid_unknown_fields=True):
    code: str
    message: str
    details: list[Detail]
    request_id: str

    @property
    def fields(self) -> list[str]:
        return [detail.field for detail in self.details]


class Envelope(msgspec.Struct, forbid_unknown_fields=True):
    error: Error


def error_of(answer: httpx.Response) -> Error:
    """Read the envelope; anything else in the body fails the test."""
    assert answer.headers["content-type"] == "application/json", answer.text
    error = msgspec.json.decode(answer.content, type=Envelope).error
    assert error.request_id == answer.headers["x-request-id"]
    return error
