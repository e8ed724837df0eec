"""A real session is told to a graph that is drawn otherwise."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from uuid import UUID

import msgspec

from domain.flows import engine
from domain.flows.comparison import Comparison, DifferenceKind, compare
from domain.flows.flow import FlowVersion
from domain.flows.language import Facts
from domain.flows.replay import Heard, Recording, as_kept, replay
from domain.flows.retelling import Retelling
from domain.flows.seen import Seen, facts_read
from domain.flows.session import Reply, Session
from domain.flows.stimuli import Cancelled, EffectDone, EffectFailed, Stimulus, TimerFired
from domain.flows.tools import Tools
from domain.shared.content import Interactive, Text
from domain.shared.ids import FlowSessionId, FlowVersionId, MessageId
from tests.unit.flows.conftest import AT

Make = Callable[..., FlowVersion]
Tell = Callable[[Session], Stimulus]

MENU = ("menu", "message", {"text": "Como posso ajudar?", "buttons": ["Suporte", "Vendas"]})
BYE = ("bye", "message", {"text": "Até logo"})
ASK = ("ask", "question", {"text": "Qual é o seu nome?", "save_as": "nome"})
EDGES = "menu:Suporte -> bye; menu:Vendas -> ask; ask -> bye"


def press(title: str) -> Tell:
    return lambda _: Reply(
        message_id=MessageId(UUID(int=1)), content=Interactive(kind="button", id=title, title=title), text=title
    )


def say(words: str) -> Tell:
    return lambda _: Reply(message_id=MessageId(UUID(int=1)), content=Text(body=words), text=words)


def answer(result: object) -> Tell:
    return lambda session: EffectDone(effect_id=session.awaiting or "", result=msgspec.to_builtins(result))


def refuse(session: Session) -> Stimulus:
    return EffectFailed(effect_id=session.asked or "", code="131026")


def fire(session: Session) -> Stimulus:
    return TimerFired(timer_id=session.awaiting or session.expiry or "")


def recorded(flow: FlowVersion, told: Sequence[Tell], tools: Tools) -> Recording:
    """Live through a session, an hour between two stimuli."""
    session = Session(id=FlowSessionId(UUID(int=3)), flow_id=flow.flow_id, version_id=flow.id, started_at=AT)
    session, heard = engine.start(flow, session=session, at=AT, tools=tools).session, [Heard(stimulus=None, at=AT)]
    for number, tell in enumerate(told, start=1):
        stimulus, at = tell(session), AT + timedelta(hours=number)
        heard.append(Heard(stimulus=stimulus, at=at))
        session = as_kept(engine.resume(flow, session=session, stimulus=stimulus, at=at, tools=tools).session)
    return Recording(session_id=session.id, flow_id=flow.flow_id, version_id=flow.id, heard=tuple(heard))


def told(real: FlowVersion, draft: FlowVersion, happened: Sequence[Tell], tools: Tools) -> Comparison:
    recording = recorded(real, happened, tools)
    draft = FlowVersion(
        id=FlowVersionId(UUID(int=0)), flow_id=real.flow_id, number=0, name="draft", document=draft.document
    )
    versions = {real.id: real}
    sprints = replay(recording, versions=versions, tools=tools)
    retold = Retelling(draft, recording, real=sprints, versions=versions, tools=tools).tell()
    return compare(recording, real=sprints, told=retold)


def kinds(compared: Comparison) -> list[str]:
    return [difference.kind.value for difference in compared.differences]


def texts(compared: Comparison) -> tuple[list[str], list[str]]:
    return [line.text for line in compared.real.transcript], [line.text for line in compared.draft.transcript]


def test_other_words_are_the_only_difference(make_flow: Make, tools: Tools):
    draft = make_flow(MENU, ("bye", "message", {"text": "Tchau"}), ASK, edges=EDGES)

    compared = told(make_flow(MENU, BYE, ASK, edges=EDGES), draft, [press("Suporte")], tools)

    assert kinds(compared) == [DifferenceKind.MESSAGE]
    assert compared.first is not None
    assert (compared.first.sprint, compared.first.real, compared.first.draft) == (2, "Até logo", "Tchau")
    assert all(step.same for step in compared.steps)


def test_a_choice_that_is_gone_is_named(make_flow: Make, tools: Tools):
    menu = ("menu", "message", {"text": "Como posso ajudar?", "buttons": ["Vendas"]})
    draft = make_flow(menu, BYE, ASK, edges="menu:Vendas -> ask; ask -> bye")

    compared = told(make_flow(MENU, BYE, ASK, edges=EDGES), draft, [press("Suporte")], tools)

    assert kinds(compared)[0] == DifferenceKind.MESSAGE
    assert DifferenceKind.CHOICE_MISSING in kinds(compared)
    assert DifferenceKind.PATH in kinds(compared)
    assert compared.draft.node == "menu"
    assert compared.real.status == "completed"


def test_what_is_said_after_the_end_is_not_heard(make_flow: Make, tools: Tools):
    draft = make_flow(MENU, BYE, ASK, edges="menu:Suporte -> bye; menu:Vendas -> bye")

    compared = told(make_flow(MENU, BYE, ASK, edges=EDGES), draft, [press("Vendas"), say("Ana")], tools)

    assert kinds(compared)[-1] == DifferenceKind.VARIABLE
    assert DifferenceKind.OVER in kinds(compared)
    assert texts(compared)[1] == ["Como posso ajudar?", "Vendas", "Até logo", "Ana"]


def test_a_shorter_timeout_comes_before_the_reply(make_flow: Make, tools: Tools):
    edges = "ask:timeout -> late; ask -> bye"
    late = ("late", "message", {"text": "Ainda aí?"})
    hasty = ("ask", "question", {**ASK[2], "timeout_minutes": 30})
    patient = ("ask", "question", {**ASK[2], "timeout_minutes": 90})

    compared = told(
        make_flow(patient, BYE, late, edges=edges), make_flow(hasty, BYE, late, edges=edges), [say("Ana")], tools
    )

    assert texts(compared)[1] == ["Qual é o seu nome?", "Ana", "Ainda aí?"]
    assert [line.at for line in compared.draft.transcript][-1] == AT + timedelta(minutes=30)


def test_the_same_timer_fires_when_it_really_did(make_flow: Make, tools: Tools):
    late = ("late", "message", {"text": "{{now | date: '%H:%M'}}"})
    flow = make_flow(("ask", "question", {**ASK[2], "timeout_minutes": 30}), late, edges="ask:timeout -> late")

    compared = told(flow, flow, [fire], tools)

    assert compared.same
    assert texts(compared)[1] == ["Qual é o seu nome?", "11:00"]


def test_a_refused_question_is_refused_there_too(make_flow: Make, tools: Tools):
    edges = "ask:invalid -> bye; first -> ask"
    first = ("first", "message", {"text": "Oi"})
    draft = make_flow(first, ASK, BYE, edges=edges)

    compared = told(make_flow(ASK, BYE, edges="ask:invalid -> bye"), draft, [refuse], tools)

    assert texts(compared)[1] == ["Oi", "Qual é o seu nome?", "Até logo"]


def test_the_world_answers_what_it_answered(make_flow: Make, tools: Tools):
    edges = "api:success -> bye; api:error -> sorry"
    bye, sorry = ("bye", "message", {"text": "{{last.body.total}}"}), ("sorry", "message", {"text": "Erro"})

    def asking(url: str) -> FlowVersion:
        return make_flow(("api", "api_call", {"url": url}), bye, sorry, edges=edges)

    happened = [answer({"status": 200, "headers": {}, "body": {"total": 7}})]
    real = asking("https://api.example/total?a=1")

    same_thing = told(real, asking("https://api.example/total?a=2"), happened, tools)
    other_thing = told(real, asking("https://api.example/other"), happened, tools)

    assert texts(same_thing) == (["7"], ["7"])
    assert kinds(same_thing) == [DifferenceKind.EFFECT]
    assert texts(other_thing) == (["7"], ["Erro"])
    assert DifferenceKind.NOT_RECORDED in kinds(other_thing)


def test_whoever_takes_over_ends_both(make_flow: Make, tools: Tools):
    flow = make_flow(ASK, BYE, edges="ask -> bye")

    compared = told(flow, flow, [lambda _: Cancelled(reason="takeover")], tools)

    assert compared.same
    assert compared.draft.status == "cancelled"


def test_only_what_a_flow_names_is_kept_of_the_facts(make_flow: Make):
    facts = Facts(
        contact={"name": "Ana", "phone": "55", "attributes": {"plano": "ouro", "cpf": "1"}, "tags": []},
        conversation={"status": "active", "metadata": {"a": 1}},
    )

    def kept(text: str) -> Facts:
        return facts_read(facts, (make_flow(("say", "message", {"text": text})),))

    assert kept("oi") == Facts()
    assert kept("{{contact.name}}").contact == {"name": "Ana"}
    assert kept("{{contact.attributes.plano}}").contact == {"attributes": {"plano": "ouro"}}
    assert kept("{% for each in contact.attributes %}{{each}}{% endfor %}").contact == {
        "attributes": {"plano": "ouro", "cpf": "1"}
    }
    assert kept("{{contact['name']}}").contact == facts.contact
    assert kept("{{ [vars.x].name }}").conversation == facts.conversation


def test_a_number_and_a_map_come_back_as_the_database_gives_them(new_session: Callable[..., Session], make_flow: Make):
    session = new_session(make_flow(BYE), variables={"bb": 1e16, "a": -0.0, "c": 1e-7, "d": [1.5, {"zz": 1, "y": 2}]})

    kept = as_kept(session)

    assert msgspec.json.encode(kept.variables) == b'{"a":0.0,"c":1e-7,"d":[1.5,{"y":2,"zz":1}],"bb":10000000000000000}'
    assert Seen() == msgspec.json.decode(b"{}", type=Seen)
