"""Sessions that really went are played again from what was kept of them: the same bytes."""

from datetime import timedelta

import msgspec

from application.flows.check_regressions import CheckRegressions, CheckRegressionsHandler
from application.flows.flow_versions import FlowVersions
from application.flows.retell_session import RetellSession
from application.flows.update_flow import UpdateFlow, UpdateFlowHandler
from application.ports.readers.flow_sessions import PlayedSession, PlayedSessions
from domain.flows.language import Language
from domain.flows.replay import as_kept, replay, trace_as_kept
from domain.flows.session import Session
from domain.flows.sprint import Sprint
from domain.flows.tools import Tools
from domain.shared.ids import FlowId, FlowSessionId
from tests.integration.spine import flows
from tests.integration.spine.flows import Document
from tests.integration.spine.spine import Spine

PHONE = "5511988887777"


def inner(words: str) -> Document:
    return flows.flow(
        {"id": "nota", "type": "question", "data": {"text": words, "kind": "number", "save_as": "nota"}},
        edges=(("start", "nota", None),),
        trigger={"type": "manual"},
    )


def outer(survey: FlowId, *, thanks: str = "Obrigado, {{contact.name}}: {{vars.nota}}") -> Document:
    return flows.flow(
        {"id": "nome", "type": "question", "data": {"text": "Seu nome?", "save_as": "nome", "timeout_minutes": 30}},
        {
            "id": "guarda",
            "type": "set_variable",
            "data": {
                "scope": "contact",
                "assignments": [{"name": "apelido", "template": "{{response}} ({{contact.attributes.apelido}})"}],
            },
        },
        {"id": "salto", "type": "jump", "data": {"flow_id": str(survey), "return": True, "outputs": {"nota": "nota"}}},
        {"id": "sorte", "type": "random", "data": {"branches": [{"id": "a"}, {"id": "b"}]}},
        flows.says(thanks, node_id="fim"),
        edges=(
            ("start", "nome", None),
            ("nome", "guarda", None),
            ("nome", "nome", "timeout"),
            ("guarda", "salto", None),
            ("salto", "sorte", None),
            ("sorte", "fim", None),
        ),
        variables={"grande": 1e16, "bb": {"z": 1, "yy": -0.0}, "a": 0.1},
    )


async def lived(spine: Spine) -> FlowId:
    """A timeout, two answers, a jump into a version that is replaced meanwhile, and a contact who is renamed."""
    survey = await spine.run(inner("De 0 a 10?"))
    flow_id = await spine.run(outer(survey))
    await spine.says(PHONE, "oi")
    await spine.drain()
    await spine.advance(timedelta(minutes=31))
    await spine.drain()
    await spine.says(PHONE, "Ana")
    await spine.drain()
    await redraw(spine, survey, inner("De 0 a 5?"))
    await spine.publish(survey)
    await rename(spine, "Ana Lima")
    await spine.says(PHONE, "9")
    await spine.drain()
    return flow_id


async def rename(spine: Spine, name: str) -> None:
    async with (await spine.uow())(spine.tenant_id) as tx:
        [contact_id] = await spine.column("SELECT id FROM contacts")
        contact = await tx.contacts.get(contact_id)  # type: ignore[arg-type]
        contact.name = name
        await tx.contacts.save(contact)


async def redraw(spine: Spine, flow_id: FlowId, document: Document) -> None:
    update = await spine.container.get(UpdateFlowHandler)
    await update(await spine.agent(), UpdateFlow(flow_id=flow_id, document=msgspec.json.encode(document)))


async def replayed(spine: Spine, session_id: FlowSessionId) -> tuple[PlayedSession, tuple[Sprint, ...]]:
    agent, reader = await spine.agent(), await spine.container.get(PlayedSessions)
    played = await reader.one(spine.tenant_id, viewer=agent.viewer, session_id=session_id)
    language, kept = await spine.container.get(Language), await spine.container.get(FlowVersions)
    async with (await spine.uow())(spine.tenant_id) as tx:
        versions = await kept.load(tx, played.recording.versions)
    tools = Tools(expressions=language.expressions, templates=language.templates, regex=language.regex)
    return played, replay(played.recording, versions=versions, tools=tools)


async def test_a_stored_session_is_played_again_to_the_same_bytes(spine: Spine) -> None:
    await lived(spine)
    [row] = await spine.rows("SELECT id, state::text, flow_id FROM flow_sessions WHERE status = 'completed'")

    played, sprints = await replayed(spine, FlowSessionId(row["id"]))

    assert len(sprints) == 4
    again = [trace_as_kept(sprint.trace) for sprint in sprints]
    assert msgspec.json.encode(again) == msgspec.json.encode(played.traces)
    kept = msgspec.json.decode(row["state"], type=Session)
    assert msgspec.json.encode(as_kept(sprints[-1].session)) == msgspec.json.encode(kept)
    assert spine.answers(PHONE)[-1] == "Obrigado, Ana Lima: 9"
    seen = [heard.seen for heard in played.recording.heard]
    assert all(each.contact.keys() <= {"name", "attributes"} and not each.conversation for each in seen)


async def test_the_draft_is_told_what_really_happened(spine: Spine) -> None:
    flow_id = await lived(spine)
    [survey] = await spine.column("SELECT id FROM flows WHERE id <> $1", flow_id)
    [session_id] = await spine.column("SELECT id FROM flow_sessions")
    retell, check = await spine.container.get(RetellSession), await spine.container.get(CheckRegressionsHandler)
    agent, asked = await spine.agent(), CheckRegressions(flow_id=flow_id, last=10)

    unchanged = await check(agent, asked)
    await redraw(spine, flow_id, outer(survey, thanks="Valeu, {{contact.email}}{{vars.nota}}"))  # type: ignore[arg-type]
    changed = await check(agent, asked)
    retold = await retell(agent, flow_id, session_id)  # type: ignore[arg-type]

    assert (unchanged.compared, unchanged.same, unchanged.sessions) == (1, 1, ())
    assert (changed.version, changed.same, dict(changed.kinds)) == (1, 0, {"message": 1})
    assert changed.sessions[0].differences == retold.comparison.differences
    assert retold.exact
    assert retold.comparison.first is not None
    assert (retold.comparison.first.real, retold.comparison.first.draft) == ("Obrigado, Ana Lima: 9", "Valeu, 9")
