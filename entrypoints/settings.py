"""What the environment says, read once; everything that is missing or wrong is named at once."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import msgspec

from entrypoints.setting_values import (
    files_url,
    lifetime,
    listed,
    log_format,
    mail_from,
    mail_url,
    master_key,
    master_keys,
    networks,
    number,
    origins,
    rate,
    servers,
    url,
)

T = TypeVar("T")

MASTER_KEY, MASTER_KEY_FILE = "PYTAKE_MASTER_KEY", "PYTAKE_MASTER_KEY_FILE"
"""One or the other."""


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
    dashboard: str
    request_rate: tuple[int, int]
    tenant_request_rate: tuple[int, int]
    request_seconds: int
    mail_url: str
    mail_from: str
    audit_anchors: str
    files_url: str
    s3_keys: str
    media_hosts: tuple[str, ...]
    api_origins: tuple[str, ...]
    ai_origins: tuple[str, ...]
    erp_url: str
    erp_token: str
    erp_company: str
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


VARIABLES: dict[str, Variable] = {
    field: Variable(name=name, meaning=meaning, default=default, read=read)
    for field, name, default, read, meaning in (
        ("database_url", "DATABASE_URL", None, url("postgresql", "postgres"),
         "PostgreSQL 15 or newer, as the login that may take the roles pytake_app and pytake_platform"),
        ("database_owner_url", "DATABASE_OWNER_URL", "", str,
         "the same database as its owner, for `pytake migrate`; DATABASE_URL when empty"),
        ("redis_url", "REDIS_URL", None, url("redis", "rediss", "unix"), "Redis 6.2 or newer"),
        ("master_key", MASTER_KEY, None, master_key,
         "opens the keys that seal the secrets in the database; lose it and they are lost (docs/guides/keys.md)"),
        ("master_key_file", MASTER_KEY_FILE, "", str,
         "a file that holds the master key, instead of PYTAKE_MASTER_KEY"),
        ("previous_master_keys", "PYTAKE_PREVIOUS_MASTER_KEYS", "", master_keys,
         "master keys that were replaced, comma separated, until `pytake keys rotate-master` has ended"),
        ("public_url", "PYTAKE_PUBLIC_URL", "http://127.0.0.1:8000", url("http", "https"),
         "where the world reaches this server, for webhook addresses and tokens"),
        ("host", "PYTAKE_HOST", "127.0.0.1", str, "the address to listen on"),
        ("port", "PYTAKE_PORT", "8000", number(1, 65_535), "the port to listen on"),
        ("whatsapp_base_url", "WHATSAPP_BASE_URL", "https://graph.facebook.com", url("http", "https"),
         "Meta's Graph API, or the simulator"),
        ("whatsapp_api_version", "WHATSAPP_API_VERSION", "v25.0", str, "the Graph API's version"),
        ("whatsapp_app_secrets", "WHATSAPP_APP_SECRETS", "", listed,
         "secrets of the platform's own Meta app, comma separated, for the shared webhook address"),
        ("whatsapp_verify_token", "WHATSAPP_VERIFY_TOKEN", "", lambda text: text or None,
         "verify token of the shared webhook address"),
        ("evolution_servers", "EVOLUTION_SERVERS", "", servers,
         ("addresses, by commas, of the Evolution API servers that companies may connect numbers of, such as"
          " `https://evolution.example.com`; `*` for any, where every company is trusted with this machine's network")),
        ("access_token_lifetime", "PYTAKE_ACCESS_TOKEN_MINUTES", "15", lifetime,
         "minutes that an access token is good, up to 1440"),
        ("worker_concurrency", "PYTAKE_WORKER_CONCURRENCY", "16", number(1, 500),
         "lanes that a worker process handles at once"),
        ("trusted_proxies", "PYTAKE_TRUSTED_PROXIES", "", networks,
         "proxies before this server, CIDR blocks by commas, whose X-Forwarded-For is believed"),
        ("dashboard_origins", "PYTAKE_DASHBOARD_ORIGINS", "", origins,
         "origins, by commas, whose pages may call the API from a browser, such as `https://app.example.com`"),
        ("dashboard", "PYTAKE_DASHBOARD", "", str,
         "the folder of a built dashboard; without, the one that `make dashboard` built beside the code, if any"),
        ("request_rate", "PYTAKE_REQUEST_RATE", "10/100", rate,
         "requests a second, and at once, of one user, API key or anonymous address"),
        ("tenant_request_rate", "PYTAKE_TENANT_REQUEST_RATE", "100/1000", rate,
         "the same of a whole company, where it says nothing else"),
        ("request_seconds", "PYTAKE_REQUEST_SECONDS", "30", number(1, 600),
         "that a request may take; exports may take four times as long"),
        ("mail_url", "PYTAKE_MAIL_URL", "file:.pytake/outbox", mail_url,
         ("the SMTP server for e-mail to people with a login, `smtp://user:password@host:587?tls=starttls` (or"
          " `tls=tls`, `tls=none`); or a folder, `file:/path`, where each e-mail becomes a file and goes nowhere")),
        ("mail_from", "PYTAKE_MAIL_FROM", "PyTake <no-reply@localhost>", mail_from, "who that e-mail is from"),
        ("audit_anchors", "PYTAKE_AUDIT_ANCHORS", "", str,
         "a file outside the database where workers keep the ends of the audit chains every 5 minutes"),
        ("files_url", "PYTAKE_FILES", "file:.pytake/files", files_url,
         ("where conversations' files are kept: a folder that all processes share, `file:/path`, or a bucket,"
          " `s3://bucket?region=us-east-1&endpoint=https://host`")),
        ("s3_keys", "PYTAKE_S3_KEYS", "", str, "the bucket's `access key:secret key`; without, the machine's role"),
        ("media_hosts", "PYTAKE_MEDIA_HOSTS", "lookaside.fbsbx.com", listed,
         "hosts, by commas, that hand out what customers send; the host of WHATSAPP_BASE_URL may too"),
        ("api_origins", "PYTAKE_API_ORIGINS", "", origins,
         ("origins, by commas, of the operator's own servers, such as `http://10.0.0.5:8080`, that flows may call;"
          " otherwise they reach public addresses only, on ports 80 and 443")),
        ("ai_origins", "PYTAKE_AI_ORIGINS", "", origins,
         ("origins, by commas, of the operator's own language models, such as `http://10.0.0.5:11434`, that companies"
          " may choose; otherwise models are at public addresses only")),
        ("erp_url", "ERP_URL", "", lambda text: url("http", "https")(text) if text else "",
         "the system of an internet provider that flows may ask, in the simulator's protocol; none without it"),
        ("erp_token", "ERP_TOKEN", "", str, "what that system knows us by"),
        ("erp_company", "ERP_COMPANY", "", str, "the slug of the company whose system it is; no other may ask it"),
        ("log_format", "PYTAKE_LOG_FORMAT", "json", log_format, "json or console"),
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
