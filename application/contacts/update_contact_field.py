"""A field is called otherwise, or takes other values."""

import msgspec

from application.contacts.contact_checks import refuse, refuse_stale
from application.ports.audit import Subject
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.contacts.errors import ContactFieldMisfitError
from domain.contacts.fields import ContactField, FieldType, MisfitError, fitted, wrong_in_field
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail
from domain.shared.ids import ContactFieldId


class UpdateContactField(msgspec.Struct, frozen=True, kw_only=True):
    """What changes; None leaves it."""

    field_id: ContactFieldId
    label: str | None = None
    type: FieldType | None = None
    options: tuple[str, ...] | None = None
    is_required: bool | None = None
    place: int | None = None
    version: int | None = None


class UpdateContactFieldHandler:
    """Change a field. Needs contacts:manage.

    Another type or other options are taken only where every value that contacts hold fits them; values are written
    anew as the type keeps them.
    """

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, command: UpdateContactField) -> None:
        """Write it. Raises ContactFieldNotFoundError, ContactFieldMisfitError, InvalidError, StaleVersionError."""
        actor.require(Permission.CONTACTS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            field = await tx.contact_fields.get(command.field_id)
            refuse_stale("field", found=field.version, expected=command.version)
            before, shape = _told(field), (field.type, field.options)
            _change(field, command)
            if shape != (field.type, field.options):
                await _refit(tx, field)
            await tx.contact_fields.save(field)
            subject, after = Subject(type="contact_field", id=field.id), _told(field)
            tx.audit.record(AuditAction.CONTACT_FIELD_UPDATED, by=actor.author, on=subject, before=before, after=after)


def _change(field: ContactField, command: UpdateContactField) -> None:
    kind = command.type or field.type
    options = field.options if command.options is None else tuple(option.strip() for option in command.options)
    wrong = wrong_in_field(label=command.label, kind=kind, options=options)
    refuse(wrong, what="The field cannot be changed.")
    field.type, field.options = kind, options
    field.label = command.label.strip() if command.label is not None else field.label
    field.is_required = command.is_required if command.is_required is not None else field.is_required
    field.place = command.place if command.place is not None else field.place


async def _refit(tx: Transaction, field: ContactField) -> None:
    """See that every value fits, and write those anew that are kept otherwise. Raises ContactFieldMisfitError."""
    changes, misfits = list[tuple[object, object]](), 0
    for held in await tx.contact_fields.held(field.key):
        try:
            value = fitted(field, held.value)
        except MisfitError:
            misfits += held.contacts
        else:
            if value != held.value:
                changes.append((held.value, value))
    if misfits:
        detail = ErrorDetail(
            field="type", message="{misfits} contacts hold a value that does not fit", values={"misfits": misfits}
        )
        raise ContactFieldMisfitError("Change those values first.", details=(detail,))
    await tx.contact_fields.rewrite(field.key, changes)


def _told(field: ContactField) -> dict[str, object]:
    return {"label": field.label, "type": str(field.type), "options": list(field.options)}
