"""Two contacts turn out to be one person."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from application.conversations.silence_bot import silence_bot
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.repositories.merges import OpenThread, Spelling
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.audit.author import SYSTEM as AUTHOR_SYSTEM
from domain.audit.author import Author
from domain.contacts.contact import Contact
from domain.contacts.errors import ContactNotFoundError
from domain.contacts.events import ContactChange, ContactUpdated
from domain.contacts.merge import Closed, Merge, absorb
from domain.conversations.timeline import SYSTEM, By, TimelineEntry, TimelineKind, by_user
from domain.identity.permissions import Permission
from domain.shared.ids import ContactId, ConversationId, IdentityId, MergeId, TenantId, UserId
from domain.shared.phone import spellings
from domain.tenants.plans import Metric

MERGED = "merged"
"""The resolution of a conversation that was ended by a merge."""
_NEVER = datetime.min.replace(tzinfo=UTC)


class MergeContacts(msgspec.Struct, frozen=True, kw_only=True):
    """Which contact stays, and which one becomes part of it."""

    kept_id: ContactId
    merged_id: ContactId


class Merger(msgspec.Struct, frozen=True, kw_only=True):
    """Who makes them one: for the audit log, for the story, and as a person of the company where it is one."""

    author: Author
    story: By
    user_id: UserId | None = None


BY_ITSELF = Merger(author=AUTHOR_SYSTEM, story=SYSTEM)
"""PyTake, when a provider's webhook names two contacts as one."""


class MergeContactsHandler:
    """Make two contacts one, in one transaction. Needs contacts:manage.

    Conversations, names, tags, notes, consents and the story go to the kept one, whose own values win; messages from
    either phone reach it from then on. Of two open conversations on one number the one that was used last stays
    open, and the other is resolved. Rows are locked in the order of their ids, contacts before conversations.
    """

    def __init__(self, *, uow: UnitOfWork, clock: Clock, ids: Ids) -> None:
        self._uow, self._clock, self._ids = uow, clock, ids

    async def __call__(self, actor: Actor, command: MergeContacts) -> MergeId:
        """Merge. Raises ContactNotFoundError, MergeRefusedError, StaleVersionError."""
        actor.require(Permission.CONTACTS_MANAGE)
        who = Merger(author=actor.author, story=by_user(actor.user_id), user_id=actor.user_id)
        return await self.merge(actor.tenant_id, command, by=who)

    async def merge(self, tenant_id: TenantId, command: MergeContacts, *, by: Merger) -> MergeId:
        """Do it for whoever may: also for PyTake itself. Raises as above."""
        now, merge_id = self._clock.now(), MergeId(self._ids.new())
        async with self._uow(tenant_id) as tx:
            kept, merged = await _both(tx, command)
            taken = absorb(kept, merged, now=now)
            closed = await self._close_doubles(tx, by, command, now=now)
            phones = (taken.kept_before.phone, taken.merged_before.phone)
            moved = await tx.merges.move(
                merged_id=merged.id, kept_id=kept.id, spellings=self._spellings(phones), at=now
            )
            merged.record(ContactUpdated(contact_id=merged.id, reason=ContactChange.MERGED))
            kept.record(ContactUpdated(contact_id=kept.id, reason=ContactChange.MERGED))
            await tx.contacts.save(merged)
            await tx.contacts.save(kept)
            await tx.contacts.add_points(kept.id, taken.kept_after.lead_score - taken.kept_before.lead_score)
            await tx.merges.add(
                Merge(
                    id=merge_id,
                    kept_id=kept.id,
                    merged_id=merged.id,
                    taken=msgspec.structs.replace(taken, moved=moved, closed=closed),
                    merged_by=by.user_id,
                    merged_at=now,
                )
            )
            await tx.usage.give_back(Metric.CONTACTS)
            data: dict[str, object] = {"merge_id": str(merge_id), "merged_id": str(merged.id)}
            entry = TimelineEntry(kind=TimelineKind.CONTACT_MERGED, contact_id=kept.id, by=by.story, at=now, data=data)
            await tx.timeline.add(entry)
            subject = Subject(type="contact", id=kept.id)
            tx.audit.record(AuditAction.CONTACTS_MERGED, by=by.author, on=subject, after=data)
        return merge_id

    async def _close_doubles(
        self, tx: Transaction, by: Merger, command: MergeContacts, *, now: datetime
    ) -> list[Closed]:
        threads = await tx.merges.lock_threads([command.kept_id, command.merged_id])
        return [await _close(tx, by, thread, now=now) for thread in _doubles(threads)]

    def _spellings(self, phones: Sequence[str | None]) -> list[Spelling]:
        wanted = sorted({spelled for phone in phones if phone for spelled in {phone, *spellings(phone)}})
        return [Spelling(identity_id=IdentityId(self._ids.new()), phone=phone) for phone in wanted]


async def _both(tx: Transaction, command: MergeContacts) -> tuple[Contact, Contact]:
    found = {one.id: one for one in await tx.contacts.lock({command.kept_id, command.merged_id}) if not one.is_gone}
    if not {command.kept_id, command.merged_id} <= found.keys():
        raise ContactNotFoundError("There is no such contact.")
    return found[command.kept_id], found[command.merged_id]


def _doubles(threads: Sequence[OpenThread]) -> list[ConversationId]:
    """Give those that cannot stay open: on each number, all but the one that was used last."""
    by_number = defaultdict[object, list[OpenThread]](list)
    for thread in threads:
        by_number[thread.whatsapp_config_id].append(thread)
    doubles = []
    for same in by_number.values():
        last = max(same, key=lambda thread: (thread.last_message_at or _NEVER, thread.id))
        doubles += [thread.id for thread in same if thread.id != last.id]
    return doubles


async def _close(tx: Transaction, by: Merger, conversation_id: ConversationId, *, now: datetime) -> Closed:
    conversation = await tx.conversations.get(conversation_id)
    was = Closed(
        conversation_id=conversation.id,
        status=conversation.status,
        handler=conversation.handler,
        assigned_to=conversation.assigned_to,
        department_id=conversation.department_id,
        needs_attention=conversation.needs_attention,
        unread_count=conversation.unread_count,
        waiting_since=conversation.waiting_since,
        queued_at=conversation.queued_at,
        snoozed_until=conversation.snoozed_until,
    )
    await silence_bot(tx, conversation_id, reason=MERGED, now=now)
    conversation.resolve(resolution=MERGED, by=by.story, now=now)
    await tx.conversations.save(conversation)
    return was
