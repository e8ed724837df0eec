"""Write somebody with a login an e-mail."""

import secrets
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from application.ports.clock import Clock
from application.ports.emails import Email, EmailTemplates, Mailer
from application.ports.ids import Ids
from application.ports.mails import MailKind, MailUser
from application.ports.unit_of_work import Transaction, UnitOfWork
from domain.identity.errors import UserNotFoundError
from domain.identity.one_time_token import LIFETIMES, OneTimeToken, TokenPurpose
from domain.identity.user import User
from domain.shared.digest import digest_of
from domain.shared.ids import OneTimeTokenId
from domain.tenants.tenant import Tenant

TOKEN_BYTES = 32
"""256 bits: nobody guesses one, so a fast hash of it is enough to keep."""

_PURPOSES = {MailKind.VERIFY_EMAIL: TokenPurpose.VERIFY, MailKind.RESET_PASSWORD: TokenPurpose.RESET}
_PAGES = {
    MailKind.VERIFY_EMAIL: "verify-email",
    MailKind.RESET_PASSWORD: "reset-password",
    MailKind.WELCOME: "",
    MailKind.TRIAL_ENDING: "settings/plan",
}
"""Where a link leads in the dashboard; those of the others, which somebody may not have done, to a new password."""
_NEW_PASSWORD = "forgot-password"  # noqa: S105 - a page


class MailTools(msgspec.Struct, frozen=True, kw_only=True):
    """What writing takes."""

    templates: EmailTemplates
    mailer: Mailer
    clock: Clock
    ids: Ids


class MailUserHandler:
    """A job. Done twice, it is written twice: of two links the newer is good. Nobody is written to who is gone.

    A link's token is made here, as the e-mail is written, and lies nowhere but in it; it stands after the `#`, which
    browsers keep to themselves.
    """

    def __init__(self, tools: MailTools, *, uow: UnitOfWork, public_url: str) -> None:
        self._tools, self._uow, self._public_url = tools, uow, public_url

    async def __call__(self, job: MailUser) -> None:
        """Send it. Raises MailRefusedError (never will be), MailUnavailableError (later)."""
        async with self._uow(job.tenant_id) as tx:
            try:
                user = await tx.users.get(job.user_id)
            except UserNotFoundError:
                return
            if not _is_wanted(job.kind, user):
                return
            link = await self._link(tx, job.kind, user)
            email = self._write(job, user, tenant=await tx.tenants.get(), link=link)
        await self._tools.mailer.send(email)

    async def _link(self, tx: Transaction, kind: MailKind, user: User) -> str:
        address = f"{self._public_url}/{_PAGES.get(kind, _NEW_PASSWORD)}"
        purpose = _PURPOSES.get(kind)
        if purpose is None:
            return address
        secret, now = secrets.token_urlsafe(TOKEN_BYTES), self._tools.clock.now()
        token = OneTimeToken(
            id=OneTimeTokenId(self._tools.ids.new()),
            user_id=user.id,
            purpose=purpose,
            email=user.email,
            token_hash=digest_of(secret),
            created_at=now,
            expires_at=now + LIFETIMES[purpose],
        )
        await tx.one_time_tokens.put(token)
        return f"{address}#token={secret}"

    def _write(self, job: MailUser, user: User, *, tenant: Tenant, link: str) -> Email:
        """Write it; to an address that nobody has confirmed, with no text that a stranger chose."""
        is_known = user.email_verified_at is not None
        values = {
            "name": user.name if is_known else user.email,
            "company": tenant.name if is_known else tenant.slug,
            "when": _written(job.at, tenant=tenant, language=user.language),
            "until": _written(tenant.trial_ends_at or job.at, tenant=tenant, language=user.language),
            "link": link,
        }
        return self._tools.templates.write(job.kind, to=user.email, language=user.language, values=values)


def _is_wanted(kind: MailKind, user: User) -> bool:
    """Whether the state of things still asks for it."""
    match kind:
        case MailKind.VERIFY_EMAIL:
            return user.email_verified_at is None
        case MailKind.RESET_PASSWORD | MailKind.WELCOME | MailKind.TRIAL_ENDING:
            return user.is_active
        case _:
            return True


def _written(at: datetime, *, tenant: Tenant, language: str) -> str:
    """Write a time as people at the company do."""
    local = at.astimezone(ZoneInfo(tenant.time_zone))
    form = "%Y-%m-%d %H:%M" if language == "en" else "%d/%m/%Y %H:%M"
    return f"{local.strftime(form)} ({tenant.time_zone})"
