"""What a company may call itself and decide; each check names the fields that are wrong."""

import re
from collections.abc import Iterator
from ipaddress import ip_address, ip_network
from urllib.parse import urlsplit

from domain.shared.errors import ErrorDetail
from domain.shared.phrases import phrase
from domain.tenants.currencies import CURRENCIES
from domain.tenants.plans import Limits
from domain.tenants.settings import Branding, RateLimits, SecurityPolicy, TenantSettings
from domain.tenants.tenant import Tenant

LANGUAGES = ("pt-BR", "en")
MAX_NAME = 200
"""A line on the widest screen."""
MAX_LIMIT = 10**12
"""More than anybody has of anything, and well within what the database counts."""

MAX_NETWORKS = 100
"""All are looked through at each request."""
MAX_ORIGINS = 20
"""Dashboards of one company; all are looked through at each request of a browser."""
MAX_ADDRESS = 500
MAX_SESSION_HOURS = 720
"""A month: who is away for longer logs in again."""
MAX_REQUESTS_PER_SECOND = 200
"""What one tenant may take of a platform that many share; an API process answers some thousands a second."""
MAX_BURST = 2_000
MAX_AWAY_MINUTES = 24 * 60
MAX_STICKY_DAYS = 365
"""After a year nobody remembers whom they spoke with."""

_STATES = "AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO"
HOLIDAY_REGIONS = frozenset(("BR", *(f"BR-{state}" for state in _STATES.split())))
"""Whose public holidays are known (ISO 3166-2)."""

RESERVED_SLUGS = frozenset(
    ("admin", "api", "app", "assets", "auth", "docs", "help", "mail", "platform", "static", "status", "support", "ws",
     "www")
)  # fmt: skip
"""Names that addresses of the platform itself have, or will have."""

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
"""A DNS label, for it becomes one."""
_DOMAIN = re.compile(r"(?=.{4,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})")
"""A host's name of two labels or more, international ones in their ASCII form (punycode)."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_ORIGIN = re.compile(r"(?:https://|http://(?=localhost\b))[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?")
"""What a browser says of a page: scheme, host, perhaps a port; plain http on one's own machine only."""


def wrong_in_tenant(tenant: Tenant) -> tuple[ErrorDetail, ...]:
    """Find what is wrong with a company's names and language; whether its time zone is one, the machine knows."""
    checks = {
        "name": (phrase("1 to 200 characters, and no line breaks"), is_name(tenant.name)),
        "slug": (
            phrase("1 to 63 lower-case letters, digits and hyphens between them, and no name of the platform's own"),
            is_slug(tenant.slug),
        ),
        "domain": (
            phrase("a domain such as atende.aurora.com.br: no scheme, international names in punycode"),
            tenant.domain is None or is_domain(tenant.domain),
        ),
        "language": (phrase("pt-BR or en"), tenant.language in LANGUAGES),
    }
    wrong = [ErrorDetail.of(field, text) for field, (text, is_right) in checks.items() if not is_right]
    return (*wrong, *_wrong_limits(tenant.limits))


def wrong_in_settings(settings: TenantSettings) -> tuple[ErrorDetail, ...]:
    """Find what is wrong with a company's own settings."""
    checks = {
        "currency": (phrase("a currency of ISO 4217, such as BRL"), settings.currency in CURRENCIES),
        "away_after_minutes": (
            phrase("between 1 and {limit}", limit=MAX_AWAY_MINUTES),
            1 <= settings.away_after_minutes <= MAX_AWAY_MINUTES,
        ),
        "return_after_minutes": (
            phrase("between 1 and {limit}", limit=MAX_AWAY_MINUTES),
            1 <= settings.return_after_minutes <= MAX_AWAY_MINUTES,
        ),
        "sticky_agent_days": (
            phrase("between 0 and {limit}", limit=MAX_STICKY_DAYS),
            0 <= settings.sticky_agent_days <= MAX_STICKY_DAYS,
        ),
        "holiday_region": (
            phrase("BR, or a state of Brazil such as BR-SP"),
            settings.holiday_region in HOLIDAY_REGIONS,
        ),
    }
    wrong = [ErrorDetail.of(field, text) for field, (text, is_right) in checks.items() if not is_right]
    parts = (_wrong_branding(settings.branding), _wrong_security(settings.security), _wrong_rates(settings.rate_limits))
    return (*wrong, *(one for part in parts for one in part), *_wrong_origins(settings.dashboard_origins))


def is_name(name: str) -> bool:
    """Whether it is a line of text."""
    return bool(name.strip()) and len(name) <= MAX_NAME and name.isprintable()


def is_slug(slug: str) -> bool:
    """Whether it may be a company's short name."""
    return bool(_SLUG.fullmatch(slug)) and slug[2:4] != "--" and slug not in RESERVED_SLUGS


def is_domain(domain: str) -> bool:
    """Whether it is a domain's name as DNS has it."""
    return bool(_DOMAIN.fullmatch(domain))


def excludes(networks: tuple[str, ...], address: str | None) -> bool:
    """Whether an allow-list would keep this address out; one that is not known is out of all."""
    if not networks:
        return False
    try:
        known = ip_address(address or "")
    except ValueError:
        return True
    forms = {known, getattr(known, "ipv4_mapped", None) or known}
    return not any(form in ip_network(network) for network in networks for form in forms)


def _wrong_limits(limits: Limits) -> Iterator[ErrorDetail]:
    for metric, most in limits.items():
        if most is not None and not 0 <= most <= MAX_LIMIT:
            yield ErrorDetail(
                field=f"limits.{metric.value}",
                message="between 0 and {limit}, or null for no limit",
                values={"limit": MAX_LIMIT},
            )


def _wrong_branding(branding: Branding) -> Iterator[ErrorDetail]:
    if branding.name is not None and not is_name(branding.name):
        yield ErrorDetail(field="branding.name", message="1 to 200 characters, and no line breaks")
    for field, colour in (("primary_color", branding.primary_color), ("secondary_color", branding.secondary_color)):
        if colour is not None and not _COLOUR.fullmatch(colour):
            yield ErrorDetail(field=f"branding.{field}", message="a colour such as #0f766e")
    if branding.logo_url is not None and not _is_https(branding.logo_url):
        yield ErrorDetail(field="branding.logo_url", message="an https address")


def _wrong_security(policy: SecurityPolicy) -> Iterator[ErrorDetail]:
    if len(policy.allowed_networks) > MAX_NETWORKS:
        yield ErrorDetail(field="security.allowed_networks", message="at most {limit}", values={"limit": MAX_NETWORKS})
    for place, network in enumerate(policy.allowed_networks):
        if not _is_network(network):
            field = f"security.allowed_networks[{place}]"
            yield ErrorDetail(field=field, message="an address or a network such as 203.0.113.0/24 or 2001:db8::/32")
    if policy.session_hours is not None and not 1 <= policy.session_hours <= MAX_SESSION_HOURS:
        yield ErrorDetail(
            field="security.session_hours", message="between 1 and {limit}", values={"limit": MAX_SESSION_HOURS}
        )


def _wrong_rates(rates: RateLimits) -> Iterator[ErrorDetail]:
    if rates.requests_per_second is not None and not 1 <= rates.requests_per_second <= MAX_REQUESTS_PER_SECOND:
        yield ErrorDetail(
            field="rate_limits.requests_per_second",
            message="between 1 and {limit}",
            values={"limit": MAX_REQUESTS_PER_SECOND},
        )
    if rates.burst is not None and not 1 <= rates.burst <= MAX_BURST:
        yield ErrorDetail(field="rate_limits.burst", message="between 1 and {limit}", values={"limit": MAX_BURST})


def _wrong_origins(origins: tuple[str, ...]) -> Iterator[ErrorDetail]:
    if len(origins) > MAX_ORIGINS:
        yield ErrorDetail(field="dashboard_origins", message="at most {limit}", values={"limit": MAX_ORIGINS})
    for place, origin in enumerate(origins):
        if len(origin) > MAX_ADDRESS or not _ORIGIN.fullmatch(origin):
            yield ErrorDetail(field=f"dashboard_origins[{place}]", message="such as https://painel.aurora.com.br")


def _is_https(address: str) -> bool:
    if len(address) > MAX_ADDRESS or not address.isprintable() or " " in address:
        return False
    try:
        parts = urlsplit(address)
        return parts.scheme == "https" and bool(parts.hostname) and parts.username is None and parts.port != 0
    except ValueError:
        return False


def _is_network(network: str) -> bool:
    if "%" in network:  # a scope is a machine's own
        return False
    try:
        ip_network(network)
    except ValueError:
        return False
    return True
