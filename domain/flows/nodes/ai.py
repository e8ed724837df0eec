"""`ai`: lets a language model answer.

{"id": "n16", "type": "ai", "data": {"prompt": "Responda em uma frase, com gentileza.", "question": "{{response}}",
 "knowledge_base": "Ajuda", "only_sources": true, "can_hand_over": true, "save_as": "resposta"}}
"""

from collections.abc import Iterator
from typing import Annotated

import msgspec

from domain.flows.effects import AskAi
from domain.flows.limits import MAX_AI_HISTORY, MAX_AI_QUESTION, MAX_AI_TOKENS, MAX_LABEL, MAX_TEXT
from domain.flows.moves import Await, Fail, Leave, Move
from domain.flows.nodes.base import Node, Problem, Snippet
from domain.flows.nodes.parts import text_snippets, variable_name
from domain.flows.session import Value
from domain.flows.text import cut
from domain.flows.turn import NodeFailedError, Turn
from domain.shared.content import Text

Label = Annotated[str, msgspec.Meta(max_length=MAX_LABEL)]


class AiData(msgspec.Struct, frozen=True, kw_only=True):
    """The company's instruction, what is asked, what the model may know, and what becomes of the answer."""

    prompt: str = ""
    question: str = "{{response}}"
    model: Label | None = None
    knowledge_base: Label | None = None
    only_sources: bool = False
    can_hand_over: bool = False
    max_tokens: Annotated[int, msgspec.Meta(ge=1, le=MAX_AI_TOKENS)] = 400
    history: Annotated[int, msgspec.Meta(ge=0, le=MAX_AI_HISTORY)] = 6
    save_as: str = ""
    send: bool = True


class Ai(Node, frozen=True, tag="ai"):
    """Leaves by `answered`; by `unsure` when the model does not know or wants a person; by `error`."""

    data: AiData = AiData()

    @property
    def choices(self) -> tuple[tuple[str, ...], ...]:
        """Sure or not; an error without a way goes by the flow's `on_error`."""
        return (("answered",), ("unsure",))

    def enter(self, turn: Turn) -> Move:
        """Ask."""
        data = self.data
        question = cut(turn.render(data.question).strip(), MAX_AI_QUESTION)
        if not question:
            raise NodeFailedError("empty_question", "there is nothing to ask")
        call = AskAi(
            id=turn.next_id(),
            prompt=turn.render(data.prompt).strip(),
            question=question,
            max_tokens=data.max_tokens,
            model=data.model,
            knowledge_base=data.knowledge_base,
            only_sources=data.only_sources,
            can_hand_over=data.can_hand_over,
            history=data.history,
        )
        turn.call(call)
        return Await(event="called", effect_id=call.id)

    def done(self, turn: Turn, result: Value) -> Move:
        """Say and keep the answer; one that is not sure is only kept."""
        if not isinstance(result, dict) or not isinstance(result.get("answer"), str):
            return Fail(event="failed", code="bad_answer", reason="the model's answer cannot be read")
        answer = str(result["answer"]).strip()
        is_sure = bool(answer) and result.get("sure") is True and result.get("hand_over") is not True
        if self.data.save_as:
            turn.set_variables({variable_name(self.data.save_as): answer})
        if is_sure and self.data.send:
            turn.send(Text(body=cut(answer, MAX_TEXT)))
        turn.note("sure", is_sure)
        turn.note("hand_over", result.get("hand_over") is True)
        turn.note("sources", result.get("sources"))
        return Leave(event="answered", handles=("answered" if is_sure else "unsure",))

    def snippets(self) -> Iterator[Snippet]:
        """Give its texts."""
        yield from text_snippets(self.data.prompt, "data.prompt")
        yield from text_snippets(self.data.question, "data.question")

    def problems(self) -> Iterator[Problem]:
        """Check that something is asked, and of whom sources are wanted."""
        if not self.data.question.strip():
            yield Problem("empty_question", "there is nothing to ask")
        if self.data.only_sources and not self.data.knowledge_base:
            yield Problem("no_sources", "answers only from sources need a knowledge base")
