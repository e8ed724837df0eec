"""What another graph may know of the contact while it is told a real session."""

from collections.abc import Iterable

import msgspec

from domain.flows.effects import ChangeContact, ChangeConversation
from domain.flows.flow import FlowVersion
from domain.flows.known import contact_after, conversation_after
from domain.flows.language import Facts
from domain.flows.seen import Seen, facts_unread
from domain.flows.session import Value

Change = ChangeContact | ChangeConversation


class RetoldFacts:
    """What was seen; what nobody read then as it is known now; and over both what only this graph has changed."""

    def __init__(self, now: Facts, versions: Iterable[FlowVersion]) -> None:
        self._unseen, self._flow = facts_unread(now, versions), now.flow
        self._changes: list[Change] = []

    def change(self, change: Change) -> None:
        """Note what only this graph does."""
        self._changes.append(change)

    def at(self, seen: Seen) -> Facts:
        """Give what is known in a sprint."""
        facts = Facts(
            contact=_over(self._unseen.contact, seen.contact),
            conversation=_over(self._unseen.conversation, seen.conversation),
            flow=self._flow,
        )
        for change in self._changes:
            facts = _after(facts, change)
        return facts


def _after(facts: Facts, change: Change) -> Facts:
    if isinstance(change, ChangeContact):
        return msgspec.structs.replace(facts, contact=contact_after(facts.contact, change))
    return msgspec.structs.replace(facts, conversation=conversation_after(facts.conversation, change))


def _over(below: dict[str, Value], above: dict[str, Value]) -> dict[str, Value]:
    """Lay one over the other, also within maps."""
    known: dict[str, Value] = {**below, **above}
    for name, value in above.items():
        covered = below.get(name)
        if isinstance(value, dict) and isinstance(covered, dict):
            known[name] = {**covered, **value}
    return known
