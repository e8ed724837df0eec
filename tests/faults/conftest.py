"""Each test's installation is new; the servers are this process's own, and mended before each test."""

import re
from collections.abc import AsyncIterator, Iterator

import pytest

from tests.faults.machine import Machine, running_machine
from tests.faults.site import Site, open_site


@pytest.fixture(scope="session")
def machine() -> Iterator[Machine]:
    """Servers that nobody else uses."""
    with running_machine() as running:
        yield running


@pytest.fixture
def site_name(request: pytest.FixtureRequest) -> str:
    """The test's name, as a file may have it."""
    return re.sub(r"\W+", "-", request.node.name).strip("-")


@pytest.fixture(scope="module")
async def calm_site(machine: Machine, request: pytest.FixtureRequest) -> AsyncIterator[Site]:
    """One for all tests of a module, who leave it at rest and without workers."""
    async with open_site(machine, name=request.node.name.partition(".")[0].rpartition("/")[2]) as opened:
        yield opened


@pytest.fixture
async def site(machine: Machine, site_name: str) -> AsyncIterator[Site]:
    """The simulator, one API and one company; the test starts its workers."""
    async with open_site(machine, name=site_name) as opened:
        yield opened
