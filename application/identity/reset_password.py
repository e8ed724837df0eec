"""Choose a new password with the link of an e-mail."""

from collections.abc import Iterable

import msgspec

from application.identity.new_password import put_new_password
from application.ports.clock import Clock
from application.ports.one_time_tokens import OneTimeTokenBook
from application.ports.passwords import Passwords
from application.ports.standing import Standings
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Origin, author_of
from application.shared.password_policy import PasswordPolicy
from domain.audit.actions import AuditAction
from domain.audit.author import AuthorKind
from domain.identity.errors import LinkInvalidError
from domain.identity.one_time_token import TokenPurpose
from domain.identity.user import User
from domain.shared.digest import digest_of
from domain.shared.errors import InvalidError


class ResetPassword(msgspec.Struct, frozen=True, kw_only=True):
    """The token of the link, and the new password."""

    token: str
    password: str

    def __repr__(self) -> str:
        """Show neither."""
        return "ResetPassword()"


class ResetTools(msgspec.Struct, frozen=True, kw_only=True):
    """What a new password needs of the world."""

    book: OneTimeTokenBook
    policy: PasswordPolicy
    passwords: Passwords
    standings: Standings
    clock: Clock


class ResetPasswordHandler:
    """Whoever has the link, once, within an hour. All sessions end; a second factor is still asked for at login.

    Who has the link reads the e-mail, so that is confirmed too. A password that is not taken leaves the link good.
    """

    def __init__(self, tools: ResetTools, *, uow: UnitOfWork) -> None:
        self._tools, self._uow = tools, uow

    async def __call__(self, command: ResetPassword, *, origin: Origin) -> None:
        """Change it. Raises LinkInvalidError, InvalidError."""
        tools, token_hash = self._tools, digest_of(command.token)
        self._require_good(command.password)
        tenant_id = await tools.book.tenant_of(token_hash)
        if tenant_id is None:
            raise LinkInvalidError("This link is not good any more.")
        password_hash, now = await tools.passwords.hash(command.password), tools.clock.now()
        async with self._uow(tenant_id) as tx:
            token = await tx.one_time_tokens.use(token_hash, TokenPurpose.RESET, at=now)
            user = None if token is None else await tx.users.get(token.user_id)
            if token is None or user is None or user.email != token.email or not user.is_active:
                raise LinkInvalidError("This link is not good any more.")
            self._require_good(command.password, about=await _known_of(tx, user))
            user.change_password(password_hash, now=now)
            user.confirm_email(now=now)
            author = author_of(AuthorKind.USER, origin, user_id=user.id)
            ended = await put_new_password(tx, user, action=AuditAction.PASSWORD_RESET, by=author, at=now)
        await tools.standings.forget_sessions(ended)

    def _require_good(self, password: str, *, about: Iterable[str] = ()) -> None:
        if wrong := self._tools.policy.wrong(password, about=about):
            raise InvalidError("The password cannot be taken.", details=tuple(wrong))


async def _known_of(tx: Transaction, user: User) -> tuple[str, ...]:
    return user.email, user.name, (await tx.tenants.get()).name
