"""Somebody is to be known before they write."""

import msgspec

from application.contacts.contact_checks import as_kept, holders_of, refuse, refuse_others, wrong_in_contact
from application.contacts.story import tell
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.contacts.contact import Contact, LifecycleStage
from domain.contacts.events import ContactChange, ContactUpdated
from domain.contacts.fields import with_values
from domain.contacts.tag import MAX_TAGS_EACH
from domain.conversations.timeline import TimelineKind
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail
from domain.shared.ids import ContactId, TagId
from domain.shared.phone import phone_key
from domain.tenants.plans import Metric

BY_HAND = "manual"


class CreateContact(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of them."""

    name: str | None = None
    phone: str | None = None
    email: str | None = None
    language: str | None = None
    time_zone: str | None = None
    lifecycle_stage: LifecycleStage = LifecycleStage.LEAD
    source: str = BY_HAND
    attributes: dict[str, object] = {}
    tag_ids: tuple[TagId, ...] = ()


class CreateContactHandler:
    """Write a contact. Needs contacts:manage. One of the plan's contacts is taken.

    The phone is one contact's, in any of its spellings; who had it and was deleted begins a new life with what is
    given here.
    """

    def __init__(self, *, uow: UnitOfWork, clock: Clock, ids: Ids) -> None:
        self._uow, self._clock, self._ids = uow, clock, ids

    async def __call__(self, actor: Actor, command: CreateContact) -> ContactId:
        """Give its id. Raises InvalidError, ContactExistsError, PlanLimitReachedError."""
        actor.require(Permission.CONTACTS_MANAGE)
        refuse(_wrong(command), what="The contact cannot be created.")
        now = self._clock.now()
        async with self._uow(actor.tenant_id) as tx:
            attributes, wrong = with_values(
                await tx.contact_fields.all(), before={}, given=command.attributes, is_new=True
            )
            refuse(wrong, what="The contact cannot be created.")
            await tx.usage.take(Metric.CONTACTS)
            contact, is_new = await self._contact(tx, command)
            contact.attributes = attributes
            contact.record(
                ContactUpdated(contact_id=contact.id, reason=ContactChange.CREATED, tags_added=command.tag_ids)
            )
            await (tx.contacts.add(contact) if is_new else tx.contacts.save(contact))
            await _tag(tx, contact, command)
            await tell(tx, contact, TimelineKind.CONTACT_CREATED, actor=actor, at=now, data={"source": command.source})
            tx.audit.record(AuditAction.CONTACT_CREATED, by=actor.author, on=Subject(type="contact", id=contact.id))
        return contact.id

    async def _contact(self, tx: Transaction, command: CreateContact) -> tuple[Contact, bool]:
        phone = as_kept("phone", command.phone)
        found = await holders_of(tx, phone)
        refuse_others([one for one in found if not one.is_gone])
        is_new = not found
        contact = found[0] if found else Contact(id=ContactId(self._ids.new()), created_at=self._clock.now())
        contact.deleted_at = None
        contact.phone, contact.phone_key = phone, phone_key(phone) if phone else None
        for field in ("name", "email", "language", "time_zone", "source"):
            setattr(contact, field, as_kept(field, getattr(command, field)))
        contact.lifecycle_stage = command.lifecycle_stage
        return contact, is_new


def _wrong(command: CreateContact) -> list[ErrorDetail]:
    names = ("name", "phone", "email", "language", "time_zone", "source")
    wrong = wrong_in_contact({name: getattr(command, name) for name in names})
    if command.name is None and command.phone is None and command.email is None:
        wrong.append(ErrorDetail(field="name", message="a name, a phone or an e-mail"))
    if len(command.tag_ids) > MAX_TAGS_EACH:
        wrong.append(ErrorDetail(field="tag_ids", message="at most {limit} tags", values={"limit": MAX_TAGS_EACH}))
    return wrong


async def _tag(tx: Transaction, contact: Contact, command: CreateContact) -> None:
    known = {tag.id for tag in await tx.tags.known(command.tag_ids)} if command.tag_ids else set()
    if set(command.tag_ids) - known:
        refuse([ErrorDetail(field="tag_ids", message="tags of this company")], what="The tags are not right.")
    await tx.tags.set_of_contact(contact.id, known, at=contact.created_at)
