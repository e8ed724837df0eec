"""The server's routes: `/{group}/{name}/{instance}`, with an instance's name from a tenant and so escaped."""

from urllib.parse import quote

import msgspec

from adapters.whatsapp.evolution.failures import from_response
from adapters.whatsapp.evolution.transport import MAX_ANSWER_BYTES, Answer, EvolutionTransport, Request
from adapters.whatsapp.shared.unanswered import NotAnsweredError
from application.ports.whatsapp import Credentials, ProviderRefusedError
from domain.whatsapp.failures import SendFailure
from domain.whatsapp.instances import instance_of


class Calls:
    """Calls one instance's routes on its server."""

    def __init__(self, transport: EvolutionTransport) -> None:
        self._transport = transport

    async def post(self, group: str, name: str, credentials: Credentials, *, content: bytes) -> Answer:
        """Call an instance's route. Raises NotAnsweredError."""
        path = f"{group}/{name}/{_escaped(credentials)}"
        return await self._call("POST", path, credentials, content=content)

    async def ask_post(
        self,
        group: str,
        name: str,
        credentials: Credentials,
        *,
        content: bytes,
        by_name: bool = True,
        limit: int = MAX_ANSWER_BYTES,
    ) -> bytes:
        """Call it, and give what a yes says; without `by_name` the route has no instance. Raises as above."""
        path = f"{group}/{name}/{_escaped(credentials)}" if by_name else f"{group}/{name}"
        return await self._ask("POST", path, credentials, content=content, limit=limit)

    async def ask_get(
        self,
        group: str,
        name: str,
        credentials: Credentials,
        *,
        by_query: bool = False,
        query: dict[str, str] | None = None,
    ) -> bytes:
        """Ask an instance's route, named in the path or in the query. Raises ProviderRefusedError."""
        if by_query:
            return await self._ask(
                "GET", f"{group}/{name}", credentials, query={"instanceName": self.instance(credentials)}
            )
        return await self._ask("GET", f"{group}/{name}/{_escaped(credentials)}", credentials, query=query or {})

    async def ask_delete(self, group: str, name: str, credentials: Credentials) -> bytes:
        """Call an instance's route. Raises ProviderRefusedError."""
        return await self._ask("DELETE", f"{group}/{name}/{_escaped(credentials)}", credentials)

    def instance(self, credentials: Credentials) -> str:
        """Give the instance's name."""
        return instance_of(credentials.phone_number_id)

    def failure(self, answer: Answer, credentials: Credentials) -> SendFailure:
        """Read a refusal; the key does not stay in its text."""
        failure = from_response(status=answer.status, body=answer.body, retry_after=answer.retry_after)
        return msgspec.structs.replace(failure, detail=failure.detail.replace(credentials.access_token, "[key]"))

    async def _ask(
        self,
        method: str,
        path: str,
        credentials: Credentials,
        *,
        content: bytes | None = None,
        query: dict[str, str] | None = None,
        limit: int = MAX_ANSWER_BYTES,
    ) -> bytes:
        try:
            answer = await self._call(method, path, credentials, content=content, query=query or {}, limit=limit)
        except NotAnsweredError as error:
            raise ProviderRefusedError(error.code, str(error)) from error
        if not answer.is_success:
            failure = self.failure(answer, credentials)
            raise ProviderRefusedError(failure.code, failure.detail)
        return answer.body

    async def _call(
        self,
        method: str,
        path: str,
        credentials: Credentials,
        *,
        content: bytes | None = None,
        query: dict[str, str] | None = None,
        limit: int = MAX_ANSWER_BYTES,
    ) -> Answer:
        request = Request(
            method=method,
            base_url=credentials.api_url or "",
            path=path,
            key=credentials.access_token,
            content=content,
            query=query or {},
            limit=limit,
        )
        return await self._transport.call(request)


def _escaped(credentials: Credentials) -> str:
    return quote(instance_of(credentials.phone_number_id), safe="")
