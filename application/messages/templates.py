"""Whether a template may be sent to a contact, and what it becomes with its gaps filled."""

import msgspec

from application.messages.acceptable import refuse
from application.ports.unit_of_work import Transaction
from domain.contacts.contact import Contact
from domain.messages.errors import ContactOptedOutError
from domain.shared.content import Template
from domain.shared.errors import ErrorDetail
from domain.shared.ids import WhatsAppConfigId
from domain.whatsapp.templates.errors import TemplateUnknownError
from domain.whatsapp.templates.filling import fill_template


async def filled_template(
    tx: Transaction, content: Template, *, contact: Contact, config_id: WhatsAppConfigId
) -> Template:
    """Give it as it goes out, with Meta's components and the text that the contact will read.

    Raises TemplateUnknownError, TemplatePendingError, TemplateRejectedError, TemplatePausedError,
    TemplateDisabledError, TemplateGoneError, ContentRefusedError for its parameters, and ContactOptedOutError for
    marketing to somebody who said no to it.
    """
    template = await tx.templates.find(config_id, name=content.name, language=content.language)
    if template is None:
        raise await _unknown(tx, content, config_id)
    template.require_sendable()
    filled = fill_template(template, content.components, header_media=content.header_media)
    refuse(*filled.wrong)
    if await tx.opt_outs.covers(contact.id, config_id=config_id, name=content.name, language=content.language):
        raise ContactOptedOutError("The contact does not want marketing messages.")
    return msgspec.structs.replace(content, components=filled.components, preview=filled.text)


async def _unknown(tx: Transaction, content: Template, config_id: WhatsAppConfigId) -> TemplateUnknownError:
    """Say in which other languages there is one of this name."""
    others = await tx.templates.languages(config_id, name=content.name)
    hint = (
        (ErrorDetail(field="content.language", message="there is {choices}", values={"choices": ", ".join(others)}),)
        if others
        else ()
    )
    return TemplateUnknownError("The number has no such template in this language.", details=hint)
