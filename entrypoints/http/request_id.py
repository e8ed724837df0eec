"""One name for a request, in its answer, in every log line, and in its error."""

import re
from uuid import uuid4

from litestar.types import Scope

HEADER = b"x-request-id"
_ACCEPTABLE = re.compile(r"[A-Za-z0-9._:-]{1,64}")
"""Long enough for every tracing system's id, and nothing that could break a log line."""
_KEY = "pytake_request_id"


def accept_request_id(scope: Scope) -> str:
    """Take the caller's id where it is well formed, else make one, and keep it in the scope."""
    given = next((value for name, value in scope["headers"] if name == HEADER), b"").decode("latin-1")
    request_id = given if _ACCEPTABLE.fullmatch(given) else f"req_{uuid4().hex}"
    scope["state"][_KEY] = request_id
    return request_id


def request_id_of(scope: Scope) -> str:
    """Give the id that this request has."""
    return str(scope["state"].get(_KEY, ""))
