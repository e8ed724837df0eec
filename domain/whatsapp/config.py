"""One business number and how to reach its provider."""

from datetime import UTC, datetime
from enum import StrEnum

from domain.shared.aggregate import Aggregate
from domain.shared.ids import ChatbotId, WhatsAppConfigId
from domain.whatsapp.events import WhatsAppConfigUpdated
from domain.whatsapp.health import NumberHealth

DEFAULT_MESSAGES_PER_SECOND = 80
"""Meta's throughput of a number before it is upgraded (reference 7.3)."""

UNTIL_LIFTED = datetime(9999, 1, 1, tzinfo=UTC)
"""The end of a pause that nobody knows the end of: whatever caused it has to be lifted."""


class ApiType(StrEnum):
    """Whose protocol the number speaks."""

    OFFICIAL = "official"
    EVOLUTION = "evolution"


class ConnectionState(StrEnum):
    """Whether a number that is a linked phone is connected; of Meta's own numbers it is not known."""

    UNKNOWN = "unknown"
    CONNECTING = "connecting"
    OPEN = "open"
    CLOSED = "closed"


class PauseReason(StrEnum):
    """Why a number stops. What stops it while sending is a failure's kind and code instead: `misconfigured: 190`."""

    BANNED = "account_banned"
    RESTRICTED = "account_restricted"
    DISCONNECTED = "account_disconnected"
    PHONE_LOST = "phone_not_linked"
    DAILY_LIMIT = "daily_limit_reached"


class WhatsAppConfig(Aggregate, kw_only=True, eq=False):
    """A WhatsApp config. The `*_sealed` fields are ciphertexts; who opens them is an adapter's business.

    Of an Evolution number `phone_number_id` is its instance with its server, `api_url` the server, `access_token` the
    API key, `app_secret` the secret header of its webhooks and `verify_token` the secret of their path.
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
    api_url: str | None = None
    is_active: bool = True
    chatbot_id: ChatbotId | None = None
    messages_per_second: int = DEFAULT_MESSAGES_PER_SECOND
    daily_limit: int | None = None
    rate_limit_per_minute: int | None = None
    connection: ConnectionState = ConnectionState.UNKNOWN
    quality_rating: str = "unknown"
    messaging_tier: str | None = None
    throughput_level: str | None = None
    verified_name: str | None = None
    health: NumberHealth = NumberHealth()
    paused_until: datetime | None = None
    pause_reason: str | None = None
    deleted_at: datetime | None = None

    @property
    def is_deleted(self) -> bool:
        """Whether it was taken away: nothing is sent or received by it, and what it said stays readable."""
        return self.deleted_at is not None

    def is_paused(self, *, now: datetime) -> bool:
        """Whether it must not send now."""
        return self.paused_until is not None and now < self.paused_until

    def pause(self, *, until: datetime, reason: str | None) -> None:
        """Send nothing until then. A longer pause for another reason stays; only a new reason is told."""
        if self.paused_until is not None and self.paused_until > until and self.pause_reason != reason:
            return
        before, self.paused_until, self.pause_reason = self.pause_reason, until, reason
        if reason is not None and reason != before:
            self.tell("pause")

    def resume(self) -> None:
        """Send again."""
        had_reason = self.pause_reason is not None
        self.paused_until = self.pause_reason = None
        if had_reason:
            self.tell("pause")

    def resume_from(self, reason: PauseReason) -> None:
        """Send again if this was what stopped it."""
        if self.pause_reason == reason:
            self.resume()

    def switch(self, *, on: bool) -> None:
        """Switch it on or off; what is received by one that is off is still kept."""
        if self.is_active != on:
            self.is_active = on
            self.tell("is_active")

    def connect(self, state: ConnectionState) -> None:
        """Note whether the linked phone is there."""
        if self.connection is not state:
            self.connection = state
            self.tell("connection")

    def remove(self, *, now: datetime) -> None:
        """Take it away, and its secrets with it."""
        self.deleted_at, self.is_active = now, False
        self.access_token_sealed = self.app_secret_sealed = self.verify_token_sealed = b""
        self.tell("deleted")

    def tell(self, *changes: str) -> None:
        """Record what is new."""
        self.record(
            WhatsAppConfigUpdated(
                whatsapp_config_id=self.id,
                changes=changes,
                is_active=self.is_active,
                connection=self.connection,
                quality_rating=self.quality_rating,
                messaging_tier=self.messaging_tier,
                paused_until=self.paused_until,
                pause_reason=self.pause_reason,
            )
        )
