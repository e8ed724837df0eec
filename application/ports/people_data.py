"""The part of a transaction that is about the company's own people."""

from typing import Protocol

from application.ports.repositories.api_keys import ApiKeyRepository
from application.ports.repositories.avatars import AvatarRepository
from application.ports.repositories.credentials import CredentialRepository
from application.ports.repositories.departments import DepartmentRepository
from application.ports.repositories.invitations import InvitationRepository
from application.ports.repositories.one_time_tokens import OneTimeTokenRepository
from application.ports.repositories.roles import RoleRepository
from application.ports.repositories.sessions import SessionRepository
from application.ports.repositories.statuses import StatusRepository
from application.ports.repositories.users import UserRepository


class PeopleData(Protocol):
    """Users, departments, roles, how they log in, and whether they are there; a transaction is also this."""

    @property
    def departments(self) -> DepartmentRepository:
        """Departments."""
        ...

    @property
    def users(self) -> UserRepository:
        """Users."""
        ...

    @property
    def sessions(self) -> SessionRepository:
        """Login sessions."""
        ...

    @property
    def credentials(self) -> CredentialRepository:
        """Password hashes, second factors."""
        ...

    @property
    def roles(self) -> RoleRepository:
        """Roles."""
        ...

    @property
    def invitations(self) -> InvitationRepository:
        """Invitations."""
        ...

    @property
    def api_keys(self) -> ApiKeyRepository:
        """API keys."""
        ...

    @property
    def statuses(self) -> StatusRepository:
        """What people chose to be, and what they can take."""
        ...

    @property
    def one_time_tokens(self) -> OneTimeTokenRepository:
        """Links that were sent by e-mail."""
        ...

    @property
    def avatars(self) -> AvatarRepository:
        """People's pictures."""
        ...
