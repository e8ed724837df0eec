"""A number's token, secrets or ids are entered again."""

import msgspec

from application.ports.audit import Subject
from application.ports.secrets import SecretBox
from application.ports.unit_of_work import UnitOfWork
from application.whatsapp.credentials import place
from domain.audit.actions import AuditAction
from domain.audit.author import CONSOLE
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.config import WhatsAppConfig


class RenewConfig(msgspec.Struct, frozen=True, kw_only=True):
    """What is entered again; None leaves it as it is."""

    access_token: str | None = None
    app_secret: str | None = None
    verify_token: str | None = None
    phone_number_id: str | None = None
    business_account_id: str | None = None

    def __repr__(self) -> str:
        """Show no secret."""
        return f"RenewConfig(phone_number_id={self.phone_number_id!r})"


class RenewConfigHandler:
    """For the operator of the platform: replace what a number is reached by. What is not given stays."""

    def __init__(self, *, uow: UnitOfWork, secrets: SecretBox) -> None:
        self._uow, self._secrets = uow, secrets

    async def renew(self, tenant_id: TenantId, config_id: WhatsAppConfigId, command: RenewConfig) -> None:
        """Write it, webhooks' route included. Raises ConfigNotFoundError, NumberTakenError, InvalidError."""
        given = {field: value for field, value in msgspec.structs.asdict(command).items() if value is not None}
        _check(given)
        fields: dict[str, str | bytes] = {
            name: value.strip() for name, value in given.items() if name in {"phone_number_id", "business_account_id"}
        }
        for name in given.keys() - fields.keys():
            fields[f"{name}_sealed"] = await self._sealed(name, given[name], tenant_id=tenant_id, config_id=config_id)
        async with self._uow(tenant_id) as tx:
            config = await tx.whatsapp_configs.get(config_id)
            before = _told(config)
            _change(config, fields)
            await tx.whatsapp_configs.save(config)
            tx.audit.record(
                AuditAction.WHATSAPP_CONFIG_RENEWED,
                by=CONSOLE,
                on=Subject(type="whatsapp_config", id=config_id),
                before=before,
                after={**_told(config), "renewed": sorted(given)},
            )

    async def _sealed(self, field: str, value: str, *, tenant_id: TenantId, config_id: WhatsAppConfigId) -> bytes:
        return await self._secrets.seal(value, tenant_id=tenant_id, place=place(config_id, field))


def _told(config: WhatsAppConfig) -> dict[str, object]:
    return {"phone_number_id": config.phone_number_id, "business_account_id": config.business_account_id}


def _change(config: WhatsAppConfig, fields: dict[str, str | bytes]) -> None:
    for field, value in fields.items():
        setattr(config, field, value)


def _check(given: dict[str, str]) -> None:
    blank = tuple(
        ErrorDetail(field=name, message="must not be empty") for name, text in given.items() if not text.strip()
    )
    if blank or not given:
        raise InvalidError("Say what is to be renewed.", details=blank)
