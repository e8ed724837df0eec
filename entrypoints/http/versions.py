"""A thing's version as HTTP says it: `ETag: "4"` when it is read, `If-Match: "4"` when it is written.

A GET of one thing, and whatever changes and shows it, answers `shown(view, version=…)`. A PUT or PATCH takes
`if_match: IfMatch = None` and gives its command `version_of(if_match)`; a lost race is a StaleVersionError, 409. A
`If-None-Match` that names the version still there is answered 304 by the gate, for every route that gives an `ETag`.
"""

import re
from typing import Annotated, TypeVar

from litestar import Response
from litestar.params import HeaderParameter

from domain.shared.errors import ErrorDetail, MalformedError

T = TypeVar("T")

_TAG = re.compile(r'"(?P<version>[0-9]{1,18})"')
ANY = "*"
WEAK = "W/"

IfMatch = Annotated[
    str | None,
    HeaderParameter(
        name="If-Match",
        description="The `ETag` that was read; 409 if it is another now.",
        schema_extra={"pattern": r'^(\*|"[0-9]{1,18}")$'},
    ),
]


def etag_of(version: int) -> str:
    """Write a version as an entity tag."""
    return f'"{version}"'


def shown(view: T, *, version: int, status_code: int = 200) -> Response[T]:
    """Answer with a thing and its version."""
    return Response(view, status_code=status_code, headers={"etag": etag_of(version)})


def version_of(if_match: str | None) -> int | None:
    """Read which version the caller has; None where any will do. Raises MalformedError."""
    if if_match is None or if_match.strip() == ANY:
        return None
    found = _TAG.fullmatch(if_match.strip())
    if found is None:
        wrong = ErrorDetail(field="If-Match", message='a version in quotes, such as "4"')
        raise MalformedError("If-Match is malformed.", details=(wrong,))
    return int(found["version"])


def is_among(etag: str, if_none_match: str) -> bool:
    """Whether the caller has this version already (RFC 9110, 13.1.2: compared weakly)."""
    known = {tag.strip().removeprefix(WEAK) for tag in if_none_match.split(",")}
    return ANY in known or etag.removeprefix(WEAK) in known
