"""Who asks: a person by an access token, or a program by an API key; never by what the token says they may."""

import msgspec

from application.ports.standing import Standings, TenantStanding
from application.ports.tokens import AccessClaims, Tokens
from application.shared.actor import Actor, Origin
from domain.shared.errors import ErrorDetail, MalformedError, UnauthenticatedError
from domain.shared.ids import TenantId
from domain.tenants.tenant import TenantStatus
from entrypoints.http.guards.errors import ApiKeyInvalidError, SessionEndedError
from entrypoints.http.guards.head import Head
from entrypoints.http.guards.read_tokens import ReadTokens

BEARER = "bearer"


class Caller(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody we know; `claims` are those of the token, None for an API key."""

    actor: Actor
    tenant: TenantStanding
    claims: AccessClaims | None = None
    needs_two_factor: bool = False


class Authentication:
    """Finds out who asks, and how they stand now."""

    def __init__(self, *, tokens: Tokens, standings: Standings) -> None:
        self._read, self._standings = ReadTokens(tokens), standings

    async def __call__(self, head: Head, origin: Origin) -> Caller:
        """Give the caller. Raises MalformedError for two at once, UnauthenticatedError, UnavailableError."""
        if head.authorization is not None and head.api_key is not None:
            wrong = ErrorDetail(field="X-API-Key", message="send this or Authorization, not both")
            raise MalformedError("Two callers at once.", details=(wrong,))
        if head.api_key is not None:
            return await self._program(head.api_key, origin)
        return await self._person(head.authorization or "", origin)

    async def _person(self, authorization: str, origin: Origin) -> Caller:
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != BEARER or not token.strip():
            raise UnauthenticatedError("Send an access token.")
        claims = await self._read(token.strip())
        session = await self._standings.session(claims.session_id)
        if session is None or (session.user_id, session.tenant_id) != (claims.user_id, claims.tenant_id):
            raise SessionEndedError("Log in again.")
        actor = Actor(
            user_id=session.user_id,
            tenant_id=session.tenant_id,
            session_id=session.session_id,
            permissions=session.permissions,
            departments=session.departments,
            origin=origin,
        )
        tenant = await self._tenant(session.tenant_id)
        return Caller(actor=actor, tenant=tenant, claims=claims, needs_two_factor=session.needs_two_factor)

    async def _program(self, key: str, origin: Origin) -> Caller:
        standing = await self._standings.api_key(key.strip())
        if standing is None:
            raise ApiKeyInvalidError("There is no such API key.")
        actor = Actor(
            user_id=standing.user_id,
            tenant_id=standing.tenant_id,
            session_id=None,
            permissions=standing.permissions,
            departments=standing.departments,
            api_key_id=standing.api_key_id,
            origin=origin,
        )
        return Caller(actor=actor, tenant=await self._tenant(standing.tenant_id))

    async def _tenant(self, tenant_id: TenantId) -> TenantStanding:
        standing = await self._standings.tenant(tenant_id)
        if standing is None or standing.status is TenantStatus.CANCELLED:
            raise UnauthenticatedError("This company no longer exists.")
        return standing
