from pathlib import Path

import pytest

from adapters.postgres.door import PostgresDoor
from application.ports.health import DatabaseTrouble
from tests.servers import address


async def test_the_applications_login_passes(login_url: str) -> None:
    assert await PostgresDoor(login_url).trouble() is None


@pytest.mark.parametrize(
    ("parts", "trouble"),
    [
        ({"user": "stranger"}, DatabaseTrouble.LOGIN_REFUSED),
        ({"name": "elsewhere"}, DatabaseTrouble.NO_DATABASE),
    ],
)
async def test_the_server_says_what_is_wrong(login_url: str, parts: dict[str, str], trouble: DatabaseTrouble) -> None:
    assert await PostgresDoor(address(login_url, **parts)).trouble() is trouble


async def test_nobody_is_there(tmp_path: Path) -> None:
    assert await PostgresDoor(f"postgresql://x@/x?host={tmp_path}").trouble() is DatabaseTrouble.AWAY


@pytest.mark.parametrize("url", ["postgresql://x@host:port/x", "postgresql://x@h/x?sslmode=perhaps"])
async def test_an_address_that_is_none(url: str) -> None:
    assert await PostgresDoor(url).trouble() is DatabaseTrouble.ADDRESS_WRONG
