"""What a row makes of a contact, by what is to become of those who are known."""

from enum import Enum

import msgspec

from application.contacts.row_reader import WRONG_VALUE, Draft
from domain.contacts.contact import Contact, LifecycleStage
from domain.contacts.fields import ContactField
from domain.contacts.import_plan import DuplicatePolicy, ImportPlan
from domain.shared.phone import phone_key
from domain.shared.phrases import Phrase, phrase

SOURCE = "import"


class Verdict(Enum):
    """What becomes of a row."""

    CREATED = "created"
    UPDATED = "updated"
    SKIPPED = "skipped"
    REFUSED = "refused"


class Change(msgspec.Struct, kw_only=True, eq=False):
    """A row, what becomes of it, and the contact as it is to be written; none where nothing is."""

    draft: Draft
    verdict: Verdict
    contact: Contact | None = None

    def refuse(self, field: str, code: str, message: Phrase) -> None:
        """Write nothing of it."""
        self.draft.refuse(field, code, message)
        self.verdict, self.contact = Verdict.REFUSED, None


def apply_draft(
    draft: Draft, contact: Contact, *, plan: ImportPlan, fields: tuple[ContactField, ...], is_known: bool
) -> Change:
    """Lay a row over a contact: a new one takes all of it, a known one what the policy allows."""
    is_new = not is_known or contact.is_gone
    if is_new and not _has_required(draft, fields):
        return Change(draft=draft, verdict=Verdict.REFUSED)
    only_empty = not is_new and plan.duplicates is DuplicatePolicy.FILL_EMPTY
    if is_new:
        _begin(contact, draft)
    for name, text in draft.texts.items():
        if name != "phone" and not (only_empty and getattr(contact, name) is not None):
            setattr(contact, name, text)
    kept = contact.attributes if only_empty else {}
    contact.attributes = {**contact.attributes, **draft.attributes, **kept}
    if draft.stage is not None and not (only_empty and contact.lifecycle_stage is not LifecycleStage.LEAD):
        contact.lifecycle_stage = draft.stage
    return Change(draft=draft, verdict=Verdict.CREATED if is_new else Verdict.UPDATED, contact=contact)


def _begin(contact: Contact, draft: Draft) -> None:
    """Begin a life: a new one, or the second of somebody who was deleted."""
    contact.deleted_at = None
    contact.name = contact.email = contact.language = contact.time_zone = None
    contact.attributes, contact.lifecycle_stage, contact.source = {}, LifecycleStage.LEAD, SOURCE
    contact.phone = draft.texts.get("phone", contact.phone)
    contact.phone_key = phone_key(contact.phone) if contact.phone else None


def _has_required(draft: Draft, fields: tuple[ContactField, ...]) -> bool:
    missing = [field.key for field in fields if field.is_required and field.key not in draft.attributes]
    for key in missing:
        draft.refuse(f"attributes.{key}", WRONG_VALUE, phrase("the company wants to know it"))
    return not missing
