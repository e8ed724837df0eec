"""Somebody who was asked to join the company does."""

import msgspec

from application.people.person_checks import refuse, wrong_in_person
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.invitations import InvitationFinder
from application.ports.passwords import Passwords
from application.ports.sessions import LoggedIn, SessionOpener
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Origin, author_of
from application.shared.password_policy import PasswordPolicy
from domain.audit.actions import AuditAction
from domain.audit.author import AuthorKind
from domain.identity.user import User
from domain.people.errors import InvitationInvalidError
from domain.people.invitation import Invitation
from domain.shared.digest import digest_of
from domain.shared.ids import UserId
from domain.tenants.plans import Metric


class AcceptInvitation(msgspec.Struct, frozen=True, kw_only=True):
    """The mail's token, what the person calls themselves, and the password they choose."""

    token: str
    name: str
    password: str

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "AcceptInvitation()"


class InvitationTools(msgspec.Struct, frozen=True, kw_only=True):
    """What joining needs of the world."""

    finder: InvitationFinder
    passwords: Passwords
    policy: PasswordPolicy
    open_session: SessionOpener
    clock: Clock
    ids: Ids


class AcceptInvitationHandler:
    """Make the user and log them in. For whoever holds the token, once; having it proves the e-mail."""

    def __init__(self, tools: InvitationTools, *, uow: UnitOfWork) -> None:
        self._tools, self._uow = tools, uow

    async def __call__(self, command: AcceptInvitation, *, origin: Origin) -> LoggedIn:
        """Give tokens. Raises InvitationInvalidError, InvalidError, PlanLimitReachedError, EmailTakenError."""
        wrong = self._tools.policy.wrong(command.password, about=[command.name])
        refuse([*wrong_in_person(name=command.name), *wrong], what="The invitation cannot be accepted.")
        token_hash = digest_of(command.token)
        tenant_id = await self._tools.finder.tenant_of(token_hash)
        if tenant_id is None:
            raise _invalid()
        password_hash = await self._tools.passwords.hash(command.password)
        async with self._uow(tenant_id) as tx:
            invitation = await tx.invitations.accept(token_hash=token_hash, at=self._tools.clock.now())
            if invitation is None:
                raise _invalid()
            wrong = self._tools.policy.wrong(command.password, about=[invitation.email])
            refuse(wrong, what="The invitation cannot be accepted.")
            user = self._new_user(tx, invitation, name=command.name, password_hash=password_hash)
            await _join(tx, user, invitation, origin=origin)
            policy = (await tx.tenants.get()).settings.security
            return await self._tools.open_session(tx, user, policy=policy, origin=origin)

    def _new_user(self, tx: Transaction, invitation: Invitation, *, name: str, password_hash: str) -> User:
        now = self._tools.clock.now()
        return User(
            id=UserId(self._tools.ids.new()),
            tenant_id=tx.tenant_id,
            email=invitation.email,
            name=name.strip(),
            role=invitation.role,
            password_hash=password_hash,
            language=invitation.language,
            created_at=now,
            email_verified_at=now,
            password_changed_at=now,
        )


async def _join(tx: Transaction, user: User, invitation: Invitation, *, origin: Origin) -> None:
    if await tx.roles.permissions_of(user.role) is None:
        raise _invalid()  # the role was deleted: whoever invited them decides anew
    await tx.usage.take(Metric.USERS)
    await tx.users.add(user)
    await tx.departments.set_departments(user.id, await tx.departments.known(invitation.department_ids))
    tx.audit.record(
        AuditAction.INVITATION_ACCEPTED,
        by=author_of(AuthorKind.USER, origin, user_id=user.id),
        on=Subject(type="invitation", id=invitation.id),
        after={"user_id": user.id, "role": user.role},
    )


def _invalid() -> InvitationInvalidError:
    return InvitationInvalidError("The invitation is not good any more: ask for another.")
