"""Which model answers a company's flows, and what it may cost."""

from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit

import msgspec

from domain.ai.pricing import Prices
from domain.shared.errors import ErrorDetail
from domain.shared.phrases import Phrase, phrase

MAX_MODEL = 200
MAX_URL = 500
MAX_KEY = 1_000
MAX_TOKENS_A_MONTH = 1_000_000_000_000


class Provider(StrEnum):
    """Whose wire is spoken."""

    LOCAL = "local"
    """Our own small reader, without a model: it answers with a sentence of the sources, always the same."""
    OPENAI = "openai"
    """OpenAI, and everybody who speaks as it does: vLLM, Ollama, Azure, Groq, OpenRouter, …"""
    ANTHROPIC = "anthropic"


LOCAL_MODEL = "local"
DEFAULT_URLS = {
    Provider.OPENAI: "https://api.openai.com/v1",
    Provider.ANTHROPIC: "https://api.anthropic.com",
}


class AiSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Whose model answers, where, with which key, and how much of it a month. Version 0 was never written.

    Prices are of a million tokens. No `embedding_model`: passages are found by their words alone.
    """

    provider: Provider = Provider.LOCAL
    model: str = LOCAL_MODEL
    base_url: str | None = None
    embedding_model: str | None = None
    api_key_sealed: bytes | None = None
    monthly_tokens: int | None = None
    monthly_cost_micros: int | None = None
    input_price_micros: int = 0
    output_price_micros: int = 0
    currency: str = "USD"
    version: int = 0
    updated_at: datetime | None = None

    @property
    def prices(self) -> Prices:
        """What its tokens cost."""
        return Prices(input=self.input_price_micros, output=self.output_price_micros)

    @property
    def has_cap(self) -> bool:
        """Whether a month has an end before its end."""
        return self.monthly_tokens is not None or self.monthly_cost_micros is not None

    @property
    def url(self) -> str | None:
        """Where the model is: the provider's own address where none is given."""
        return self.base_url or DEFAULT_URLS.get(self.provider)

    def goes_elsewhere(self, before: "AiSettings") -> bool:
        """Whether it is somebody else who would be shown the key."""
        return (self.provider, self.url) != (before.provider, before.url)


def wrong_in_settings(settings: AiSettings) -> tuple[ErrorDetail, ...]:
    """Say what cannot be."""
    found = {
        "model": 0 < len(settings.model.strip()) <= MAX_MODEL or phrase("1 to {limit} characters", limit=MAX_MODEL),
        "embedding_model": _is_model(settings.embedding_model) or phrase("1 to {limit} characters", limit=MAX_MODEL),
        "base_url": _is_url(settings.base_url) or phrase("an address without a query, a name or a password"),
        "monthly_tokens": settings.monthly_tokens is None
        or 0 <= settings.monthly_tokens <= MAX_TOKENS_A_MONTH
        or phrase("not below nothing"),
        "currency": (len(settings.currency) == 3 and settings.currency.isascii() and settings.currency.isupper())  # noqa: PLR2004 - ISO 4217
        or phrase("three letters, such as BRL"),
    }
    wrong = [ErrorDetail.of(field, why) for field, why in found.items() if isinstance(why, Phrase)]
    if settings.provider is Provider.ANTHROPIC and settings.embedding_model is not None:
        wrong.append(ErrorDetail(field="embedding_model", message="this provider has none"))
    return tuple(wrong)


def _is_model(name: str | None) -> bool:
    return name is None or 0 < len(name.strip()) <= MAX_MODEL


def _is_url(url: str | None) -> bool:
    if url is None:
        return True
    try:
        parts = urlsplit(url)
        is_plain = parts.username is None and parts.password is None and not parts.query and not parts.fragment
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and is_plain and len(url) <= MAX_URL
