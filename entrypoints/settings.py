"""What the environment says, read once; everything that is missing or wrong is named at once."""

import base64
import binascii
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TypeVar

import msgspec

T = TypeVar("T")

MASTER_KEY_BYTES = 32
"""AES-256."""
LONGEST_ACCESS = timedelta(hours=24)
"""A stolen token is good until it ends."""


class SettingsError(Exception):
    """Every setting that is missing or wrong, one a line, with what it should be."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How this installation runs. docs/reference/settings.md is made from `VARIABLES`."""

    database_url: str
    database_owner_url: str
    redis_url: str
    master_key: str
    public_url: str
    host: str
    port: int
    whatsapp_base_url: str
    whatsapp_api_version: str
    whatsapp_app_secrets: tuple[str, ...]
    whatsapp_verify_token: str | None
    access_token_lifetime: timedelta
    worker_concurrency: int
    log_format: str

    def __repr__(self) -> str:
        """Show no secret."""
        return f"Settings(public_url={self.public_url!r})"


class Variable(msgspec.Struct, frozen=True, kw_only=True):
    """One environment variable: its meaning, its default (None where there is none), and how it is read."""

    name: str
    meaning: str
    default: str | None
    read: Callable[[str], object]


def _url(*schemes: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not text.startswith(tuple(f"{scheme}://" for scheme in schemes)):
            raise ValueError(f"must start with {' or '.join(f'{scheme}://' for scheme in schemes)}")
        return text.rstrip("/") if schemes[0] == "http" else text

    return read


def _number(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit()) or not low <= int(text) <= high:
            raise ValueError(f"must be a number between {low} and {high}")
        return int(text)

    return read


def _master_key(text: str) -> str:
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != MASTER_KEY_BYTES:
        raise ValueError("must be 32 random bytes in base64, as `pytake keys generate-master` prints them")
    return text


def _lifetime(text: str) -> timedelta:
    return timedelta(minutes=_number(1, int(LONGEST_ACCESS.total_seconds() // 60))(text))


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _format(text: str) -> str:
    if text not in {"json", "console"}:
        raise ValueError("must be json or console")
    return text


VARIABLES: dict[str, Variable] = {
    field: Variable(name=name, meaning=meaning, default=default, read=read)
    for field, name, default, read, meaning in (
        ("database_url", "DATABASE_URL", None, _url("postgresql", "postgres"),
         "PostgreSQL 15 or newer, as the login that may take the roles pytake_app and pytake_platform"),
        ("database_owner_url", "DATABASE_OWNER_URL", "", str,
         "the same database as its owner, for `pytake migrate`; DATABASE_URL when empty"),
        ("redis_url", "REDIS_URL", None, _url("redis", "rediss", "unix"), "Redis 6.2 or newer"),
        ("master_key", "PYTAKE_MASTER_KEY", None, _master_key,
         "seals the secrets in the database; lose it and they are lost"),
        ("public_url", "PYTAKE_PUBLIC_URL", "http://127.0.0.1:8000", _url("http", "https"),
         "where the world reaches this server, for webhook addresses and tokens"),
        ("host", "PYTAKE_HOST", "127.0.0.1", str, "the address to listen on"),
        ("port", "PYTAKE_PORT", "8000", _number(1, 65_535), "the port to listen on"),
        ("whatsapp_base_url", "WHATSAPP_BASE_URL", "https://graph.facebook.com", _url("http", "https"),
         "Meta's Graph API, or the simulator"),
        ("whatsapp_api_version", "WHATSAPP_API_VERSION", "v25.0", str, "the Graph API's version"),
        ("whatsapp_app_secrets", "WHATSAPP_APP_SECRETS", "", _list,
         "secrets of the platform's own Meta app, comma separated, for the shared webhook address"),
        ("whatsapp_verify_token", "WHATSAPP_VERIFY_TOKEN", "", lambda text: text or None,
         "verify token of the shared webhook address"),
        ("access_token_lifetime", "PYTAKE_ACCESS_TOKEN_MINUTES", "15", _lifetime,
         "minutes that an access token is good, up to 1440"),
        ("worker_concurrency", "PYTAKE_WORKER_CONCURRENCY", "16", _number(1, 500),
         "lanes that a worker process handles at once"),
        ("log_format", "PYTAKE_LOG_FORMAT", "json", _format, "json or console"),
    )
}  # fmt: skip


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Read every variable. Raises SettingsError with all that is wrong."""
    values: dict[str, object] = {}
    wrong: list[str] = []
    for field, variable in VARIABLES.items():
        text = environment.get(variable.name) or variable.default
        if text is None:
            wrong.append(f"{variable.name} is missing: {variable.meaning}")
            continue
        try:
            values[field] = variable.read(text)
        except ValueError as error:
            wrong.append(f"{variable.name} {error}")
    if wrong:
        raise SettingsError("\n".join(wrong))
    values["database_owner_url"] = values["database_owner_url"] or values["database_url"]
    return msgspec.convert(values, Settings)
