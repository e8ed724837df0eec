"""The provider's own words show that two contacts are one person."""

from application.contacts.merge_contacts import BY_ITSELF, MergeContacts, MergeContactsHandler
from application.ports.jobs import Job
from domain.contacts.errors import ContactNotFoundError
from domain.shared.ids import ContactId, TenantId


class JoinFoundContacts(Job, frozen=True, kw_only=True, tag="join_found_contacts"):
    """Make one of two contacts that one webhook named together."""

    tenant_id: TenantId
    kept_id: ContactId
    merged_id: ContactId


class JoinFoundContactsHandler:
    """Merge them, as a person of the company could, who can also undo it. Idempotent: a contact is merged once."""

    def __init__(self, merge: MergeContactsHandler) -> None:
        self._merge = merge

    async def __call__(self, job: JoinFoundContacts) -> None:
        """Merge them, unless one of them is gone."""
        command = MergeContacts(kept_id=job.kept_id, merged_id=job.merged_id)
        try:
            await self._merge.merge(job.tenant_id, command, by=BY_ITSELF)
        except ContactNotFoundError:
            return
