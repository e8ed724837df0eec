"""The gateway to Evolution API v2 over Baileys: sends, and asks about the instance (reference 3, 4, 8)."""

import hmac

import msgspec

from adapters.whatsapp.evolution.answers import accepted, instances, webhook_of
from adapters.whatsapp.evolution.calls import Calls
from adapters.whatsapp.evolution.limits import check
from adapters.whatsapp.evolution.outbound import operation, read_mark, typing
from adapters.whatsapp.evolution.signature import SECRET_HEADER
from adapters.whatsapp.evolution.transport import Answer, EvolutionTransport
from adapters.whatsapp.shared.unanswered import NeverSentError, NotAnsweredError, WrongSettingsError
from application.ports.whatsapp import Credentials, NumberInfo, OutboundMessage, ProviderRefusedError, Recipient
from domain.shared.errors import ErrorDetail
from domain.shared.ids import ProviderMessageId
from domain.shared.phone import is_phone
from domain.whatsapp.failures import FailureKind, SendFailure, SendResult

EVENTS = (
    "MESSAGES_UPSERT",
    "MESSAGES_UPDATE",
    "MESSAGES_EDITED",
    "MESSAGES_DELETE",
    "SEND_MESSAGE",
    "CONNECTION_UPDATE",
    "CALL",
)
"""What we are told. Not the QR code, which is asked for when somebody wants to see it: it is a key to the number."""


class EvolutionGateway:
    """Implements WhatsAppGateway over HTTP, at the address of each number's own server."""

    def __init__(self, transport: EvolutionTransport) -> None:
        self._calls = Calls(transport)

    async def send(self, message: OutboundMessage, *, credentials: Credentials) -> SendResult:
        """Send one message, once; a failure is a value. What would surely be refused does not leave."""
        problems = (*check(message.content), *_recipient_problems(message))
        if problems:
            return _refused("; ".join(f"{problem.field} {problem.text}" for problem in problems))
        try:
            asked = operation(message)
        except ValueError as error:
            return _refused(str(error))
        try:
            answer = await self._calls.post("message", asked.name, credentials, content=asked.body)
        except NotAnsweredError as error:
            return SendFailure(kind=_kind_of(error), code=error.code, detail=str(error))
        return _result(answer, self._calls, credentials)

    async def mark_read(self, message_id: ProviderMessageId, *, sender: Recipient, credentials: Credentials) -> None:
        """Show that this message was read. Raises ProviderRefusedError."""
        await self._calls.ask_post(
            "chat", "markMessageAsRead", credentials, content=read_mark(message_id, sender=sender)
        )

    async def show_typing(self, message_id: ProviderMessageId, *, sender: Recipient, credentials: Credentials) -> None:
        """Show for three seconds that an answer is being written, which the call lasts. Raises ProviderRefusedError."""
        del message_id
        await self._calls.ask_post("chat", "sendPresence", credentials, content=typing(sender))

    async def number(self, credentials: Credentials) -> NumberInfo:
        """Ask about the instance and its phone. Raises ProviderRefusedError."""
        body = await self._calls.ask_get("instance", "fetchInstances", credentials, by_query=True)
        rows = instances(body)
        instance = next((row for row in rows or () if row.name == self._calls.instance(credentials)), None)
        if instance is None:
            raise ProviderRefusedError("NO_SUCH_INSTANCE", "The server has no instance of this name.")
        hook = webhook_of(await self._calls.ask_get("webhook", "find", credentials))
        return NumberInfo(
            phone_number_id=credentials.phone_number_id,
            display_phone_number=instance.phone or "",
            verified_name=instance.profile_name,
            callback_url=hook.url if hook is not None and hook.is_enabled else None,
        )

    async def has_app_secret(self, credentials: Credentials) -> bool:
        """Whether the server sends the first secret along with its webhooks. Raises ProviderRefusedError."""
        hook = webhook_of(await self._calls.ask_get("webhook", "find", credentials))
        sent = (hook.headers.get(SECRET_HEADER.lower()) if hook is not None else None) or ""
        secret = next(iter(credentials.app_secrets), "")
        return bool(secret.strip()) and hmac.compare_digest(sent.encode(), secret.encode())

    async def subscribed(self, credentials: Credentials) -> bool:
        """Whether the instance sends webhooks. Raises ProviderRefusedError."""
        hook = webhook_of(await self._calls.ask_get("webhook", "find", credentials))
        return hook is not None and hook.is_enabled

    async def subscribe(self, credentials: Credentials, *, callback_url: str | None) -> None:
        """Have the instance's webhooks sent to `callback_url` with our secret, or to nobody. Raises as above."""
        await self._calls.ask_post("webhook", "set", credentials, content=webhook(credentials, callback_url))


def webhook(credentials: Credentials, callback_url: str | None) -> bytes:
    """Encode what the instance sends where: nested, and with its events, without which the server fails (4.1).

    Files do not go along: they are fetched when they are wanted, one at a time.
    """
    secret = next(iter(credentials.app_secrets), "")
    told: dict[str, object] = {
        "enabled": callback_url is not None,
        "url": callback_url or "https://none.invalid",
        "byEvents": False,
        "base64": False,
        "headers": {SECRET_HEADER: secret},
        "events": list(EVENTS),
    }
    return msgspec.json.encode({"webhook": told})


def _refused(detail: str) -> SendFailure:
    return SendFailure(kind=FailureKind.REJECTED, code="CONTENT_REFUSED", detail=detail)


def _recipient_problems(message: OutboundMessage) -> tuple[ErrorDetail, ...]:
    phone, hidden = message.recipient.wa_id, message.recipient.user_id
    if is_phone(phone) if phone else hidden and hidden.endswith("@lid"):
        return ()
    return (ErrorDetail(field="recipient", message="needs a phone with its country code, or a hidden id"),)


def _kind_of(error: NotAnsweredError) -> FailureKind:
    match error:
        case NeverSentError():
            return FailureKind.UNAVAILABLE
        case WrongSettingsError():
            return FailureKind.MISCONFIGURED
        case _:
            return FailureKind.UNKNOWN


def _result(answer: Answer, calls: Calls, credentials: Credentials) -> SendResult:
    """Read the answer to a send; a yes without an id is still a yes, so nobody knows."""
    taken = accepted(answer.body) if answer.is_success else None
    return taken or calls.failure(answer, credentials)
