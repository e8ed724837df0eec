"""Somebody deletes a template."""

from application.ports.audit import Subject
from application.shared.actor import Actor
from application.whatsapp.templates.tools import TemplateTools, open_book, translated
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import TemplateId


class DeleteTemplate:
    """Delete a template at Meta, in its language alone. Needs templates:manage. It stays in the list as deleted."""

    def __init__(self, tools: TemplateTools) -> None:
        self._tools = tools

    async def __call__(self, actor: Actor, template_id: TemplateId) -> None:
        """Have it deleted, and note it; once more changes nothing.

        Raises TemplateNotFoundError, TemplateNotDeletableError, TemplatesNotSupportedError, TemplateRefusedError,
        TemplateProviderSilentError.
        """
        actor.require(Permission.TEMPLATES_MANAGE)
        async with self._tools.uow(actor.tenant_id) as tx:
            template = await tx.templates.get(template_id)
            config = await tx.whatsapp_configs.get(template.whatsapp_config_id)
        if template.is_deleted:
            return
        template.require_deletable()
        if template.provider_id is not None:
            book = await open_book(self._tools, actor.tenant_id, config)
            async with translated(self._tools, actor.tenant_id, config.id):
                await book.templates.delete(template.provider_id, name=template.name, credentials=book.credentials)
        async with self._tools.uow(actor.tenant_id) as tx:
            template = await tx.templates.get(template_id)
            template.lose()
            await tx.templates.save(template)
            before = {"name": template.name, "language": template.language}
            on = Subject(type="template", id=template_id)
            tx.audit.record(AuditAction.TEMPLATE_DELETED, by=actor.author, on=on, before=before)
