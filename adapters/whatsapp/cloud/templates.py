"""Templates at Meta: `/{waba-id}/message_templates` and `/{template-id}` (reference 6.1)."""

from typing import TypeVar
from urllib.parse import quote

import msgspec

from adapters.whatsapp.cloud.asking import failure_of, hidden
from adapters.whatsapp.cloud.examples import ExampleUploads
from adapters.whatsapp.cloud.fields import ABSENT, Id, optional, text_of
from adapters.whatsapp.cloud.transport import Answer, GraphTransport, Request
from adapters.whatsapp.shared.cleaning import clean
from adapters.whatsapp.shared.unanswered import NotAnsweredError
from application.ports.provider_files import OutgoingFile
from application.ports.templates import NewTemplate, TakenTemplate, TemplatePage
from application.ports.whatsapp import Credentials, ProviderRefusedError
from domain.whatsapp.templates.template import ToldTemplate
from domain.whatsapp.templates.words import TemplateCategory, category_of, format_of, quality_of, status_of

T = TypeVar("T")

FIELDS = "id,name,language,status,category,components,quality_score,rejected_reason,parameter_format"
PAGE = 50
"""Of at most some 20 KB each: a text of 1024 letters, written as `\\u00e1`, its example, ten buttons."""
MAX_PAGE_BYTES = 2 * 1024 * 1024
NO_COMPONENTS = msgspec.Raw(b"[]")
NO_REASON = frozenset({"", "none"})


class _Quality(msgspec.Struct):
    score: str | None = None


class _Template(msgspec.Struct):
    id: Id
    name: str
    language: str
    status: str
    category: str = ""
    components: msgspec.Raw = NO_COMPONENTS
    quality_score: msgspec.Raw = ABSENT
    rejected_reason: str | None = None
    parameter_format: str | None = None


class _Cursors(msgspec.Struct, frozen=True):
    after: str | None = None


class _Paging(msgspec.Struct, frozen=True):
    cursors: _Cursors = _Cursors()
    next: str | None = None


class _Page(msgspec.Struct):
    data: list[msgspec.Raw]
    paging: _Paging = _Paging()


class _Taken(msgspec.Struct):
    id: Id
    status: str = "PENDING"
    category: str | None = None


class _Success(msgspec.Struct):
    success: bool


class _Words(msgspec.Struct):
    error_user_title: str = ""
    error_user_msg: str = ""
    error_subcode: int | None = None


class _Refusal(msgspec.Struct):
    error: _Words


_QUALITY = msgspec.json.Decoder(_Quality)
_TEMPLATE = msgspec.json.Decoder(_Template)
_PAGE = msgspec.json.Decoder(_Page)
_TAKEN = msgspec.json.Decoder(_Taken)
_SUCCESS = msgspec.json.Decoder(_Success)
_REFUSAL = msgspec.json.Decoder(_Refusal)


class CloudTemplates:
    """Implements ProviderTemplates over HTTP."""

    def __init__(self, graph: GraphTransport) -> None:
        self._graph = graph
        self._examples = ExampleUploads(self._ask)

    async def page(self, credentials: Credentials, *, after: str | None = None) -> TemplatePage:
        """Give one page; one that cannot be read is left out of it. Raises ProviderRefusedError."""
        query = {"fields": FIELDS, "limit": str(PAGE), **({"after": after} if after else {})}
        request = Request(
            method="GET",
            path=_book(credentials),
            token=credentials.access_token,
            query=query,
            max_answer_bytes=MAX_PAGE_BYTES,
        )
        page = _understood(optional(_PAGE, await self._ask(request)))
        read = (optional(_TEMPLATE, raw) for raw in page.data)
        more = page.paging.cursors.after if page.paging.next else None
        return TemplatePage(templates=tuple(_told(one) for one in read if one is not None and one.id), after=more)

    async def create(self, template: NewTemplate, *, credentials: Credentials) -> TakenTemplate:
        """Have one reviewed. Raises ProviderRefusedError."""
        body: dict[str, object] = {
            "name": template.name,
            "language": template.language,
            "category": template.category.value.upper(),
            "parameter_format": template.parameter_format.value,
            "components": template.components,
        }
        request = Request(
            method="POST",
            path=_book(credentials),
            token=credentials.access_token,
            content=msgspec.json.encode(body),
        )
        taken = _understood(optional(_TAKEN, await self._ask(request)))
        return TakenTemplate(
            provider_id=_understood(text_of(taken.id)),
            status=status_of(taken.status),
            category=category_of(taken.category) if taken.category else template.category,
        )

    async def edit(
        self, provider_id: str, *, category: TemplateCategory | None, components: msgspec.Raw, credentials: Credentials
    ) -> None:
        """Have another text reviewed. Raises ProviderRefusedError."""
        body: dict[str, object] = {"components": components}
        if category is not None:
            body["category"] = category.value.upper()
        request = Request(
            method="POST",
            path=quote(provider_id, safe=""),
            token=credentials.access_token,
            content=msgspec.json.encode(body),
        )
        _succeeded(await self._ask(request))

    async def place_example(self, file: OutgoingFile, *, credentials: Credentials) -> str:
        """Upload a file that a header shows as its example; give its handle. Raises ProviderRefusedError."""
        return await self._examples.place(file, token=credentials.access_token)

    async def delete(self, provider_id: str, *, name: str, credentials: Credentials) -> None:
        """Delete one language; without the id Meta would delete all of that name. Raises ProviderRefusedError."""
        query = {"hsm_id": provider_id, "name": name}
        request = Request(method="DELETE", path=_book(credentials), token=credentials.access_token, query=query)
        _succeeded(await self._ask(request))

    async def _ask(self, request: Request) -> msgspec.Raw:
        try:
            answer = await self._graph.call(request)
        except NotAnsweredError as error:
            raise ProviderRefusedError(error.code, str(error)) from error
        if not answer.is_success:
            raise _refused(answer, token=request.token)
        return msgspec.Raw(clean(answer.body))


def _refused(answer: Answer, *, token: str) -> ProviderRefusedError:
    """Say no in the words that Meta has for people, which stand beside those for programs here."""
    failure = failure_of(answer, token=token)
    refusal = optional(_REFUSAL, msgspec.Raw(clean(answer.body)))
    words = refusal.error if refusal else _Words()
    told = ": ".join(part for part in (words.error_user_title, words.error_user_msg) if part)
    code = f"{failure.code}/{words.error_subcode}" if words.error_subcode else failure.code
    return ProviderRefusedError(code, hidden(told, token=token) or failure.detail)


def _book(credentials: Credentials) -> str:
    return f"{quote(credentials.business_account_id, safe='')}/message_templates"


def _told(template: _Template) -> ToldTemplate:
    quality = optional(_QUALITY, template.quality_score)
    reason = (template.rejected_reason or "").lower()
    return ToldTemplate(
        provider_id=text_of(template.id) or "",
        name=template.name,
        language=template.language,
        category=category_of(template.category),
        status=status_of(template.status),
        components=template.components.copy() if bytes(template.components).startswith(b"[") else NO_COMPONENTS,
        parameter_format=format_of(template.parameter_format),
        quality=quality_of(quality.score if quality else None),
        rejected_reason=None if reason in NO_REASON else reason,
    )


def _succeeded(body: msgspec.Raw) -> None:
    if not _understood(optional(_SUCCESS, body)).success:
        raise ProviderRefusedError("NOT_DONE", "Meta did not say that it did it.")


def _understood(answer: T | None) -> T:
    if answer is None:
        raise ProviderRefusedError("UNREADABLE_ANSWER", "Meta's answer could not be read.")
    return answer
