"""A number's webhooks are asked for."""

from application.ports.providers import Providers
from application.ports.secrets import SecretBox
from application.ports.unit_of_work import UnitOfWork
from application.ports.whatsapp import ProviderRefusedError
from application.whatsapp.credentials import credentials_of
from domain.shared.errors import ConflictError
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.config import ApiType


class SubscriptionRefusedError(ConflictError):
    """The provider did not accept the callback address; the message says why."""

    code = "SUBSCRIPTION_REFUSED"


class SubscribeConfig:
    """For the operator of the platform: have Meta send an account's webhooks to this server."""

    def __init__(self, *, uow: UnitOfWork, providers: Providers, secrets: SecretBox) -> None:
        self._uow, self._providers, self._secrets = uow, providers, secrets

    async def subscribe(self, tenant_id: TenantId, config_id: WhatsAppConfigId, *, callback_url: str) -> None:
        """Subscribe: Meta asks the address for its verify token first, Evolution API gets it as a part of the address.

        Raises SubscriptionRefusedError.
        """
        async with self._uow(tenant_id) as tx:
            config = await tx.whatsapp_configs.get(config_id)
        credentials = await credentials_of(config, tenant_id=tenant_id, secrets=self._secrets)
        secret = f"/{credentials.verify_token}" if config.api_type is ApiType.EVOLUTION else ""
        gateway = self._providers.of(config.api_type).gateway
        try:
            await gateway.subscribe(credentials, callback_url=f"{callback_url}{secret}")
        except ProviderRefusedError as error:
            raise SubscriptionRefusedError(str(error)) from error
