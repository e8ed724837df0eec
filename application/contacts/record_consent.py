"""A contact said yes or no to being written to."""

from datetime import datetime

import msgspec

from application.contacts.contact_checks import refuse
from application.contacts.story import tell
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.contacts.consent import WHATSAPP, Consent, LegalBasis, Proof, Purpose
from domain.contacts.contact import Contact
from domain.contacts.events import ContactChange, ContactUpdated
from domain.conversations.timeline import TimelineKind
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail
from domain.shared.ids import ConsentId, ContactId


class RecordConsent(msgspec.Struct, frozen=True, kw_only=True):
    """A yes (`granted`) or a no, to what, where it comes from, and the text that was shown for it."""

    contact_id: ContactId
    granted: bool
    purpose: Purpose = Purpose.MARKETING
    channel: str = WHATSAPP
    legal_basis: LegalBasis = LegalBasis.CONSENT
    source: str
    text_shown: str | None = None
    expires_at: datetime | None = None


class RecordConsentHandler:
    """Add a row to the ledger; the newest of a purpose and a channel rules. Needs contacts:manage.

    The proof holds who wrote it down, from which address and with which program, and what the contact was shown.
    """

    def __init__(self, *, uow: UnitOfWork, clock: Clock, ids: Ids) -> None:
        self._uow, self._clock, self._ids = uow, clock, ids

    async def __call__(self, actor: Actor, command: RecordConsent) -> None:
        """Write it. Raises ContactNotFoundError, InvalidError."""
        actor.require(Permission.CONTACTS_MANAGE)
        now = self._clock.now()
        refuse(_wrong(command, now=now), what="The consent cannot be recorded.")
        async with self._uow(actor.tenant_id) as tx:
            contact = await tx.contacts.get_present(command.contact_id)
            await tx.consents.add(self._consent(actor, command, at=now))
            reason = ContactChange.OPTED_IN if command.granted else ContactChange.OPTED_OUT
            contact.record(ContactUpdated(contact_id=contact.id, reason=reason))
            await tx.contacts.save(contact)
            kind = TimelineKind.CONSENT_GIVEN if command.granted else TimelineKind.CONSENT_WITHDRAWN
            await tell(tx, contact, kind, actor=actor, at=now, data=_told(command))
            action = AuditAction.CONTACT_OPTED_IN if command.granted else AuditAction.CONTACT_OPTED_OUT
            tx.audit.record(action, by=actor.author, on=_subject(contact), after=_told(command))

    def _consent(self, actor: Actor, command: RecordConsent, *, at: datetime) -> Consent:
        author, origin = actor.author, actor.origin
        return Consent(
            id=ConsentId(self._ids.new()),
            contact_id=command.contact_id,
            purpose=command.purpose,
            channel=command.channel,
            granted=command.granted,
            legal_basis=command.legal_basis,
            source=command.source.strip(),
            proof=Proof(
                actor=str(author.kind), ip=origin.ip, user_agent=origin.user_agent, text_shown=command.text_shown
            ),
            at=at,
            recorded_by=actor.user_id,
            expires_at=command.expires_at,
        )


def _wrong(command: RecordConsent, *, now: datetime) -> list[ErrorDetail]:
    wrong = []
    if not command.source.strip() or not command.source.strip().isprintable():
        wrong.append(ErrorDetail(field="source", message="where it comes from, in one line"))
    if not command.channel.strip() or not command.channel.isprintable():
        wrong.append(ErrorDetail(field="channel", message="a channel such as whatsapp"))
    if command.expires_at is not None and (command.expires_at <= now or not command.granted):
        wrong.append(ErrorDetail(field="expires_at", message="a time to come, of a yes"))
    return wrong


def _told(command: RecordConsent) -> dict[str, object]:
    return {
        "purpose": str(command.purpose),
        "channel": command.channel,
        "legal_basis": str(command.legal_basis),
        "source": command.source.strip(),
    }


def _subject(contact: Contact) -> Subject:
    return Subject(type="contact", id=contact.id)
