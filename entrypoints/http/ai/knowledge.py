"""Knowledge bases: what bots may look things up in."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter

from application.ai.add_knowledge_base import AddKnowledgeBaseHandler
from application.ai.delete_knowledge_base import DeleteKnowledgeBase
from application.ai.search_knowledge import PassagesView, SearchKnowledge
from application.ai.show_knowledge import ShowKnowledge
from application.ai.update_knowledge_base import UpdateKnowledgeBaseHandler
from application.ports.readers.knowledge import BASE_SORTS, KnowledgeBaseRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.ai.errors import KnowledgeBaseNotFoundError, KnowledgeBaseTakenError, TooManyKnowledgeBasesError
from domain.ai.search import CANDIDATES, PASSAGES
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import KnowledgeBaseId
from entrypoints.http.access import CREATES, HEAVY, needs
from entrypoints.http.ai import examples
from entrypoints.http.ai.requests import MAX_QUESTION, AddKnowledgeBaseRequest, UpdateKnowledgeBaseRequest
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, FLOWS, QUERY, SECURED, answers, body
from entrypoints.http.query import paged
from entrypoints.http.versions import IfMatch, shown, version_of

_READ, _EDIT = needs(Permission.FLOWS_READ), needs(Permission.FLOWS_EDIT)


@get(
    "/knowledge-bases",
    operation_id="ListKnowledgeBases",
    summary="List what bots may look things up in, by name.",
    description="Needs flows:read.",
    opt=_READ,
    dependencies={"paging": paged(sorts=BASE_SORTS, search=True)},
    responses=answers(200, Page[KnowledgeBaseRow], example=page_with(examples.BASE), raises=(*BEARER, *QUERY)),
)
@inject
async def list_knowledge_bases(
    actor: NamedDependency[Actor], paging: NamedDependency[PageRequest], use_case: FromDishka[ShowKnowledge]
) -> Page[KnowledgeBaseRow]:
    """Give one page."""
    return await use_case.page(actor, page=paging)


@post(
    "/knowledge-bases",
    operation_id="AddKnowledgeBase",
    summary="Begin a knowledge base.",
    description="Needs flows:edit. Then bring documents; flows name the base by its name or id.",
    opt={**_EDIT, **CREATES},
    responses=answers(
        201,
        KnowledgeBaseRow,
        example=examples.BASE,
        raises=(*BEARER, *BODY, KnowledgeBaseTakenError, TooManyKnowledgeBasesError),
    ),
)
@inject
async def add_knowledge_base(
    data: Annotated[AddKnowledgeBaseRequest, body(examples.ADD_BASE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[AddKnowledgeBaseHandler],
    show: FromDishka[ShowKnowledge],
) -> Response[KnowledgeBaseRow]:
    """Keep it, and show it."""
    row = await show.one(actor, await use_case(actor, data.to_command()))
    return shown(row, version=row.version, status_code=201)


@get(
    "/knowledge-bases/{base_id:uuid}",
    operation_id="GetKnowledgeBase",
    summary="Show a knowledge base.",
    description="Needs flows:read. `ETag` is the version.",
    opt=_READ,
    responses=answers(200, KnowledgeBaseRow, example=examples.BASE, raises=(*BEARER, KnowledgeBaseNotFoundError)),
)
@inject
async def get_knowledge_base(
    base_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[ShowKnowledge]
) -> Response[KnowledgeBaseRow]:
    """Give one."""
    row = await use_case.one(actor, KnowledgeBaseId(base_id))
    return shown(row, version=row.version)


@put(
    "/knowledge-bases/{base_id:uuid}",
    operation_id="UpdateKnowledgeBase",
    summary="Call a knowledge base otherwise.",
    description="Needs flows:edit. What is absent stays. Flows that name it by its old name find it no more.",
    opt=_EDIT,
    responses=answers(
        200,
        KnowledgeBaseRow,
        example=examples.BASE,
        raises=(*BEARER, *BODY, KnowledgeBaseNotFoundError, KnowledgeBaseTakenError, StaleVersionError),
    ),
)
@inject
async def update_knowledge_base(
    base_id: FromPath[UUID],
    data: Annotated[UpdateKnowledgeBaseRequest, body(examples.UPDATE_BASE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UpdateKnowledgeBaseHandler],
    show: FromDishka[ShowKnowledge],
    if_match: IfMatch = None,
) -> Response[KnowledgeBaseRow]:
    """Write it, and show it."""
    await use_case(actor, data.to_command(KnowledgeBaseId(base_id), version=version_of(if_match)))
    row = await show.one(actor, KnowledgeBaseId(base_id))
    return shown(row, version=row.version)


@delete(
    "/knowledge-bases/{base_id:uuid}",
    operation_id="DeleteKnowledgeBase",
    summary="Remove a knowledge base with its documents.",
    description="Needs flows:edit. Flows that ask it go on by their error edge.",
    opt=_EDIT,
    responses=answers(204, None, example=None, raises=(*BEARER, KnowledgeBaseNotFoundError)),
)
@inject
async def delete_knowledge_base(
    base_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[DeleteKnowledgeBase]
) -> None:
    """Remove it."""
    await use_case(actor, KnowledgeBaseId(base_id))


@get(
    "/knowledge-bases/{base_id:uuid}/search",
    operation_id="SearchKnowledge",
    summary="Show what a question would find, the best first.",
    description="Needs flows:read. Words are compared without accents and endings; with an embedding model set, "
    "meanings too, which is counted.",
    opt={**_READ, **HEAVY},
    responses=answers(
        200, PassagesView, example=examples.PASSAGES, raises=(*BEARER, *QUERY, KnowledgeBaseNotFoundError)
    ),
)
@inject
async def search_knowledge(
    base_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[SearchKnowledge],
    q: Annotated[str, QueryParameter(description="What is asked.", min_length=1, max_length=MAX_QUESTION)],
    limit: Annotated[int, QueryParameter(description="At most so many.", ge=1, le=CANDIDATES)] = PASSAGES,
) -> PassagesView:
    """Give them."""
    return await use_case(actor, KnowledgeBaseId(base_id), question=q, limit=limit)


knowledge_routes = Router(
    "/",
    route_handlers=[
        list_knowledge_bases,
        add_knowledge_base,
        get_knowledge_base,
        update_knowledge_base,
        delete_knowledge_base,
        search_knowledge,
    ],
    tags=[FLOWS.name],
    security=SECURED,
)
