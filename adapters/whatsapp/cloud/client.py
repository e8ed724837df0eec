"""The gateway to Meta's Cloud API: sends, and asks about the number (reference 4, 7.1, 7.5, 8)."""

import hashlib
import hmac
from typing import TypeVar
from urllib.parse import quote

import httpx
import msgspec

from adapters.whatsapp.cloud.answers import NUMBER_FIELDS, accepted, has_subscribed_apps, has_succeeded, number_info
from adapters.whatsapp.cloud.asking import ask, failure_of
from adapters.whatsapp.cloud.file_limits import check_given
from adapters.whatsapp.cloud.limits import check
from adapters.whatsapp.cloud.outbound import payload, read_mark
from adapters.whatsapp.cloud.transport import Answer, GraphTransport, Request
from adapters.whatsapp.shared.unanswered import NeverSentError, NotAnsweredError, WrongSettingsError
from application.ports.whatsapp import Credentials, NumberInfo, OutboundMessage, ProviderRefusedError, Recipient
from domain.shared.errors import ErrorDetail
from domain.shared.ids import ProviderMessageId
from domain.shared.phone import is_phone
from domain.whatsapp.failures import FailureKind, SendFailure, SendResult

T = TypeVar("T")

MAX_CALLBACK_URL = 200
"""Meta: override_callback_uri (reference 1.6)."""

WRONG_PROOF = "100"
"""Meta: "Invalid appsecret_proof provided in the API argument" (docs/graph-api/securing-requests)."""


class CloudGateway:
    """Implements WhatsAppGateway over HTTP. `base_url` is `https://graph.facebook.com` or a simulator's."""

    def __init__(self, client: httpx.AsyncClient, base_url: str, api_version: str) -> None:
        self._graph = GraphTransport(client, base_url=base_url, api_version=api_version)

    async def send(self, message: OutboundMessage, *, credentials: Credentials) -> SendResult:
        """Send one message, once; a failure is a value. What Meta would surely refuse does not leave."""
        problems = (*check(message.content), *check_given(message.content), *_recipient_problems(message))
        if problems:
            return SendFailure(kind=FailureKind.REJECTED, code="CONTENT_REFUSED", detail=_listed(problems))
        request = _request("POST", credentials.phone_number_id, "messages", credentials, content=payload(message))
        try:
            answer = await self._graph.call(request)
        except NotAnsweredError as error:
            return SendFailure(kind=_kind_of(error), code=error.code, detail=str(error))
        return _result(answer, token=credentials.access_token)

    async def mark_read(self, message_id: ProviderMessageId, *, sender: Recipient, credentials: Credentials) -> None:
        """Mark this message and all before it as read; Meta knows its sender. Raises ProviderRefusedError."""
        del sender
        await self._mark(read_mark(message_id, is_typing=False), credentials)

    async def show_typing(self, message_id: ProviderMessageId, *, sender: Recipient, credentials: Credentials) -> None:
        """Show for 25 s at most that an answer is being written; it marks the message as read. Raises as above."""
        del sender
        await self._mark(read_mark(message_id, is_typing=True), credentials)

    async def number(self, credentials: Credentials) -> NumberInfo:
        """Ask about the number. Raises ProviderRefusedError."""
        path = quote(credentials.phone_number_id, safe="")
        request = Request(method="GET", path=path, token=credentials.access_token, query={"fields": NUMBER_FIELDS})
        return _understood(number_info(await self._ask(request)))

    async def has_app_secret(self, credentials: Credentials) -> bool:
        """Whether the first app secret is that of the token's app. Raises ProviderRefusedError.

        Ask after `number` has answered, so that what is refused is the proof and not the number.
        """
        path = quote(credentials.phone_number_id, safe="")
        query = {"fields": "id", "appsecret_proof": _proof(credentials)}
        try:
            await self._ask(Request(method="GET", path=path, token=credentials.access_token, query=query))
        except ProviderRefusedError as error:
            if error.code == WRONG_PROOF:
                return False
            raise
        return True

    async def subscribed(self, credentials: Credentials) -> bool:
        """Whether an app gets this account's webhooks. Raises ProviderRefusedError."""
        request = _request("GET", credentials.business_account_id, "subscribed_apps", credentials)
        return _understood(has_subscribed_apps(await self._ask(request)))

    async def subscribe(self, credentials: Credentials, *, callback_url: str | None) -> None:
        """Have this account's webhooks sent to `callback_url`, or to the app's own address. Raises as above.

        Without a body the call removes an earlier address (reference 1.6). Meta asks the address for its challenge
        before it answers, so the address must be served already.
        """
        content = None if callback_url is None else _override(callback_url, credentials)
        request = _request("POST", credentials.business_account_id, "subscribed_apps", credentials, content=content)
        if not has_succeeded(await self._ask(request)):
            raise ProviderRefusedError("UNREADABLE_ANSWER", "Meta did not say that it subscribed the app.")

    async def _mark(self, mark: bytes, credentials: Credentials) -> None:
        request = _request("POST", credentials.phone_number_id, "messages", credentials, content=mark)
        if not has_succeeded(await self._ask(request)):
            raise ProviderRefusedError("UNREADABLE_ANSWER", "Meta did not say that it took the mark.")

    async def _ask(self, request: Request) -> bytes:
        return await ask(self._graph, request)


def _request(method: str, node: str, edge: str, credentials: Credentials, *, content: bytes | None = None) -> Request:
    """Name one edge of a node; ids come from tenants, so they are escaped."""
    return Request(
        method=method, path=f"{quote(node, safe='')}/{edge}", token=credentials.access_token, content=content
    )


def _proof(credentials: Credentials) -> str:
    """Meta: the token's HMAC-SHA-256 under the app secret; a wrong one is refused even where none is asked for."""
    secret = next(iter(credentials.app_secrets), "")
    return hmac.new(secret.encode(), credentials.access_token.encode(), hashlib.sha256).hexdigest()


def _recipient_problems(message: OutboundMessage) -> tuple[ErrorDetail, ...]:
    phone, user_id = message.recipient.wa_id, message.recipient.user_id
    if is_phone(phone) if phone else user_id:
        return ()
    return (ErrorDetail(field="recipient", message="needs a phone with its country code, or a user id"),)


def _listed(problems: tuple[ErrorDetail, ...]) -> str:
    return "; ".join(f"{problem.field} {problem.text}" for problem in problems)


def _kind_of(error: NotAnsweredError) -> FailureKind:
    match error:
        case NeverSentError():
            return FailureKind.UNAVAILABLE
        case WrongSettingsError():
            return FailureKind.MISCONFIGURED
        case _:
            return FailureKind.UNKNOWN


def _result(answer: Answer, *, token: str) -> SendResult:
    """Read the answer to a send; a yes without an id is still a yes, so nobody knows (reference 8.4)."""
    taken = accepted(answer.body) if answer.is_success else None
    return taken or failure_of(answer, token=token)


def _override(callback_url: str, credentials: Credentials) -> bytes:
    if not credentials.verify_token:
        raise ProviderRefusedError("NO_VERIFY_TOKEN", "A callback address needs a verify token.")
    if len(callback_url) > MAX_CALLBACK_URL:
        raise ProviderRefusedError("CALLBACK_TOO_LONG", f"A callback address has at most {MAX_CALLBACK_URL} letters.")
    return msgspec.json.encode({"override_callback_uri": callback_url, "verify_token": credentials.verify_token})


def _understood(answer: T | None) -> T:
    if answer is None:
        raise ProviderRefusedError("UNREADABLE_ANSWER", "Meta's answer could not be read.")
    return answer
