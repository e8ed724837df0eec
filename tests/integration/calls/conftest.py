"""A company whose flows call a web service that does as it is told."""

from collections.abc import AsyncIterator

import pytest

from application.calls.call_api import CallApiPerformer
from domain.tenants.tenant import Isolation
from tests.integration.calls.outside import Outside, outside_at
from tests.integration.spine.conftest import owner, simulator, spine
from tests.integration.spine.spine import Spine

__all__ = ["owner", "simulator", "spine"]


@pytest.fixture
def isolation() -> Isolation:
    """Where the rows lie is the repositories' affair, whose suites know both kinds."""
    return Isolation.SHARED


@pytest.fixture
async def outside(spine: Spine) -> AsyncIterator[Outside]:
    """The web service, and the way to it."""
    async with outside_at() as (service, calls):
        performer = await spine.container.get(CallApiPerformer)
        performer._calls = calls
        yield service
