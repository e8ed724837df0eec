"""Every benchmark in its smallest size: is what it measures right? Its times mean nothing and nobody looks at them."""

import asyncio
import os
from collections.abc import Iterator

import pytest

from benchmarks.__main__ import BENCHMARKS
from benchmarks.harness.report import page
from benchmarks.harness.size import QUICK
from benchmarks.harness.world import World, own_servers, prepare
from tests.servers import run

PATIENCE = 240.0
"""Seconds after which something hangs, however busy the machine is."""

SLOW = frozenset() if os.environ.get("PYTAKE_SOAK") else {"access", "end_to_end", "ingest", "open_loop"}
LATER = {"dashboard"} | SLOW
"""`dashboard` needs a browser, which the tests in `dashboard/e2e` have; the others take a minute of `make soak`."""

pytestmark = pytest.mark.xdist_group("benchmarks")


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    async def make_ready(world: World) -> None:
        await prepare(world)

    with own_servers(durable=False) as started:
        run(make_ready(started))
        yield started


@pytest.mark.parametrize("name", sorted(BENCHMARKS.keys() - LATER))
async def test_a_benchmark_is_right(world: World, name: str):
    async with asyncio.timeout(PATIENCE):
        finding = await BENCHMARKS[name](world, QUICK)

    text = page([finding], command="python -m benchmarks --quick", postgres="PostgreSQL")
    assert finding.title in text
    assert all(row.what in text and row.seen for row in finding.rows)
