"""A number's token, secrets or ids are entered again."""

import msgspec

from application.ports.secrets import SecretBox
from application.ports.unit_of_work import UnitOfWork
from application.whatsapp.credentials import place
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
        async with self._uow(tenant_id) as tx:
            config = await tx.whatsapp_configs.get(config_id)
            self._change(config, given, tenant_id=tenant_id)
            await tx.whatsapp_configs.save(config)

    def _change(self, config: WhatsAppConfig, given: dict[str, str], *, tenant_id: TenantId) -> None:
        for field, value in given.items():
            if field in {"phone_number_id", "business_account_id"}:
                setattr(config, field, value.strip())
            else:
                sealed = self._secrets.seal(value, place=place(tenant_id, config.id, field))
                setattr(config, f"{field}_sealed", sealed)


def _check(given: dict[str, str]) -> None:
    blank = tuple(
        ErrorDetail(field=name, message="must not be empty") for name, text in given.items() if not text.strip()
    )
    if blank or not given:
        raise InvalidError("Say what is to be renewed.", details=blank)
