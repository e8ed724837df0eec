"""What a company changes of its own settings: what is absent stays, what is null is as it was at first."""

from typing import Any, TypeVar

import msgspec
from msgspec import NODEFAULT, UNSET, UnsetType

S = TypeVar("S", bound=msgspec.Struct)


class BrandingChange(msgspec.Struct, frozen=True, kw_only=True):
    """How the company looks to its people."""

    name: str | UnsetType | None = UNSET
    logo_url: str | UnsetType | None = UNSET
    primary_color: str | UnsetType | None = UNSET
    secondary_color: str | UnsetType | None = UNSET


class SecurityChange(msgspec.Struct, frozen=True, kw_only=True):
    """What the company asks of its people's logins."""

    two_factor_required: bool | UnsetType | None = UNSET
    allowed_networks: tuple[str, ...] | UnsetType | None = UNSET
    session_hours: int | UnsetType | None = UNSET


class RateLimitsChange(msgspec.Struct, frozen=True, kw_only=True):
    """How fast the company may call."""

    requests_per_second: int | UnsetType | None = UNSET
    burst: int | UnsetType | None = UNSET


class SettingsChange(msgspec.Struct, frozen=True, kw_only=True):
    """What a company decides for itself."""

    currency: str | UnsetType | None = UNSET
    branding: BrandingChange | UnsetType | None = UNSET
    security: SecurityChange | UnsetType | None = UNSET
    rate_limits: RateLimitsChange | UnsetType | None = UNSET
    dashboard_origins: tuple[str, ...] | UnsetType | None = UNSET
    away_after_minutes: int | UnsetType | None = UNSET
    return_after_minutes: int | UnsetType | None = UNSET
    sticky_agent_days: int | UnsetType | None = UNSET
    holiday_region: str | UnsetType | None = UNSET


def merged(value: S, change: msgspec.Struct) -> S:
    """Give `value` with what `change` names, part by part; a null is the field's own default."""
    return msgspec.structs.replace(value, **_new_fields(value, change))


def _new_fields(value: msgspec.Struct, change: msgspec.Struct) -> dict[str, Any]:  # Any: a field of whatever type
    fields: dict[str, Any] = {}
    for field in msgspec.structs.fields(value):
        asked = getattr(change, field.name, UNSET)
        if asked is None:
            fields[field.name] = field.default if field.default is not NODEFAULT else field.default_factory()
        elif isinstance(asked, msgspec.Struct):
            fields[field.name] = merged(getattr(value, field.name), asked)
        elif asked is not UNSET:
            fields[field.name] = asked
    return fields
