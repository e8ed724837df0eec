"""Whoever is to run a new company is invited to it."""

from datetime import datetime

import msgspec

from application.ports.audit import Subject
from application.ports.ids import Ids
from application.ports.invitations import SendInvitationOf
from application.ports.unit_of_work import Transaction
from domain.audit.actions import AuditAction
from domain.audit.author import Author
from domain.identity.checks import fold_email, is_email
from domain.identity.permissions import Role
from domain.people.invitation import GOOD_FOR, Invitation
from domain.shared.errors import ErrorDetail
from domain.shared.ids import InvitationId, UserId
from domain.shared.phrases import phrase
from domain.tenants.checks import LANGUAGES, is_name


class FirstAdmin(msgspec.Struct, frozen=True, kw_only=True):
    """Who gets the mail, and in which language."""

    email: str
    name: str
    language: str = "pt-BR"

    def __repr__(self) -> str:
        """Show nobody."""
        return "FirstAdmin()"


def wrong_in_admin(admin: FirstAdmin | None) -> tuple[ErrorDetail, ...]:
    """Find what is wrong with what is said of the admin."""
    if admin is None:
        return ()
    checks = {
        "admin.email": (phrase("an e-mail address"), is_email(fold_email(admin.email))),
        "admin.name": (phrase("1 to 200 characters, and no line breaks"), is_name(admin.name)),
        "admin.language": (phrase("pt-BR or en"), admin.language in LANGUAGES),
    }
    return tuple(ErrorDetail.of(field, text) for field, (text, is_right) in checks.items() if not is_right)


async def invite_admin(tx: Transaction, admin: FirstAdmin, *, by: Author, now: datetime, ids: Ids) -> None:
    """Write the invitation and order its mail."""
    invitation = Invitation(
        id=InvitationId(ids.new()),
        email=fold_email(admin.email),
        name=admin.name.strip(),
        role=Role.ADMIN,
        department_ids=[],
        language=admin.language,
        invited_by=by.user_id or UserId(tx.tenant_id),
        created_at=now,
        expires_at=now + GOOD_FOR,
    )
    await tx.invitations.add(invitation)
    tx.jobs.put(SendInvitationOf(tenant_id=tx.tenant_id, invitation_id=invitation.id))
    tx.audit.record(
        AuditAction.USER_INVITED,
        by=by,
        on=Subject(type="invitation", id=invitation.id),
        after={"role": invitation.role},
    )
