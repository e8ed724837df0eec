"""Every company with rules of lead scores is seen to."""

from application.contacts.lead_score_jobs import ScoreLeads, ScoreLeadsOf, key_of
from application.ports.directory import Directory
from application.ports.unit_of_work import UnitOfWork


class ScoreLeadsHandler:
    """Order the scoring of every company that has rules: what an hour brings back if an order was ever lost."""

    def __init__(self, *, directory: Directory, uow: UnitOfWork) -> None:
        self._directory, self._uow = directory, uow

    async def __call__(self, _: ScoreLeads) -> None:
        """Order."""
        for tenant in await self._directory.tenants():
            async with self._uow(tenant.id) as tx:
                if await tx.lead_score_rules.active():
                    job = ScoreLeadsOf(tenant_id=tenant.id)
                    tx.jobs.put(job, key=key_of(job))
