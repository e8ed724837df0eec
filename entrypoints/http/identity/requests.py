"""What callers send to log in, to stay logged in, and about their second factor."""

from typing import Annotated

import msgspec

from application.identity.disable_two_factor import DisableTwoFactor
from application.identity.enable_two_factor import EnableTwoFactor
from application.identity.log_in import LogIn
from application.identity.refresh_session import RefreshSession
from application.identity.renew_recovery_codes import RenewRecoveryCodes
from application.identity.verify_second_factor import VerifySecondFactor
from entrypoints.http.requests import Secret, Word

Code = Annotated[str, msgspec.Meta(max_length=100)]
"""Six digits, or a recovery code of 29 characters."""
Token = Annotated[str, msgspec.Meta(max_length=1_000)]
"""Refresh tokens have 43 characters, challenges some 250."""


class _Secretive(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Common base: every body here holds a secret."""

    def __repr__(self) -> str:
        """Show nothing."""
        return f"{type(self).__name__}()"


class LogInRequest(_Secretive, frozen=True):
    """An e-mail and a password."""

    email: Word
    password: Secret

    def to_command(self) -> LogIn:
        """Build the order."""
        return LogIn(email=self.email, password=self.password)


class VerifySecondFactorRequest(_Secretive, frozen=True):
    """The challenge of the login, and a code of the phone or a recovery code."""

    challenge: Token
    code: Code

    def to_command(self) -> VerifySecondFactor:
        """Build the order."""
        return VerifySecondFactor(challenge=self.challenge, code=self.code)


class RefreshSessionRequest(_Secretive, frozen=True):
    """The newest refresh token."""

    refresh_token: Token

    def to_command(self) -> RefreshSession:
        """Build the order."""
        return RefreshSession(refresh_token=self.refresh_token)


class CodeRequest(_Secretive, frozen=True):
    """A code of the phone; where a second factor is in use, a recovery code will do."""

    code: Code

    def to_enable(self) -> EnableTwoFactor:
        """Build the order."""
        return EnableTwoFactor(code=self.code)

    def to_renew(self) -> RenewRecoveryCodes:
        """Build the order."""
        return RenewRecoveryCodes(code=self.code)


class DisableTwoFactorRequest(_Secretive, frozen=True):
    """The password, and a code of the phone or a recovery code."""

    password: Secret
    code: Code

    def to_command(self) -> DisableTwoFactor:
        """Build the order."""
        return DisableTwoFactor(password=self.password, code=self.code)
