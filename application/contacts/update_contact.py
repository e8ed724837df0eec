"""What is known of a contact changes."""

import msgspec
from msgspec import UNSET, UnsetType

from application.contacts.contact_checks import (
    as_kept,
    holders_of,
    refuse,
    refuse_others,
    refuse_stale,
    wrong_in_contact,
)
from application.contacts.story import tell
from application.ports.clock import Clock
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Actor
from domain.contacts.contact import Contact, LifecycleStage
from domain.contacts.events import ContactChange, ContactUpdated
from domain.contacts.fields import with_values
from domain.conversations.timeline import TimelineKind
from domain.identity.permissions import Permission
from domain.shared.ids import ContactId
from domain.shared.phone import phone_key

TEXTS = ("name", "phone", "email", "language", "time_zone")


class UpdateContact(msgspec.Struct, frozen=True, kw_only=True):
    """What changes: UNSET leaves it, None takes it away. Of `attributes` only the keys that are given change."""

    contact_id: ContactId
    name: str | UnsetType | None = UNSET
    phone: str | UnsetType | None = UNSET
    email: str | UnsetType | None = UNSET
    language: str | UnsetType | None = UNSET
    time_zone: str | UnsetType | None = UNSET
    lifecycle_stage: LifecycleStage | None = None
    attributes: dict[str, object] = {}
    version: int | None = None


class UpdateContactHandler:
    """Change a contact. Needs contacts:manage. The timeline names the fields that changed, and the stage."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, actor: Actor, command: UpdateContact) -> None:
        """Write it. Raises ContactNotFoundError, ContactExistsError, InvalidError, StaleVersionError."""
        actor.require(Permission.CONTACTS_MANAGE)
        given = {name: getattr(command, name) for name in TEXTS if getattr(command, name) is not UNSET}
        refuse(wrong_in_contact(given), what="The contact cannot be changed.")
        async with self._uow(actor.tenant_id) as tx:
            contact = await tx.contacts.get_present(command.contact_id)
            refuse_stale("contact", found=contact.version, expected=command.version)
            before = msgspec.structs.replace(contact)
            await _change(tx, contact, given)
            await self._fill(tx, contact, command)
            contact.lifecycle_stage = command.lifecycle_stage or contact.lifecycle_stage
            if data := _changed(before, contact):
                contact.record(ContactUpdated(contact_id=contact.id, reason=ContactChange.UPDATED))
                await tx.contacts.save(contact)
                now = self._clock.now()
                await tell(tx, contact, TimelineKind.CONTACT_UPDATED, actor=actor, at=now, data=data)

    @staticmethod
    async def _fill(tx: Transaction, contact: Contact, command: UpdateContact) -> None:
        if command.attributes:
            fields = await tx.contact_fields.all()
            filled, wrong = with_values(fields, before=contact.attributes, given=command.attributes, is_new=False)
            refuse(wrong, what="The contact cannot be changed.")
            contact.attributes = filled


async def _change(tx: Transaction, contact: Contact, given: dict[str, str | None]) -> None:
    for field, text in given.items():
        setattr(contact, field, as_kept(field, text))
    if "phone" in given:
        key = phone_key(contact.phone) if contact.phone else None
        if key is not None and key != contact.phone_key:
            refuse_others(await holders_of(tx, contact.phone), own=contact)
        contact.phone_key = key


def _changed(before: Contact, after: Contact) -> dict[str, object]:
    """Name what changed; of values nothing is told but the stage."""
    names = [name for name in TEXTS if getattr(before, name) != getattr(after, name)]
    keys = {*before.attributes, *after.attributes}
    names += [f"attributes.{key}" for key in sorted(keys) if before.attributes.get(key) != after.attributes.get(key)]
    data: dict[str, object] = {"fields": names} if names else {}
    if before.lifecycle_stage is not after.lifecycle_stage:
        data["lifecycle_stage"] = {"from": str(before.lifecycle_stage), "to": str(after.lifecycle_stage)}
    return data
