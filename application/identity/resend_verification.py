"""Have the link for confirming one's e-mail sent again."""

from application.ports.clock import Clock
from application.ports.login_throttle import LoginThrottle, Purpose
from application.ports.mails import MailKind, MailUser
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Person


class ResendVerification:
    """Anybody who is logged in, five times a quarter of an hour. The links before it are good no more.

    Nothing is sent to who has confirmed already.
    """

    def __init__(self, *, uow: UnitOfWork, throttle: LoginThrottle, clock: Clock) -> None:
        self._uow, self._throttle, self._clock = uow, throttle, clock

    async def __call__(self, person: Person) -> None:
        """Order the e-mail. Raises RateLimitedError."""
        await self._throttle.attempt(Purpose.ONE_TIME_TOKEN, account=str(person.user_id), ip=person.origin.ip)
        order = MailUser(
            tenant_id=person.tenant_id, user_id=person.user_id, kind=MailKind.VERIFY_EMAIL, at=self._clock.now()
        )
        async with self._uow(person.tenant_id) as tx:
            tx.jobs.put(order, key=f"verify:{person.user_id}")
