"""One business number and how to reach its provider."""

from datetime import datetime
from enum import StrEnum

from domain.shared.aggregate import Aggregate
from domain.shared.ids import ChatbotId, WhatsAppConfigId

DEFAULT_MESSAGES_PER_SECOND = 80
"""Meta's throughput of a number before it is upgraded (reference 7.3)."""


class ApiType(StrEnum):
    """Whose protocol the number speaks."""

    OFFICIAL = "official"


class WhatsAppConfig(Aggregate, kw_only=True, eq=False):
    """A WhatsApp config. The `*_sealed` fields are ciphertexts; who opens them is an adapter's business.

    `paused_until` and `pause_reason` stop the sending of a number whose token, account or speed is in trouble.
    """

    id: WhatsAppConfigId
    name: str
    phone_number: str
    phone_number_id: str
    business_account_id: str
    access_token_sealed: bytes
    app_secret_sealed: bytes
    verify_token_sealed: bytes
    created_at: datetime
    api_type: ApiType = ApiType.OFFICIAL
    is_active: bool = True
    chatbot_id: ChatbotId | None = None
    messages_per_second: int = DEFAULT_MESSAGES_PER_SECOND
    quality_rating: str = "unknown"
    verified_name: str | None = None
    paused_until: datetime | None = None
    pause_reason: str | None = None
