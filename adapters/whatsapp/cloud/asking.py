"""One question to Graph that is no send: its answer's body, or why there is none."""

import re

import msgspec

from adapters.whatsapp.cloud.failures import from_response
from adapters.whatsapp.cloud.transport import Answer, GraphTransport, Request
from adapters.whatsapp.shared.unanswered import NotAnsweredError
from application.ports.whatsapp import ProviderRefusedError
from domain.whatsapp.failures import SendFailure

_ANY_TOKEN = re.compile(r"\bEAA[A-Za-z0-9]{8,}")
"""How Meta's tokens look; its error 190 repeats a malformed one in its text."""


async def ask(graph: GraphTransport, request: Request) -> bytes:
    """Ask once. Raises ProviderRefusedError."""
    try:
        answer = await graph.call(request)
    except NotAnsweredError as error:
        raise ProviderRefusedError(error.code, str(error)) from error
    if not answer.is_success:
        failure = failure_of(answer, token=request.token)
        raise ProviderRefusedError(failure.code, failure.detail)
    return answer.body


def failure_of(answer: Answer, *, token: str) -> SendFailure:
    """Say what an answer that is no success means, without any token that it repeats."""
    failure = from_response(status=answer.status, body=answer.body, retry_after=answer.retry_after)
    return msgspec.structs.replace(failure, detail=hidden(failure.detail, token=token))


def hidden(text: str, *, token: str) -> str:
    """Take tokens out of a text."""
    return _ANY_TOKEN.sub("[token]", text.replace(token, "[token]"))
