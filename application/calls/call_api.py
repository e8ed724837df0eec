"""A web service is asked what a flow wants to know of it."""

from datetime import timedelta
from http import HTTPStatus

import msgspec

from application.ports.api_calls import ApiAnswer, ApiCallError, ApiCalls, ApiHeader, ApiRequest
from application.ports.clock import Clock
from application.ports.performers import Answered, AskAgain, CallContext, Outcome, Refused
from application.ports.secrets import SecretBox
from application.ports.unit_of_work import Transaction, UnitOfWork
from domain.calls.host import RESTS_FOR
from domain.calls.secret import Secret
from domain.flows.effects import CallApi, CallHeader, SecretRef
from domain.flows.limits import MAX_CONTEXT_BYTES
from domain.flows.values import size_of
from domain.shared.ids import SecretId
from domain.shared.web_address import NotAWebAddressError, WebAddress, read_address

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
CHANGES_NOTHING = ("GET", "HEAD", "OPTIONS")
"""Asked twice, they answer the same; any other says by its Idempotency-Key that it was asked before."""
USER_AGENT = "PyTake"
PASSING = frozenset(
    {
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.INTERNAL_SERVER_ERROR,
        HTTPStatus.BAD_GATEWAY,
        HTTPStatus.SERVICE_UNAVAILABLE,
        HTTPStatus.GATEWAY_TIMEOUT,
    }
)
"""What may be otherwise in a moment."""
FIRST_PAUSE = timedelta(seconds=1)


class _RefusedError(Exception):
    """The call is not made; `outcome` says why."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome


def place(secret_id: SecretId) -> str:
    """Name the one place where a sealed value opens."""
    return f"secrets/{secret_id}/value"


class CallApiPerformer:
    """Make an API call. What it changes at others is changed once where they know `Idempotency-Key`, the call's id.

    A secret is put in for the hosts that it is for and no other. A host that failed often and lately is left alone for
    some seconds, so that nobody waits for it.
    """

    def __init__(self, *, uow: UnitOfWork, calls: ApiCalls, secrets: SecretBox, clock: Clock) -> None:
        self._uow, self._calls, self._secrets, self._clock = uow, calls, secrets, clock

    async def __call__(self, call: CallApi, context: CallContext) -> Outcome:
        """Ask. An answer of any status is one; with tries left, a passing one is asked for again."""
        try:
            address = _address(call)
            request = await self._prepared(call, context, address=address)
        except _RefusedError as refused:
            return refused.outcome
        began = self._clock.now()
        try:
            answer = await self._calls.send(request)
        except ApiCallError as error:
            if error.was_asked or error.is_passing:
                await self._failed(context, address, error=error.code)
            if error.is_passing:
                return AskAgain(after=_pause(context), code=error.code, detail=error.detail)
            return Refused(code=error.code, detail=error.detail)
        return await self._heard(call, context, address, answer, took=self._clock.now() - began)

    async def _prepared(self, call: CallApi, context: CallContext, *, address: WebAddress) -> ApiRequest:
        names = {part.name for header in call.headers for part in header.value if isinstance(part, SecretRef)}
        now = self._clock.now()
        async with self._uow(context.tenant_id) as tx:
            host = await tx.api_hosts.find(address.authority)
            if host is not None and host.is_resting(now=now):
                raise _RefusedError(AskAgain(after=RESTS_FOR, code="host_resting", detail=host.last_error or ""))
            found = await _secrets(tx, names, host=address.host)
            if found:
                await tx.secrets.used(names, at=now)
        values = {
            secret.name: await self._secrets.open(
                secret.value_sealed, tenant_id=context.tenant_id, place=place(secret.id)
            )
            for secret in found
        }
        return ApiRequest(
            method=call.method.upper(),
            url=call.url,
            timeout_seconds=call.timeout_seconds,
            headers=_headers(call, context, values),
            body=call.body,
        )

    async def _heard(
        self, call: CallApi, context: CallContext, address: WebAddress, answer: ApiAnswer, *, took: timedelta
    ) -> Outcome:
        if answer.status in PASSING:
            await self._failed(context, address, error=f"http_{answer.status}")
            if context.tries < call.retries:
                return AskAgain(after=answer.retry_after or _pause(context), code=f"http_{answer.status}")
        else:
            async with self._uow(context.tenant_id) as tx:
                ms = round(took / timedelta(milliseconds=1))
                await tx.api_hosts.succeeded(address.authority, ms=ms, at=self._clock.now())
        result = {"status": answer.status, "headers": answer.headers, "body": answer.body}
        if size_of(result) > MAX_CONTEXT_BYTES:
            return Refused(code="answer_too_large", detail=f"over {MAX_CONTEXT_BYTES} bytes")
        return Answered(msgspec.to_builtins(result))

    async def _failed(self, context: CallContext, address: WebAddress, *, error: str) -> None:
        async with self._uow(context.tenant_id) as tx:
            await tx.api_hosts.failed(address.authority, error=error, at=self._clock.now())


def _address(call: CallApi) -> WebAddress:
    if call.method.upper() not in METHODS:
        raise _RefusedError(Refused(code="bad_method"))
    try:
        return read_address(call.url)
    except NotAWebAddressError as error:
        raise _RefusedError(Refused(code="address_refused", detail=str(error))) from error


async def _secrets(tx: Transaction, names: set[str], *, host: str) -> list[Secret]:
    """Load what is named, if it may go there."""
    if not names:
        return []
    found = await tx.secrets.named(names)
    if missing := names - found.keys():
        raise _RefusedError(Refused(code="secret_missing", detail=", ".join(sorted(missing))))
    if strayed := sorted(name for name, secret in found.items() if host not in secret.hosts):
        raise _RefusedError(Refused(code="secret_for_other_hosts", detail=", ".join(strayed)))
    return list(found.values())


def _headers(call: CallApi, context: CallContext, values: dict[str, str]) -> tuple[ApiHeader, ...]:
    headers = [_header(header, values) for header in call.headers]
    given = {header.name.lower() for header in headers}
    ours = {"User-Agent": USER_AGENT}
    if call.method.upper() not in CHANGES_NOTHING:
        ours["Idempotency-Key"] = str(context.call_id)
    added = (ApiHeader(name=name, value=value) for name, value in ours.items() if name.lower() not in given)
    return (*headers, *added)


def _header(header: CallHeader, values: dict[str, str]) -> ApiHeader:
    parts = [values[part.name] if isinstance(part, SecretRef) else part for part in header.value]
    is_secret = any(isinstance(part, SecretRef) for part in header.value)
    return ApiHeader(name=header.name, value="".join(parts).strip(), is_secret=is_secret)


def _pause(context: CallContext) -> timedelta:
    """Wait longer each time; calls that failed together do not come back together."""
    return FIRST_PAUSE * (1 << context.tries) * (0.75 + context.call_id.int % 100 / 200)
