"""Invitations of a tenant."""

from datetime import datetime
from typing import Protocol

from domain.people.invitation import Invitation
from domain.shared.ids import InvitationId


class InvitationRepository(Protocol):
    """Keeps invitations."""

    async def get(self, invitation_id: InvitationId) -> Invitation:
        """Load an invitation, also one that is over. Raises InvitationNotFoundError."""
        ...

    async def add(self, invitation: Invitation) -> None:
        """Write an invitation. Raises InvitationOpenError when there is an open one for the e-mail."""
        ...

    async def revoke_open(self, email: str, *, at: datetime) -> InvitationId | None:
        """Take back the open invitation of an e-mail, also one whose time is over; give which."""
        ...

    async def revoke(self, invitation_id: InvitationId, *, at: datetime) -> Invitation:
        """Take an open one back. Raises InvitationNotFoundError."""
        ...

    async def set_token(self, invitation_id: InvitationId, *, token_hash: bytes, at: datetime) -> bool:
        """Have this token open it, and none before; False when it is not open any more at `at`."""
        ...

    async def accept(self, *, token_hash: bytes, at: datetime) -> Invitation | None:
        """Use an open invitation up, of two who try at once by one only; None when there is none for the token."""
        ...
