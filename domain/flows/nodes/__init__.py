"""The kinds of node. To add one, write its file and add its line to `AnyNode`."""

from typing import get_args

from domain.flows.nodes.action import ActionNode
from domain.flows.nodes.ai import Ai
from domain.flows.nodes.api_call import ApiCall
from domain.flows.nodes.base import Node
from domain.flows.nodes.business_hours import BusinessHours
from domain.flows.nodes.condition import Condition
from domain.flows.nodes.end import End
from domain.flows.nodes.erp import Erp
from domain.flows.nodes.jump import Jump
from domain.flows.nodes.message import Message
from domain.flows.nodes.question import Question
from domain.flows.nodes.random import Random
from domain.flows.nodes.set_variable import SetVariable
from domain.flows.nodes.start import Start
from domain.flows.nodes.transfer import Transfer
from domain.flows.nodes.wait import Wait

AnyNode = (
    Start
    | Message
    | Question
    | Wait
    | Condition
    | Random
    | BusinessHours
    | ApiCall
    | Erp
    | Ai
    | SetVariable
    | ActionNode
    | Transfer
    | Jump
    | End
)
"""Any node, told apart by `type`."""

NODE_TYPES: dict[str, type[Node]] = {str(kind.__struct_config__.tag): kind for kind in get_args(AnyNode)}
"""The same by the word in the document."""

ALIASES = {"wait_response": "wait", "handoff": "transfer", "ai_prompt": "ai", "api": "api_call"}
"""Words of older documents; they are read, and written back as ours."""
