"""A company decides for itself: its settings."""

import msgspec
from msgspec import UNSET, UnsetType

from application.shared.actor import Actor
from application.shared.time_zones import wrong_time_zone
from application.tenants.administration import Administration
from application.tenants.settings_change import SettingsChange, merged
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, InvalidError
from domain.tenants.checks import excludes, wrong_in_settings, wrong_in_tenant
from domain.tenants.tenant import Tenant


class UpdateSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What changes; None is nothing. `version` is the one that was read, where the caller cares."""

    name: str | UnsetType = UNSET
    time_zone: str | UnsetType = UNSET
    language: str | UnsetType = UNSET
    settings: SettingsChange = SettingsChange()
    version: int | None = None


class UpdateSettingsHandler:
    """Change what a company decides for itself. Needs tenant:manage.

    An allow-list that would keep out the one who sets it is refused: nobody could take it back.
    """

    def __init__(self, administration: Administration) -> None:
        self._administration = administration

    async def __call__(self, actor: Actor, command: UpdateSettings) -> None:
        """Write them. Raises StaleVersionError, InvalidError."""
        actor.require(Permission.TENANT_MANAGE)

        def update(tenant: Tenant) -> None:
            tenant.name = tenant.name if command.name is UNSET else command.name.strip()
            tenant.time_zone = tenant.time_zone if command.time_zone is UNSET else command.time_zone
            tenant.language = tenant.language if command.language is UNSET else command.language
            tenant.settings = merged(tenant.settings, command.settings)
            if wrong := (*_wrong(tenant), *_lockout(tenant, actor)):
                raise InvalidError("The settings cannot be so.", details=wrong)

        await self._administration.change(
            actor.tenant_id, update, action=AuditAction.TENANT_UPDATED, by=actor.author, version=command.version
        )


def _wrong(tenant: Tenant) -> tuple[ErrorDetail, ...]:
    return (*wrong_in_tenant(tenant), *wrong_time_zone(tenant.time_zone), *wrong_in_settings(tenant.settings))


def _lockout(tenant: Tenant, actor: Actor) -> tuple[ErrorDetail, ...]:
    networks = tenant.settings.security.allowed_networks
    if wrong_in_settings(tenant.settings) or not excludes(networks, actor.origin.ip):
        return ()
    field = "security.allowed_networks"
    return (ErrorDetail(field=field, message="your own address must be among them, or you could not come back"),)
