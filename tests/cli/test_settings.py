from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from entrypoints.cli.environment import DEMO_ENVIRONMENT, write_demo_environment
from entrypoints.settings import VARIABLES, SettingsError, read_settings
from tests.cli.conftest import MASTER_KEY

ENOUGH = {
    "DATABASE_URL": "postgresql://pytake@db/pytake",
    "REDIS_URL": "redis://cache",
    "PYTAKE_MASTER_KEY": MASTER_KEY,
}
NEEDED = sorted(variable.name for variable in VARIABLES.values() if variable.default is None)

COMMANDS = [
    ("serve",),
    ("work",),
    ("tenant", "create", "Aurora", "--slug", "aurora"),
    ("lanes", "list"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_everything_that_is_missing_is_named_at_once(
    command: tuple[str, ...], bare_pytake: Callable[..., Result]
) -> None:
    result = bare_pytake(*command)

    assert result.exit_code == 1
    assert NEEDED == ["DATABASE_URL", "PYTAKE_MASTER_KEY", "REDIS_URL"]
    assert [name for name in NEEDED if f"{name} is missing" not in result.output] == []
    assert "docs/reference/settings.md" in result.output


def test_what_is_wrong_is_named_with_what_it_should_be(bare_pytake: Callable[..., Result]) -> None:
    result = bare_pytake(
        "lanes",
        "list",
        DATABASE_URL="mysql://db",
        REDIS_URL="redis://cache",
        PYTAKE_MASTER_KEY="short",
        PYTAKE_PORT="80000",
        PYTAKE_LOG_FORMAT="xml",
        PYTAKE_ACCESS_TOKEN_MINUTES="forever",
    )

    assert result.exit_code == 1
    for line in (
        "DATABASE_URL must start with postgresql:// or postgres://",
        "PYTAKE_MASTER_KEY must be 32 random bytes in base64",
        "PYTAKE_PORT must be a number between 1 and 65535",
        "PYTAKE_LOG_FORMAT must be json or console",
        "PYTAKE_ACCESS_TOKEN_MINUTES must be a number between 1 and 1440",
    ):
        assert line in result.output
    assert "REDIS_URL" not in result.output


@pytest.mark.parametrize("value", ["short", "mysql://user:hunter2@db"])
def test_a_wrong_secret_is_not_repeated(value: str, bare_pytake: Callable[..., Result]) -> None:
    result = bare_pytake("lanes", "list", **{**ENOUGH, "PYTAKE_MASTER_KEY": value, "DATABASE_URL": value})

    assert result.exit_code == 1
    assert value not in result.output


@pytest.mark.parametrize(("name", "value"), [("PYTAKE_PORT", "²"), ("PYTAKE_PORT", ""), ("PYTAKE_PORT", "-1")])
def test_a_number_that_is_none_is_wrong_and_an_empty_one_is_the_default(name: str, value: str) -> None:
    if value:
        with pytest.raises(SettingsError, match="PYTAKE_PORT must be a number"):
            read_settings({**ENOUGH, name: value})
    else:
        assert read_settings({**ENOUGH, name: value}).port == 8000


def test_the_owners_address_is_the_applications_where_none_is_given() -> None:
    assert read_settings(ENOUGH).database_owner_url == ENOUGH["DATABASE_URL"]


def test_addresses_lose_their_last_slash_and_secrets_their_spaces() -> None:
    settings = read_settings(
        {**ENOUGH, "PYTAKE_PUBLIC_URL": "https://api.example/", "WHATSAPP_APP_SECRETS": " one , two ,"}
    )

    assert settings.public_url == "https://api.example"
    assert settings.whatsapp_app_secrets == ("one", "two")


def test_settings_show_no_secret() -> None:
    shown = repr(read_settings({**ENOUGH, "WHATSAPP_APP_SECRETS": "hunter2"}))

    assert "hunter2" not in shown
    assert MASTER_KEY not in shown


def test_a_running_demo_lends_its_settings(bare_pytake: Callable[..., Result], elsewhere: Path) -> None:
    write_demo_environment({**ENOUGH, "DATABASE_URL": "postgresql://pytake@/pytake?host=/nowhere"})

    result = bare_pytake("tenant", "create", "Aurora", "--slug", "aurora")

    assert "The database does not answer" in result.output
    assert (elsewhere / DEMO_ENVIRONMENT).stat().st_mode & 0o777 == 0o600


def test_a_database_of_ones_own_is_never_mixed_with_the_demos(bare_pytake: Callable[..., Result]) -> None:
    write_demo_environment(ENOUGH)

    result = bare_pytake("tenant", "create", "Aurora", "--slug", "aurora", DATABASE_URL="postgresql://mine")

    assert "REDIS_URL is missing" in result.output


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("PYTAKE_TRUSTED_PROXIES", "10.0.0.0/8,proxy", "PYTAKE_TRUSTED_PROXIES"),
        ("PYTAKE_TRUSTED_PROXIES", "10.0.0.1/8", "has host bits set"),
        ("PYTAKE_DASHBOARD_ORIGINS", "app.example.com", "must be origins, such as https://app.example.com"),
        ("PYTAKE_DASHBOARD_ORIGINS", "https://app.example.com/login", "must be origins"),
        ("PYTAKE_DASHBOARD_ORIGINS", "*", "must be origins"),
        ("PYTAKE_REQUEST_RATE", "10", "must be requests a second and at once, such as 10/100"),
        ("PYTAKE_REQUEST_RATE", "0/100", "must be a number between 1 and 1000000"),
        ("PYTAKE_REQUEST_SECONDS", "0", "must be a number between 1 and 600"),
    ],
)
def test_a_wrong_limit_is_named(name: str, value: str, message: str) -> None:
    with pytest.raises(SettingsError, match=name) as refused:
        read_settings({**ENOUGH, name: value})

    assert message in str(refused.value)


def test_limits_are_read() -> None:
    read = read_settings(
        {
            **ENOUGH,
            "PYTAKE_TRUSTED_PROXIES": "10.0.0.0/8, fd00::/8,192.0.2.7",
            "PYTAKE_DASHBOARD_ORIGINS": "https://App.example.com/, http://localhost:5173",
            "PYTAKE_REQUEST_RATE": "5/50",
        }
    )

    assert read.trusted_proxies == ("10.0.0.0/8", "fd00::/8", "192.0.2.7/32")
    assert read.dashboard_origins == ("https://app.example.com", "http://localhost:5173")
    assert (read.request_rate, read.tenant_request_rate, read.request_seconds) == ((5, 50), (100, 1000), 30)
