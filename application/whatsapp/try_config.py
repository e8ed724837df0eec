"""A number is tried, all the way round."""

from application.ports.providers import Providers
from application.ports.secrets import SecretBox
from application.ports.unit_of_work import UnitOfWork
from application.ports.webhook_probe import WebhookProbe
from application.ports.whatsapp import Credentials, ProviderRefusedError
from application.shared.actor import Actor
from application.whatsapp.callbacks import Callbacks
from application.whatsapp.credentials import credentials_of
from application.whatsapp.prove_config import ConfigProof, ProveConfig
from application.whatsapp.provider_hops import SUBSCRIBE, Hop
from domain.identity.permissions import Permission
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.config import ApiType, WhatsAppConfig

COME_IN = "Let PYTAKE_PUBLIC_URL and every proxy lead webhooks here unchanged; pytake doctor says where they stop."


class TryConfig:
    """Ask the provider about a number, and deliver to its address as the provider would. Needs whatsapp:manage.

    After the hops of ProveConfig: the provider sends webhooks to an address of ours, and one that we sign with the
    number's own secret comes in through it. Evolution signs nothing, so that last one is Meta's alone.
    """

    def __init__(
        self,
        *,
        uow: UnitOfWork,
        prove: ProveConfig,
        providers: Providers,
        secrets: SecretBox,
        callbacks: Callbacks,
        probe: WebhookProbe,
    ) -> None:
        self._uow, self._prove, self._providers, self._secrets = uow, prove, providers, secrets
        self._callbacks, self._probe = callbacks, probe

    async def __call__(self, actor: Actor, config_id: WhatsAppConfigId) -> ConfigProof:
        """Try each hop until one breaks. Raises ConfigNotFoundError."""
        actor.require(Permission.WHATSAPP_MANAGE)
        proof = await self._prove.prove(actor.tenant_id, config_id)
        if not proof.ok:
            return proof
        more = await self._webhook_hops(actor.tenant_id, config_id)
        return ConfigProof(ok=all(hop.ok for hop in more), hops=[*proof.hops, *more])

    async def _webhook_hops(self, tenant_id: TenantId, config_id: WhatsAppConfigId) -> list[Hop]:
        async with self._uow(tenant_id) as tx:
            config = await tx.whatsapp_configs.get(config_id)
        credentials = await credentials_of(config, tenant_id=tenant_id, secrets=self._secrets)
        address = self._callbacks.of(config.id, credentials)
        callback = await self._callback(config, credentials, address)
        if not callback.ok or config.api_type is ApiType.EVOLUTION:
            return [callback]
        seen = await self._probe.deliver(address, credentials=credentials)
        return [callback, Hop(name="loop-back", ok=seen is None, detail=seen or "", fix=COME_IN if seen else "")]

    async def _callback(self, config: WhatsAppConfig, credentials: Credentials, address: str) -> Hop:
        """See where the provider sends the number's webhooks; where it does not say, the loop-back must do."""
        try:
            told = (await self._providers.of(config.api_type).gateway.number(credentials)).callback_url
        except ProviderRefusedError as error:
            return Hop(name="callback", ok=False, detail=str(error), fix=SUBSCRIBE)
        if told is None or told in {address, self._callbacks.shared}:
            return Hop(name="callback", ok=True)
        return Hop(name="callback", ok=False, detail="the provider sends the webhooks elsewhere", fix=SUBSCRIBE)
