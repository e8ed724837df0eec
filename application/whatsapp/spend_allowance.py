"""A number wants to send, and is told how many of its messages the plan's month still allows."""

from datetime import datetime

from application.ports.ids import Ids
from application.ports.repositories.outbound import Sendable
from application.ports.unit_of_work import Transaction
from application.whatsapp.settle_send import give_up
from domain.tenants.plans import Metric
from domain.whatsapp.failures import FailureKind, SendFailure

PLAN_LIMIT_REACHED = SendFailure(
    kind=FailureKind.REJECTED, code="PLAN_LIMIT_REACHED", detail="The plan's messages of this month are used up."
)
"""What becomes of the rest: an answer that comes next month answers nobody, and one that waits is not seen to fail."""


async def spend_allowance(tx: Transaction, *, wanted: int) -> int:
    """Take as many of `wanted` messages as the plan's month has left, and give how many.

    What is rolled back was not taken, and numbers that ask at once get no more than there is.
    """
    return await tx.usage.take_some(Metric.MESSAGES_PER_MONTH, wanted=wanted) if wanted else 0


async def within_allowance(tx: Transaction, granted: list[Sendable], *, ids: Ids, now: datetime) -> list[Sendable]:
    """Give those that may go. One that went out before was counted then; the others beyond the allowance fail.

    It comes before they are marked, as a message's row is locked before its intent's; one that is cancelled in between
    has been counted.
    """
    new = [sendable for sendable in granted if sendable.intent.submitted_at is None]
    beyond = new[await spend_allowance(tx, wanted=len(new)) :]
    for sendable in beyond:
        await give_up(tx, sendable.intent, PLAN_LIMIT_REACHED, ids=ids, now=now)
    return [sendable for sendable in granted if sendable not in beyond]
