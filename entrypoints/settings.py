"""What the environment says, read once; everything that is missing or wrong is named at once."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import msgspec

from application.shared.master_key import parse_master_key
from domain.keys.lifetimes import LONGEST_ACCESS
from domain.whatsapp.instances import ANY_SERVER

T = TypeVar("T")

MASTER_KEY, MASTER_KEY_FILE = "PYTAKE_MASTER_KEY", "PYTAKE_MASTER_KEY_FILE"
"""One or the other."""
MOST_REQUESTS = 1_000_000
"""As good as no limit."""


class SettingsError(Exception):
    """Every setting that is missing or wrong, one a line, with what it should be."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How this installation runs. docs/reference/settings.md is made from `VARIABLES`."""

    database_url: str
    database_owner_url: str
    redis_url: str
    master_key: str
    master_key_file: str
    previous_master_keys: tuple[str, ...]
    public_url: str
    host: str
    port: int
    whatsapp_base_url: str
    whatsapp_api_version: str
    whatsapp_app_secrets: tuple[str, ...]
    whatsapp_verify_token: str | None
    evolution_servers: tuple[str, ...]
    access_token_lifetime: timedelta
    worker_concurrency: int
    trusted_proxies: tuple[str, ...]
    dashboard_origins: tuple[str, ...]
    request_rate: tuple[int, int]
    tenant_request_rate: tuple[int, int]
    request_seconds: int
    mail_url: str
    mail_from: str
    audit_anchors: str
    files_url: str
    s3_keys: str
    media_hosts: tuple[str, ...]
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
    parse_master_key(text)
    return text.strip()


def _master_keys(text: str) -> tuple[str, ...]:
    return tuple(_master_key(key) for key in _list(text))


def _lifetime(text: str) -> timedelta:
    return timedelta(minutes=_number(1, int(LONGEST_ACCESS.total_seconds() // 60))(text))


def _networks(text: str) -> tuple[str, ...]:
    return tuple(str(ip_network(block)) for block in _list(text))


def _origins(text: str) -> tuple[str, ...]:
    origins = tuple(origin.rstrip("/").lower() for origin in _list(text))
    for origin in origins:
        parts = urlsplit(origin)
        if parts.scheme not in {"http", "https"} or f"{parts.scheme}://{parts.netloc}" != origin or not parts.netloc:
            raise ValueError("must be origins, such as https://app.example.com")
    return origins


def _rate(text: str) -> tuple[int, int]:
    parts = text.split("/")
    if len(parts) != 2:  # noqa: PLR2004  # the two of the message
        raise ValueError("must be requests a second and at once, such as 10/100")
    return _number(1, MOST_REQUESTS)(parts[0]), _number(1, MOST_REQUESTS)(parts[1])


def _mail_url(text: str) -> str:
    if not text.startswith(("smtp://", "file:")):
        raise ValueError("must be smtp://user:password@host:587?tls=starttls, or file:/a/folder")
    return text


def _mail_from(text: str) -> str:
    if "@" not in text.strip("@"):
        raise ValueError("must be an e-mail address, or a name and one: PyTake <no-reply@example.com>")
    return text


def _files_url(text: str) -> str:
    if not text.startswith(("s3://", "file:")):
        raise ValueError("must be file:/a/folder, or s3://bucket?region=us-east-1&endpoint=https://s3.example.com")
    return text


def _servers(text: str) -> tuple[str, ...]:
    """Read addresses, or the one sign for any."""
    return tuple(part if part == ANY_SERVER else _url("http", "https")(part) for part in _list(text))


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
        ("master_key", MASTER_KEY, None, _master_key,
         "opens the keys that seal the secrets in the database; lose it and they are lost (docs/guides/keys.md)"),
        ("master_key_file", MASTER_KEY_FILE, "", str,
         "a file that holds the master key, instead of PYTAKE_MASTER_KEY"),
        ("previous_master_keys", "PYTAKE_PREVIOUS_MASTER_KEYS", "", _master_keys,
         "master keys that were replaced, comma separated, until `pytake keys rotate-master` has ended"),
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
        ("evolution_servers", "EVOLUTION_SERVERS", "", _servers,
         ("addresses, by commas, of the Evolution API servers that companies may connect numbers of, such as"
          " `https://evolution.example.com`; `*` for any, where every company is trusted with this machine's network")),
        ("access_token_lifetime", "PYTAKE_ACCESS_TOKEN_MINUTES", "15", _lifetime,
         "minutes that an access token is good, up to 1440"),
        ("worker_concurrency", "PYTAKE_WORKER_CONCURRENCY", "16", _number(1, 500),
         "lanes that a worker process handles at once"),
        ("trusted_proxies", "PYTAKE_TRUSTED_PROXIES", "", _networks,
         "proxies before this server, CIDR blocks by commas, whose X-Forwarded-For is believed"),
        ("dashboard_origins", "PYTAKE_DASHBOARD_ORIGINS", "", _origins,
         "origins, by commas, whose pages may call the API from a browser, such as `https://app.example.com`"),
        ("request_rate", "PYTAKE_REQUEST_RATE", "10/100", _rate,
         "requests a second, and at once, of one user, API key or anonymous address"),
        ("tenant_request_rate", "PYTAKE_TENANT_REQUEST_RATE", "100/1000", _rate,
         "the same of a whole company, where it says nothing else"),
        ("request_seconds", "PYTAKE_REQUEST_SECONDS", "30", _number(1, 600),
         "that a request may take; exports may take four times as long"),
        ("mail_url", "PYTAKE_MAIL_URL", "file:.pytake/outbox", _mail_url,
         ("the SMTP server for e-mail to people with a login, `smtp://user:password@host:587?tls=starttls` (or"
          " `tls=tls`, `tls=none`); or a folder, `file:/path`, where each e-mail becomes a file and goes nowhere")),
        ("mail_from", "PYTAKE_MAIL_FROM", "PyTake <no-reply@localhost>", _mail_from, "who that e-mail is from"),
        ("audit_anchors", "PYTAKE_AUDIT_ANCHORS", "", str,
         "a file outside the database where workers keep the ends of the audit chains every 5 minutes"),
        ("files_url", "PYTAKE_FILES", "file:.pytake/files", _files_url,
         ("where conversations' files are kept: a folder that all processes share, `file:/path`, or a bucket,"
          " `s3://bucket?region=us-east-1&endpoint=https://host`")),
        ("s3_keys", "PYTAKE_S3_KEYS", "", str, "the bucket's `access key:secret key`; without, the machine's role"),
        ("media_hosts", "PYTAKE_MEDIA_HOSTS", "lookaside.fbsbx.com", _list,
         "hosts, by commas, that hand out what customers send; the host of WHATSAPP_BASE_URL may too"),
        ("log_format", "PYTAKE_LOG_FORMAT", "json", _format, "json or console"),
    )
}  # fmt: skip


def value_of(variable: Variable, environment: Mapping[str, str]) -> object:
    """Read one variable. Raises ValueError with what is missing or wrong."""
    text = _text_of(variable, environment)
    if text is None:
        raise ValueError(f"is missing: {variable.meaning}")
    return variable.read(text)


def _text_of(variable: Variable, environment: Mapping[str, str]) -> str | None:
    text = environment.get(variable.name)
    file = environment.get(MASTER_KEY_FILE) if variable.name == MASTER_KEY else None
    if text and file:
        raise ValueError(f"is set, and {MASTER_KEY_FILE} too: keep one of them")
    if file:
        try:
            return Path(file).read_text(encoding="ascii")
        except (OSError, ValueError) as error:
            raise ValueError(f"cannot be read from {MASTER_KEY_FILE}: {error}") from error
    return text or variable.default


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Read every variable. Raises SettingsError with all that is wrong."""
    values: dict[str, object] = {}
    wrong: list[str] = []
    for field, variable in VARIABLES.items():
        try:
            values[field] = value_of(variable, environment)
        except ValueError as error:
            wrong.append(f"{variable.name} {error}")
    if wrong:
        raise SettingsError("\n".join(wrong))
    values["database_owner_url"] = values["database_owner_url"] or values["database_url"]
    return msgspec.convert(values, Settings)
