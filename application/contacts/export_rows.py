"""A contact as a row of a file, under headings by which an import knows them again."""

from collections.abc import Sequence

from application.ports.readers.exported_contacts import ExportedContact
from domain.contacts.consent import Purpose
from domain.contacts.fields import ContactField

_TEXTS = ("name", "phone", "email", "language", "time_zone")
_REST = ("lead_score", "source", "created_at", "last_seen_at")


def headings_of(fields: Sequence[ContactField]) -> list[str]:
    """Name the columns: what an import reads, the company's own fields, and what is only to be seen."""
    consents = [f"{purpose} consent" for purpose in Purpose]
    return ["id", *_TEXTS, "lifecycle_stage", "tags", *(field.key for field in fields), *consents, *_REST]


def row_of(contact: ExportedContact, fields: Sequence[ContactField]) -> list[str]:
    """Write a contact; what is not known is empty."""
    return [
        str(contact.id),
        *(getattr(contact, name) or "" for name in _TEXTS),
        str(contact.lifecycle_stage),
        "; ".join(contact.tags),
        *(_value(contact.attributes.get(field.key)) for field in fields),
        *(_value(contact.consents.get(purpose)) for purpose in Purpose),
        str(contact.lead_score),
        contact.source,
        contact.created_at.isoformat(timespec="seconds"),
        contact.last_seen_at.isoformat(timespec="seconds") if contact.last_seen_at else "",
    ]


def _value(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return "; ".join(map(_value, value))
        case _:
            return str(value)
