"""Somebody writes a template."""

import msgspec

from application.ports.audit import Subject
from application.ports.templates import NewTemplate, TakenTemplate
from application.ports.unit_of_work import Transaction
from application.shared.actor import Actor
from application.whatsapp.templates.new_template import new_template
from application.whatsapp.templates.place_examples import place_examples
from application.whatsapp.templates.tools import TemplateTools, open_book, translated
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.errors import InvalidError
from domain.shared.ids import TemplateId, WhatsAppConfigId
from domain.whatsapp.templates.components import encoded
from domain.whatsapp.templates.errors import TemplateTakenError
from domain.whatsapp.templates.rules import TemplateDraft, check_draft
from domain.whatsapp.templates.template import ToldTemplate


class CreateTemplate(msgspec.Struct, frozen=True, kw_only=True):
    """Make a template on a number."""

    config_id: WhatsAppConfigId
    draft: TemplateDraft


class CreateTemplateHandler:
    """Have a template reviewed by Meta. Needs templates:manage. It is kept once Meta took it, as pending.

    Where we die between its yes and our writing, the next reading of the templates brings it.
    """

    def __init__(self, tools: TemplateTools) -> None:
        self._tools = tools

    async def __call__(self, actor: Actor, command: CreateTemplate) -> TemplateId:
        """Give its id.

        Raises InvalidError, ConfigNotFoundError, TemplatesNotSupportedError, TemplateTakenError, TemplateRefusedError,
        TemplateProviderSilentError, MediaNotFoundError, MediaNotReadyError.
        """
        actor.require(Permission.TEMPLATES_MANAGE)
        draft = command.draft
        if wrong := tuple(check_draft(draft)):
            raise InvalidError("Meta would refuse this template.", details=wrong)
        async with self._tools.uow(actor.tenant_id) as tx:
            config = await tx.whatsapp_configs.get(command.config_id)
            await _free(tx, command)
        book = await open_book(self._tools, actor.tenant_id, config)
        async with translated(self._tools, actor.tenant_id, command.config_id):
            components = await place_examples(self._tools, actor, draft.components, book=book)
            new = NewTemplate(
                name=draft.name,
                language=draft.language,
                category=draft.category,
                parameter_format=draft.parameter_format,
                components=encoded(components),
            )
            taken = await book.templates.create(new, credentials=book.credentials)
        async with self._tools.uow(actor.tenant_id) as tx:
            return await self._keep(tx, actor, command, _told(new, taken))

    async def _keep(self, tx: Transaction, actor: Actor, command: CreateTemplate, told: ToldTemplate) -> TemplateId:
        """Write it; a reading may have brought it meanwhile, and a deleted one of its name comes back."""
        now = self._tools.clock.now()
        template = await tx.templates.find(command.config_id, name=told.name, language=told.language)
        if template is None:
            template = new_template(TemplateId(self._tools.ids.new()), command.config_id, told, now=now)
            await tx.templates.add(template)
        elif template.provider_id != told.provider_id:
            template.begin_again(told, now=now)
            await tx.templates.save(template)
        after = {"name": told.name, "language": told.language, "category": told.category.value}
        on = Subject(type="template", id=template.id)
        tx.audit.record(AuditAction.TEMPLATE_CREATED, by=actor.author, on=on, after=after)
        return template.id


async def _free(tx: Transaction, command: CreateTemplate) -> None:
    """Raise TemplateTakenError where the name is there in this language."""
    found = await tx.templates.find(command.config_id, name=command.draft.name, language=command.draft.language)
    if found is not None and not found.is_deleted:
        raise TemplateTakenError("The number has a template of this name in this language.")


def _told(new: NewTemplate, taken: TakenTemplate) -> ToldTemplate:
    return ToldTemplate(
        provider_id=taken.provider_id,
        name=new.name,
        language=new.language,
        category=taken.category,
        status=taken.status,
        components=new.components,
        parameter_format=new.parameter_format,
    )
