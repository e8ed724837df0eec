"""A contact sees that an answer is being written."""

from application.messages.received import ProviderTools, credentials_for, received_of
from application.ports.receipts import ShowTyping
from application.ports.whatsapp import ProviderRefusedError


class ShowTypingHandler:
    """Show a contact that an answer is being written. Does ShowTyping; a refusal is counted, and that is all."""

    def __init__(self, tools: ProviderTools) -> None:
        self._tools = tools

    async def __call__(self, job: ShowTyping) -> None:
        """Tell the provider, where it shows such things; it goes by the last message that the contact wrote."""
        async with self._tools.uow(job.tenant_id) as tx:
            message = await tx.messages.latest_inbound(job.conversation_id)
            received = None if message is None else await received_of(tx, message)
        if received is None:
            return
        provider = self._tools.providers.of(received.config.api_type)
        if provider.capabilities.has_typing:
            credentials = await credentials_for(self._tools, received, tenant_id=job.tenant_id)
            try:
                await provider.gateway.show_typing(received.id, sender=received.sender, credentials=credentials)
            except ProviderRefusedError:
                self._tools.counters.count("receipts_refused", kind="typing")
