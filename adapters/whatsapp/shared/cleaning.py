r"""Makes JSON text that every later step can keep: no NUL, no half of a surrogate pair, no broken UTF-8.

PostgreSQL refuses U+0000 in text and jsonb, and one refusal fails the whole batch on each of Meta's retries
(reference 10.5); decoders refuse lone surrogates. Each becomes U+FFFD, the character for what cannot be shown.
"""

import re

_REPLACEMENT = b"\\ufffd"
_SUSPICIOUS = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")
_ESCAPE = re.compile(
    rb"\\(?:"
    rb"u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"  # a whole pair: kept
    rb"|u(0000|[dD][89a-fA-F][0-9a-fA-F]{2})"  # NUL or half a pair: replaced
    rb"|[^u])"  # any other escape: kept, and consumed so that `\\u0000` is not taken for one
)


def clean(body: bytes) -> bytes:
    """Give the same JSON with U+FFFD where something could not be kept; bytes without a fault are not copied."""
    if not body.isascii():
        body = _valid_utf8(body)
    if b"\x00" in body:
        body = body.replace(b"\x00", _REPLACEMENT)
    if _SUSPICIOUS.search(body):
        body = _ESCAPE.sub(_kept, body)
    return body


def _valid_utf8(body: bytes) -> bytes:
    try:
        body.decode()
    except UnicodeDecodeError:
        return body.decode("utf-8", "replace").encode()
    return body


def _kept(match: re.Match[bytes]) -> bytes:
    return _REPLACEMENT if match[1] else match[0]
