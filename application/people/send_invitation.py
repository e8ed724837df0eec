"""An invitation's mail is written and sent."""

import secrets
from datetime import datetime
from zoneinfo import ZoneInfo

from application.ports.clock import Clock
from application.ports.emails import EmailTemplates, Mailer
from application.ports.invitations import SendInvitationOf
from application.ports.unit_of_work import Transaction, UnitOfWork
from domain.identity.errors import UserNotFoundError
from domain.shared.digest import digest_of
from domain.shared.ids import UserId

TOKEN_BYTES = 32
"""256 bits: nobody guesses one, so a fast hash of it is enough to keep."""
TEMPLATE = "invitation"


class SendInvitation:
    """Make the token as the mail is written, so that it lies nowhere else.

    Idempotent by the invitation's state: one that is over is not sent, and of two mails only the last one opens it.
    """

    def __init__(
        self, *, uow: UnitOfWork, templates: EmailTemplates, mailer: Mailer, clock: Clock, public_url: str
    ) -> None:
        self._uow, self._templates, self._mailer, self._clock = uow, templates, mailer, clock
        self._public_url = public_url

    async def __call__(self, job: SendInvitationOf) -> None:
        """Send it. Raises MailUnavailableError (later), MailRefusedError (never)."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        async with self._uow(job.tenant_id) as tx:
            if not await tx.invitations.set_token(job.invitation_id, token_hash=digest_of(token), at=self._clock.now()):
                return
            invitation = await tx.invitations.get(job.invitation_id)
            tenant = await tx.tenants.get()
            inviter = await _name_of(tx, invitation.invited_by)
        values = {
            "company": tenant.name,
            "inviter": inviter or tenant.name,
            "link": f"{self._public_url}/accept-invite#token={token}",
            "until": _written(invitation.expires_at, time_zone=tenant.time_zone, language=invitation.language),
        }
        mail = self._templates.write(TEMPLATE, to=invitation.email, language=invitation.language, values=values)
        await self._mailer.send(mail)


async def _name_of(tx: Transaction, user_id: UserId) -> str | None:
    try:
        return (await tx.users.get(user_id)).name
    except UserNotFoundError:
        return None  # the company's name stands for somebody who has left


def _written(at: datetime, *, time_zone: str, language: str) -> str:
    local = at.astimezone(ZoneInfo(time_zone))
    return f"{local:%Y-%m-%d %H:%M}" if language == "en" else f"{local:%d/%m/%Y %H:%M}"
