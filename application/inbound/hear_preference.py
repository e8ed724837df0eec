"""A customer stopped or resumed marketing in WhatsApp itself."""

from application.inbound.recognise_contact import RecogniseContact
from application.inbound.scene import Scene
from application.ports.ids import Ids
from domain.contacts.consent import WHATSAPP, Consent, LegalBasis, Proof, Purpose, ruling
from domain.contacts.events import ContactChange, ContactUpdated
from domain.shared.ids import ConsentId
from domain.whatsapp.inbound import PreferenceTold

SOURCE = "whatsapp_settings"


class HearPreference:
    """Write it into the ledger of consents, which rules what is sent. Idempotent, and the later one counts.

    It opens no window. The provider's word is the proof.
    """

    def __init__(self, *, recognise: RecogniseContact, ids: Ids) -> None:
        self._recognise, self._ids = recognise, ids

    async def __call__(self, scene: Scene, told: PreferenceTold) -> None:
        """Write it, unless something as new is there."""
        contact = await self._recognise(scene, told.sender)
        at = min(told.at, scene.now)
        known = ruling(await scene.tx.consents.of_contact(contact.id), purpose=Purpose.MARKETING, channel=WHATSAPP)
        if known is not None and known.at >= at:
            return
        await scene.tx.consents.add(
            Consent(
                id=ConsentId(self._ids.new()),
                contact_id=contact.id,
                purpose=Purpose.MARKETING,
                channel=WHATSAPP,
                granted=told.takes_marketing,
                legal_basis=LegalBasis.CONSENT,
                source=SOURCE,
                proof=Proof(actor="provider"),
                at=at,
            )
        )
        reason = ContactChange.OPTED_IN if told.takes_marketing else ContactChange.OPTED_OUT
        contact.record(ContactUpdated(contact_id=contact.id, reason=reason))
        await scene.tx.contacts.save(contact)
