"""WhatsApp says that somebody is called otherwise from now on: another phone, or another business-scoped id."""

from datetime import timedelta

import msgspec

from application.inbound.join_contacts import JoinContacts
from application.inbound.recognise_contact import EVERYWHERE, RecogniseContact
from application.inbound.scene import Scene
from application.ports.ids import Ids
from domain.contacts.contact import Contact, Identity, IdentityKind
from domain.shared.content import System
from domain.shared.ids import IdentityId
from domain.shared.phone import phone_key
from domain.whatsapp.inbound import Sender

BEGAN_WITH_IT = timedelta(hours=24)
"""A contact that is no older than this under the new phone is the same person, whose message overtook the notice."""


class FollowIdentity:
    """Give the contact its new name. Idempotent, as a name belongs to one contact.

    A phone that was left finds the contact no more: carriers give numbers to other people. Whoever had the new phone
    before, and is not a contact that began with this change, loses it for the same reason. A BSUID is nobody else's,
    so the old one stays.
    """

    def __init__(self, *, recognise: RecogniseContact, join: JoinContacts, ids: Ids) -> None:
        self._recognise, self._join, self._ids = recognise, join, ids

    async def __call__(self, scene: Scene, sender: Sender, notice: System) -> Contact:
        """Give the contact, under what it is called now."""
        known_as = msgspec.structs.replace(sender, user_id=notice.previous_user_id or sender.user_id)
        contact = await self._recognise(scene, known_as)
        if notice.new_user_id is not None and notice.new_user_id != known_as.user_id:
            await self._take_id(scene, contact, notice.new_user_id)
        if notice.new_wa_id is not None and phone_key(notice.new_wa_id) != phone_key(sender.wa_id or ""):
            await self._take_phone(scene, contact, old=sender.wa_id, new=notice.new_wa_id)
        return contact

    async def _take_id(self, scene: Scene, contact: Contact, user_id: str) -> None:
        """Add a BSUID; a contact that has it already is the same person."""
        name = Identity(kind=IdentityKind.BSUID, scope=scene.config.business_account_id, value=user_id)
        for other in await scene.tx.contacts.find((name,), phone_key=None):
            if other.id != contact.id:
                self._join.join(scene, contact, other)
        await self._name(scene, contact, name)

    async def _take_phone(self, scene: Scene, contact: Contact, *, old: str | None, new: str) -> None:
        name = Identity(kind=IdentityKind.WA_ID, scope=EVERYWHERE, value=new)
        if old is not None:
            await self._join.leave(scene, contact, old)
        for other in await scene.tx.contacts.find((name,), phone_key=phone_key(new)):
            if other.id == contact.id:
                continue
            if scene.now - other.created_at <= BEGAN_WITH_IT:
                self._join.join(scene, contact, other)
                return
            await self._join.leave(scene, other, new)
        await self._name(scene, contact, name)
        contact.phone, contact.phone_key = new, phone_key(new)
        await scene.tx.contacts.save(contact)

    async def _name(self, scene: Scene, contact: Contact, name: Identity) -> None:
        identity_id = IdentityId(self._ids.new())
        await scene.tx.contacts.add_identity(contact.id, identity_id=identity_id, identity=name, at=scene.now)
