"""What all changes of the rules of lead scores share: the mark, and the order to score from it on."""

from application.contacts.filter_checks import require_tags
from application.contacts.lead_score_jobs import ScoreLeadsOf, key_of
from application.ports.unit_of_work import Transaction
from application.shared.actor import Actor
from domain.contacts.lead_score import LeadScoreRule


async def require_sense(tx: Transaction, rule: LeadScoreRule) -> None:
    """See that its conditions name what is there. Raises FilterInvalidError."""
    if rule.conditions is not None:
        await require_tags(tx, rule.conditions)


async def score_from(tx: Transaction, actor: Actor, *, last_event: int) -> None:
    """Let the first active rule count what happens from now on, and nothing that was before it."""
    if not await tx.lead_score_rules.active():
        await tx.lead_score_rules.mark()
        await tx.lead_score_rules.move_mark(last_event)
    job = ScoreLeadsOf(tenant_id=actor.tenant_id)
    tx.jobs.put(job, key=key_of(job))
