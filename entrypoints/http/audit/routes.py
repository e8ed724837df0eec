"""The audit log: who did and saw what, and whether it is as it was written."""

from typing import Annotated

from dishka import FromDishka
from litestar import Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import QueryParameter
from litestar.response import Stream

from application.audit.export_audit import ExportAuditHandler
from application.audit.list_audit import ListAudit
from application.audit.verify_audit import AT_ONCE, Verification, VerifyAudit
from application.ports.readers.audit import AUDIT_SORTS, AuditFilters, AuditRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.identity.permissions import Permission
from domain.shared.errors import InvalidError
from entrypoints.http.actor import HEAVY, needs
from entrypoints.http.audit import examples
from entrypoints.http.audit.files import written
from entrypoints.http.audit.filters import audit_filters_of
from entrypoints.http.audit.requests import ExportAuditRequest
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.openapi import AUDIT, BEARER, BODY, PERSONAL, QUERY, SECURED, answers, body
from entrypoints.http.query import paged

A_FILE = "application/octet-stream"
"""A browser saves it and never shows it, whatever is in it."""
LARGEST_SEQ = 2**62


@get(
    "/audit",
    operation_id="ListAudit",
    summary="List who did and saw what, the newest first.",
    description="Needs audit:read. Looking is an entry too, once a minute.",
    opt=needs(Permission.AUDIT_READ),
    dependencies={
        "filters": Provide(audit_filters_of, sync_to_thread=False),
        "paging": paged(sorts=AUDIT_SORTS),
    },
    responses=answers(
        200,
        Page[AuditRow],
        example=page_with(examples.ENTRY),
        raises=(*PERSONAL, *QUERY),
    ),
)
@inject
async def list_audit(
    actor: NamedDependency[Actor],
    filters: NamedDependency[AuditFilters],
    paging: NamedDependency[PageRequest],
    use_case: FromDishka[ListAudit],
) -> Page[AuditRow]:
    """Give one page."""
    return await use_case(actor, filters=filters, page=paging)


@get(
    "/audit/verify",
    operation_id="VerifyAudit",
    summary="Check that no entry was edited, removed, inserted, moved or doubled.",
    description=f"Needs audit:read. Checks at most {AT_ONCE} entries; without `complete`, ask again with `after` = "
    "`until`. `broken` is the first number that is wrong, and why.",
    opt={**needs(Permission.AUDIT_READ), **HEAVY},
    responses=answers(
        200,
        Verification,
        example=examples.VERIFICATION,
        raises=(*PERSONAL, *QUERY, InvalidError),
    ),
)
@inject
async def verify_audit(
    actor: NamedDependency[Actor],
    use_case: FromDishka[VerifyAudit],
    after: Annotated[
        int, QueryParameter(description="Begin behind the entry with this number.", ge=0, le=LARGEST_SEQ)
    ] = 0,
) -> Verification:
    """Walk the chain."""
    return await use_case(actor, after=after)


@post(
    "/audit/export",
    operation_id="ExportAudit",
    summary="Download the entries of some time as a file, the oldest first.",
    description="Needs audit:read. CSV or JSON lines, as `format` says. The export is an entry itself.",
    opt={**needs(Permission.AUDIT_READ), **HEAVY},
    status_code=200,
    responses=answers(200, str, example=examples.EXPORTED, media_type=A_FILE, raises=(*BEARER, *BODY)),
)
@inject
async def export_audit(
    data: Annotated[ExportAuditRequest, body(examples.EXPORT)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[ExportAuditHandler],
) -> Stream:
    """Give the file as it is read."""
    parts = await use_case(actor, data.to_command())
    name = f"audit-{data.since:%Y-%m-%d}-{data.until:%Y-%m-%d}.{data.format}"
    return Stream(
        written(parts, file_format=data.format),
        media_type=A_FILE,
        headers={"content-disposition": f'attachment; filename="{name}"', "x-content-type-options": "nosniff"},
    )


audit_routes = Router("/", route_handlers=[list_audit, verify_audit, export_audit], tags=[AUDIT.name], security=SECURED)
