"""Examples for the API's description: instances, so that they cannot drift from their types."""

from datetime import timedelta
from uuid import UUID

from application.identity.list_sessions import MySession
from application.identity.log_in import TwoFactorChallenge
from application.identity.set_up_two_factor import TwoFactorSetup
from application.identity.two_factor_tools import RecoveryCodes
from application.ports.sessions import BEARER, LoggedIn
from domain.identity.session import SESSION_LIFETIME
from domain.shared.ids import SessionId
from entrypoints.http.examples import AT
from entrypoints.http.identity.requests import (
    CodeRequest,
    DisableTwoFactorRequest,
    LogInRequest,
    RefreshSessionRequest,
    VerifySecondFactorRequest,
)

LOG_IN = LogInRequest(email="ana@aurora.example", password="correct horse battery staple")  # noqa: S106  # an example
LOGGED_IN = LoggedIn(
    access_token="eyJhbGciOiJSUzI1NiIs…",  # noqa: S106  # the same
    token_type=BEARER,
    expires_in=900,
    refresh_token="q3YxT0…",  # noqa: S106  # the same
    refresh_expires_in=int(SESSION_LIFETIME.total_seconds()),
)
CHALLENGE = TwoFactorChallenge(challenge="AgAAAAE5…", expires_in=300)
VERIFY = VerifySecondFactorRequest(challenge=CHALLENGE.challenge, code="287082")
REFRESH = RefreshSessionRequest(refresh_token=LOGGED_IN.refresh_token)
SESSION = MySession(
    id=SessionId(UUID("0198a000-0000-7000-8000-0000000000b1")),
    created_at=AT,
    last_seen_at=AT + timedelta(hours=1),
    expires_at=AT + timedelta(hours=1) + SESSION_LIFETIME,
    ip="203.0.113.7",
    user_agent="Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
    current=True,
)
CODE = CodeRequest(code="287082")
SETUP = TwoFactorSetup(
    secret="GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",  # noqa: S106  # the RFC's own
    otpauth_url="otpauth://totp/PyTake:ana%40aurora.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=PyTake",
)
RECOVERY_CODES = RecoveryCodes(recovery_codes=["7k2m9-0qwrt-x5v1n-8hd4c-z3bpa", "c4y8e-1gj6s-tm0fv-q9w2k-5rnx7"])
DISABLE = DisableTwoFactorRequest(password=LOG_IN.password, code=CODE.code)
