"""The kinds of node. To add one, write its file and add its line to `AnyNode`."""

from typing import get_args

from domain.flows.nodes.base import Node
from domain.flows.nodes.condition import Condition
from domain.flows.nodes.end import End
from domain.flows.nodes.jump import Jump
from domain.flows.nodes.message import Message
from domain.flows.nodes.question import Question
from domain.flows.nodes.set_variable import SetVariable
from domain.flows.nodes.start import Start
from domain.flows.nodes.transfer import Transfer
from domain.flows.nodes.wait import Wait

AnyNode = Start | Message | Question | Wait | Condition | SetVariable | Transfer | Jump | End
"""Any node, told apart by `type`."""

NODE_TYPES: dict[str, type[Node]] = {str(kind.__struct_config__.tag): kind for kind in get_args(AnyNode)}
"""The same by the word in the document."""

ALIASES = {"wait_response": "wait", "handoff": "transfer"}
"""Words of older documents; they are read, and written back as ours."""
