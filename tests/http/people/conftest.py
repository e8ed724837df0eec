from pathlib import Path

import httpx
import pytest
from dishka import AsyncContainer

from tests.http.conftest import Caller
from tests.http.people.people import ROLES, made
from tests.mails import Outbox


@pytest.fixture(autouse=True)
def _nobody_was_there_before(redis_url: str) -> None:
    """Signs of life and tries are kept in Redis, which is empty now."""


@pytest.fixture
def outbox(container: AsyncContainer, outbox_folder: Path) -> Outbox:
    """The e-mails that were sent."""
    return Outbox(outbox_folder, container)


@pytest.fixture
async def manager(admin: httpx.AsyncClient, calling: Caller) -> httpx.AsyncClient:
    """Calls as somebody who manages people, and holds little else."""
    permissions = [
        "users:read", "users:manage", "roles:manage", "api_keys:manage", "conversations:read",
    ]  # fmt: skip
    role = await made(admin, ROLES, {"name": "Gerência", "permissions": permissions})
    return calling(role["code"])
