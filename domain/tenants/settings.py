"""What a company decides for itself."""

import msgspec


class Branding(msgspec.Struct, frozen=True, kw_only=True):
    """How the company looks to its people. Colours are `#rrggbb`; the logo is an https address."""

    name: str | None = None
    logo_url: str | None = None
    primary_color: str | None = None
    secondary_color: str | None = None


class SecurityPolicy(msgspec.Struct, frozen=True, kw_only=True):
    """What the company asks of its people's logins.

    `allowed_networks` are CIDR blocks, none means any; `session_hours` is the longest a session lasts without a login.
    """

    two_factor_required: bool = False
    allowed_networks: tuple[str, ...] = ()
    session_hours: int | None = None


class RateLimits(msgspec.Struct, frozen=True, kw_only=True):
    """How fast the company's programs and people may call, all together; None is the platform's default."""

    requests_per_second: int | None = None
    burst: int | None = None


class TenantSettings(msgspec.Struct, frozen=True, kw_only=True):
    """A company's own settings. `currency` is ISO 4217; `dashboard_origins` may call the API from a browser.

    Who is away or gone for `return_after_minutes` keeps no unanswered conversations. A contact comes to their last
    agent again within `sticky_agent_days`; 0 is never. `holiday_region` is whose public holidays are observed.
    """

    currency: str = "BRL"
    branding: Branding = Branding()
    security: SecurityPolicy = SecurityPolicy()
    rate_limits: RateLimits = RateLimits()
    dashboard_origins: tuple[str, ...] = ()
    away_after_minutes: int = 10
    return_after_minutes: int = 15
    sticky_agent_days: int = 7
    holiday_region: str = "BR"
