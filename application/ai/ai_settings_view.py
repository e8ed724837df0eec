"""A company's settings of language models, as they are shown: never with the key."""

from datetime import datetime

import msgspec

from domain.ai.pricing import money_of
from domain.ai.settings import AiSettings, Provider


class AiSettingsView(msgspec.Struct, frozen=True, kw_only=True):
    """Which model answers. Money is in `currency`; prices are of a million tokens; no cap where it is null."""

    provider: Provider
    base_url: str | None
    model: str
    embedding_model: str | None
    has_api_key: bool
    monthly_tokens: int | None
    monthly_cost: str | None
    input_price: str
    output_price: str
    currency: str
    version: int
    updated_at: datetime | None


def view_of(settings: AiSettings) -> AiSettingsView:
    """Show them."""
    cap = settings.monthly_cost_micros
    return AiSettingsView(
        provider=settings.provider,
        base_url=settings.base_url,
        model=settings.model,
        embedding_model=settings.embedding_model,
        has_api_key=settings.api_key_sealed is not None,
        monthly_tokens=settings.monthly_tokens,
        monthly_cost=money_of(cap) if cap is not None else None,
        input_price=money_of(settings.input_price_micros),
        output_price=money_of(settings.output_price_micros),
        currency=settings.currency,
        version=settings.version,
        updated_at=settings.updated_at,
    )
