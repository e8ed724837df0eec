"""OpenAI's wire, which many others speak: chat completions and embeddings."""

import msgspec

from adapters.ai.wire import post, read
from application.ports.ai import AiError, Embedded, ModelAccess, ModelAnswer
from application.ports.api_calls import ApiCalls, ApiHeader
from domain.ai.prompt import lay_out, read_answer
from domain.ai.question import Question
from domain.ai.settings import DEFAULT_URLS, Provider

HAND_OVER = "hand_over"
_TOOL = {
    "type": "function",
    "function": {
        "name": HAND_OVER,
        "description": "Hand the conversation to a person: the contact asks for one, or only a person can help.",
        "parameters": {"type": "object", "properties": {}, "additionalProperties": False},
    },
}


class _Function(msgspec.Struct):
    name: str = ""


class _ToolCall(msgspec.Struct):
    function: _Function = msgspec.field(default_factory=_Function)


class _Message(msgspec.Struct):
    content: str | None = None
    refusal: str | None = None
    tool_calls: list[_ToolCall] | None = None


class _Choice(msgspec.Struct):
    message: _Message


class _Usage(msgspec.Struct):
    prompt_tokens: int = 0
    completion_tokens: int = 0


class _Completion(msgspec.Struct):
    choices: list[_Choice]
    usage: _Usage | None = None


class _Place(msgspec.Struct):
    index: int
    embedding: list[float]


class _Embeddings(msgspec.Struct):
    data: list[_Place]
    usage: _Usage | None = None


class OpenAiModels:
    """Implements LanguageModels for whoever speaks so."""

    def __init__(self, calls: ApiCalls) -> None:
        self._calls = calls

    async def ask(self, access: ModelAccess, question: Question) -> ModelAnswer:
        """Ask one. Raises AiError."""
        layout = lay_out(question)
        body: dict[str, object] = {
            "model": access.model,
            "messages": [
                {"role": "system", "content": layout.system},
                *({"role": "assistant" if turn.is_ours else "user", "content": turn.text} for turn in layout.turns),
            ],
            _limit_of(access): question.max_tokens,
        }
        if question.can_hand_over:
            body["tools"] = [_TOOL]
        answer = await post(self._calls, access, "/chat/completions", body, headers=_headers(access))
        completion = read(answer, _Completion)
        if not completion.choices:
            raise AiError("bad_answer", "no choices")
        message = completion.choices[0].message
        reading = read_answer(message.content or "", layout=layout, question=question)
        usage = completion.usage or _Usage()
        called = question.can_hand_over and any(one.function.name == HAND_OVER for one in message.tool_calls or ())
        return ModelAnswer(
            text=reading.text,
            sure=reading.sure and message.refusal is None,
            used=reading.used,
            hand_over=reading.hand_over or called,
            input_tokens=usage.prompt_tokens,
            output_tokens=usage.completion_tokens,
        )

    async def embed(self, access: ModelAccess, texts: list[str]) -> Embedded:
        """Place texts. Raises AiError."""
        body = {"model": access.model, "input": texts, "encoding_format": "float"}
        answer = await post(self._calls, access, "/embeddings", body, headers=_headers(access))
        found = read(answer, _Embeddings)
        vectors = [place.embedding for place in sorted(found.data, key=lambda place: place.index)]
        if len(vectors) != len(texts) or not vectors or len({len(vector) for vector in vectors}) != 1 or not vectors[0]:
            raise AiError("bad_answer", "not a vector for each text")
        return Embedded(vectors=vectors, input_tokens=found.usage.prompt_tokens if found.usage else 0)


def _headers(access: ModelAccess) -> tuple[ApiHeader, ...]:
    if access.key is None:
        return ()
    return (ApiHeader(name="Authorization", value=f"Bearer {access.key}", is_secret=True),)


def _limit_of(access: ModelAccess) -> str:
    """Name the field that limits an answer: OpenAI's own newer models refuse the name that all others know."""
    is_its_own = (access.base_url or "").startswith(DEFAULT_URLS[Provider.OPENAI])
    return "max_completion_tokens" if is_its_own else "max_tokens"
