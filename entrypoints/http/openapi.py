"""How an operation is described: what it answers, and every error it can answer, each with an example."""

from collections import defaultdict
from typing import Any

import msgspec
from litestar import Response, Router
from litestar.enums import RequestEncodingType
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.datastructures import ResponseSpec
from litestar.openapi.spec import Components, Example, OpenAPIType, Schema, SecurityScheme, Server, Tag
from litestar.params import BodyKwarg
from litestar.plugins import OpenAPISchemaPlugin
from litestar.typing import FieldDefinition

from application.ports.audit import AccessLogUnavailableError
from application.ports.tokens import TokenExpiredError, TokenInvalidError
from application.shared.actor import PermissionDeniedError, SessionRequiredError
from domain.shared.errors import (
    InvalidError,
    MalformedError,
    NotFoundError,
    PyTakeError,
    RateLimitedError,
    TooLargeError,
    UnauthenticatedError,
    UnavailableError,
)
from domain.tenants.errors import IpNotAllowedError, TenantSuspendedError
from entrypoints.http.access import PUBLIC
from entrypoints.http.errors import (
    ErrorBody,
    ErrorEnvelope,
    InternalError,
    UnsupportedMediaTypeError,
    status_of,
)
from entrypoints.http.guards.errors import (
    ApiKeyInvalidError,
    BodyTooSlowError,
    RequestTimeoutError,
    SessionEndedError,
    TwoFactorRequiredError,
)
from entrypoints.http.openapi_access import API_KEY_SCHEME, BEARER_SCHEME, SESSION_OR_KEY
from entrypoints.http.openapi_document import CompleteDocument
from entrypoints.http.settings import HttpSettings
from entrypoints.http.texts.catalogue import message_of
from entrypoints.http.texts.message import ENGLISH

Errors = tuple[type[PyTakeError], ...]

BEARER: Errors = (
    UnauthenticatedError,
    TokenInvalidError,
    TokenExpiredError,
    SessionEndedError,
    ApiKeyInvalidError,
    PermissionDeniedError,
    SessionRequiredError,
    IpNotAllowedError,
    TwoFactorRequiredError,
    TenantSuspendedError,
)
"""What every route that is not public may answer."""
PERSONAL: Errors = (*BEARER, AccessLogUnavailableError)
"""What every route that shows personal data may answer."""
BODY: Errors = (MalformedError, BodyTooSlowError, TooLargeError, UnsupportedMediaTypeError, InvalidError)
"""What every route that takes JSON may answer."""
QUERY: Errors = (MalformedError,)
"""What every route that takes a query may answer; an unknown parameter is one reason."""
ALWAYS: Errors = (MalformedError, RateLimitedError, InternalError, UnavailableError, RequestTimeoutError)
"""What any route may answer; a query that it does not take is malformed."""

SECURED = SESSION_OR_KEY
"""For a router or route that is not public; the document says by the route's `opt` whether a key will do."""
OPENAPI_FOLDER = "/api-docs"
OPENAPI_PATH = f"{OPENAPI_FOLDER}/openapi.json"

AUTH, WHATSAPP, WEBHOOKS, FLOWS, CONVERSATIONS, CONTACTS, MEDIA, AUDIT, TENANTS, PEOPLE, SUPPORT, SYSTEM = (
    Tag(name="auth", description="Logging in, and who is logged in."),
    Tag(name="whatsapp", description="WhatsApp numbers and how their provider is reached."),
    Tag(name="webhooks", description="What Meta calls."),
    Tag(name="flows", description="Bots: flows, their check, their tests, and what happened in them."),
    Tag(name="conversations", description="The inbox."),
    Tag(name="contacts", description="Who writes and is written to: fields, tags, segments, consents."),
    Tag(name="media", description="Files of conversations."),
    Tag(name="audit", description="Who did and saw what."),
    Tag(name="tenants", description="Companies, their plans and their settings."),
    Tag(name="people", description="Users, invitations, departments, roles, API keys; who is there."),
    Tag(name="support", description="When and how the company serves: hours, holidays, texts, queues."),
    Tag(name="system", description="Health, version, metrics, keys."),
)


class Answers(dict[int, ResponseSpec]):
    """What a route answers. Nobody changes it, so a copy is itself.

    Litestar copies each handler for each router around it, and these examples were most of what that took at a start.
    """

    def __deepcopy__(self, memo: dict[int, object]) -> "Answers":
        return self


def answers(
    status: int,
    of: Any,  # noqa: ANN401  # a type form, such as `Page[FlowRow]`
    *,
    example: object,
    raises: Errors = (),
    media_type: str = "application/json",
) -> dict[int, ResponseSpec]:
    """Describe the success and every error; an example is an instance, so it cannot drift from its type."""
    return Answers({status: answer(of, example=example, media_type=media_type), **_failures(raises)})


def answer(of: Any, *, example: object, media_type: str = "application/json") -> ResponseSpec:  # noqa: ANN401  # the same
    """Describe one answer."""
    value = example if isinstance(example, str) else msgspec.json.decode(msgspec.json.encode(example))
    return ResponseSpec(
        data_container=of,
        generate_examples=False,
        description="Done.",
        media_type=media_type,
        examples=[Example(id="example", summary="An example", value=value)],
    )


def body(example: msgspec.Struct) -> BodyKwarg:
    """Mark a handler's `data` as its JSON body, with an example."""
    value = msgspec.json.decode(msgspec.json.encode(example))
    return BodyKwarg(media_type=RequestEncodingType.JSON, examples=[Example(summary="An example", value=value)])


def _failures(raises: Errors) -> dict[int, ResponseSpec]:
    by_status: dict[int, list[type[PyTakeError]]] = defaultdict(list)
    for kind in dict.fromkeys((*raises, *ALWAYS)):
        by_status[status_of(kind)].append(kind)
    return {status: _failure(kinds) for status, kinds in sorted(by_status.items())}


def _failure(kinds: list[type[PyTakeError]]) -> ResponseSpec:
    return ResponseSpec(
        data_container=ErrorEnvelope,
        generate_examples=False,
        description=" ".join(f"`{kind.code}`: {message_of(kind.code, language=ENGLISH)}" for kind in kinds),
        examples=[
            Example(id=kind.code, summary=kind.code, value=msgspec.json.decode(msgspec.json.encode(_told(kind))))
            for kind in kinds
        ],
    )


def _told(kind: type[PyTakeError]) -> ErrorEnvelope:
    message = message_of(kind.code, language=ENGLISH)
    return ErrorEnvelope(error=ErrorBody(code=kind.code, message=message, details=[], request_id="req_4f1d"))


class RawSchema(OpenAPISchemaPlugin):
    """JSON that is kept as it is: an object of somebody else's making."""

    @staticmethod
    def is_plugin_supported_type(value: Any) -> bool:  # noqa: ANN401  # the base's own signature
        """Take `msgspec.Raw`."""
        return value is msgspec.Raw

    def to_openapi_schema(self, field_definition: FieldDefinition, schema_creator: Any) -> Schema:  # noqa: ANN401, ARG002
        """Say that it is an object."""
        return Schema(type=OpenAPIType.OBJECT, description="JSON, as described in the guides.")


def _refuse_not_found(response: Response[Any]) -> Response[Any]:
    """Have Litestar's own page of a missing file answered as every other error is."""
    if response.status_code == status_of(NotFoundError):
        raise NotFoundError("No such file.")
    return response


def openapi_config(settings: HttpSettings) -> OpenAPIConfig:
    """Describe the API as a whole."""
    return OpenAPIConfig(
        title="PyTake",
        version=settings.version,
        description="The platform with which companies run their WhatsApp: inbox, bots, campaigns, consent.",
        servers=[Server(url=url) for url in ("/", settings.public_url) if url],
        tags=[AUTH, WHATSAPP, WEBHOOKS, FLOWS, CONVERSATIONS, CONTACTS, MEDIA, AUDIT, TENANTS, PEOPLE, SUPPORT, SYSTEM],
        components=Components(
            security_schemes={
                BEARER_SCHEME: SecurityScheme(
                    type="http", scheme="bearer", bearer_format="JWT", description="From `POST /api/v1/auth/login`."
                ),
                API_KEY_SCHEME: SecurityScheme(
                    type="apiKey",
                    name="X-API-Key",
                    security_scheme_in="header",
                    description="From `POST /api/v1/api-keys`.",
                ),
            }
        ),
        openapi_router=Router(
            OPENAPI_FOLDER, route_handlers=[], after_request=_refuse_not_found, include_in_schema=False, opt=PUBLIC
        ),
        render_plugins=[CompleteDocument(path="/openapi.json")],
    )
