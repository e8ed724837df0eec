"""A person gets a login."""

import msgspec

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.passwords import Passwords
from application.ports.unit_of_work import UnitOfWork
from application.shared.password_policy import PasswordPolicy
from domain.audit.actions import AuditAction
from domain.audit.author import SYSTEM
from domain.identity.checks import fold_email, is_email, is_name
from domain.identity.permissions import Role
from domain.identity.user import User
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import TenantId, UserId
from domain.tenants.plans import Metric
from domain.tenants.tenant import PLATFORM


class CreateUser(msgspec.Struct, frozen=True, kw_only=True):
    """Who, in which company, as what."""

    tenant_id: TenantId
    email: str
    name: str
    role: Role
    password: str
    language: str = "pt-BR"

    def __repr__(self) -> str:
        """Show no password."""
        return f"CreateUser(role={self.role})"


class CreateUserHandler:
    """For the operator of the platform, from the command line; whoever types the e-mail there vouches for it."""

    def __init__(
        self, *, uow: UnitOfWork, policy: PasswordPolicy, passwords: Passwords, clock: Clock, ids: Ids
    ) -> None:
        self._uow, self._policy, self._passwords = uow, policy, passwords
        self._clock, self._ids = clock, ids

    async def __call__(self, command: CreateUser) -> UserId:
        """Write the user. Raises EmailTakenError, InvalidError, PlanLimitReachedError."""
        email = fold_email(command.email)
        self._check(command, email=email)
        now = self._clock.now()
        user = User(
            id=UserId(self._ids.new()),
            tenant_id=command.tenant_id,
            email=email,
            name=command.name.strip(),
            role=command.role,
            password_hash=await self._passwords.hash(command.password),
            language=command.language,
            created_at=now,
            email_verified_at=now,
            password_changed_at=now,
        )
        async with self._uow(command.tenant_id) as tx:
            if command.tenant_id != PLATFORM:
                await tx.usage.take(Metric.USERS)
            await tx.users.add(user)
            subject = Subject(type="user", id=user.id)
            tx.audit.record(AuditAction.USER_CREATED, by=SYSTEM, on=subject, after={"role": user.role})
        return user.id

    def _check(self, command: CreateUser, *, email: str) -> None:
        wrong = self._policy.wrong(command.password, about=(email, command.name))
        if not is_email(email):
            wrong.append(ErrorDetail(field="email", message="an e-mail address"))
        if not is_name(command.name):
            wrong.append(ErrorDetail(field="name", message="1 to 200 characters, and no line breaks"))
        if (command.role is Role.SUPER_ADMIN) != (command.tenant_id == PLATFORM):
            wrong.append(
                ErrorDetail(field="role", message="super_admin for operators of the platform, and nobody else")
            )
        if wrong:
            raise InvalidError("The user cannot be created.", details=tuple(wrong))
