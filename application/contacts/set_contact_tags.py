"""Which tags a contact has."""

import msgspec

from application.contacts.contact_checks import refuse
from application.contacts.story import tell
from application.ports.clock import Clock
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.contacts.events import ContactChange, ContactUpdated
from domain.contacts.tag import MAX_TAGS_EACH
from domain.conversations.timeline import TimelineKind
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail
from domain.shared.ids import ContactId, TagId


class SetContactTags(msgspec.Struct, frozen=True, kw_only=True):
    """All that it is to have."""

    contact_id: ContactId
    tag_ids: tuple[TagId, ...]


class SetContactTagsHandler:
    """Let the contact have these tags and no others. Needs contacts:manage."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, actor: Actor, command: SetContactTags) -> None:
        """Write them. Raises ContactNotFoundError, InvalidError."""
        actor.require(Permission.CONTACTS_MANAGE)
        if len(command.tag_ids) > MAX_TAGS_EACH:
            refuse(
                [ErrorDetail(field="tag_ids", message="at most {limit}", values={"limit": MAX_TAGS_EACH})],
                what="These are too many tags.",
            )
        now = self._clock.now()
        async with self._uow(actor.tenant_id) as tx:
            contact = await tx.contacts.get_present(command.contact_id)
            wanted = {tag.id: tag for tag in await tx.tags.known(command.tag_ids)}
            if set(command.tag_ids) - wanted.keys():
                refuse([ErrorDetail(field="tag_ids", message="tags of this company")], what="The tags are not right.")
            had = {tag.id: tag for tag in await tx.tags.of_contact(contact.id)}
            added = [tag for tag_id, tag in wanted.items() if tag_id not in had]
            removed = [tag for tag_id, tag in had.items() if tag_id not in wanted]
            if not added and not removed:
                return
            await tx.tags.set_of_contact(contact.id, wanted, at=now)
            contact.record(
                ContactUpdated(
                    contact_id=contact.id, reason=ContactChange.TAGGED, tags_added=tuple(tag.id for tag in added)
                )
            )
            await tx.contacts.save(contact)
            for kind, tags in ((TimelineKind.CONTACT_TAGGED, added), (TimelineKind.CONTACT_UNTAGGED, removed)):
                if tags:
                    await tell(tx, contact, kind, actor=actor, at=now, data={"tags": [tag.name for tag in tags]})
