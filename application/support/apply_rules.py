"""After an event, the company's rules for it are looked at."""

from datetime import datetime, timedelta

from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.repositories.automation_runs import AutomationRun
from application.ports.serving import ApplyRules
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.support.do_actions import DoActions
from application.support.hours_book import HoursBook
from application.support.situation import situation_of
from domain.conversations.conversation import Conversation
from domain.conversations.errors import ConversationNotFoundError
from domain.conversations.timeline import RULE, TimelineKind
from domain.shared.errors import PyTakeError, StaleVersionError, UnavailableError
from domain.shared.ids import AutomationRunId
from domain.support.conditions import holds
from domain.support.rules import MAX_DEPTH, MAX_RUNS_AN_HOUR, AutomationRule, RunOutcome

_HOUR = timedelta(hours=1)
TRIES = 5
"""A contact who writes at this moment changes the conversation; five times at once nobody does."""


class ApplyRulesHandler:
    """Does ApplyRules. Idempotent by rule and event: a run is written with what it did, once.

    Each rule is a transaction of its own, which sees what those before it did; one that fails hinders no other, and
    leaves nothing but its run. Rules that follow from rules are stopped after `MAX_DEPTH`, and in a conversation after
    `MAX_RUNS_AN_HOUR`.
    """

    def __init__(self, *, uow: UnitOfWork, do: DoActions, book: HoursBook, clock: Clock, ids: Ids) -> None:
        self._uow, self._do, self._book, self._clock, self._ids = uow, do, book, clock, ids

    async def __call__(self, job: ApplyRules) -> None:
        """Look at all of them, by place."""
        async with self._uow(job.tenant_id) as tx:
            rules = await tx.automation_rules.active(job.event)
        for rule in rules:
            await self._try(job, rule)

    async def _try(self, job: ApplyRules, rule: AutomationRule) -> None:
        for _ in range(TRIES - 1):
            try:
                await self._once(job, rule)
            except StaleVersionError:
                continue
            return
        await self._once(job, rule)

    async def _once(self, job: ApplyRules, rule: AutomationRule) -> None:
        try:
            async with self._uow(job.tenant_id) as tx:
                tx.rule_depth = job.depth + 1
                await self._apply(tx, job, rule, now=self._clock.now())
        except (StaleVersionError, UnavailableError):
            raise  # it is done anew
        except PyTakeError as error:
            failed = self._run(job, rule, RunOutcome.FAILED, {"error": error.code}, now=self._clock.now())
            async with self._uow(job.tenant_id) as tx:
                await tx.automation_runs.begin(failed)

    async def _apply(self, tx: Transaction, job: ApplyRules, rule: AutomationRule, *, now: datetime) -> None:
        try:
            conversation = await tx.conversations.get(job.conversation_id)
        except ConversationNotFoundError:
            return
        message = await tx.messages.get(job.message_id) if job.message_id is not None else None
        situation = await situation_of(tx, conversation, message, book=self._book, now=now)
        if not holds(rule.conditions, situation):
            return
        stop = await _reason_to_stop(tx, job, conversation, now=now)
        names = [str(action.__struct_config__.tag) for action in rule.actions]
        outcome, details = (RunOutcome.STOPPED, {"reason": stop}) if stop else (RunOutcome.DONE, {"actions": names})
        is_new = await tx.automation_runs.begin(self._run(job, rule, outcome, {**details}, now=now))
        if is_new and outcome is RunOutcome.DONE:
            data: dict[str, object] = {"rule_id": rule.id, "name": rule.name}
            conversation.note_in_timeline(TimelineKind.RULE_APPLIED, by=RULE, at=now, data=data)
            await self._do(tx, conversation, rule.actions, now=now)
            await tx.conversations.save(conversation)

    def _run(
        self, job: ApplyRules, rule: AutomationRule, outcome: RunOutcome, details: dict[str, object], *, now: datetime
    ) -> AutomationRun:
        return AutomationRun(
            id=AutomationRunId(self._ids.new()),
            rule_id=rule.id,
            cause=job.cause,
            conversation_id=job.conversation_id,
            outcome=outcome,
            depth=job.depth,
            details=details,
            at=now,
        )


async def _reason_to_stop(tx: Transaction, job: ApplyRules, conversation: Conversation, *, now: datetime) -> str | None:
    """Say why nothing more is done by itself here; None where something may be."""
    if job.depth >= MAX_DEPTH:
        return "depth"
    done = await tx.automation_runs.count_done(conversation.id, since=now - _HOUR)
    return "too_many" if done >= MAX_RUNS_AN_HOUR else None
