"""A node's turn: what it may look at, and what it may do to the session and the world."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from domain.flows.effects import ChangeContact, ChangeConversation, Effect, SendMessage, Transfer
from domain.flows.language import Facts, Language
from domain.flows.limits import MAX_CONTEXT_BYTES, MAX_MESSAGES, MAX_NOTE_BYTES
from domain.flows.session import Reply, Session, Value
from domain.flows.values import clean, size_of, to_value
from domain.shared.content import MEDIA, Content, Interactive, Location, type_of


class NodeFailedError(Exception):
    """A node cannot go on; the engine turns it into a `Fail` with this code."""

    def __init__(self, code: str, detail: str, *, fatal: bool = False) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail
        self.fatal = fatal


class Turn:
    """Collects what a sprint does. `values` explain the current step; `handles` are the node's ways out."""

    def __init__(self, session: Session, *, at: datetime, language: Language, facts: Facts) -> None:
        self.session = session
        self.at = at
        self.language = language
        self.facts = facts
        self.effects: list[Effect] = []
        self.values: dict[str, Value] = {}
        self.handles: frozenset[str] = frozenset()
        self.last_sent: str | None = None
        self._sent = 0

    def change(self, **fields: object) -> None:
        """Change the session."""
        self.session = msgspec.structs.replace(self.session, **fields)

    def note(self, name: str, value: object) -> None:
        """Explain the step; of a large value only how large it is."""
        shown = to_value(value)
        size = size_of(shown)
        self.values[name] = shown if size <= MAX_NOTE_BYTES else f"({size} bytes)"

    def next_id(self) -> str:
        """Name the next effect: the same whenever the same sprint is run again."""
        return f"{self.session.sprints + 1}.{len(self.effects) + 1}"

    def names(self) -> dict[str, object]:
        """Give what expressions may name."""
        reply = self.session.reply
        return {
            "response": reply.text if reply else "",
            "reply": _reply_names(reply) if reply else None,
            "vars": self.session.variables,
            "contact": self.facts.contact,
            "conversation": self.facts.conversation,
            "flow": self.facts.flow,
            "now": self.at,
            "last": self.session.last,
        }

    def evaluate(self, expression: str) -> object:
        """Evaluate, or fail the node with `bad_expression`."""
        result = self.language.expressions.evaluate(expression, self.names())
        if result.error is not None:
            raise NodeFailedError("bad_expression", result.error)
        return result.value

    def is_true(self, expression: str, *, label: str) -> bool:
        """Evaluate a condition: one that fails is false, and the step says why."""
        result = self.language.expressions.evaluate(expression, self.names())
        self.note(label, result.value if result.error is None else {"error": result.error})
        return result.error is None and result.value is True

    def render(self, text: str) -> str:
        """Render once, or fail the node with `bad_template`."""
        if "{{" not in text and "{%" not in text:
            return clean(text)
        rendering = self.language.templates.render(text, {**self.session.variables, **self.names()})
        if rendering.warnings:
            self.note("warnings", rendering.warnings)
        if rendering.error is not None:
            raise NodeFailedError("bad_template", rendering.error)
        return clean(rendering.text)

    def send(self, content: Content) -> str:
        """Send the contact a message; gives the effect's id."""
        if self._sent == MAX_MESSAGES:
            raise NodeFailedError("message_limit", f"more than {MAX_MESSAGES} messages at once", fatal=True)
        self._sent += 1
        self.last_sent = self.next_id()
        self.effects.append(SendMessage(id=self.last_sent, content=content))
        return self.last_sent

    def set_variables(self, variables: Mapping[str, Value]) -> None:
        """Set variables of the session; together they may not outgrow the context."""
        merged = {**self.session.variables, **variables}
        if size_of(merged, [frame.variables for frame in self.session.stack]) > MAX_CONTEXT_BYTES:
            raise NodeFailedError("context_too_large", f"more than {MAX_CONTEXT_BYTES} bytes", fatal=True)
        self.change(variables=merged)

    def set_contact(self, attributes: dict[str, Value]) -> None:
        """Set attributes of the contact, for the world and for the rest of this sprint."""
        self.effects.append(ChangeContact(id=self.next_id(), attributes=attributes))
        contact = with_entries(self.facts.contact, "attributes", attributes)
        self.facts = msgspec.structs.replace(self.facts, contact=contact)

    def set_conversation(self, metadata: dict[str, Value]) -> None:
        """Set metadata of the conversation, for the world and for the rest of this sprint."""
        self.effects.append(ChangeConversation(id=self.next_id(), metadata=metadata))
        conversation = with_entries(self.facts.conversation, "metadata", metadata)
        self.facts = msgspec.structs.replace(self.facts, conversation=conversation)

    def resolve(self) -> None:
        """Resolve the conversation."""
        self.effects.append(ChangeConversation(id=self.next_id(), resolve=True))

    def transfer(self, *, department: str | None = None, user: str | None = None, reason: str | None = None) -> None:
        """Hand the conversation to people."""
        self.effects.append(Transfer(id=self.next_id(), department=department, user=user, reason=reason))


def with_entries(facts: dict[str, Value], place: str, entries: dict[str, Value]) -> dict[str, Value]:
    """Give the facts with these entries at `place` too."""
    known = facts.get(place)
    return {**facts, place: {**(known if isinstance(known, dict) else {}), **entries}}


def _reply_names(reply: Reply) -> dict[str, Value]:
    content = reply.content
    return {
        "id": content.id if isinstance(content, Interactive) else None,
        "type": type_of(content),
        "text": reply.text,
        "media": to_value(msgspec.to_builtins(content)) if isinstance(content, MEDIA) else None,
        "location": to_value(msgspec.to_builtins(content)) if isinstance(content, Location) else None,
    }
