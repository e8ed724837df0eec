"""A person joins the company, without being asked first."""

import msgspec

from application.people.authority import require_role
from application.people.person_checks import refuse, require_departments, wrong_in_person
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.passwords import Passwords
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from application.shared.password_policy import PasswordPolicy
from domain.audit.actions import AuditAction
from domain.identity.checks import fold_email
from domain.identity.permissions import Permission
from domain.identity.user import NO_PASSWORD, User
from domain.people.status import DEFAULT_CAPACITY
from domain.shared.ids import DepartmentId, UserId
from domain.tenants.plans import Metric


class AddUser(msgspec.Struct, frozen=True, kw_only=True):
    """Who, as what. Without a password the person chooses one through "forgot my password"."""

    email: str
    name: str
    role: str
    password: str | None = None
    language: str = "pt-BR"
    department_ids: tuple[DepartmentId, ...] = ()
    capacity: int = DEFAULT_CAPACITY

    def __repr__(self) -> str:
        """Show neither password nor person."""
        return f"AddUser(role={self.role!r})"


class AddUserHandler:
    """Write a user. Needs users:manage, and every right of the role that is given."""

    def __init__(
        self, *, uow: UnitOfWork, passwords: Passwords, policy: PasswordPolicy, clock: Clock, ids: Ids
    ) -> None:
        self._uow, self._passwords, self._policy, self._clock, self._ids = uow, passwords, policy, clock, ids

    async def __call__(self, actor: Actor, command: AddUser) -> UserId:
        """Give the user's id. Raises EmailTakenError, InvalidError, PlanLimitReachedError, RightsAboveOwnError."""
        actor.require(Permission.USERS_MANAGE)
        user = await self._new_user(actor, command)
        async with self._uow(actor.tenant_id) as tx:
            await require_role(tx, actor, user.role)
            await require_departments(tx, command.department_ids)
            await tx.usage.take(Metric.USERS)
            await tx.users.add(user)
            await tx.departments.set_departments(user.id, command.department_ids)
            await tx.statuses.set_capacity(user.id, command.capacity)
            after = {"role": user.role, "department_ids": list(command.department_ids)}
            tx.audit.record(AuditAction.USER_CREATED, by=actor.author, on=Subject(type="user", id=user.id), after=after)
        return user.id

    async def _new_user(self, actor: Actor, command: AddUser) -> User:
        email, password, now = fold_email(command.email), command.password, self._clock.now()
        wrong = wrong_in_person(email=email, name=command.name, language=command.language, capacity=command.capacity)
        if password is not None:
            wrong += self._policy.wrong(password, about=(email, command.name))
        refuse(wrong, what="The user cannot be added.")
        return User(
            id=UserId(self._ids.new()),
            tenant_id=actor.tenant_id,
            email=email,
            name=command.name.strip(),
            role=command.role,
            password_hash=NO_PASSWORD if password is None else await self._passwords.hash(password),
            language=command.language,
            created_at=now,
            password_changed_at=None if password is None else now,
        )
