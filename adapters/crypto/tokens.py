"""Access tokens: JWT signed with RS256. The key is found by `kid` among ours; what else the header says is not used."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import uuid4

import jwt
import msgspec
from cryptography.hazmat.primitives.asymmetric import rsa

from adapters.crypto.key_ring import KeyRing
from application.ports.tokens import AccessClaims, TokenExpiredError, TokenInvalidError
from domain.keys.lifetimes import LONGEST_ACCESS
from domain.shared.ids import SessionId, TenantId, UserId

ALGORITHM = "RS256"
TYPE = "at+jwt"
"""RFC 9068: an access token, so that no other token we may sign one day passes for one."""
LEEWAY_SECONDS = 5
"""How far the clocks of two of our machines may be apart."""
MAX_TOKEN_CHARS = 4096
"""Ours have some 800; longer ones are not worth parsing."""
MAX_KID_CHARS = 64
"""Ours have 22."""

RoleCode = Annotated[str, msgspec.Meta(pattern=r"\A[a-z0-9_-]{1,64}\Z")]
"""A built-in role or one of the tenant's own; what it permits is read elsewhere, at each request."""


class _Claims(msgspec.Struct, frozen=True, kw_only=True):
    sub: UserId
    email: str
    role: RoleCode
    tenant_id: TenantId
    sid: SessionId
    iat: int
    exp: int
    jti: str
    iss: str
    aud: str


class JwtTokens:
    """Issues and reads access tokens."""

    def __init__(self, keys: KeyRing, *, issuer: str, audience: str) -> None:
        self._keys = keys
        self._issuer = issuer
        self._audience = audience

    def issue(self, claims: AccessClaims, *, now: datetime) -> str:
        """Sign the claims; times are whole seconds."""
        payload = _Claims(
            sub=claims.user_id,
            email=claims.email,
            role=claims.role,
            tenant_id=claims.tenant_id,
            sid=claims.session_id,
            iat=int(now.timestamp()),
            exp=int(claims.expires_at.timestamp()),
            jti=str(uuid4()),
            iss=self._issuer,
            aud=self._audience,
        )
        kid, key = self._keys.signing()
        return jwt.encode(msgspec.to_builtins(payload), key, algorithm=ALGORITHM, headers={"kid": kid, "typ": TYPE})

    async def read(self, token: str) -> AccessClaims:
        """Check signature, issuer, audience and time. Raises TokenInvalidError, of which TokenExpiredError is one."""
        if len(token) > MAX_TOKEN_CHARS:
            raise TokenInvalidError("The access token is not valid.")
        try:
            claims = msgspec.convert(await self._payload(token), _Claims)
            _check_times(claims)
            expires_at = datetime.fromtimestamp(claims.exp, UTC)
        except jwt.ExpiredSignatureError as error:
            raise TokenExpiredError("The access token has expired.") from error
        except (jwt.PyJWTError, msgspec.ValidationError, ValueError, OverflowError, OSError) as error:
            raise TokenInvalidError("The access token is not valid.") from error
        return AccessClaims(
            user_id=claims.sub,
            email=claims.email,
            role=claims.role,
            tenant_id=claims.tenant_id,
            session_id=claims.sid,
            expires_at=expires_at,
        )

    def public_keys(self) -> bytes:
        """Give the JWKS document, JSON."""
        return msgspec.json.encode({"keys": self._keys.public_jwks()})

    async def _payload(self, token: str) -> dict[str, object]:
        return jwt.decode(
            token,
            await self._key_of(token),
            algorithms=[ALGORITHM],
            audience=self._audience,
            issuer=self._issuer,
            leeway=LEEWAY_SECONDS,
            options={"require": list(_Claims.__struct_fields__), "strict_aud": True},
        )

    async def _key_of(self, token: str) -> rsa.RSAPublicKey:
        """Find the key by `kid`; whatever else the header offers (jku, x5u, jwk) is not looked at."""
        header = jwt.get_unverified_header(token)
        kid = header.get("kid")
        if header.get("typ") != TYPE or header.get("alg") != ALGORITHM or "crit" in header:
            raise jwt.InvalidTokenError
        if not isinstance(kid, str) or len(kid) > MAX_KID_CHARS:
            raise jwt.InvalidTokenError
        key = await self._keys.find(kid)
        if key is None:
            raise jwt.InvalidTokenError
        return key


def _check_times(claims: _Claims) -> None:
    """See that its life has a length that we would give; PyJWT has compared it with the clock. Raises ValueError."""
    if claims.iat < 0 or not 0 < claims.exp - claims.iat <= LONGEST_ACCESS.total_seconds():
        raise ValueError("no life of an access token")
