"""The five-block flow as somebody would write it by hand: no graph, no expressions, no templates, the same rows."""

from datetime import datetime, timedelta

import msgspec

from domain.flows.effects import CancelTimer, Effect, SendMessage, SetTimer
from domain.flows.flow import FlowVersion
from domain.flows.session import Reply, Session, SessionStatus, Value
from domain.flows.sprint import Sprint, Step
from domain.flows.stimuli import Stimulus
from domain.flows.tools import Tools
from domain.shared.content import Text

DOCUMENT = {
    "name": "Cadastro",
    "trigger": "manual",
    "nodes": [
        {"id": "inicio", "type": "start", "data": {}},
        {"id": "nome", "type": "question", "data": {"text": "Qual é o seu nome?", "save_as": "nome"}},
        {"id": "idade", "type": "question", "data": {"text": "E a idade?", "kind": "number", "save_as": "idade"}},
        {"id": "maior", "type": "condition", "data": {"cases": [{"id": "sim", "expression": "vars.idade >= 18"}]}},
        {"id": "adulto", "type": "message", "data": {"text": "Bem-vindo, {{vars.nome}}!"}},
        {"id": "menor", "type": "message", "data": {"text": "{{vars.nome}}, volte com um adulto."}},
    ],
    "edges": [
        {"id": "e1", "source": "inicio", "target": "nome"},
        {"id": "e2", "source": "nome", "target": "idade"},
        {"id": "e3", "source": "idade", "target": "maior"},
        {"id": "e4", "source": "maior", "target": "adulto", "source_handle": "sim"},
        {"id": "e5", "source": "maior", "target": "menor", "source_handle": "else"},
    ],
}
"""Five blocks after the start: two inputs, a condition, and a message on either side of it."""
TIMEOUT = timedelta(days=1)
ADULT = 18


class HandWritten:
    """Two functions and a handful of ifs, in the engine's place."""

    def start(self, flow: FlowVersion, *, session: Session, at: datetime, tools: Tools) -> Sprint:
        """Ask for the name."""
        del flow, tools
        return _ask(session, "nome", "Qual é o seu nome?", at=at, effects=(), variables={})

    def resume(self, flow: FlowVersion, *, session: Session, stimulus: Stimulus, at: datetime, tools: Tools) -> Sprint:
        """Ask for the age, or say what comes of it."""
        del flow, tools
        if not isinstance(stimulus, Reply):
            raise TypeError("nobody wrote anything for that")
        number = session.sprints + 1
        cancel = CancelTimer(id=f"{number}.1", timer_id=session.expiry or session.awaiting or "")
        session = msgspec.structs.replace(session, reply=stimulus)
        if session.node == "nome":
            variables: dict[str, Value] = {"nome": stimulus.text.strip()}
            return _ask(session, "idade", "E a idade?", at=at, effects=(cancel,), variables=variables)
        return _end(session, int(stimulus.text), cancel, at=at)


def _ask(
    session: Session, node: str, text: str, *, at: datetime, effects: tuple[Effect, ...], variables: dict[str, Value]
) -> Sprint:
    number = session.sprints + 1
    sent, timer = f"{number}.{len(effects) + 1}", f"{number}.{len(effects) + 2}"
    session = msgspec.structs.replace(
        session,
        status=SessionStatus.WAITING,
        node=node,
        entered_at=at,
        asked=sent,
        expiry=timer,
        variables={**session.variables, **variables},
        sprints=number,
    )
    done = (*effects, SendMessage(id=sent, content=Text(body=text)), SetTimer(id=timer, after=TIMEOUT, sent_by=sent))
    step = Step(node=node, type="question", event="asked", at=at, effects=tuple(effect.id for effect in done))
    return Sprint(session=session, effects=done, trace=(step,))


def _end(session: Session, age: int, cancel: Effect, *, at: datetime) -> Sprint:
    name, number = session.variables["nome"], session.sprints + 1
    node, text = ("adulto", f"Bem-vindo, {name}!") if age >= ADULT else ("menor", f"{name}, volte com um adulto.")
    session = msgspec.structs.replace(
        session,
        status=SessionStatus.COMPLETED,
        outcome="completed",
        node=node,
        entered_at=at,
        asked=None,
        expiry=None,
        variables={**session.variables, "idade": age},
        sprints=number,
        ended_at=at,
    )
    said = SendMessage(id=f"{number}.2", content=Text(body=text))
    step = Step(node=node, type="message", event="sent", at=at, effects=(cancel.id, said.id))
    return Sprint(session=session, effects=(cancel, said), trace=(step,))
