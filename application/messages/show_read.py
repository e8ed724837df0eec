"""A contact sees that their message was read."""

from application.messages.received import ProviderTools, credentials_for, received_of
from application.ports.receipts import ShowRead
from application.ports.whatsapp import ProviderRefusedError


class ShowReadHandler:
    """Show a contact that their message was read. Does ShowRead; a refusal is counted, and nothing more is tried."""

    def __init__(self, tools: ProviderTools) -> None:
        self._tools = tools

    async def __call__(self, job: ShowRead) -> None:
        """Tell the provider, where it shows such things."""
        async with self._tools.uow(job.tenant_id) as tx:
            message = await tx.messages.get(job.message_id)
            received = None if message is None else await received_of(tx, message)
        if received is None:
            return
        provider = self._tools.providers.of(received.config.api_type)
        if provider.capabilities.has_read_marks:
            credentials = await credentials_for(self._tools, received, tenant_id=job.tenant_id)
            try:
                await provider.gateway.mark_read(received.id, sender=received.sender, credentials=credentials)
            except ProviderRefusedError:
                self._tools.counters.count("receipts_refused", kind="read")
