"""A number's state is asked of its provider."""

from datetime import datetime

from application.ports.clock import Clock
from application.ports.counters import Counters
from application.ports.lanes import LaneKind
from application.ports.providers import Providers
from application.ports.secrets import SecretBox, SecretUnreadableError
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.ports.whatsapp import NumberInfo, ProviderRefusedError
from application.whatsapp.credentials import credentials_of
from application.whatsapp.hear_notice import RefreshNumberOf
from application.whatsapp.tell_managers import tell_managers
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.config import WhatsAppConfig
from domain.whatsapp.errors import ConfigNotFoundError
from domain.whatsapp.number_state import NumberState, learn_state


class RefreshNumber:
    """Write down what the provider says. Idempotent. What it refuses is not a matter of this: the sending shows it."""

    def __init__(
        self, *, uow: UnitOfWork, providers: Providers, secrets: SecretBox, clock: Clock, counters: Counters
    ) -> None:
        self._uow, self._providers, self._secrets = uow, providers, secrets
        self._clock, self._counters = clock, counters

    async def __call__(self, job: RefreshNumberOf) -> None:
        """Do the job; a number that was removed meanwhile is nobody's."""
        try:
            await self.refresh(job.tenant_id, job.config_id)
        except ConfigNotFoundError:
            return

    async def refresh(self, tenant_id: TenantId, config_id: WhatsAppConfigId) -> bool:
        """Ask, and write what is new; say whether it answered. Raises ConfigNotFoundError."""
        async with self._uow(tenant_id) as tx:
            config = await tx.whatsapp_configs.get(config_id)
        try:
            credentials = await credentials_of(config, tenant_id=tenant_id, secrets=self._secrets)
            info = await self._providers.of(config.api_type).gateway.number(credentials)
        except (ProviderRefusedError, SecretUnreadableError) as error:
            self._counters.count("number_checks_failed", reason=type(error).__name__)
            return False
        now = self._clock.now()
        async with self._uow(tenant_id) as tx:
            await _learn(tx, await tx.whatsapp_configs.get(config_id), info, now=now)
        return True


async def _learn(tx: Transaction, config: WhatsAppConfig, info: NumberInfo, *, now: datetime) -> None:
    """Save it, tell people of what is new to them, and let the number go on where it may again."""
    was_paused = config.paused_until is not None
    state = NumberState(
        quality=info.quality_rating,
        tier=info.messaging_tier,
        throughput=info.throughput_level,
        verified_name=info.verified_name,
        status=info.status,
        name_status=info.name_status,
        verification=info.verification,
        is_on_phone_app=info.is_on_phone_app,
    )
    if learn_state(config, state, at=now):
        await tell_managers(tx, config, change="state")
    await tx.whatsapp_configs.save(config)
    if was_paused and config.paused_until is None:
        tx.lanes.wake(LaneKind.NUMBER, str(config.id), due_at=now)
