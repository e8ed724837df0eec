"""Files of contacts that are brought."""

from collections.abc import AsyncIterator
from functools import partial
from typing import Annotated
from uuid import UUID

import msgspec
from dishka import FromDishka
from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter
from litestar.response import Stream

from application.contacts.cancel_contact_import import CancelContactImport
from application.contacts.import_contacts import ImportContacts, ImportContactsHandler
from application.contacts.list_import_errors import ListImportErrors
from application.contacts.show_imports import ShowImports
from application.ports.file_store import StoreUnavailableError
from application.ports.readers.contact_transfers import ImportDetail, ImportRow
from application.ports.sheets import SheetRefusedError
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.contacts.errors import ImportNotFoundError, ImportOverError, TooManyTransfersError
from domain.identity.permissions import Permission
from domain.media.errors import FileTooLargeError
from domain.shared.ids import ContactImportId
from entrypoints.http.access import CREATES, HEAVY, SLOW, needs
from entrypoints.http.contacts import transfer_examples as examples
from entrypoints.http.contacts.transfer_requests import LARGEST_FORM, PLAN, ImportForm, plan_of
from entrypoints.http.contacts.transfer_responses import ImportErrors, told_import, told_row
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.media.downloads import disposition_of
from entrypoints.http.media.uploads import AnyRequest, file_in
from entrypoints.http.openapi import BEARER, BODY, CONTACTS, PERSONAL, QUERY, SECURED, answers
from entrypoints.http.query import paged
from entrypoints.http.texts.catalogue import AcceptLanguage, language_of
from entrypoints.http.texts.detail_catalogue import kept_text

MOST_ROWS = 1_048_576
CSV = "text/csv; charset=utf-8"


@post(
    "/contacts/import",
    operation_id="ImportContacts",
    summary="Bring a file of contacts, CSV or XLSX.",
    description=(
        "Needs contacts:import. A multipart form: first, if anything, the part `plan` (JSON: `mapping` from headings "
        "to targets, `duplicates`, `tag_ids`, `creates_tags`, `legal_basis`, `consent_text`), then the part `file`. "
        "Without a mapping the columns are told by their headings. It is read in the background: `import_progress` "
        "and a `notification` tell of it. A dry run writes no contact and shows what would become of the rows. The "
        "guide on contacts says more. An Idempotency-Key holds for files up to 3 MB."
    ),
    opt={**needs(Permission.CONTACTS_IMPORT), **CREATES, **SLOW},
    operation_class=ImportForm,
    request_max_body_size=LARGEST_FORM,
    responses=answers(
        202,
        ImportDetail,
        example=examples.IMPORT,
        raises=(*BEARER, *BODY, *QUERY, FileTooLargeError, SheetRefusedError, TooManyTransfersError,
                StoreUnavailableError),
    ),
    status_code=202,
)  # fmt: skip
@inject
async def import_contacts(
    request: AnyRequest,
    actor: NamedDependency[Actor],
    use_case: FromDishka[ImportContactsHandler],
    found: FromDishka[ShowImports],
    dry_run: Annotated[bool, QueryParameter(description="Write nothing: show what would become of it.")] = False,  # noqa: FBT002
    accept_language: AcceptLanguage = None,
) -> ImportDetail:
    """Keep it, and show the order."""
    file = await file_in(request, before=PLAN)
    command = ImportContacts(chunks=file.chunks, filename=file.filename, plan=plan_of(file.before), is_dry_run=dry_run)
    ordered = await found.one(actor, await use_case(actor, command))
    return told_import(ordered, language=language_of(accept_language))


@get(
    "/contacts/imports",
    operation_id="ListContactImports",
    summary="List files of contacts that were brought, the newest first.",
    description="Needs contacts:import.",
    opt=needs(Permission.CONTACTS_IMPORT),
    dependencies={"paging": paged()},
    responses=answers(200, Page[ImportRow], example=page_with(examples.IMPORT_ROW), raises=(*BEARER, *QUERY)),
)
@inject
async def list_contact_imports(
    actor: NamedDependency[Actor],
    paging: NamedDependency[PageRequest],
    found: FromDishka[ShowImports],
    accept_language: AcceptLanguage = None,
) -> Page[ImportRow]:
    """Give one page."""
    page = await found(actor, page=paging)
    language = language_of(accept_language)
    return msgspec.structs.replace(page, items=[told_row(row, language=language) for row in page.items])


@get(
    "/contacts/imports/{import_id:uuid}",
    operation_id="GetContactImport",
    summary="Show how far an import is, and what was found in its file.",
    description="Needs contacts:import. `found.suggested` is what the columns seem to mean.",
    opt=needs(Permission.CONTACTS_IMPORT),
    responses=answers(200, ImportDetail, example=examples.IMPORT, raises=(*PERSONAL, ImportNotFoundError)),
)
@inject
async def get_contact_import(
    import_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    found: FromDishka[ShowImports],
    accept_language: AcceptLanguage = None,
) -> ImportDetail:
    """Give one."""
    shown = await found.one(actor, ContactImportId(import_id))
    return told_import(shown, language=language_of(accept_language))


@post(
    "/contacts/imports/{import_id:uuid}/cancel",
    operation_id="CancelContactImport",
    summary="Stop an import; what was written stays.",
    description="Needs contacts:import.",
    opt=needs(Permission.CONTACTS_IMPORT),
    responses=answers(
        200, ImportDetail, example=examples.IMPORT, raises=(*PERSONAL, ImportNotFoundError, ImportOverError)
    ),
    status_code=200,
)
@inject
async def cancel_contact_import(
    import_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[CancelContactImport],
    found: FromDishka[ShowImports],
    accept_language: AcceptLanguage = None,
) -> ImportDetail:
    """Stop it, and show it."""
    await use_case(actor, ContactImportId(import_id))
    stopped = await found.one(actor, ContactImportId(import_id))
    return told_import(stopped, language=language_of(accept_language))


@get(
    "/contacts/imports/{import_id:uuid}/errors",
    operation_id="ListContactImportErrors",
    summary="Show what is wrong with rows of a file, in their order.",
    description=(
        "Needs contacts:import. At most 10,000 rows of an import are kept with what is wrong. Go on with `after`, the "
        "`next_after` of the answer before."
    ),
    opt=needs(Permission.CONTACTS_IMPORT),
    responses=answers(200, ImportErrors, example=examples.ERRORS, raises=(*PERSONAL, *QUERY, ImportNotFoundError)),
)
@inject
async def list_contact_import_errors(
    import_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[ListImportErrors],
    after: Annotated[int, QueryParameter(description="The row to go on behind.", ge=0, le=MOST_ROWS)] = 0,
    accept_language: AcceptLanguage = None,
) -> ImportErrors:
    """Give some."""
    found = await use_case(actor, ContactImportId(import_id), after=after)
    return ImportErrors.of(found, language=language_of(accept_language))


@get(
    "/contacts/imports/{import_id:uuid}/errors/file",
    operation_id="DownloadContactImportErrors",
    summary="Give the rows with something wrong as CSV, beside what is wrong with them.",
    description="Needs contacts:import. No spreadsheet takes what is in a cell for a formula.",
    opt={**needs(Permission.CONTACTS_IMPORT), **HEAVY},
    responses=answers(200, bytes, example="…", media_type=CSV, raises=(*PERSONAL, ImportNotFoundError)),
)
@inject
async def download_contact_import_errors(
    import_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[ListImportErrors],
    accept_language: AcceptLanguage = None,
) -> Response[bytes] | Stream:
    """Give the file."""
    told = partial(kept_text, language=language_of(accept_language))
    content: AsyncIterator[bytes] = await use_case.as_file(actor, ContactImportId(import_id), told=told)
    name = f"import-{import_id}-errors.csv"
    headers = {"content-disposition": disposition_of(name, is_shown=False), "cache-control": "no-store"}
    return Stream(content, media_type=CSV, headers=headers)


import_routes = Router(
    "/",
    route_handlers=[
        import_contacts,
        list_contact_imports,
        get_contact_import,
        cancel_contact_import,
        list_contact_import_errors,
        download_contact_import_errors,
    ],
    tags=[CONTACTS.name],
    security=SECURED,
)
