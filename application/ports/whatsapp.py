"""What the application needs of a WhatsApp provider."""

from typing import Protocol

import msgspec

from domain.shared.content import Content
from domain.shared.ids import MessageId, ProviderMessageId
from domain.whatsapp.config import ApiType
from domain.whatsapp.failures import SendResult
from domain.whatsapp.inbound import ParsedChange


class Credentials(msgspec.Struct, frozen=True, kw_only=True):
    """How to reach one number at its provider, decrypted for the moment of use; its repr shows no secret."""

    phone_number_id: str
    business_account_id: str
    access_token: str
    app_secrets: tuple[str, ...] = ()
    verify_token: str | None = None
    api_type: ApiType = ApiType.OFFICIAL
    api_url: str | None = None

    def __repr__(self) -> str:
        """Show the number only: credentials end up in tracebacks."""
        return f"Credentials(phone_number_id={self.phone_number_id!r})"


class Recipient(msgspec.Struct, frozen=True, kw_only=True):
    """Who gets it: the `wa_id` as received (or a phone with its country code), else the BSUID."""

    wa_id: str | None = None
    user_id: str | None = None


class OutboundMessage(msgspec.Struct, frozen=True, kw_only=True):
    """One message to send; `id` is echoed by the provider in every status of it."""

    id: MessageId
    recipient: Recipient
    content: Content
    reply_to: ProviderMessageId | None = None


class NumberInfo(msgspec.Struct, frozen=True, kw_only=True):
    """What the provider says of a number; its own words, lower-cased where they are enumerations."""

    phone_number_id: str
    display_phone_number: str
    verified_name: str | None = None
    quality_rating: str = "unknown"
    throughput_level: str | None = None
    messaging_tier: str | None = None
    callback_url: str | None = None
    status: str | None = None
    name_status: str | None = None
    verification: str | None = None
    is_on_phone_app: bool | None = None


class ProviderRefusedError(Exception):
    """A management call was refused or did not get through; `code` is the provider's or ours."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


class WhatsAppGateway(Protocol):
    """Sends, and asks about the number. No method raises for what a provider may answer to a send."""

    async def send(self, message: OutboundMessage, *, credentials: Credentials) -> SendResult:
        """Send one message, once; a failure is a value."""
        ...

    async def mark_read(self, message_id: ProviderMessageId, *, sender: Recipient, credentials: Credentials) -> None:
        """Show a contact that their message, and all before it, were read. Raises ProviderRefusedError."""
        ...

    async def show_typing(self, message_id: ProviderMessageId, *, sender: Recipient, credentials: Credentials) -> None:
        """Show a contact that an answer to their message is being written. Raises ProviderRefusedError.

        It ends with the answer, or after some 25 seconds. Meta marks the message read with it.
        """
        ...

    async def number(self, credentials: Credentials) -> NumberInfo:
        """Ask about the number. Raises ProviderRefusedError."""
        ...

    async def has_app_secret(self, credentials: Credentials) -> bool:
        """Whether the app secret is that of the token's app, which signs webhooks. Raises ProviderRefusedError."""
        ...

    async def subscribed(self, credentials: Credentials) -> bool:
        """Whether our app gets this account's webhooks. Raises ProviderRefusedError."""
        ...

    async def subscribe(self, credentials: Credentials, *, callback_url: str | None) -> None:
        """Have this account's webhooks sent to us. Raises ProviderRefusedError."""
        ...


class WebhookParser(Protocol):
    """Turns a webhook's body into items, one change after the other."""

    def parse(self, body: bytes) -> list[ParsedChange]:
        """Normalise the body. Raises MalformedWebhookError when it is not the provider's JSON at all."""
        ...


class WebhookSignature(Protocol):
    """Says whether a webhook is the provider's."""

    def is_valid(self, *, header: str | None, body: bytes, secrets: tuple[str, ...]) -> bool:
        """Compare in constant time against each secret; blank secrets never match."""
        ...


class Addressees(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a delivery is for: its numbers, and the accounts of changes that name no number; distinct, in order."""

    phone_number_ids: tuple[str, ...] = ()
    account_ids: tuple[str, ...] = ()


class WebhookRouting(Protocol):
    """Reads, without trusting it, whom a body is for."""

    def addressees(self, body: bytes) -> Addressees:
        """Give them; none when the body is not understood."""
        ...


class MalformedWebhookError(Exception):
    """The body is not JSON, or not an object of the provider's."""
