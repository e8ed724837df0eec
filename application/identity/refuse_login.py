"""Note that somebody was not let in."""

from application.ports.audit import Subject
from application.ports.counters import Counters
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Origin, author_of
from domain.audit.actions import AuditAction
from domain.audit.author import AuthorKind
from domain.identity.user import User
from domain.tenants.tenant import PLATFORM


class RefuseLogin:
    """Every refusal: in the audit log of the account's company, of the platform where there is no such account."""

    def __init__(self, *, uow: UnitOfWork, counters: Counters) -> None:
        self._uow, self._counters = uow, counters

    async def __call__(self, user: User | None, origin: Origin, *, factor: str) -> None:
        """Write the entry and count it; `factor` is what was wrong: `password`, `code` or `network`."""
        self._counters.count("logins_refused", factor=factor)
        subject = Subject(type="user", id=None if user is None else user.id)
        async with self._uow(PLATFORM if user is None else user.tenant_id) as tx:
            author = author_of(AuthorKind.SYSTEM, origin)
            tx.audit.record(AuditAction.USER_LOGIN_REFUSED, by=author, on=subject, after={"factor": factor})
