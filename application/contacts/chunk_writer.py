"""Some hundred rows become contacts, in one transaction with the counts that tell of them."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from application.contacts.import_writing import SOURCE, Change, Verdict, apply_draft
from application.contacts.known_people import KnownPeople
from application.contacts.row_reader import Draft
from application.contacts.tag_book import TagBook
from application.ports.ids import Ids
from application.ports.unit_of_work import Transaction
from domain.contacts.consent import WHATSAPP, Consent, LegalBasis, Proof, Purpose
from domain.contacts.contact import Contact
from domain.contacts.contact_import import ContactImport, RowError, Tally
from domain.contacts.fields import ContactField
from domain.contacts.import_plan import DuplicatePolicy, ImportPlan
from domain.conversations.timeline import SYSTEM, TimelineEntry, TimelineKind, by_user
from domain.shared.errors import StaleVersionError
from domain.shared.ids import ConsentId, ContactId, TagId
from domain.shared.phrases import phrase
from domain.tenants.plans import Metric

PLAN_LIMIT, SAID_NO, TAG_LIMIT = "PLAN_LIMIT_REACHED", "CONSENT_REFUSED_BEFORE", "TOO_MANY_TAGS"


class ChunkDone(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the rows, and what was wrong with some."""

    tally: Tally
    errors: list[RowError]


class ChunkWriter:
    """Writes chunks of one import. Idempotent because the import's row, which the same transaction writes, counts."""

    def __init__(self, importing: ContactImport, fields: tuple[ContactField, ...], *, tags: TagBook, ids: Ids) -> None:
        self._import_id, self._user_id = importing.id, importing.created_by
        self._plan: ImportPlan = importing.plan
        self._is_dry_run = importing.is_dry_run
        self._fields, self._tags, self._ids = fields, tags, ids
        self._seen: set[int] = set()

    async def write(self, tx: Transaction, drafts: list[Draft], *, before: Tally, now: datetime) -> ChunkDone:
        """Write a chunk. Raises StaleVersionError when somebody else was faster with one of the contacts."""
        people = await KnownPeople.among(tx, drafts)
        changes = [self._change(draft, people, now=now) for draft in drafts]
        await self._fit(tx, changes, before=before)
        if not self._is_dry_run:
            await self._write(tx, [one for one in changes if one.contact is not None], people, now=now)
        errors = [error for one in changes for error in one.draft.errors]
        return ChunkDone(tally=_tally(changes), errors=errors)

    def _change(self, draft: Draft, people: KnownPeople, *, now: datetime) -> Change:
        """Say what a row makes of whom."""
        if draft.errors:
            return Change(draft=draft, verdict=Verdict.REFUSED)
        known = people.of(draft)
        if known is None and self._is_dry_run and self._was_seen(draft):
            is_skipped = self._plan.duplicates is DuplicatePolicy.SKIP
            return Change(draft=draft, verdict=Verdict.SKIPPED if is_skipped else Verdict.UPDATED)
        if known is not None and not known.is_gone and self._plan.duplicates is DuplicatePolicy.SKIP:
            return Change(draft=draft, verdict=Verdict.SKIPPED)
        contact = known or Contact(id=ContactId(self._ids.new()), created_at=now)
        change = apply_draft(draft, contact, plan=self._plan, fields=self._fields, is_known=known is not None)
        if change.contact is not None:
            people.remember(contact, draft)
        return change

    def _was_seen(self, draft: Draft) -> bool:
        """Whether an earlier row of a dry run, which writes nothing, was about the same one."""
        key = draft.key or draft.email_key
        if key is None:
            return False
        mark, before = hash(key), len(self._seen)
        self._seen.add(mark)
        return len(self._seen) == before

    async def _fit(self, tx: Transaction, changes: list[Change], *, before: Tally) -> None:
        """Take the plan's contacts; those for which there is no room are refused."""
        new = [change for change in changes if change.verdict is Verdict.CREATED]
        if not new:
            return
        asked = len(new) + (before.created if self._is_dry_run else 0)
        room = await tx.usage.take_some(Metric.CONTACTS, wanted=asked)
        if self._is_dry_run:
            await tx.usage.give_back(Metric.CONTACTS, amount=room)
            room = max(0, room - before.created)
        refused = {change.contact.id for change in new[room:] if change.contact is not None}
        for change in changes:
            if change.contact is not None and change.contact.id in refused:
                change.refuse("", PLAN_LIMIT, phrase("the plan has no room for more contacts"))

    async def _write(self, tx: Transaction, changes: list[Change], people: KnownPeople, *, now: datetime) -> None:
        tagged = await self._tagged(tx, changes, people)
        written = {change.contact.id: change.contact for change in changes if change.contact is not None}
        new = [one for one in written.values() if one.id not in people.locked]
        if await tx.contact_batches.add(new) != len(new):
            raise StaleVersionError("Another contact has got one of these phones meanwhile.")
        await tx.contact_batches.save([one for one in written.values() if one.id in people.locked])
        await tx.contact_batches.tag(tagged, at=now)
        await tx.contact_batches.consent(await self._consents(tx, changes, people, now=now))
        by = by_user(self._user_id) if self._user_id is not None else SYSTEM
        data: dict[str, object] = {"import_id": str(self._import_id)}
        for contact_id in written:
            await tx.timeline.add(
                TimelineEntry(kind=TimelineKind.CONTACT_IMPORTED, contact_id=contact_id, by=by, at=now, data=data)
            )

    async def _tagged(
        self, tx: Transaction, changes: list[Change], people: KnownPeople
    ) -> list[tuple[ContactId, TagId]]:
        book = await self._tags.ids_of(tx, [name for change in changes for name in change.draft.tags])
        pairs: dict[tuple[ContactId, TagId], None] = {}
        for change in changes:
            wanted = {*self._plan.tag_ids, *(book[name] for name in change.draft.tags if name in book)}
            is_lacking = any(name not in book for name in change.draft.tags)
            if is_lacking or not people.has_room(change.contact, wanted):
                change.draft.refuse("tags", TAG_LIMIT, phrase("there is no room for all of the tags"))
            elif change.contact is not None:
                pairs.update(dict.fromkeys((change.contact.id, tag_id) for tag_id in sorted(wanted)))
        return list(pairs)

    async def _consents(
        self, tx: Transaction, changes: list[Change], people: KnownPeople, *, now: datetime
    ) -> list[Consent]:
        """Record what was said; a yes in a file does not take back the no that somebody has said."""
        asked = [change for change in changes if change.draft.consents]
        known = {change.contact.id for change in asked if change.contact is not None} & people.locked
        said_no = await tx.contact_batches.refusals(known, channel=WHATSAPP) if known else set()
        consents = list[Consent]()
        for change in asked:
            for purpose, granted in change.draft.consents.items():
                if change.contact is None:
                    continue
                if granted and (change.contact.id, purpose) in said_no:
                    change.draft.refuse(f"consent.{purpose}", SAID_NO, phrase("they have said no"))
                    continue
                consents.append(self._consent(change.contact.id, change.draft, purpose, granted=granted, at=now))
        return consents

    def _consent(
        self, contact_id: ContactId, draft: Draft, purpose: Purpose, *, granted: bool, at: datetime
    ) -> Consent:
        return Consent(
            id=ConsentId(self._ids.new()),
            contact_id=contact_id,
            purpose=purpose,
            channel=WHATSAPP,
            granted=granted,
            legal_basis=self._plan.legal_basis or LegalBasis.CONSENT,
            source=SOURCE,
            proof=Proof(
                actor="user",
                text_shown=self._plan.consent_text,
                import_id=str(self._import_id),
                row=draft.row.number,
            ),
            at=at,
            recorded_by=self._user_id,
        )


def _tally(changes: Iterable[Change]) -> Tally:
    verdicts = [change.verdict for change in changes]
    return Tally(
        rows_read=len(verdicts),
        created=verdicts.count(Verdict.CREATED),
        updated=verdicts.count(Verdict.UPDATED),
        skipped=verdicts.count(Verdict.SKIPPED),
        refused=verdicts.count(Verdict.REFUSED),
    )
