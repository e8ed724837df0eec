"""A node's turn: what it may look at, and what it may do to the session and the world."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from domain.flows.effects import (
    AddNote,
    Call,
    ChangeContact,
    ChangeConversation,
    Effect,
    Notify,
    RecordConsent,
    SendMessage,
    Transfer,
)
from domain.flows.hours import Hours
from domain.flows.known import contact_after, conversation_after
from domain.flows.language import Facts, Language
from domain.flows.limits import (
    MAX_ANSWER_TEXT,
    MAX_ANSWERS,
    MAX_CALLS,
    MAX_CONTEXT_BYTES,
    MAX_MESSAGES,
    MAX_NOTE_BYTES,
)
from domain.flows.session import Answer, Reply, Session, Value
from domain.flows.text import cut
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
    """Collects what a sprint does.

    `values` explain the current step, the `step`-th of the sprint; `handles` are the node's ways out.
    """

    def __init__(
        self, session: Session, *, at: datetime, language: Language, facts: Facts, hours: Hours, seed: str
    ) -> None:
        self.session = session
        self.at = at
        self.language = language
        self.facts = facts
        self.hours = hours
        self.seed = seed
        self.step = 0
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

    def order(self, effect: ChangeContact | ChangeConversation | RecordConsent | AddNote | Notify) -> None:
        """Ask it of the world, which gives the session no answer; the effect gets its id here."""
        self.effects.append(msgspec.structs.replace(effect, id=self.next_id()))

    def call(self, effect: Call) -> None:
        """Ask something of the world, for whose answer the node then waits."""
        if self.session.calls == MAX_CALLS:
            raise NodeFailedError("call_limit", f"more than {MAX_CALLS} calls without a pause", fatal=True)
        self.change(calls=self.session.calls + 1)
        self.effects.append(effect)

    def know(self, change: ChangeContact | ChangeConversation) -> None:
        """Know the contact and the conversation as they are after the change, for the rest of this sprint."""
        if isinstance(change, ChangeContact):
            known = msgspec.structs.replace(self.facts, contact=contact_after(self.facts.contact, change))
        else:
            conversation = conversation_after(self.facts.conversation, change)
            known = msgspec.structs.replace(self.facts, conversation=conversation)
        self.facts = known

    def resolve(self) -> None:
        """Resolve the conversation."""
        self.effects.append(ChangeConversation(id=self.next_id(), resolve=True))

    def transfer(self, *, department: str | None = None, user: str | None = None, reason: str | None = None) -> None:
        """Hand the conversation to people, with what was asked and answered."""
        answers = self.session.answers
        self.effects.append(
            Transfer(id=self.next_id(), department=department, user=user, reason=reason, summary=answers)
        )

    def remember(self, question: str, answer: str) -> None:
        """Keep a question and its answer for whoever takes over; asked once more, the later answer counts."""
        node = self.session.node or ""
        asked = cut(" ".join(self._shown(question).split()), MAX_ANSWER_TEXT)
        given = Answer(node=node, question=asked, answer=cut(clean(answer.strip()), MAX_ANSWER_TEXT))
        others = (one for one in self.session.answers if (one.node, one.question) != (node, asked))
        self.change(answers=(*others, given)[-MAX_ANSWERS:])

    def _shown(self, text: str) -> str:
        """Render what was rendered before; where that fails now, the text as it is written."""
        if "{{" not in text and "{%" not in text:
            return clean(text)
        rendering = self.language.templates.render(text, {**self.session.variables, **self.names()})
        return clean(text if rendering.error is not None else rendering.text)


def _reply_names(reply: Reply) -> dict[str, Value]:
    content = reply.content
    return {
        "id": content.id if isinstance(content, Interactive) else None,
        "type": type_of(content),
        "text": reply.text,
        "media": to_value(msgspec.to_builtins(content)) if isinstance(content, MEDIA) else None,
        "location": to_value(msgspec.to_builtins(content)) if isinstance(content, Location) else None,
    }
