"""A number of an Evolution server gets its instance there, and the instance our address."""

from application.ports.clock import Clock
from application.ports.jobs import Job
from application.ports.linked_phones import Connection
from application.ports.whatsapp import ProviderRefusedError
from application.whatsapp.linked_phone import Linked, NoLinkedPhoneError, PhoneTools, linked
from application.whatsapp.note_connection import note_connection
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.config import ConnectionState
from domain.whatsapp.errors import ConfigNotFoundError
from domain.whatsapp.inbound import ConnectionChanged


class SettleInstanceOf(Job, frozen=True, kw_only=True, tag="settle_instance"):
    """Make or adopt the instance of a number that was connected."""

    tenant_id: TenantId
    config_id: WhatsAppConfigId


class SettleInstance:
    """Idempotent: an instance that is there is adopted, and its webhook is set to what it is already."""

    def __init__(self, *, tools: PhoneTools, clock: Clock) -> None:
        self._tools, self._clock = tools, clock

    async def __call__(self, job: SettleInstanceOf) -> None:
        """Do it; a server's no is kept with the number, for whoever looks at its connection."""
        try:
            phone = await linked(self._tools, job.tenant_id, job.config_id)
        except (ConfigNotFoundError, NoLinkedPhoneError):
            return
        try:
            address = self._tools.callbacks.of(phone.config.id, phone.credentials)
            await self._tools.phones.settle(phone.credentials, callback_url=address)
            found = await self._tools.phones.connection(phone.credentials)
        except ProviderRefusedError as error:
            found = Connection(state=ConnectionState.CLOSED, reason=f"server: {error.code}")
        await keep(self._tools, job.tenant_id, phone, found, clock=self._clock)


async def keep(tools: PhoneTools, tenant_id: TenantId, phone: Linked, found: Connection, *, clock: Clock) -> None:
    """Write down how the phone is, as if its server had told."""
    told = ConnectionChanged(
        state=found.state,
        reason=found.reason,
        phone_number=found.phone_number,
        profile_name=found.profile_name,
    )
    if told.state is ConnectionState.UNKNOWN:
        return
    async with tools.uow(tenant_id) as tx:
        config = await tx.whatsapp_configs.get(phone.config.id)
        await note_connection(tx, config, told, now=clock.now())
