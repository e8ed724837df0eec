"""What the HTTP application may be told from outside."""

import msgspec

from entrypoints.http.dashboard.files import BUILT

MAX_BODY_BYTES = 3 * 1024 * 1024
"""A flow document may have 2 MiB (`domain.flows.limits`), with spaces and its envelope somewhat more."""


class Rates(msgspec.Struct, frozen=True, kw_only=True):
    """How fast one may call, where a company says nothing else: one caller, and all of a company's together."""

    per_second: float = 10
    burst: int = 100
    tenant_per_second: float = 100
    tenant_burst: int = 1_000
    heavy_per_second: float = 1 / 12
    heavy_burst: int = 10
    """An export costs seconds of a worker: five a minute for a company, ten at once."""
    rare_per_second: float = 1 / 30
    rare_burst: int = 10
    """Nobody registers a company, or forgets a password, more than ten times in a row."""


class HttpSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Settings of the HTTP application. `public_url` is how callers reach it.

    `trusted_proxies` are CIDR blocks whose X-Forwarded-For is believed; `dashboard_origins` may call from a browser.
    """

    version: str
    public_url: str = ""
    max_body_bytes: int = MAX_BODY_BYTES
    trusted_proxies: tuple[str, ...] = ()
    dashboard_origins: tuple[str, ...] = ()
    dashboard: str = str(BUILT)
    """The folder of the built dashboard; nothing is served from one that has none."""
    request_seconds: float = 30
    rates: Rates = Rates()

    @property
    def is_behind_tls(self) -> bool:
        """Whether callers reach us by https, so that browsers may be told to never try anything else."""
        return self.public_url.startswith("https://")
