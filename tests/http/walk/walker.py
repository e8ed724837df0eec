"""Calls every route as one company with another's ids, and tells each answer that it should not have had."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from typing import Any

import httpx
import msgspec

from tests.http.route_table import Route, routes_of
from tests.http.walk.belongings import Things
from tests.http.walk.cases import CASES, Attempt
from tests.http.walk.description import ids_in, parameters_of
from tests.http.walk.rows import Rows, changed
from tests.http.walk.site import Site

OF_THEIRS, OF_OURS = "their:", "our:"
SESSION_REQUIRED = "SESSION_REQUIRED"

Login = Callable[[], Awaitable[Mapping[str, str]]]
"""Gives the headers of the caller: those of a session that nothing has ended yet, or of an API key."""


class Finding(msgspec.Struct, frozen=True):
    """Something wrong, and where."""

    route: str
    what: str

    def __str__(self) -> str:
        return f"{self.route}: {self.what}"


class Walker:
    """One walk over all routes."""

    def __init__(self, site: Site, *, ours: Things, theirs: Things, rows: Rows, log_in: Login) -> None:
        self._site, self._ours, self._theirs, self._rows, self._log_in = site, ours, theirs, rows, log_in
        self._secret: set[str] = set()
        self._their_client: httpx.AsyncClient

    async def walk(self, *, their_client: httpx.AsyncClient, within: str = "") -> list[Finding]:
        """Give what is wrong on the routes whose path has `within` in it; nothing, if all is well."""
        self._their_client = their_client
        kept = {"phone", "phone_number_id", "email"}
        self._secret = await self._rows.ids() | {self._theirs.mark} | {self._theirs[kind] for kind in kept}
        findings = []
        routes = [route for route in routes_of(self._site.app) if within in str(route)]
        for route in routes:
            if route.operation not in CASES:
                findings.append(Finding(str(route), "has no case in tests/http/walk/cases.py"))
                continue
            findings += [Finding(str(route), what) for what in uncovered(route, self._site.app)]
            async for what in self._try(route):
                findings.append(Finding(str(route), what))
        for route in routes:
            findings += [Finding(str(route), what) for what in await self._again(route)]
        return findings

    async def _try(self, route: Route) -> AsyncIterator[str]:
        attempts = [*CASES[route.operation], *await self._more(route)]
        before = await self._rows.state()
        for attempt in attempts:
            answer = await self._ask(route, attempt)
            for what in self._wrong(attempt, answer):
                yield f"{what}, asked {told(attempt)}"
            after = await self._rows.state()
            if tables := changed(before, after):
                yield f"changed {', '.join(tables)}, asked {told(attempt)}"
            before = after

    async def _ask(self, route: Route, attempt: Attempt, **headers: str) -> httpx.Response:
        client = await self._site.client({**await self._log_in(), **headers})
        path: Any = self._filled(attempt.path)
        body = {} if attempt.body is None else {"json": self._filled(attempt.body)}
        query: Any = self._filled(attempt.query)
        return await client.request(route.method, route.at(path), params=query, **body)

    def _filled(self, template: object) -> object:
        """Put the ids where their names stand."""
        match template:
            case str() if template.startswith(OF_THEIRS):
                kind = template.removeprefix(OF_THEIRS)
                return self._theirs.mark if kind == "mark" else self._theirs[kind]
            case str() if template.startswith(OF_OURS):
                return self._ours[template.removeprefix(OF_OURS)]
            case dict():
                return {name: self._filled(value) for name, value in template.items()}
            case list():
                return [self._filled(value) for value in template]
            case _:
                return template

    def _wrong(self, attempt: Attempt, answer: httpx.Response) -> Iterator[str]:
        if not self._is_right(attempt, answer):
            yield f"answered {answer.status_code} {answer.text[:200]}"
        yield from (f"told {secret}" for secret in self._told(attempt, answer))

    def _is_right(self, attempt: Attempt, answer: httpx.Response) -> bool:
        if answer.status_code == 403 and answer.json()["error"]["code"] == SESSION_REQUIRED:
            return "x-api-key" in answer.request.headers
        if answer.status_code not in attempt.wants:
            return False
        if answer.status_code == 422 and attempt.field is not None:
            return any(one["field"].startswith(attempt.field) for one in answer.json()["error"]["details"])
        return not attempt.is_list or answer.json()["items"] == []

    def _told(self, attempt: Attempt, answer: httpx.Response) -> list[str]:
        """Give whatever of theirs the answer tells that the question did not."""
        asked = str(self._filled([attempt.path, attempt.query, attempt.body])).lower()
        said = f"{answer.text} {answer.headers}".lower()
        return sorted(secret for secret in self._secret if secret in said and secret not in asked)

    async def _more(self, route: Route) -> list[Attempt]:
        """Search for their name, and read on where a list of theirs ended."""
        known = parameters_of(route, self._site.app)
        own = {name: kind.replace(OF_THEIRS, OF_OURS) for name, kind in CASES[route.operation][0].path.items()}
        more = []
        if route.access.who != "operator" and "q" in known:
            more.append(Attempt(path=own, query={"q": "their:mark"}, wants=frozenset({200}), is_list=True))
        if route.access.who != "operator" and "cursor" in known:
            cursor = await self._their_cursor(route)
            more.append(Attempt(path=own, query={"cursor": cursor, "limit": "100"}, wants=frozenset({200, 400})))
        return more

    async def _their_cursor(self, route: Route) -> str:
        """Read the beginning of the same list as they see it, which they do."""
        path = {name: kind.replace(OF_OURS, OF_THEIRS) for name, kind in CASES[route.operation][0].path.items()}
        filled: Any = self._filled(path)
        query: Any = self._filled(CASES[route.operation][0].query)
        answer = await self._their_client.get(route.at(filled), params={**query, "limit": 1})
        assert answer.status_code == 200, f"{route}: {answer.text}"
        return answer.json()["next_cursor"] or "none"

    async def _again(self, route: Route) -> list[str]:
        """Say once more what they said, under their own Idempotency-Key; last, for it brings their names to us."""
        request = self._theirs.requests.get(route.operation)
        if request is None:
            return []
        attempt = Attempt(body=request.body, wants=frozenset())
        answer = await self._ask(route, attempt, **{"idempotency-key": request.key})
        replayed = ["replayed their answer"] if "idempotent-replayed" in answer.headers else []
        return replayed + [f"told {secret}" for secret in self._told(attempt, answer)]


def uncovered(route: Route, app: object) -> list[str]:
    """Name the ids that a route takes, by its description, and that no attempt of its case gives."""
    given: set[str] = set()
    for attempt in CASES[route.operation]:
        given |= attempt.path.keys() | attempt.query.keys() | ids_in(attempt.body)
    return [f"no attempt gives {name}" for name in parameters_of(route, app, only_ids=True) if name not in given]


def told(attempt: Attempt) -> str:
    """Say what was asked."""
    return " ".join(f"{part}" for part in (attempt.path, attempt.query, attempt.body) if part)
