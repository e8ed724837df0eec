"""Somebody changes a template."""

import msgspec

from application.ports.audit import Subject
from application.shared.actor import Actor
from application.whatsapp.templates.place_examples import place_examples
from application.whatsapp.templates.tools import TemplateTools, open_book, translated
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.errors import InvalidError, StaleVersionError
from domain.shared.ids import TemplateId
from domain.whatsapp.templates.components import Component, encoded
from domain.whatsapp.templates.rules import check_components
from domain.whatsapp.templates.template import MessageTemplate
from domain.whatsapp.templates.words import TemplateCategory


class EditTemplate(msgspec.Struct, frozen=True, kw_only=True):
    """What changes; None leaves it. `version` is the one that was read, where the caller cares."""

    template_id: TemplateId
    components: tuple[Component, ...] | None = None
    category: TemplateCategory | None = None
    version: int | None = None


class EditTemplateHandler:
    """Have a changed template reviewed by Meta. Needs templates:manage. Until it is, Meta sends the old one or none.

    An approved one changes once in 24 hours and ten times in 30 days, and keeps its category.
    """

    def __init__(self, tools: TemplateTools) -> None:
        self._tools = tools

    async def __call__(self, actor: Actor, command: EditTemplate) -> None:
        """Have it taken, and write it.

        Raises InvalidError, TemplateNotFoundError, StaleVersionError, TemplateNotEditableError,
        TemplateEditedTooOftenError, TemplatesNotSupportedError, TemplateRefusedError, TemplateProviderSilentError,
        MediaNotFoundError, MediaNotReadyError.
        """
        actor.require(Permission.TEMPLATES_MANAGE)
        async with self._tools.uow(actor.tenant_id) as tx:
            template = await tx.templates.get(command.template_id)
            config = await tx.whatsapp_configs.get(template.whatsapp_config_id)
        category = command.category or template.category
        self._require_changeable(template, command, category)
        book = await open_book(self._tools, actor.tenant_id, config)
        async with translated(self._tools, actor.tenant_id, config.id):
            components = template.components
            if command.components is not None:
                components = encoded(await place_examples(self._tools, actor, command.components, book=book))
            await book.templates.edit(
                template.provider_id or "",
                category=category if category is not template.category else None,
                components=components,
                credentials=book.credentials,
            )
        async with self._tools.uow(actor.tenant_id) as tx:
            template = await tx.templates.get(command.template_id)
            before = {"category": template.category.value}
            template.edit(components, category=category, now=self._tools.clock.now())
            await tx.templates.save(template)
            tx.audit.record(
                AuditAction.TEMPLATE_UPDATED,
                by=actor.author,
                on=Subject(type="template", id=template.id),
                before=before,
                after={"category": category.value, "text_changed": command.components is not None},
            )

    def _require_changeable(self, template: MessageTemplate, command: EditTemplate, category: TemplateCategory) -> None:
        if command.version is not None and command.version != template.version:
            raise StaleVersionError("The template was changed by somebody else; read it again.")
        if command.components is None and command.category is None:
            raise InvalidError("Say what is to be changed.")
        wrong = check_components(command.components or (), category=category, of=template.parameter_format)
        if command.components is not None and (details := tuple(wrong)):
            raise InvalidError("Meta would refuse this template.", details=details)
        template.require_editable(category=category, now=self._tools.clock.now())
