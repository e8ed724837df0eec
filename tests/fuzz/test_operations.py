"""Every operation of the API's description, with what schemathesis makes up for it: right, and wrong on purpose.

No answer is a 5xx, each is one that the description has (its status, its type, its headers, its body), and what the
description does not allow is refused. Half of the requests are about things that are there. `PYTAKE_SOAK=1` tries many
more of each kind, `PYTAKE_FUZZ_SEED` others.
"""

import asyncio
import contextlib
import os
from collections import Counter
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from litestar import Litestar
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from domain.identity.permissions import Role
from entrypoints.http.access import Who
from tests.http.route_table import Route, routes_of
from tests.http.walk.cases import CASES
from tests.http.walk.description import body_of, document_of
from tests.http.walk.pair import Pair

EXAMPLES = 60 if os.environ.get("PYTAKE_SOAK") else 1
"""Of each kind: right and wrong, about what is there and about anything."""
SEED = int(os.environ.get("PYTAKE_FUZZ_SEED", "4"))
LAST = ("UpdateAiSettings", "UpdateSettings", "SuspendTenant", "DeleteTenant")
"""They change what others may do, so that nothing but 403 would be seen after them; or whom the server asks."""
MOST = 0.6
"""Of the operations do something; the others want a password, a link or a signature, or have nothing left to do."""
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
]
AWAY = frozenset({"TEMPLATE_PROVIDER_UNAVAILABLE"})
"""What is rightly answered with a 503 here: nobody is at the provider's address."""
TRIED = settings(
    max_examples=EXAMPLES,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


class Fuzzer:
    """Tries one operation after the other, in a thread beside the server's loop."""

    def __init__(self, app: Litestar, *, address: str) -> None:
        schema = schemathesis.openapi.from_dict(document_of(app))
        schema.config.generation.with_security_parameters = False
        self._operations = {
            str(found.ok().definition.raw["operationId"]): found.ok() for found in schema.get_all_operations()
        }
        self._app, self._address, self._session = app, address, requests.Session()
        self.statuses: dict[str, Counter[int]] = {}

    def close(self) -> None:
        """Give the connection back."""
        self._session.close()

    def findings(self, route: Route, *, headers: Mapping[str, str], ids: Mapping[str, str]) -> list[str]:
        """Try an operation; give what was wrong with its answers."""
        operation = self._operations[route.operation]
        found: list[str] = []
        self._say(operation.Case(**self._example(route, ids)), headers=headers, found=found)
        for mode in GenerationMode:
            for path in [ids, None] if ids else [None]:
                with contextlib.suppress(Unsatisfiable):  # nothing is wrong with a request that takes nothing
                    self._try(operation, mode, path=path, headers=headers, found=found)
        return found

    def _example(self, route: Route, ids: Mapping[str, str]) -> dict[str, Any]:
        """Give what the description itself says of a request: its example."""
        body = body_of(route, self._app)
        said = {} if body is None else {"media_type": "application/json", "body": body[0]}
        return {"path_parameters": dict(ids), **said}

    def _say(self, case: Case, *, headers: Mapping[str, str], found: list[str]) -> None:
        """Send one request."""
        answer = case.call(self._address, self._session, dict(headers), timeout=20)
        name = str(case.operation.definition.raw["operationId"])
        self.statuses.setdefault(name, Counter())[answer.status_code] += 1
        is_away = answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE and answer.json()["error"]["code"] in AWAY
        try:
            case.validate_response(answer, [check for check in CHECKS if not (is_away and check is not_a_server_error)])
        except FailureGroup as failures:
            found.append(f"{case.operation.label}: {failures}")

    def _try(
        self,
        operation: APIOperation,
        mode: GenerationMode,
        *,
        path: Mapping[str, str] | None,
        headers: Mapping[str, str],
        found: list[str],
    ) -> None:
        @seed(SEED)
        @settings(TRIED)
        @given(case=operation.as_strategy(generation_mode=mode, path_parameters=dict(path) if path else None))
        def call(case: Case) -> None:
            self._say(case, headers=headers, found=found)

        call()


def turn_of(route: Route) -> tuple[int, bool]:
    """Say when it is tried: what takes things away comes after what needs them."""
    return LAST.index(route.operation) + 1 if route.operation in LAST else 0, route.method == "DELETE"


@pytest.mark.filterwarnings("default")
async def test_no_operation_fails_or_answers_what_it_does_not_describe(pair: Pair, address: str) -> None:
    app, site = pair.site.app, pair.site
    routes = sorted(routes_of(app), key=turn_of)
    fuzzer = Fuzzer(app, address=address)
    findings: list[str] = []
    try:
        for route in routes:
            is_operator = route.access.who is Who.OPERATOR
            role, whose = (Role.SUPER_ADMIN, pair.theirs) if is_operator else (Role.ADMIN, pair.ours)
            headers = await site.bearer(await site.accounts.a_session(role, tenant=whose.tenant_id))
            path = CASES[route.operation][0].path.items()
            ids = {name: whose[kind.partition(":")[2]] if ":" in kind else kind for name, kind in path}
            findings += await asyncio.to_thread(fuzzer.findings, route, headers=headers, ids=ids)
    finally:
        fuzzer.close()

    assert not findings, "\n".join(findings)
    done = [name for name, statuses in fuzzer.statuses.items() if any(200 <= one < 300 for one in statuses)]
    assert len(done) > MOST * len(routes), "little was done: the fuzz is shallow"
