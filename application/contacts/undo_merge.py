"""Two that were made one are two after all."""

from datetime import datetime

from application.contacts.merge_contacts import MERGED
from application.contacts.story import tell
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.contacts.contact import Contact
from domain.contacts.errors import ContactNotFoundError, MergeNotFoundError, MergeRefusedError
from domain.contacts.events import ContactChange, ContactUpdated
from domain.contacts.merge import Closed, Merge, give_back
from domain.conversations.events import ConversationUpdated
from domain.conversations.states import ConversationStatus, Handler
from domain.conversations.timeline import TimelineKind, by_user
from domain.identity.permissions import Permission
from domain.shared.ids import ContactId
from domain.tenants.plans import Metric

UNMERGED = "unmerged"
"""Why a conversation is open again."""


class UndoMerge:
    """Take back the last merge into a contact. Needs contacts:manage.

    Everything goes back that was moved, with what has come into the moved conversations since; values that people
    changed since, and conversations that the merged phone began since, stay with the kept contact. A conversation
    that the merge resolved is open again, unless another is by now; a flow that it ended is not run again.
    """

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, actor: Actor, kept_id: ContactId) -> ContactId:
        """Give the contact that is back. Raises ContactNotFoundError, MergeNotFoundError, MergeRefusedError."""
        actor.require(Permission.CONTACTS_MANAGE)
        now = self._clock.now()
        async with self._uow(actor.tenant_id) as tx:
            await tx.contacts.get_present(kept_id)
            merge = await tx.merges.last(kept_id)
            if merge is None:
                raise MergeNotFoundError("This contact has no merge to undo.")
            kept, merged = await _both(tx, merge)
            await tx.merges.lock_threads([kept.id, merged.id])
            give_back(kept, merged, merge.taken)
            await _save(tx, kept, merged, merge)
            await tx.merges.move_back(merge)
            for closed in merge.taken.closed:
                await _reopen(tx, actor, closed, now=now)
            await tx.merges.mark_undone(merge.id, at=now)
            await _tell(tx, actor, kept, merge, now=now)
        return merged.id


async def _both(tx: Transaction, merge: Merge) -> tuple[Contact, Contact]:
    found = {one.id: one for one in await tx.contacts.lock({merge.kept_id, merge.merged_id})}
    if not {merge.kept_id, merge.merged_id} <= found.keys():
        raise ContactNotFoundError("There is no such contact.")
    merged = found[merge.merged_id]
    key = merge.taken.merged_before.phone_key
    others = await tx.contacts.find((), phone_key=key) if key is not None else []
    if any(one.id not in {merge.kept_id, merge.merged_id} for one in others if one.phone_key == key):
        raise MergeRefusedError("Another contact has the phone by now.")
    return found[merge.kept_id], merged


async def _save(tx: Transaction, kept: Contact, merged: Contact, merge: Merge) -> None:
    """Write the kept one first: it leaves the phone that the other takes."""
    kept.record(ContactUpdated(contact_id=kept.id, reason=ContactChange.UNMERGED))
    merged.record(ContactUpdated(contact_id=merged.id, reason=ContactChange.UNMERGED))
    await tx.contacts.save(kept)
    await tx.contacts.save(merged)
    taken = merge.taken
    await tx.contacts.add_points(kept.id, taken.kept_before.lead_score - taken.kept_after.lead_score)
    tx.usage.count(Metric.CONTACTS)


async def _reopen(tx: Transaction, actor: Actor, closed: Closed, *, now: datetime) -> None:
    """Let a conversation be as it was before the merge ended it, if it is still so and nothing else is in its place."""
    conversation = await tx.conversations.get(closed.conversation_id)
    other = await tx.conversations.find_open(
        contact_id=conversation.contact_id, config_id=conversation.whatsapp_config_id
    )
    if conversation.resolution != MERGED or other is not None:
        return
    conversation.status, conversation.handler = ConversationStatus(closed.status), Handler(closed.handler)
    conversation.resolved_at = conversation.resolved_by = conversation.resolution = None
    for name in ("needs_attention", "unread_count", "waiting_since", "queued_at", "snoozed_until"):
        setattr(conversation, name, getattr(closed, name))
    by = by_user(actor.user_id)
    conversation.note_in_timeline(TimelineKind.REOPENED, by=by, at=now, data={"reason": UNMERGED})
    conversation.record(
        ConversationUpdated(
            conversation_id=conversation.id,
            status=conversation.status,
            handler=conversation.handler,
            assigned_to=conversation.assigned_to,
            department_id=conversation.department_id,
            reason=UNMERGED,
        )
    )
    await tx.conversations.save(conversation)


async def _tell(tx: Transaction, actor: Actor, kept: Contact, merge: Merge, *, now: datetime) -> None:
    data: dict[str, object] = {"merge_id": str(merge.id), "merged_id": str(merge.merged_id)}
    await tell(tx, kept, TimelineKind.CONTACT_UNMERGED, actor=actor, at=now, data=data)
    subject = Subject(type="contact", id=kept.id)
    tx.audit.record(AuditAction.CONTACTS_UNMERGED, by=actor.author, on=subject, after=data)
