"""The request of an `api_call`, put together. What was rendered is data: it names no secret and adds no header."""

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote, urlencode, urlsplit

import msgspec

from domain.flows.effects import CallApi, CallHeader, SecretRef
from domain.flows.limits import MAX_CALL_BODY, MAX_NESTING, MAX_URL
from domain.flows.nodes.base import Problem, Snippet
from domain.flows.turn import NodeFailedError, Turn

_SECRET = re.compile(r"\{\{-?\s*secrets\.([A-Za-z_][A-Za-z0-9_-]{0,99})\s*-?\}\}")
_ANY_SECRET = re.compile(r"\{[{%][^}]*\bsecrets\b")
_HEADER = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
"""In a header a line break would begin another one."""
_KEPT = "/%:=&?~+!$,;'@()*[]-._"
"""What an address may hold as it is; the rest, such as spaces and accents, is written in bytes."""
_TYPES = {"json": "application/json", "form": "application/x-www-form-urlencoded"}
_SCHEMES = {"http", "https"}


def make_call(
    turn: Turn,
    *,
    method: str,
    address: tuple[str, Mapping[str, str]],
    headers: Mapping[str, str],
    payload: tuple[str, object] | None,
    patience: tuple[float, int],
) -> CallApi:
    """Render the address (with its query) and the headers, and write the payload. Raises NodeFailedError."""
    made = [_header(name, text, turn) for name, text in headers.items()]
    kind = payload[0] if payload else ""
    if kind in _TYPES and all(header.name.lower() != "content-type" for header in made):
        made.append(CallHeader(name="Content-Type", value=(_TYPES[kind],)))
    timeout_seconds, retries = patience
    return CallApi(
        id=turn.next_id(),
        method=method,
        url=_url(*address, turn),
        timeout_seconds=timeout_seconds,
        headers=tuple(made),
        body=_body(*payload) if payload else None,
        retries=retries,
    )


def _url(text: str, query: Mapping[str, str], turn: Turn) -> str:
    """Give the address; what a query holds is data and cannot change the rest of it."""
    written = turn.render(text).strip()
    try:
        parts = urlsplit(written)
        host = parts.hostname
    except ValueError as error:
        raise NodeFailedError("bad_url", "the address cannot be read") from error
    if parts.scheme.lower() not in _SCHEMES or not host:
        raise NodeFailedError("bad_url", "an address begins with https:// and a host")
    asked = urlencode([(name, turn.render(value)) for name, value in query.items()])
    whole = "&".join(part for part in (quote(parts.query, safe=_KEPT), asked) if part)
    url = parts._replace(path=quote(parts.path, safe=_KEPT), query=whole, fragment="").geturl()
    if len(url) > MAX_URL:
        raise NodeFailedError("bad_url", f"the address is over {MAX_URL} characters")
    return url


def _header(name: str, text: str, turn: Turn) -> CallHeader:
    """Split the value at its secrets before anything is rendered: so nothing that is rendered can name one."""
    if _HEADER.fullmatch(name) is None:
        raise NodeFailedError("bad_header", "a header has a name that none can have")
    value: list[str | SecretRef] = []
    for number, part in enumerate(_SECRET.split(text)):
        if number % 2:
            value.append(SecretRef(part))
        elif part:
            value.append(_CONTROL.sub(" ", turn.render(part)))
    return CallHeader(name=name, value=tuple(value))


def _body(kind: str, payload: object) -> str:
    match kind, payload:
        case "json", _:
            body = msgspec.json.encode(payload).decode()
        case "form", dict():
            body = urlencode(payload)
        case _:
            body = str(payload)
    if len(body.encode()) > MAX_CALL_BODY:
        raise NodeFailedError("body_too_large", f"over {MAX_CALL_BODY} bytes")
    return body


def header_snippets(headers: Mapping[str, str]) -> Iterator[Snippet]:
    """Give what is rendered of header values: the texts between their secrets."""
    for name, text in headers.items():
        for part in _SECRET.split(text)[::2]:
            yield Snippet("template", f"data.headers.{name}", part)


def secrets_in(headers: Mapping[str, str]) -> frozenset[str]:
    """Name the secrets that headers ask for."""
    return frozenset(name for text in headers.values() for name in _SECRET.findall(text))


def request_problems(url: str, headers: Mapping[str, str], *, others: Iterable[object]) -> Iterator[Problem]:
    """Check the address and the headers as they are written, and that secrets stand nowhere else."""
    written = url.strip()
    if not written:
        yield Problem("no_url", "there is no address to ask")
    elif not written.lower().startswith(("http://", "https://", "{{", "{%")):
        yield Problem("bad_url", "an address begins with https://")
    for name, text in headers.items():
        if _HEADER.fullmatch(name) is None:
            yield Problem("bad_header", f"'{name}' is no name of a header")
        if any(_ANY_SECRET.search(part) for part in _SECRET.split(text)[::2]):
            yield Problem("bad_secret", f"a secret is written {{{{secrets.NAME}}}} in header '{name}'")
    if any(_ANY_SECRET.search(text) for part in (url, *others) for text in _texts(part)):
        yield Problem("secret_misplaced", "secrets may stand in header values, and nowhere else")


def _texts(part: object, depth: int = 0) -> Iterator[str]:
    match part:
        case str():
            yield part
        case Mapping() if depth < MAX_NESTING:
            for item in part.values():
                yield from _texts(item, depth + 1)
        case list() | tuple() if depth < MAX_NESTING:
            for item in part:
                yield from _texts(item, depth + 1)
        case _:
            pass
