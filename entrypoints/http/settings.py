"""What the HTTP application may be told from outside."""

import msgspec

MAX_BODY_BYTES = 3 * 1024 * 1024
"""A flow document may have 2 MiB (`domain.flows.limits`), with spaces and its envelope somewhat more."""


class HttpSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Settings of the HTTP application. `public_url` is how callers reach it, for the API's own description."""

    version: str
    public_url: str = ""
    max_body_bytes: int = MAX_BODY_BYTES
