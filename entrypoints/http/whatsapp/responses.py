"""What callers get about numbers."""

from datetime import datetime

import msgspec

from application.ports.readers.whatsapp_configs import FailureCount, WhatsAppConfigRow
from application.whatsapp.get_config_health import ConfigHealth
from application.whatsapp.prove_config import ConfigProof
from application.whatsapp.provider_hops import Hop
from domain.shared.ids import ChatbotId, WhatsAppConfigId
from domain.whatsapp.config import UNTIL_LIFTED, ApiType, ConnectionState
from domain.whatsapp.health import ProviderWarning, Restriction
from entrypoints.http.texts.message import ENGLISH, PORTUGUESE, Message
from entrypoints.http.texts.whatsapp import fix_text, pause_text

MASK = "••••••••"
"""What is shown of a secret that is there; its length says nothing."""


class WhatsAppConfigView(msgspec.Struct, frozen=True, kw_only=True):
    """A number. Of a secret only whether it is there; null where it is not."""

    id: WhatsAppConfigId
    name: str
    phone_number: str
    phone_number_id: str
    business_account_id: str
    api_type: ApiType
    api_url: str | None
    is_active: bool
    connection: ConnectionState
    chatbot_id: ChatbotId | None
    messages_per_second: int
    rate_limit_per_minute: int | None
    daily_limit: int | None
    quality_rating: str
    messaging_tier: str | None
    throughput_level: str | None
    verified_name: str | None
    paused_until: datetime | None
    pause_reason: str | None
    access_token: str | None
    app_secret: str | None
    webhook_verify_token: str | None
    version: int
    created_at: datetime
    updated_at: datetime

    @classmethod
    def of(cls, row: WhatsAppConfigRow) -> "WhatsAppConfigView":
        """Mask the secrets."""
        fields = msgspec.structs.asdict(row)
        return cls(
            access_token=_masked(is_there=fields.pop("has_access_token")),
            app_secret=_masked(is_there=fields.pop("has_app_secret")),
            webhook_verify_token=_masked(is_there=fields.pop("has_verify_token")),
            **fields,
        )


def _masked(*, is_there: bool) -> str | None:
    return MASK if is_there else None


class HopView(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was tried: whether it holds, what was seen, and what to do where it does not, by language."""

    name: str
    ok: bool
    detail: str
    what_to_do: dict[str, str] | None

    @classmethod
    def of(cls, hop: Hop) -> "HopView":
        """Say it in both languages."""
        fix = None if hop.ok else _both(fix_text(hop.fix))
        return cls(name=hop.name, ok=hop.ok, detail=hop.detail, what_to_do=fix)


class ConfigProofView(msgspec.Struct, frozen=True, kw_only=True):
    """All hops, in order; those behind a broken one were not tried."""

    ok: bool
    hops: list[HopView]

    @classmethod
    def of(cls, proof: ConfigProof) -> "ConfigProofView":
        """Show it."""
        return cls(ok=proof.ok, hops=[HopView.of(hop) for hop in proof.hops])


class PauseView(msgspec.Struct, frozen=True, kw_only=True):
    """Why nothing is sent: a stable reason, an explanation by language, and until when; null is until it is lifted."""

    reason: str | None
    explanation: dict[str, str]
    until: datetime | None


class ConfigHealthView(msgspec.Struct, frozen=True, kw_only=True):
    """How a number is doing. Words of the provider are its own, in lower case; null is not known.

    `failures` counts the messages of the last 24 hours that failed, by code. `last_*` are of the newest conversations.
    """

    id: WhatsAppConfigId
    is_active: bool
    connection: ConnectionState
    pause: PauseView | None
    quality_rating: str
    messaging_tier: str | None
    throughput_level: str | None
    verified_name: str | None
    name_status: str | None
    requested_name: str | None
    name_refused_because: str | None
    status: str | None
    verification: str | None
    account_review: str | None
    ban: str | None
    ban_date: str | None
    restrictions: tuple[Restriction, ...]
    warning: ProviderWarning | None
    is_on_phone_app: bool
    checked_at: datetime | None
    last_inbound_at: datetime | None
    last_outbound_at: datetime | None
    last_webhook_at: datetime | None
    waiting_to_be_sent: int
    sent_today: int | None
    daily_limit: int | None
    failures: list[FailureCount]

    @classmethod
    def of(cls, found: ConfigHealth) -> "ConfigHealthView":
        """Put the three together: fields are named the same."""
        parts = (found.config, found.health, found.signs)
        fields = {name: getattr(part, name) for part in parts for name in part.__struct_fields__}
        return cls(
            pause=_pause(found.config) if found.is_paused else None,
            **{name: fields[name] for name in cls.__struct_fields__ if name != "pause"},
        )


def _pause(config: WhatsAppConfigRow) -> PauseView:
    until = None if config.paused_until == UNTIL_LIFTED else config.paused_until
    return PauseView(reason=config.pause_reason, explanation=_both(pause_text(config.pause_reason)), until=until)


def _both(message: Message) -> dict[str, str]:
    return {PORTUGUESE: message.portuguese, ENGLISH: message.english}
