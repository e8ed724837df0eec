"""A flow changes what is known of its contact."""

from application.contacts.block_contact import fall_silent
from application.contacts.tag_book import TagBook
from application.inbound.scene import Dialogue
from application.ports.ids import Ids
from application.ports.repositories.flow_sessions import SessionRecord
from domain.contacts.consent import MAX_TEXT_SHOWN, WHATSAPP, Consent, LegalBasis, Proof, Purpose
from domain.contacts.contact import Contact, LifecycleStage
from domain.contacts.events import ContactChange, ContactUpdated
from domain.contacts.lead_score import bounded
from domain.contacts.tag import MAX_TAGS_EACH, Tag, wrong_in_tag
from domain.conversations.timeline import BOT, TimelineEntry, TimelineKind
from domain.flows.effects import ChangeContact, RecordConsent
from domain.shared.email import fold_email, is_email
from domain.shared.ids import ConsentId, TagId
from domain.shared.text import fold

SOURCE = "flow"
"""Where a consent comes from that a flow was given."""


async def change_contact(dialogue: Dialogue, effect: ChangeContact, *, book: TagBook) -> None:
    """Write it, but for a block, with the events that lead scores and screens hear, and the story of it."""
    contact, tx = dialogue.contact, dialogue.scene.tx
    if data := _fill(contact, effect):
        contact.record(ContactUpdated(contact_id=contact.id, reason=ContactChange.UPDATED))
        await _tell(dialogue, TimelineKind.CONTACT_UPDATED, data)
    if effect.add_tags or effect.remove_tags:
        await _retag(dialogue, effect, book=book)
    if effect.lead_score:
        contact.lead_score = await tx.contacts.add_points(contact.id, bounded(effect.lead_score))
        contact.record(ContactUpdated(contact_id=contact.id, reason=ContactChange.SCORED))
    await tx.contacts.save(contact)


async def block_contact(dialogue: Dialogue) -> None:
    """Hear the contact without an answer, once everything else that the flow wanted is done; it ends the flow too."""
    contact, scene = dialogue.contact, dialogue.scene
    if contact.is_blocked:
        return
    contact.block(now=scene.now)
    contact.record(ContactUpdated(contact_id=contact.id, reason=ContactChange.BLOCKED))
    await scene.tx.contacts.save(contact)
    await _tell(dialogue, TimelineKind.CONTACT_BLOCKED, {})
    await fall_silent(scene.tx, contact, now=scene.now)


async def record_consent(dialogue: Dialogue, record: SessionRecord, effect: RecordConsent, *, ids: Ids) -> None:
    """Add a row to the ledger; the proof is the flow, and the text that it gives."""
    contact, scene = dialogue.contact, dialogue.scene
    consent = Consent(
        id=ConsentId(ids.new()),
        contact_id=contact.id,
        purpose=Purpose(effect.purpose),
        channel=WHATSAPP,
        granted=effect.granted,
        legal_basis=LegalBasis.CONSENT,
        source=SOURCE,
        proof=Proof(actor=f"flow {record.session.flow_id}", text_shown=effect.text[:MAX_TEXT_SHOWN] or None),
        at=scene.now,
    )
    await scene.tx.consents.add(consent)
    reason = ContactChange.OPTED_IN if effect.granted else ContactChange.OPTED_OUT
    contact.record(ContactUpdated(contact_id=contact.id, reason=reason))
    await scene.tx.contacts.save(contact)
    kind = TimelineKind.CONSENT_GIVEN if effect.granted else TimelineKind.CONSENT_WITHDRAWN
    data: dict[str, object] = {
        "purpose": str(consent.purpose),
        "channel": consent.channel,
        "legal_basis": str(consent.legal_basis),
        "source": consent.source,
    }
    await _tell(dialogue, kind, data)


def _fill(contact: Contact, effect: ChangeContact) -> dict[str, object]:
    """Put the values in; give which ones changed, and of the stage how. An attribute that is null is taken away."""
    before = (contact.name, contact.email, contact.attributes, contact.lifecycle_stage)
    filled = {**contact.attributes, **effect.attributes}
    contact.attributes = {name: value for name, value in filled.items() if value is not None}
    contact.name = effect.name or contact.name
    email = fold_email(effect.email or "")
    contact.email = email if is_email(email) else contact.email
    if effect.lifecycle_stage is not None:
        contact.lifecycle_stage = LifecycleStage(effect.lifecycle_stage)
    name, address, attributes, stage = before
    keys = sorted({*attributes, *contact.attributes})
    fields = ["name"] if name != contact.name else []
    fields += ["email"] if address != contact.email else []
    fields += [f"attributes.{key}" for key in keys if attributes.get(key) != contact.attributes.get(key)]
    data: dict[str, object] = {"fields": fields} if fields else {}
    if stage is not contact.lifecycle_stage:
        data["lifecycle_stage"] = {"from": str(stage), "to": str(contact.lifecycle_stage)}
    return data


async def _retag(dialogue: Dialogue, effect: ChangeContact, *, book: TagBook) -> None:
    """Stick on and take off; a tag that there is not yet is made, unless it cannot be one or the company has enough."""
    contact, scene = dialogue.contact, dialogue.scene
    had = {tag.id: tag.name for tag in await scene.tx.tags.of_contact(contact.id)}
    gone = {fold(name) for name in effect.remove_tags}
    kept = {tag_id: name for tag_id, name in had.items() if fold(name) not in gone}
    wanted = kept | await known_tags(dialogue, effect.add_tags, book=book)
    now_has = dict(list(wanted.items())[:MAX_TAGS_EACH])
    added = {tag_id: name for tag_id, name in now_has.items() if tag_id not in had}
    removed = {tag_id: name for tag_id, name in had.items() if tag_id not in now_has}
    if not added and not removed:
        return
    await scene.tx.tags.set_of_contact(contact.id, now_has.keys(), at=scene.now)
    contact.record(ContactUpdated(contact_id=contact.id, reason=ContactChange.TAGGED, tags_added=tuple(sorted(added))))
    for kind, names in ((TimelineKind.CONTACT_TAGGED, added), (TimelineKind.CONTACT_UNTAGGED, removed)):
        if names:
            await _tell(dialogue, kind, {"tags": sorted(names.values())})


async def known_tags(dialogue: Dialogue, names: tuple[str, ...], *, book: TagBook) -> dict[TagId, str]:
    """Give the tags of names; they stay until the transaction ends."""
    tx = dialogue.scene.tx
    found = await book.ids_of(tx, [name for name in names if not wrong_in_tag(name=name)])
    tags: list[Tag] = await tx.tags.known(tuple(found.values())) if found else []
    return {tag.id: tag.name for tag in tags}


async def _tell(dialogue: Dialogue, kind: TimelineKind, data: dict[str, object]) -> None:
    entry = TimelineEntry(kind=kind, contact_id=dialogue.contact.id, by=BOT, at=dialogue.scene.now, data=data)
    await dialogue.scene.tx.timeline.add(entry)
