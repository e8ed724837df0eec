"""An installation on the real servers, whose processes may have different master keys."""

import pytest

from tests.integration.keys.site import Site


@pytest.fixture
def site(login_url: str, redis_url: str, _clean_tables: None) -> Site:
    return Site(database_url=login_url, redis_url=redis_url)
