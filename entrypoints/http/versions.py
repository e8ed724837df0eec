"""A thing's version as HTTP says it: `ETag: "4"` when it is read, `If-Match: "4"` when it is written."""

import re

from domain.shared.errors import ErrorDetail, MalformedError

_TAG = re.compile(r'"(?P<version>[0-9]{1,18})"')
ANY = "*"


def etag_of(version: int) -> str:
    """Write a version as an entity tag."""
    return f'"{version}"'


def version_of(if_match: str | None) -> int | None:
    """Read which version the caller has; None where any will do. Raises MalformedError."""
    if if_match is None or if_match.strip() == ANY:
        return None
    found = _TAG.fullmatch(if_match.strip())
    if found is None:
        wrong = ErrorDetail(field="If-Match", message='a version in quotes, such as "4"')
        raise MalformedError("If-Match is malformed.", details=(wrong,))
    return int(found["version"])
