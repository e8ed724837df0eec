"""The orders by which lead scores follow what happens."""

from application.ports.jobs import Job
from domain.shared.ids import TenantId


class ScoreLeadsOf(Job, frozen=True, tag="score_leads_of"):
    """Score a company's new events, and go on for as long as it has rules. Idempotent by the mark.

    The mark moves in the transaction that counts the points, so an event counts once.
    """

    tenant_id: TenantId


class ScoreLeads(Job, frozen=True, tag="score_leads"):
    """See that every company with rules is being scored. Idempotent: one order a company is kept."""


def key_of(job: ScoreLeadsOf) -> str:
    """Give the key by which one order a company is kept."""
    return f"score_leads:{job.tenant_id}"
