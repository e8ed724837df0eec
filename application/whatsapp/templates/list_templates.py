"""Which templates there are."""

from application.ports.readers.templates import TemplateFilters, TemplateList, TemplateRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.identity.permissions import Permission
from domain.shared.ids import TemplateId


class ListTemplates:
    """Show templates. Needs templates:manage or messages:send."""

    def __init__(self, templates: TemplateList) -> None:
        self._templates = templates

    async def __call__(self, actor: Actor, *, filters: TemplateFilters, page: PageRequest) -> Page[TemplateRow]:
        """Give one page. Raises MalformedError."""
        _require(actor)
        return await self._templates.page(actor.tenant_id, filters=filters, page=page)

    async def one(self, actor: Actor, template_id: TemplateId) -> TemplateRow:
        """Give one. Raises TemplateNotFoundError."""
        _require(actor)
        return await self._templates.one(actor.tenant_id, template_id=template_id)


def _require(actor: Actor) -> None:
    actor.require_either(Permission.TEMPLATES_MANAGE, Permission.MESSAGES_SEND)
