"""Contacts by the thousand in PostgreSQL: one statement for all of them."""

from collections.abc import Collection, Sequence
from datetime import datetime

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.contact_words import contact_vector
from adapters.postgres.repositories import contact_batches_sql as sql
from adapters.postgres.repositories.contacts import to_domain
from application.ports.repositories.contact_batches import KnownContact
from domain.contacts.consent import Consent, Purpose
from domain.contacts.contact import Contact, searchable
from domain.shared.ids import ContactId, TagId
from domain.shared.phone import phone_key, spellings


class PostgresContactBatches:
    """Reads and writes many contacts at once."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def known(self, *, phone_keys: Collection[str], emails: Collection[str]) -> list[KnownContact]:
        """Find and lock, by their ids, those with one of these phones in any spelling, or of these e-mails."""
        if not phone_keys and not emails:
            return []
        names = [spelled for key in phone_keys for spelled in spellings(key)]
        found = await self._connection.fetch(sql.FOUND, phone_keys=list(phone_keys), names=names, emails=list(emails))
        if not found:
            return []
        rows = await self._connection.fetch(sql.LOCK, ids=[row["id"] for row in found])
        return [_known(row) for row in rows]

    async def add(self, contacts: Sequence[Contact]) -> int:
        """Write new ones; give how many. One whose phone another transaction has taken meanwhile is left out."""
        if not contacts:
            return 0
        created_ats = [contact.created_at for contact in contacts]
        return await self._connection.execute(sql.ADD, **self._columns(contacts), created_ats=created_ats)

    async def save(self, contacts: Sequence[Contact]) -> None:
        """Write changes of ones that `known` has locked. Their events are dropped."""
        if contacts:
            await self._connection.execute(sql.SAVE, **self._columns(contacts))

    async def tag(self, pairs: Sequence[tuple[ContactId, TagId]], *, at: datetime) -> None:
        """Tag contacts; a tag that is gone, or that they have, is passed over."""
        if pairs:
            contact_ids, tag_ids = zip(*pairs, strict=True)
            await self._connection.execute(sql.TAG, contact_ids=list(contact_ids), tag_ids=list(tag_ids), at=at)

    async def consent(self, consents: Sequence[Consent]) -> None:
        """Write consents down."""
        if consents:
            await self._connection.execute(
                sql.CONSENT,
                ids=[one.id for one in consents],
                contact_ids=[one.contact_id for one in consents],
                purposes=[one.purpose for one in consents],
                channels=[one.channel for one in consents],
                granted=[one.granted for one in consents],
                bases=[one.legal_basis for one in consents],
                sources=[one.source for one in consents],
                proofs=[one.proof for one in consents],
                recorders=[one.recorded_by for one in consents],
                ends=[one.expires_at for one in consents],
                ats=[one.at for one in consents],
            )

    async def refusals(self, contact_ids: Collection[ContactId], *, channel: str) -> set[tuple[ContactId, Purpose]]:
        """Give who has said no, and to what: where the newest consent is one."""
        rows = await self._connection.fetch(sql.REFUSALS, contact_ids=list(contact_ids), channel=channel)
        return {(ContactId(row["contact_id"]), Purpose(row["purpose"])) for row in rows}

    def _columns(self, contacts: Sequence[Contact]) -> dict[str, object]:
        return {
            "ids": [contact.id for contact in contacts],
            "names": [contact.name for contact in contacts],
            "phones": [contact.phone for contact in contacts],
            "phone_keys": [contact.phone_key for contact in contacts],
            "languages": [contact.language for contact in contacts],
            "attributes": [contact.attributes for contact in contacts],
            "sources": [contact.source for contact in contacts],
            "emails": [contact.email for contact in contacts],
            "time_zones": [contact.time_zone for contact in contacts],
            "stages": [contact.lifecycle_stage for contact in contacts],
            "search_texts": [searchable(contact) for contact in contacts],
            "searches": [contact_vector(contact, tenant_id=self._connection.tenant_id) for contact in contacts],
        }


def _known(row: Row) -> KnownContact:
    contact = to_domain(row)
    names = [contact.phone_key, *(row["names"] or ())]
    return KnownContact(
        contact=contact,
        phone_keys=frozenset(phone_key(name) for name in names if name),
        tag_ids=frozenset(TagId(tag_id) for tag_id in row["tag_ids"] or ()),
    )
