"""The company wants to know something more of its contacts."""

import msgspec

from application.contacts.contact_checks import refuse
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.contacts.errors import TooManyError
from domain.contacts.fields import MAX_FIELDS, ContactField, FieldType, wrong_in_field
from domain.identity.permissions import Permission
from domain.shared.ids import ContactFieldId


class AddContactField(msgspec.Struct, frozen=True, kw_only=True):
    """A field. `key` is its name in `attributes`, for good; `place` is where forms show it."""

    key: str
    label: str
    type: FieldType
    options: tuple[str, ...] = ()
    is_required: bool = False
    place: int = 0


class AddContactFieldHandler:
    """Write a field. Needs contacts:manage. What flows kept under its key before stays as it is."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock, ids: Ids) -> None:
        self._uow, self._clock, self._ids = uow, clock, ids

    async def __call__(self, actor: Actor, command: AddContactField) -> ContactFieldId:
        """Give its id. Raises InvalidError, ContactFieldTakenError, TooManyError."""
        actor.require(Permission.CONTACTS_MANAGE)
        wrong = wrong_in_field(key=command.key, label=command.label, kind=command.type, options=command.options)
        refuse(wrong, what="The field cannot be added.")
        field = ContactField(
            id=ContactFieldId(self._ids.new()),
            key=command.key,
            label=command.label.strip(),
            type=command.type,
            options=tuple(option.strip() for option in command.options),
            is_required=command.is_required,
            place=command.place,
            created_at=self._clock.now(),
        )
        async with self._uow(actor.tenant_id) as tx:
            if len(await tx.contact_fields.all()) >= MAX_FIELDS:
                raise TooManyError(f"There are {MAX_FIELDS} fields already.")
            await tx.contact_fields.add(field)
            tx.audit.record(
                AuditAction.CONTACT_FIELD_CREATED,
                by=actor.author,
                on=Subject(type="contact_field", id=field.id),
                after={"key": field.key, "type": str(field.type)},
            )
        return field.id
