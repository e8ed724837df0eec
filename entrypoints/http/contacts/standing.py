"""How the company stands to a contact: blocked or not, what they agreed to, and whether two of them are one."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Router, delete, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.contacts.block_contact import BlockContact
from application.contacts.get_contact import GetContact
from application.contacts.merge_contacts import MergeContactsHandler
from application.contacts.record_consent import RecordConsentHandler
from application.contacts.unblock_contact import UnblockContact
from application.contacts.undo_merge import UndoMerge
from application.ports.readers.contacts import ContactDetail
from application.shared.actor import Actor
from domain.contacts.errors import ContactNotFoundError, MergeNotFoundError, MergeRefusedError
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import ContactId
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.contacts import examples
from entrypoints.http.contacts.requests import ConsentRequest, MergeContactsRequest, OptInRequest
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BODY, CONTACTS, PERSONAL, SECURED, answers, body

CHANGING = (*PERSONAL, ContactNotFoundError, StaleVersionError)
"""What each change of a contact may answer."""


@post(
    "/contacts/{contact_id:uuid}/block",
    operation_id="BlockContact",
    summary="Block a contact.",
    description="Needs contacts:manage. What they write is kept, without a bot, a queue or an answer; nothing is sent "
    "to them, and what waits is cancelled.",
    opt=needs(Permission.CONTACTS_MANAGE),
    status_code=200,
    responses=answers(200, ContactDetail, example=examples.DETAIL, raises=CHANGING),
)
@inject
async def block_contact(
    contact_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[BlockContact],
    contact: FromDishka[GetContact],
) -> ContactDetail:
    """Block, and show it."""
    await use_case(actor, ContactId(contact_id))
    return await contact.show(actor, ContactId(contact_id))


@post(
    "/contacts/{contact_id:uuid}/unblock",
    operation_id="UnblockContact",
    summary="Answer a contact again.",
    description="Needs contacts:manage.",
    opt=needs(Permission.CONTACTS_MANAGE),
    status_code=200,
    responses=answers(200, ContactDetail, example=examples.DETAIL, raises=CHANGING),
)
@inject
async def unblock_contact(
    contact_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UnblockContact],
    contact: FromDishka[GetContact],
) -> ContactDetail:
    """Unblock, and show it."""
    await use_case(actor, ContactId(contact_id))
    return await contact.show(actor, ContactId(contact_id))


@post(
    "/contacts/{contact_id:uuid}/opt-in",
    operation_id="OptIn",
    summary="Record that a contact agrees to be written to.",
    description="Needs contacts:manage. A row of a ledger that only grows, with its proof: who wrote it down, from "
    "where, and what the contact was shown. For a purpose and a channel the newest row rules.",
    opt={**needs(Permission.CONTACTS_MANAGE), **CREATES},
    status_code=200,
    responses=answers(200, ContactDetail, example=examples.DETAIL, raises=(*CHANGING, *BODY)),
)
@inject
async def opt_in(
    contact_id: FromPath[UUID],
    data: Annotated[OptInRequest, body(examples.OPT_IN)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[RecordConsentHandler],
    contact: FromDishka[GetContact],
) -> ContactDetail:
    """Record it, and show the contact."""
    await use_case(actor, data.to_command(ContactId(contact_id)))
    return await contact.show(actor, ContactId(contact_id))


@post(
    "/contacts/{contact_id:uuid}/opt-out",
    operation_id="OptOut",
    summary="Record that a contact does not want to be written to.",
    description="Needs contacts:manage. See `opt-in`.",
    opt={**needs(Permission.CONTACTS_MANAGE), **CREATES},
    status_code=200,
    responses=answers(200, ContactDetail, example=examples.DETAIL, raises=(*CHANGING, *BODY)),
)
@inject
async def opt_out(
    contact_id: FromPath[UUID],
    data: Annotated[ConsentRequest, body(examples.OPT_OUT)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[RecordConsentHandler],
    contact: FromDishka[GetContact],
) -> ContactDetail:
    """Record it, and show the contact."""
    await use_case(actor, data.to_command(ContactId(contact_id), granted=False))
    return await contact.show(actor, ContactId(contact_id))


@post(
    "/contacts/{contact_id:uuid}/merge",
    operation_id="MergeContacts",
    summary="Make another contact part of this one.",
    description="Needs contacts:manage. Conversations, names, tags, notes and consents come here; this contact's own "
    "values win. Of two open conversations on one number the one used last stays open. It can be undone.",
    opt={**needs(Permission.CONTACTS_MANAGE), **CREATES},
    status_code=200,
    responses=answers(200, ContactDetail, example=examples.DETAIL, raises=(*CHANGING, *BODY, MergeRefusedError)),
)
@inject
async def merge_contacts(
    contact_id: FromPath[UUID],
    data: Annotated[MergeContactsRequest, body(examples.MERGE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[MergeContactsHandler],
    contact: FromDishka[GetContact],
) -> ContactDetail:
    """Merge, and show what it is now."""
    await use_case(actor, data.to_command(ContactId(contact_id)))
    return await contact.show(actor, ContactId(contact_id))


@delete(
    "/contacts/{contact_id:uuid}/merge",
    operation_id="UndoMerge",
    summary="Take back the last merge into this contact.",
    description="Needs contacts:manage. Answers the contact that is back. What was changed since stays here.",
    opt=needs(Permission.CONTACTS_MANAGE),
    status_code=200,
    responses=answers(
        200, ContactDetail, example=examples.DETAIL, raises=(*CHANGING, MergeNotFoundError, MergeRefusedError)
    ),
)
@inject
async def undo_merge(
    contact_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UndoMerge],
    contact: FromDishka[GetContact],
) -> ContactDetail:
    """Undo it, and show the one that is back."""
    merged_id = await use_case(actor, ContactId(contact_id))
    return await contact.show(actor, merged_id)


standing_routes = Router(
    "/",
    route_handlers=[block_contact, unblock_contact, opt_in, opt_out, merge_contacts, undo_merge],
    tags=[CONTACTS.name],
    security=SECURED,
)
