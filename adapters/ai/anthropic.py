"""Anthropic's wire: messages. It has no embeddings."""

import msgspec

from adapters.ai.wire import post, read
from application.ports.ai import AiError, Embedded, ModelAccess, ModelAnswer
from application.ports.api_calls import ApiCalls, ApiHeader
from domain.ai.prompt import lay_out, read_answer
from domain.ai.question import Question

VERSION = "2023-06-01"
HAND_OVER = "hand_over"
_TOOL = {
    "name": HAND_OVER,
    "description": "Hand the conversation to a person: the contact asks for one, or only a person can help.",
    "input_schema": {"type": "object", "properties": {}},
}


class _Block(msgspec.Struct):
    type: str
    text: str = ""
    name: str = ""


class _Usage(msgspec.Struct):
    input_tokens: int = 0
    output_tokens: int = 0
    cache_creation_input_tokens: int | None = None
    cache_read_input_tokens: int | None = None

    @property
    def all_input(self) -> int:
        """What was read, from a cache or not."""
        return self.input_tokens + (self.cache_creation_input_tokens or 0) + (self.cache_read_input_tokens or 0)


class _Answer(msgspec.Struct):
    content: list[_Block]
    stop_reason: str | None = None
    usage: _Usage = msgspec.field(default_factory=_Usage)


class AnthropicModels:
    """Implements LanguageModels."""

    def __init__(self, calls: ApiCalls) -> None:
        self._calls = calls

    async def ask(self, access: ModelAccess, question: Question) -> ModelAnswer:
        """Ask one. Raises AiError."""
        layout = lay_out(question)
        body: dict[str, object] = {
            "model": access.model,
            "system": layout.system,
            "messages": [
                {"role": "assistant" if turn.is_ours else "user", "content": turn.text} for turn in layout.turns
            ],
            "max_tokens": question.max_tokens,
        }
        if question.can_hand_over:
            body["tools"] = [_TOOL]
        path = "/messages" if (access.base_url or "").rstrip("/").endswith("/v1") else "/v1/messages"
        answer = await post(self._calls, access, path, body, headers=_headers(access))
        found = read(answer, _Answer)
        text = "\n".join(block.text for block in found.content if block.type == "text")
        reading = read_answer(text, layout=layout, question=question)
        called = question.can_hand_over and any(
            block.type == "tool_use" and block.name == HAND_OVER for block in found.content
        )
        return ModelAnswer(
            text=reading.text,
            sure=reading.sure and found.stop_reason != "refusal",
            used=reading.used,
            hand_over=reading.hand_over or called,
            input_tokens=found.usage.all_input,
            output_tokens=found.usage.output_tokens,
        )

    async def embed(self, access: ModelAccess, texts: list[str]) -> Embedded:
        """Refuse: there is no such thing here. Raises AiError."""
        del texts
        raise AiError("not_offered", access.provider.value)


def _headers(access: ModelAccess) -> tuple[ApiHeader, ...]:
    version = ApiHeader(name="anthropic-version", value=VERSION)
    if access.key is None:
        return (version,)
    return (version, ApiHeader(name="x-api-key", value=access.key, is_secret=True))
