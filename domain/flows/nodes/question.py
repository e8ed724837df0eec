"""`question`: asks, checks the answer, asks again, and keeps it.

{"id": "n3", "type": "question", "data": {"text": "Qual é o seu CPF?", "kind": "cpf", "save_as": "cpf", "retries": 2,
 "retry_text": "Não encontrei esse CPF. Confira os 11 números.", "timeout_minutes": 30}}
"""

from collections.abc import Iterator

import msgspec

from domain.flows.answers import Kind, read_answer
from domain.flows.choices import ListSpec, Menu, Option, as_pressed, chosen, offer, read_menu
from domain.flows.durations import minutes
from domain.flows.limits import DEFAULT_RETRIES
from domain.flows.moves import Ask, Fail, Leave, Move
from domain.flows.nodes.base import Minutes, Node, Problem, Retries, Snippet
from domain.flows.nodes.parts import menu_problems, menu_snippets, plain, text_problems, variable_name
from domain.flows.session import Reply, Value
from domain.flows.turn import NodeFailedError, Turn


class QuestionData(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked, what counts as an answer, and what is done with a wrong one or none."""

    text: str = ""
    kind: Kind = Kind.TEXT
    save_as: str = ""
    retries: Retries = DEFAULT_RETRIES
    retry_text: str = ""
    timeout_minutes: Minutes | None = None
    pattern: str = ""
    choices: tuple[str | Option, ...] = ()
    buttons: tuple[str | Option, ...] = ()
    list: tuple[str | Option, ...] | ListSpec | None = None
    header: str = ""
    footer: str = ""


class Question(Node, frozen=True, tag="question"):
    """Leaves by default (or the choice), `timeout`, `invalid` when the retries are used up."""

    data: QuestionData = QuestionData()

    @property
    def menu(self) -> Menu:
        """What it offers; plain `choices` become buttons while they fit."""
        buttons = (*self.data.choices, *self.data.buttons)
        return read_menu(buttons, self.data.list, header=self.data.header, footer=self.data.footer)

    @property
    def pauses(self) -> bool:
        """Say yes: it waits for the answer."""
        return True

    @property
    def choices(self) -> tuple[tuple[str, ...], ...]:
        """Each choice by id and title, where the question is a choice."""
        return tuple((choice.id, choice.title) for choice in self.menu.choices)

    def enter(self, turn: Turn) -> Move:
        """Ask."""
        return self._ask(turn, self.data.text)

    def listens(self, turn: Turn) -> bool:
        """Say yes: it waits for the answer."""
        del turn
        return True

    def hear(self, turn: Turn, reply: Reply) -> Move:
        """Keep the answer, or ask again."""
        choice = chosen(self.menu.choices, reply)
        given = as_pressed(reply, choice) if choice else reply
        turn.change(reply=given)
        answer: Value = choice.title if choice and self.data.kind is Kind.CHOICE else self._read(turn, given)
        if answer is None:
            return self.again(turn)
        turn.remember(self.data.text, given.text)
        turn.note("answer", answer)
        if self.data.save_as:
            turn.set_variables({variable_name(self.data.save_as): answer})
        return Leave(event="answered", handles=(choice.id, choice.title) if choice else ())

    def again(self, turn: Turn) -> Move:
        """Ask again, so many times."""
        if turn.session.attempts >= self.data.retries:
            return Fail(event="failed", code="invalid_answer", handles=("invalid", "error"))
        turn.change(attempts=turn.session.attempts + 1)
        return self._ask(turn, self.data.retry_text or self.data.text)

    def _read(self, turn: Turn, reply: Reply) -> Value:
        if self.data.kind is not Kind.REGEX:
            return read_answer(self.data.kind, reply)
        search = turn.language.regex.search(self.data.pattern, reply.text)
        if search.error is not None:
            raise NodeFailedError("bad_pattern", search.error)
        return reply.text.strip() if search.found else None

    def _ask(self, turn: Turn, text: str) -> Ask:
        content = plain(text, turn)
        asked = turn.send(offer(self.menu, body=content.body, turn=turn) if self.menu.choices else content)
        limit = self.data.timeout_minutes
        event = "asked" if turn.session.attempts == 0 else "asked_again"
        return Ask(event=event, asked=asked, timeout=minutes(limit) if limit else None)

    def snippets(self) -> Iterator[Snippet]:
        """Give its texts and its pattern."""
        yield Snippet("template", "data.text", self.data.text)
        yield Snippet("template", "data.retry_text", self.data.retry_text)
        if self.data.kind is Kind.REGEX:
            yield Snippet("pattern", "data.pattern", self.data.pattern)
        yield from menu_snippets(self.menu)

    def problems(self) -> Iterator[Problem]:
        """Check what can never be answered, and what WhatsApp would refuse."""
        if not self.data.text.strip():
            yield Problem("empty_message", "there is nothing to send")
        if self.data.kind is Kind.CHOICE and not self.menu.choices:
            yield Problem("no_choices", "a choice needs something to choose from")
        if self.data.kind is Kind.REGEX and not self.data.pattern:
            yield Problem("bad_pattern", "the pattern is missing")
        longest = max(self.data.text, self.data.retry_text, key=len)
        yield from text_problems(longest, has_menu=bool(self.menu.choices))
        yield from menu_problems(self.menu)
