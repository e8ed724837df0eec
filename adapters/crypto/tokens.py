"""Access tokens: JWT signed with RS256. The key is found by `kid` among ours; what else the header says is not used."""

from datetime import UTC, datetime
from uuid import uuid4

import jwt
import msgspec
from cryptography.hazmat.primitives.asymmetric import rsa

from adapters.crypto.key_ring import KeyRing
from application.ports.tokens import AccessClaims, TokenExpiredError, TokenInvalidError
from domain.shared.ids import SessionId, TenantId, UserId

ALGORITHM = "RS256"
TYPE = "at+jwt"
"""RFC 9068: an access token, so that no other token we may sign one day passes for one."""
LEEWAY_SECONDS = 5
"""How far the clocks of two of our machines may be apart."""
MAX_TOKEN_CHARS = 4096
"""Ours have some 800; longer ones are not worth parsing."""


class _Claims(msgspec.Struct, frozen=True, kw_only=True):
    sub: UserId
    email: str
    role: str
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

    def read(self, token: str) -> AccessClaims:
        """Check signature, issuer, audience and time. Raises TokenInvalidError, of which TokenExpiredError is one."""
        if len(token) > MAX_TOKEN_CHARS:
            raise TokenInvalidError("The access token is not valid.")
        try:
            claims = msgspec.convert(self._payload(token), _Claims)
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

    def _payload(self, token: str) -> dict[str, object]:
        return jwt.decode(
            token,
            self._key_of(token),
            algorithms=[ALGORITHM],
            audience=self._audience,
            issuer=self._issuer,
            leeway=LEEWAY_SECONDS,
            options={"require": list(_Claims.__struct_fields__), "strict_aud": True},
        )

    def _key_of(self, token: str) -> rsa.RSAPublicKey:
        header = jwt.get_unverified_header(token)
        key = self._keys.checking(header.get("kid", ""))
        if key is None or header.get("typ") != TYPE:
            raise jwt.InvalidTokenError
        return key
