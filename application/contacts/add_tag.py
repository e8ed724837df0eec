"""The company makes a tag."""

import msgspec

from application.contacts.contact_checks import refuse
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.contacts.errors import TooManyError
from domain.contacts.tag import MAX_TAGS, Tag, color_for, color_of, wrong_in_tag
from domain.identity.permissions import Permission
from domain.shared.ids import TagId


class AddTag(msgspec.Struct, frozen=True, kw_only=True):
    """Its name, its colour (one of the palette is chosen where none is given), and what it is for."""

    name: str
    color: str | None = None
    description: str = ""


class AddTagHandler:
    """Write a tag. Needs contacts:manage."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock, ids: Ids) -> None:
        self._uow, self._clock, self._ids = uow, clock, ids

    async def __call__(self, actor: Actor, command: AddTag) -> TagId:
        """Give its id. Raises InvalidError, TagTakenError, TooManyError."""
        actor.require(Permission.CONTACTS_MANAGE)
        wrong = wrong_in_tag(name=command.name, color=command.color, description=command.description)
        refuse(wrong, what="The tag cannot be added.")
        tag = Tag(
            id=TagId(self._ids.new()),
            name=command.name.strip(),
            color=color_of(command.color or "") or color_for(command.name),
            description=command.description.strip(),
            created_at=self._clock.now(),
        )
        async with self._uow(actor.tenant_id) as tx:
            if await tx.tags.count() >= MAX_TAGS:
                raise TooManyError(f"There are {MAX_TAGS} tags already.")
            await tx.tags.add(tag)
            tx.audit.record(
                AuditAction.TAG_CREATED,
                by=actor.author,
                on=Subject(type="tag", id=tag.id),
                after={"name": tag.name, "color": tag.color},
            )
        return tag.id
