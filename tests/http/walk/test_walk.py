"""F14: every route, as a company's admin and as its API key, with another company's ids in path, query and body."""

import os
from itertools import product

import asyncpg
import pytest

from tests.http.route_table import routes_of
from tests.http.walk.cases import CASES
from tests.http.walk.fence import leaks
from tests.http.walk.pair import Pair, make_pair
from tests.http.walk.rows import OTHERS
from tests.http.walk.site import Site

PLACES, CALLERS = ("shared", "apart"), ("as_admin", "as_key")
WALKS = list(product(PLACES, CALLERS) if os.environ.get("PYTAKE_SOAK") else zip(PLACES, CALLERS, strict=True))
"""Where theirs lies and who walks: each once, or each with each."""


@pytest.fixture(params=PLACES)
async def pair(request: pytest.FixtureRequest, site: Site, owner: asyncpg.Connection) -> Pair:
    """Theirs lies beside ours, or in a schema of its own."""
    return await make_pair(site, owner, apart=request.param == "apart")


@pytest.mark.parametrize(("pair", "caller"), WALKS, indirect=["pair"])
async def test_no_route_shows_or_changes_what_is_another_companys(pair: Pair, caller: str) -> None:
    findings = await pair.walk(getattr(pair, caller))

    assert not findings, "\n".join(str(finding) for finding in findings)


async def test_every_table_has_something_of_theirs(pair: Pair) -> None:
    """Else a row that is changed would not be noticed."""
    empty = {table for table, (count, _) in (await pair.rows.state()).items() if count == 0}

    assert empty == pair.rows.apart


async def test_our_own_transaction_is_shown_nothing_of_theirs(pair: Pair, owner: asyncpg.Connection) -> None:
    """Whatever a statement would ask for."""
    tables = [name for name in pair.rows.tables if name not in OTHERS]
    async with owner.transaction():
        seen = await leaks(owner, tables, ours=pair.ours.tenant_id, theirs=pair.theirs.tenant_id)

    assert [one for one in seen if one.endswith("shows theirs")] == []


def test_no_case_is_of_a_route_that_is_gone(site: Site) -> None:
    assert CASES.keys() - {route.operation for route in routes_of(site.app)} == set()
