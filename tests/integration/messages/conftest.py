"""The spine's company and simulator; that both kinds of tenant are served alike is the spine's own matter."""

import pytest

from domain.tenants.tenant import Isolation
from tests.integration.spine.conftest import owner, simulator, spine

__all__ = ["owner", "simulator", "spine"]


@pytest.fixture
def isolation() -> Isolation:
    return Isolation.SHARED
