"""Confirm that an e-mail is one's own."""

import msgspec

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.mails import MailKind, MailUser
from application.ports.one_time_tokens import OneTimeTokenBook
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Origin, author_of
from domain.audit.actions import AuditAction
from domain.audit.author import AuthorKind
from domain.identity.errors import LinkInvalidError
from domain.identity.one_time_token import TokenPurpose
from domain.shared.digest import digest_of


class VerifyEmail(msgspec.Struct, frozen=True, kw_only=True):
    """The token of the link."""

    token: str

    def __repr__(self) -> str:
        """Show no token."""
        return "VerifyEmail()"


class VerifyEmailHandler:
    """Whoever has the link, once, within a day, and as long as it is still the account's e-mail."""

    def __init__(self, *, book: OneTimeTokenBook, uow: UnitOfWork, clock: Clock) -> None:
        self._book, self._uow, self._clock = book, uow, clock

    async def __call__(self, command: VerifyEmail, *, origin: Origin) -> None:
        """Note it, and say welcome. Raises LinkInvalidError."""
        token_hash, now = digest_of(command.token), self._clock.now()
        tenant_id = await self._book.tenant_of(token_hash)
        if tenant_id is None:
            raise LinkInvalidError("This link is not good any more.")
        async with self._uow(tenant_id) as tx:
            token = await tx.one_time_tokens.use(token_hash, TokenPurpose.VERIFY, at=now)
            user = None if token is None else await tx.users.get(token.user_id)
            if token is None or user is None or user.email != token.email:
                raise LinkInvalidError("This link is not good any more.")
            if user.confirm_email(now=now):
                await tx.users.save(user)
                author = author_of(AuthorKind.USER, origin, user_id=user.id)
                tx.audit.record(AuditAction.EMAIL_VERIFIED, by=author, on=Subject(type="user", id=user.id))
                tx.jobs.put(MailUser(tenant_id=tenant_id, user_id=user.id, kind=MailKind.WELCOME, at=now))
