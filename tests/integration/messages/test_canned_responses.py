"""What is said often: kept under a shortcut, filled in for somebody, shown to whose it is."""

import msgspec
import pytest

from application.messages.add_canned_response import AddCannedResponse, AddCannedResponseHandler
from application.messages.list_canned_responses import ListCannedResponses
from application.messages.render_canned_response import RenderCannedResponse, RenderCannedResponseHandler
from application.messages.update_canned_response import UpdateCannedResponse, UpdateCannedResponseHandler
from application.ports.directory import Directory
from application.shared.actor import Actor
from application.shared.page import PageRequest
from domain.conversations.errors import ContentRefusedError
from domain.identity.permissions import Permission
from domain.identity.user import User
from domain.messages.errors import CannedResponseNotFoundError, ShortcutTakenError
from domain.people.errors import DepartmentNotFoundError
from domain.shared.content import Buttons, Choice, Content, Image, Reaction, Template, Text
from domain.shared.errors import InvalidError, StaleVersionError
from domain.shared.ids import CannedResponseId, ConversationId, DepartmentId, MediaId, ProviderMessageId
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"


async def _add(spine: Spine, shortcut: str = "ola", content: Content | None = None, **more: object) -> CannedResponseId:
    add = await spine.container.get(AddCannedResponseHandler)
    command = AddCannedResponse(
        shortcut=shortcut,
        title="Saudação",
        content=content or Text(body="Olá!"),
        **more,  # type: ignore[arg-type]  # theirs
    )
    response_id: CannedResponseId = await add(await spine.agent(), command)
    return response_id


async def _department(spine: Spine) -> DepartmentId:
    return DepartmentId(await spine.one("SELECT id FROM departments LIMIT 1"))  # type: ignore[arg-type]  # a uuid


async def _agent_of(spine: Spine, *departments: DepartmentId) -> Actor:
    few = frozenset(Permission) - {Permission.CONVERSATIONS_READ_ALL}
    return msgspec.structs.replace(await spine.agent(), permissions=few, departments=frozenset(departments))


async def _shortcuts(spine: Spine, actor: Actor, **page: object) -> list[str]:
    read = await spine.container.get(ListCannedResponses)
    found = await read(actor, department_id=None, page=PageRequest(**page))  # type: ignore[arg-type]  # as given
    return [row.shortcut for row in found.items]


async def test_shortcut_is_kept_without_slash_accents_and_capitals(spine: Spine) -> None:
    await _add(spine, "/Olá")

    assert await spine.column("SELECT shortcut FROM canned_responses") == ["ola"]
    with pytest.raises(ShortcutTakenError):
        await _add(spine, "OLA")


async def test_shortcut_can_be_typed(spine: Spine) -> None:
    for shortcut in ("", "/", "bom dia", "-x", "a" * 41, "😀"):
        with pytest.raises(InvalidError):
            await _add(spine, shortcut)


async def test_what_cannot_be_said_is_not_kept(spine: Spine) -> None:
    for content in (
        Text(body="{{ contact.name"),
        Template(name="a", language="pt_BR"),
        Reaction(target=ProviderMessageId("wamid.A1")),
        Image(media_id=MediaId(spine.tenant_id)),
    ):
        with pytest.raises(ContentRefusedError):
            await _add(spine, content=content)


async def test_department_must_be_there(spine: Spine) -> None:
    with pytest.raises(DepartmentNotFoundError):
        await _add(spine, department_id=DepartmentId(spine.tenant_id))


async def test_people_see_everybodys_and_those_of_their_departments(spine: Spine) -> None:
    department = await _department(spine)
    await _add(spine, "todos")
    private = await _add(spine, "time", department_id=department)
    inside, outside = await _agent_of(spine, department), await _agent_of(spine)
    read = await spine.container.get(ListCannedResponses)

    assert await _shortcuts(spine, inside) == ["time", "todos"]
    assert await _shortcuts(spine, outside) == ["todos"]
    assert await _shortcuts(spine, await spine.agent()) == ["time", "todos"]
    assert (await read.one(inside, private)).shortcut == "time"
    with pytest.raises(CannedResponseNotFoundError):
        await read.one(outside, private)


async def test_search_looks_in_shortcuts_titles_and_texts(spine: Spine) -> None:
    await _add(spine, "um", Text(body="A fatura vence amanhã"))
    await _add(spine, "dois", Image(link="https://cdn.example/a.jpg", caption="Amanhã tem mais"))
    await _add(spine, "tres")

    assert await _shortcuts(spine, await spine.agent(), search="AMANHA") == ["dois", "um"]


async def test_variables_are_filled_in_for_the_contact_and_the_agent(spine: Spine) -> None:
    await spine.says(PHONE, "oi")
    await spine.drain()
    await spine.rows("UPDATE contacts SET name = 'Bia Souza', attributes = '{\"plano\": \"Fibra\"}'")
    content = Buttons(
        body="{{ contact.first_name }}: {{ contact.attributes.plano }}, {{ agent.first_name }}, {{ contact.nada }}",
        buttons=(Choice(id="{{ id }}", title="Sim, {{ contact.first_name }}"),),
    )
    response_id = await _add(spine, content=content)
    render = await spine.container.get(RenderCannedResponseHandler)
    agent = await _person(spine)

    rendered = await render(
        agent,
        RenderCannedResponse(response_id=response_id, conversation_id=ConversationId(await spine.conversation_id())),
    )

    choice = Choice(id="{{ id }}", title="Sim, Bia")
    assert rendered.content == Buttons(body="Bia: Fibra, Rui, ", buttons=(choice,))
    assert len(rendered.warnings) == 1


async def _person(spine: Spine) -> Actor:
    """Give an agent who is a user of the company, with a name."""
    agent = await spine.agent()
    directory = await spine.container.get(Directory)
    user = User(
        id=agent.user_id,
        tenant_id=spine.tenant_id,
        email=f"{agent.user_id}@aurora.example",
        name="Rui Lima",
        role="agent",
        password_hash="",
        created_at=spine.now,
    )
    await directory.add_user(user)
    return agent


async def test_change_names_the_version_that_was_read(spine: Spine) -> None:
    response_id = await _add(spine)
    update = await spine.container.get(UpdateCannedResponseHandler)
    agent = await spine.agent()

    await update(agent, UpdateCannedResponse(response_id=response_id, title="Outra", version=0))
    with pytest.raises(StaleVersionError):
        await update(agent, UpdateCannedResponse(response_id=response_id, title="Mais uma", version=0))

    assert await spine.column("SELECT title FROM canned_responses") == ["Outra"]
