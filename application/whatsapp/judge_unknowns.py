"""What becomes of a send whose outcome nobody knows: see docs/adr/0007-crash-safe-sending.md."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from application.ports.counters import Counters
from application.ports.ids import Ids
from application.ports.repositories.outbound import Intent, IntentState, Priority
from application.ports.unit_of_work import Transaction
from application.whatsapp.settle_send import give_up
from domain.shared.phone import phone_key
from domain.whatsapp.failures import FailureKind, SendFailure
from domain.whatsapp.retry import MAX_UNKNOWNS, UNKNOWN_DECIDED_AFTER

LISTENING_PAUSE = timedelta(seconds=1)
"""How long a decision waits for what came in before its time and is still to be handled."""

OUTCOME_UNKNOWN = SendFailure(
    kind=FailureKind.UNKNOWN, code="OUTCOME_UNKNOWN", detail="No status told whether it was sent."
)


async def judge(tx: Transaction, intents: Iterable[Intent], *, ids: Ids, counters: Counters, now: datetime) -> bool:
    """Decide about intents that nobody is submitting any more; False while one's status may lie here unread."""
    is_all_decided = True
    for intent in intents:
        if intent.state is IntentState.SUBMITTING:
            counters.count("sends_unknown", reason="interrupted")
            await call_unknown(tx, intent)
        elif now >= (decided_at := (intent.submitted_at or now) + UNKNOWN_DECIDED_AFTER):
            if await _may_have_been_told(tx, intent, by=decided_at):
                is_all_decided = False
            else:
                await _decide(tx, intent, ids=ids, counters=counters, now=now)
    return is_all_decided


async def call_unknown(tx: Transaction, intent: Intent) -> None:
    """Note that nobody knows whether it went out."""
    await tx.outbound.save(msgspec.structs.replace(intent, state=IntentState.UNKNOWN, unknowns=intent.unknowns + 1))


async def _may_have_been_told(tx: Transaction, intent: Intent, *, by: datetime) -> bool:
    """Whether something that came in in time is not handled yet: after a standstill, the status may be there."""
    addresses = {intent.address, phone_key(intent.wa_id or "")}
    unheard = await tx.lanes.unheard_since(intent.config_id, addresses=addresses)
    return unheard is not None and unheard <= by


async def _decide(tx: Transaction, intent: Intent, *, ids: Ids, counters: Counters, now: datetime) -> None:
    if intent.priority is Priority.REPLY and intent.unknowns < MAX_UNKNOWNS:
        counters.count("sends_repeated", reason="no_status")
        await tx.outbound.save(msgspec.structs.replace(intent, state=IntentState.QUEUED, not_before=now))
    else:
        counters.count("sends_given_up", reason="no_status")
        await give_up(tx, intent, OUTCOME_UNKNOWN, ids=ids, now=now)
