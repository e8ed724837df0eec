"""How long a session stays on each kind of node, and what it says there: all that the window knows of nodes."""

from datetime import timedelta

import msgspec

from domain.flows.document import Settings
from domain.flows.durations import minutes
from domain.flows.inspection.waiting import is_for_reply, longest_sleep
from domain.flows.nodes import AnyNode
from domain.flows.nodes.ai import Ai
from domain.flows.nodes.api_call import ApiCall
from domain.flows.nodes.end import End
from domain.flows.nodes.erp import Erp
from domain.flows.nodes.jump import Jump
from domain.flows.nodes.message import Message
from domain.flows.nodes.question import Question
from domain.flows.nodes.transfer import Transfer
from domain.flows.nodes.wait import Wait
from domain.shared.ids import FlowId

CALL_SETTLES = timedelta(minutes=15)
"""An outside call is answered or given up by then, with all its tries and a worker's restart between them."""
SEND_SETTLES = timedelta(minutes=30)
"""A message that the provider will not take is given up by then, also one whose outcome is unknown at first."""


class Ask(msgspec.Struct, frozen=True):
    """It waits for the contact, at most so long; None: it has no time of its own, and the session's ends it."""

    timeout: timedelta | None = None


class Sleep(msgspec.Struct, frozen=True):
    """It waits for a time, at most so long; what the contact says meanwhile is kept."""

    longest: timedelta


class Answer(msgspec.Struct, frozen=True):
    """It waits for the outside world, and perhaps tells the contact what that said."""

    speaks: bool = False


class Visit(msgspec.Struct, frozen=True):
    """It runs another flow, and comes back or not."""

    flow_id: FlowId | None
    returns: bool


class Pass(msgspec.Struct, frozen=True):
    """It goes on at once."""


class Stop(msgspec.Struct, frozen=True):
    """The flow ends here, and with `session` the whole session."""

    session: bool


class Pace(msgspec.Struct, frozen=True, kw_only=True):
    """What the session does there, and whether it first says something that needs an open window."""

    does: Ask | Sleep | Answer | Visit | Pass | Stop
    speaks: bool = False


def pace_of(node: AnyNode, settings: Settings) -> Pace:
    """Give a node's pace."""
    match node:
        case Message():
            return Pace(does=_ask(node.data.timeout_minutes, settings) if node.pauses else Pass(), speaks=_speaks(node))
        case Question():
            return Pace(does=_ask(node.data.timeout_minutes, settings), speaks=True)
        case Wait() if is_for_reply(node):
            return Pace(does=_ask(node.data.timeout_minutes, settings))
        case Wait():
            return Pace(does=Sleep(longest_sleep(node)))
        case ApiCall() | Erp():
            return Pace(does=Answer())
        case Ai():
            return Pace(does=Answer(speaks=node.data.send))
        case Jump():
            return Pace(does=Visit(node.data.target(), node.data.returns))
        case Transfer():
            return Pace(does=Stop(session=True), speaks=bool(node.data.message))
        case End():
            return Pace(does=Stop(session=False), speaks=bool(node.data.message))
        case _:
            return Pace(does=Pass())


def _ask(timeout: float | None, settings: Settings) -> Ask:
    """Give the wait; a timeout that comes after the session's own never comes."""
    length = minutes(timeout) if timeout is not None else None
    never = length is not None and length > minutes(settings.session_timeout_minutes)
    return Ask(None if never else length)


def _speaks(node: Message) -> bool:
    """Whether anything but a template goes out."""
    data = node.data
    return node.pauses or data.template is None or data.location is not None or bool(data.contacts)
