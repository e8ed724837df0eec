"""By which of the company's numbers a flow speaks that begins by itself."""

from collections.abc import Sequence

from application.ports.unit_of_work import Transaction
from domain.shared.ids import ChatbotId, WhatsAppConfigId
from domain.whatsapp.config import WhatsAppConfig


async def numbers_for(
    tx: Transaction, *, chosen: WhatsAppConfigId | None, chatbot_id: ChatbotId | None
) -> Sequence[WhatsAppConfig]:
    """Give the active ones: the trigger's own, else the chatbot's, else the company's only one."""
    active = [config for config in await tx.whatsapp_configs.all() if config.is_active and not config.is_deleted]
    if chosen is not None:
        return [config for config in active if config.id == chosen]
    of_bot = [config for config in active if chatbot_id is not None and config.chatbot_id == chatbot_id]
    return of_bot or (active if len(active) == 1 else [])
