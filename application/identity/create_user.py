"""A person gets a login."""

import msgspec

from application.ports.clock import Clock
from application.ports.directory import Directory
from application.ports.ids import Ids
from application.ports.passwords import Passwords
from domain.identity.permissions import Role
from domain.identity.user import User
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import TenantId, UserId

MIN_PASSWORD_LENGTH = 10
"""Long beats strange (OWASP ASVS 5, 6.2.1 asks for eight)."""


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
    """For the operator of the platform, from the command line."""

    def __init__(self, *, directory: Directory, passwords: Passwords, clock: Clock, ids: Ids) -> None:
        self._directory, self._passwords, self._clock, self._ids = directory, passwords, clock, ids

    async def __call__(self, command: CreateUser) -> UserId:
        """Write the user. Raises EmailTakenError, InvalidError."""
        _check(command)
        user = User(
            id=UserId(self._ids.new()),
            tenant_id=command.tenant_id,
            email=command.email.strip().casefold(),
            name=command.name.strip(),
            role=command.role,
            password_hash=await self._passwords.hash(command.password),
            language=command.language,
            created_at=self._clock.now(),
        )
        await self._directory.add_user(user)
        return user.id


def _check(command: CreateUser) -> None:
    wrong = []
    if "@" not in command.email.strip("@ "):
        wrong.append(ErrorDetail(field="email", message="an e-mail address"))
    if len(command.password) < MIN_PASSWORD_LENGTH:
        wrong.append(ErrorDetail(field="password", message=f"at least {MIN_PASSWORD_LENGTH} characters"))
    if wrong:
        raise InvalidError("The user cannot be created.", details=tuple(wrong))
