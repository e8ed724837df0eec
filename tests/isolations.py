"""The kinds of tenant, for the suites that must hold for both: their `conftest.py` imports `both_isolations`."""

import os

import pytest

from domain.tenants.tenant import Isolation

ISOLATIONS = [Isolation(kind) for kind in os.environ.get("PYTAKE_TEST_ISOLATIONS", "shared,schema").split(",")]


@pytest.fixture(params=ISOLATIONS, name="isolation")
def both_isolations(request: pytest.FixtureRequest) -> Isolation:
    """Both kinds of tenant: the same code serves those with a schema of their own."""
    kind: Isolation = request.param
    return kind
