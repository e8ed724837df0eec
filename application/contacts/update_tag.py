"""A tag is called or looks otherwise."""

import msgspec

from application.contacts.contact_checks import refuse, refuse_stale
from application.ports.audit import Subject
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.contacts.tag import Tag, color_of, wrong_in_tag
from domain.identity.permissions import Permission
from domain.shared.ids import TagId


class UpdateTag(msgspec.Struct, frozen=True, kw_only=True):
    """What changes; None leaves it."""

    tag_id: TagId
    name: str | None = None
    color: str | None = None
    description: str | None = None
    version: int | None = None


class UpdateTagHandler:
    """Change a tag, wherever it is. Needs contacts:manage."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, command: UpdateTag) -> None:
        """Write it. Raises TagNotFoundError, TagTakenError, InvalidError, StaleVersionError."""
        actor.require(Permission.CONTACTS_MANAGE)
        wrong = wrong_in_tag(name=command.name, color=command.color, description=command.description)
        refuse(wrong, what="The tag cannot be changed.")
        async with self._uow(actor.tenant_id) as tx:
            tag = await tx.tags.get(command.tag_id)
            refuse_stale("tag", found=tag.version, expected=command.version)
            before = _told(tag)
            tag.name = command.name.strip() if command.name is not None else tag.name
            tag.color = (color_of(command.color) if command.color is not None else None) or tag.color
            tag.description = command.description.strip() if command.description is not None else tag.description
            await tx.tags.save(tag)
            subject = Subject(type="tag", id=tag.id)
            tx.audit.record(AuditAction.TAG_UPDATED, by=actor.author, on=subject, before=before, after=_told(tag))


def _told(tag: Tag) -> dict[str, object]:
    return {"name": tag.name, "color": tag.color, "description": tag.description}
