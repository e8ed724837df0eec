"""Somebody wants to see a template as the customer will."""

import msgspec

from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.shared.content import HeaderMedia
from domain.shared.ids import TemplateId
from domain.whatsapp.templates.filling import Filled, fill_template


class PreviewTemplate(msgspec.Struct, frozen=True, kw_only=True):
    """With what to fill which template; `components` are Meta's, in which what is known may be left out."""

    template_id: TemplateId
    components: tuple[msgspec.Raw, ...] = ()
    header_media: HeaderMedia | None = None


class PreviewTemplateHandler:
    """Fill a template in. Needs templates:manage or messages:send. Nothing is sent; what is wrong is named."""

    def __init__(self, *, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, command: PreviewTemplate) -> Filled:
        """Give it, filled. Raises TemplateNotFoundError."""
        actor.require_either(Permission.TEMPLATES_MANAGE, Permission.MESSAGES_SEND)
        async with self._uow(actor.tenant_id) as tx:
            template = await tx.templates.get(command.template_id)
        return fill_template(template, command.components, header_media=command.header_media)
