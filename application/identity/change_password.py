"""Choose a new password while being logged in."""

import msgspec

from application.identity.new_password import put_new_password
from application.ports.clock import Clock
from application.ports.directory import Directory
from application.ports.login_throttle import LoginThrottle, Purpose
from application.ports.passwords import Passwords
from application.ports.standing import Standings
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Person
from application.shared.password_policy import PasswordPolicy
from domain.audit.actions import AuditAction
from domain.identity.errors import PasswordWrongError
from domain.identity.user import User
from domain.shared.errors import ErrorDetail, InvalidError, UnauthenticatedError


class ChangePassword(msgspec.Struct, frozen=True, kw_only=True):
    """The present password and the next one."""

    old_password: str
    new_password: str

    def __repr__(self) -> str:
        """Show neither."""
        return "ChangePassword()"


class PasswordTools(msgspec.Struct, frozen=True, kw_only=True):
    """What a new password needs of the world."""

    directory: Directory
    throttle: LoginThrottle
    policy: PasswordPolicy
    passwords: Passwords
    standings: Standings
    clock: Clock


class ChangePasswordHandler:
    """Anybody who is logged in and knows the present one. This session stays, the others end."""

    def __init__(self, tools: PasswordTools, *, uow: UnitOfWork) -> None:
        self._tools, self._uow = tools, uow

    async def __call__(self, person: Person, command: ChangePassword) -> None:
        """Change it. Raises PasswordWrongError, InvalidError, RateLimitedError, StaleVersionError."""
        tools = self._tools
        attempt = await tools.throttle.attempt(Purpose.PASSWORD, account=str(person.user_id), ip=person.origin.ip)
        user = await self._account(person)
        if not await tools.passwords.matches(command.old_password, password_hash=user.password_hash):
            raise PasswordWrongError("The present password is another.")
        await tools.throttle.succeeded(attempt)
        await self._check(command, user)
        password_hash, now = await tools.passwords.hash(command.new_password), tools.clock.now()
        async with self._uow(person.tenant_id) as tx:
            user.change_password(password_hash, now=now)  # saved only if nobody changed the account meanwhile
            ended = await put_new_password(
                tx, user, action=AuditAction.PASSWORD_CHANGED, by=person.author, at=now, but=person.session_id
            )
        await tools.standings.forget_sessions(ended)

    async def _account(self, person: Person) -> User:
        user = await self._tools.directory.user(person.user_id)
        if user is None:
            raise UnauthenticatedError("This account no longer exists.")
        return user

    async def _check(self, command: ChangePassword, user: User) -> None:
        tenant = await self._tools.directory.tenant(user.tenant_id)
        about = (user.email, user.name, tenant.name if tenant else "")
        wrong = self._tools.policy.wrong(command.new_password, about=about, field="new_password")
        if command.new_password == command.old_password:
            wrong.append(ErrorDetail(field="new_password", message="another than the present one"))
        if wrong:
            raise InvalidError("The password cannot be taken.", details=tuple(wrong))
