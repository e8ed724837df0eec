"""`action`: changes what is known of the contact and the conversation, and tells people.

{"id": "n17", "type": "action", "data": {"actions": [{"type": "add_tag", "tag": "boleto"},
 {"type": "set_attribute", "name": "plano", "value": "{{vars.plano}}"}, {"type": "change_lead_score", "points": 10},
 {"type": "grant_consent", "purpose": "marketing", "text": "{{response}}"}, {"type": "notify", "text": "Novo lead"}]}}
"""

from collections.abc import Iterator

import msgspec

from domain.flows.actions import Action, StartCampaign
from domain.flows.deeds import deeds_of
from domain.flows.limits import MAX_ACTIONS
from domain.flows.moves import Leave, Move
from domain.flows.nodes.base import Node, Problem, Snippet
from domain.flows.nodes.parts import text_snippets
from domain.flows.turn import NodeFailedError, Turn

_NOT_TEXTS = {"type", "expression"}


class ActionData(msgspec.Struct, frozen=True, kw_only=True):
    """What is done, in order."""

    actions: tuple[Action, ...] = ()


class ActionNode(Node, frozen=True, tag="action"):
    """Leaves by default; by `error` when one of them cannot be done, and then none is."""

    data: ActionData = ActionData()

    def enter(self, turn: Turn) -> Move:
        """Do all of it."""
        if not self.data.actions:
            raise NodeFailedError("no_actions", "there is nothing to do")
        before = turn.facts
        try:
            deeds = deeds_of(self.data.actions, turn)
        except NodeFailedError:
            turn.facts = before
            raise
        for deed in deeds:
            turn.order(deed)
        turn.note("done", [type(action).__struct_config__.tag for action in self.data.actions])
        return Leave(event="done")

    def snippets(self) -> Iterator[Snippet]:
        """Give its texts and expressions."""
        for number, action in enumerate(self.data.actions):
            place = f"data.actions[{number}]"
            for name, part in msgspec.to_builtins(action).items():
                if name == "expression" and part:
                    yield Snippet("expression", f"{place}.expression", str(part))
                elif name not in _NOT_TEXTS:
                    yield from text_snippets(part, f"{place}.{name}")

    def problems(self) -> Iterator[Problem]:
        """Check that there is something to do, and that it can be done."""
        if not self.data.actions:
            yield Problem("no_actions", "there is nothing to do")
        if len(self.data.actions) > MAX_ACTIONS:
            yield Problem("too_many_actions", f"at most {MAX_ACTIONS} actions")
        if any(isinstance(action, StartCampaign) for action in self.data.actions):
            yield Problem("campaigns_missing", "there are no campaigns yet, so none can be started")
        for action in self.data.actions:
            if action.empty is not None:
                yield Problem("empty_action", f"'{type(action).__struct_config__.tag}' needs {action.empty}")
