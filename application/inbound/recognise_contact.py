"""Who is this? Business-scoped ids win over phones; a Brazilian mobile's two spellings are one person."""

from application.inbound.join_contacts import JoinContacts
from application.inbound.scene import Scene
from application.ports.ids import Ids
from domain.contacts.contact import Contact, Identity, IdentityKind
from domain.shared.ids import ContactId, IdentityId
from domain.shared.phone import phone_key
from domain.tenants.plans import Metric
from domain.whatsapp.inbound import Sender

EVERYWHERE = "*"
"""The scope of a phone, and of WhatsApp's hidden id: they name the same person to every business."""


def identities_of(sender: Sender, *, business_account_id: str) -> tuple[Identity, ...]:
    """Give the names that a sender came with, the surest first. A BSUID is scoped to Meta's portfolio."""
    found = []
    if sender.user_id:
        found.append(Identity(kind=IdentityKind.BSUID, scope=business_account_id, value=sender.user_id))
    if sender.wa_id:
        found.append(Identity(kind=IdentityKind.WA_ID, scope=EVERYWHERE, value=sender.wa_id))
    if sender.lid:
        found.append(Identity(kind=IdentityKind.LID, scope=EVERYWHERE, value=sender.lid))
    return tuple(found)


class RecogniseContact:
    """Find the contact or write a new one. Idempotent by the names: a name belongs to one contact.

    Names that came together are one person's: where they were two contacts, these become one. A phone that the
    contact left does not come back with a late message.
    """

    def __init__(self, ids: Ids, join: JoinContacts) -> None:
        self._ids, self._join = ids, join

    async def __call__(self, scene: Scene, sender: Sender) -> Contact:
        """Give the contact, with this sender's names among theirs."""
        names = identities_of(sender, business_account_id=scene.config.business_account_id)
        key = phone_key(sender.wa_id) if sender.wa_id else None
        matches = await scene.tx.contacts.find(names, phone_key=key)
        if not matches:
            return await self._add(scene, sender, names=names, key=key)
        contact, is_alone = matches[0], True
        for other in matches[1:]:
            is_alone &= await self._join(scene, contact, other, sender=sender)
        if contact.deleted_at is not None:
            scene.tx.usage.count(Metric.CONTACTS)  # a new life of the same contact, which counts again
        if sender.wa_id is not None and await scene.tx.contacts.has_left(contact.id, phone=sender.wa_id):
            names, key = tuple(name for name in names if name.kind is not IdentityKind.WA_ID), None
        known = set(await scene.tx.contacts.identities(contact.id))
        if is_alone:
            await self._name(scene, contact, tuple(name for name in names if name not in known))
        if self._learn(contact, sender, key=key if is_alone else None, scene=scene):
            await scene.tx.contacts.save(contact)
        return contact

    async def _add(self, scene: Scene, sender: Sender, *, names: tuple[Identity, ...], key: str | None) -> Contact:
        contact = Contact(
            id=ContactId(self._ids.new()),
            created_at=scene.now,
            name=sender.name,
            phone=sender.wa_id,
            phone_key=key,
            username=sender.username,
            first_seen_at=scene.now,
            last_seen_at=scene.now,
        )
        await scene.tx.contacts.add(contact)
        scene.tx.usage.count(Metric.CONTACTS)
        await self._name(scene, contact, names)
        return contact

    async def _name(self, scene: Scene, contact: Contact, names: tuple[Identity, ...]) -> None:
        for name in names:
            await scene.tx.contacts.add_identity(
                contact.id, identity_id=IdentityId(self._ids.new()), identity=name, at=scene.now
            )

    @staticmethod
    def _learn(contact: Contact, sender: Sender, *, key: str | None, scene: Scene) -> bool:
        """Fill in what was not known, and the phone they write from now; True when something is worth saving."""
        learnt = contact.see(name=sender.name, at=scene.now)
        if key is not None and contact.phone_key != key:
            contact.phone, contact.phone_key, learnt = sender.wa_id, key, True
        if sender.username and contact.username != sender.username:
            contact.username, learnt = sender.username, True
        return learnt
