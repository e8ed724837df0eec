"""What callers send about accounts: registering, links of e-mails, passwords, one's own profile."""

from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from application.identity.change_password import ChangePassword
from application.identity.forgot_password import ForgotPassword
from application.identity.register_company import RegisterCompany
from application.identity.reset_password import ResetPassword
from application.identity.update_me import UpdateMe
from application.identity.verify_email import VerifyEmail
from domain.identity.avatar import MAX_BYTES

Line = Annotated[str, msgspec.Meta(max_length=200)]
Address = Annotated[str, msgspec.Meta(max_length=300)]
"""Longer than any e-mail address may be, and spaces around it."""
Password = Annotated[str, msgspec.Meta(max_length=1_000)]
LinkToken = Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
"""They have 43 characters."""
Picture = Annotated[str, msgspec.Meta(max_length=MAX_BYTES * 4 // 3 + 4)]
"""Base64 of the largest that is taken."""


class _Private(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Common base: every body here says something of a person, or holds a secret."""

    def __repr__(self) -> str:
        """Show nothing."""
        return f"{type(self).__name__}()"


class RegisterCompanyRequest(_Private, frozen=True):
    """A company and its first admin; without `slug` one is made of the company's name."""

    company_name: Line
    name: Line
    email: Address
    password: Password
    slug: Annotated[str, msgspec.Meta(max_length=63)] | None = None
    language: Annotated[str, msgspec.Meta(max_length=10)] = "pt-BR"
    time_zone: Annotated[str, msgspec.Meta(max_length=64)] = "America/Sao_Paulo"

    def to_command(self) -> RegisterCompany:
        """Build the order."""
        return RegisterCompany(**msgspec.structs.asdict(self))


class VerifyEmailRequest(_Private, frozen=True):
    """What stands after `#token=` in the link."""

    token: LinkToken

    def to_command(self) -> VerifyEmail:
        """Build the order."""
        return VerifyEmail(token=self.token)


class ForgotPasswordRequest(_Private, frozen=True):
    """The e-mail with which one logs in."""

    email: Address

    def to_command(self) -> ForgotPassword:
        """Build the order."""
        return ForgotPassword(email=self.email)


class ResetPasswordRequest(_Private, frozen=True):
    """What stands after `#token=` in the link, and the new password."""

    token: LinkToken
    password: Password

    def to_command(self) -> ResetPassword:
        """Build the order."""
        return ResetPassword(token=self.token, password=self.password)


class ChangePasswordRequest(_Private, frozen=True):
    """The present password and the next one."""

    old_password: Password
    new_password: Password

    def to_command(self) -> ChangePassword:
        """Build the order."""
        return ChangePassword(old_password=self.old_password, new_password=self.new_password)


class UpdateMeRequest(_Private, frozen=True):
    """What to change. `avatar` is a PNG, JPEG or WebP in base64, at most 256 KiB; null takes the picture away."""

    name: Line | UnsetType = UNSET
    language: Annotated[str, msgspec.Meta(max_length=10)] | UnsetType = UNSET
    notifications: Annotated[dict[str, bool], msgspec.Meta(max_length=50)] | UnsetType = UNSET
    avatar: Picture | UnsetType | None = UNSET

    def to_command(self, *, version: int | None) -> UpdateMe:
        """Build the order."""
        return UpdateMe(
            name=self.name,
            language=self.language,
            notifications=self.notifications,
            avatar=self.avatar,
            version=version,
        )
