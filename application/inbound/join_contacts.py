"""Names that were two contacts' came together: they are one person, or a phone has another owner now."""

from application.contacts.join_found_contacts import JoinFoundContacts
from application.inbound.scene import Scene
from application.ports.ids import Ids
from domain.contacts.contact import Contact, IdentityKind
from domain.shared.ids import IdentityId
from domain.shared.phone import phone_key
from domain.whatsapp.inbound import Sender


class JoinContacts:
    """Have two contacts become one, or take a phone from who does not have it any more.

    Becoming one moves all that hangs on a contact, so a job does it; until then messages go to the surer of the two.
    """

    def __init__(self, ids: Ids) -> None:
        self._ids = ids

    async def __call__(self, scene: Scene, contact: Contact, other: Contact, *, sender: Sender) -> bool:
        """Say whether the phone is free for the contact now: two people with BSUIDs of their own are not one."""
        if sender.wa_id is not None and await self._is_somebody_else(scene, other, sender):
            await self.leave(scene, other, sender.wa_id)
            return True
        self.join(scene, contact, other)
        return False

    def join(self, scene: Scene, contact: Contact, other: Contact) -> None:
        """Order that the other becomes part of the contact; ordered twice it is done once."""
        job = JoinFoundContacts(tenant_id=scene.tx.tenant_id, kept_id=contact.id, merged_id=other.id)
        scene.tx.jobs.put(job, key=f"join:{contact.id}:{other.id}")

    async def leave(self, scene: Scene, contact: Contact, phone: str) -> None:
        """Take the phone from a contact, for good: carriers give numbers to other people."""
        identity_id = IdentityId(self._ids.new())
        await scene.tx.contacts.leave_phone(contact.id, phone=phone, identity_id=identity_id, at=scene.now)
        if contact.phone_key == phone_key(phone):
            contact.phone = contact.phone_key = None
            await scene.tx.contacts.save(contact)

    @staticmethod
    async def _is_somebody_else(scene: Scene, other: Contact, sender: Sender) -> bool:
        """Whether WhatsApp knows the other one by an id that is not the sender's, in the same business portfolio."""
        theirs = [
            name.value
            for name in await scene.tx.contacts.identities(other.id)
            if name.kind is IdentityKind.BSUID and name.scope == scene.config.business_account_id
        ]
        return sender.user_id is not None and bool(theirs) and sender.user_id not in theirs
