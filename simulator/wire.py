"""The bytes of a webhook: escaped as Meta escapes them, signed as Meta signs them."""

import hashlib
import hmac
import json

import msgspec

JsonObject = dict[str, object]


def encode_like_meta(value: object) -> bytes:
    r"""Encode to JSON with `\u00e3` and `\/`, so that a receiver that re-serialises fails its check."""
    text = json.dumps(msgspec.to_builtins(value), ensure_ascii=True, separators=(",", ":"))
    return text.replace("/", "\\/").encode("ascii")


def signature_of(body: bytes, *, app_secret: str) -> str:
    """Return the value of `X-Hub-Signature-256` over these exact bytes."""
    return "sha256=" + hmac.new(app_secret.encode(), body, hashlib.sha256).hexdigest()


def decode_object(body: bytes) -> JsonObject:
    """Read a JSON object; raise `msgspec.DecodeError` for anything else."""
    try:
        return msgspec.json.decode(body, type=JsonObject)
    except UnicodeDecodeError as error:
        raise msgspec.DecodeError("the text is not UTF-8") from error
