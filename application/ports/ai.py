"""What PyTake asks of language models: one port, whoever runs the model."""

from datetime import timedelta
from typing import Protocol

import msgspec

from domain.ai.question import Question
from domain.ai.settings import Provider


class AiError(Exception):
    """The model did not answer. `code` is a word of ours; `is_passing` says that asking again may help, `after` when.

    Codes: bad_key, no_such_model, busy, unavailable, too_long, refused, address_refused, bad_answer, not_offered.
    """

    def __init__(
        self, code: str, detail: str = "", *, is_passing: bool = False, after: timedelta | None = None
    ) -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail
        self.is_passing = is_passing
        self.after = after


class ModelAccess(msgspec.Struct, frozen=True, kw_only=True):
    """Whose model it is, where, and with which key."""

    provider: Provider
    model: str
    base_url: str | None = None
    key: str | None = None

    def __repr__(self) -> str:
        """Show no key."""
        return f"ModelAccess({self.provider}, {self.model})"


class ModelAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What it said: `sure` unless it says that it does not know; `used` are the numbers of the passages it names."""

    text: str
    sure: bool = True
    used: tuple[int, ...] = ()
    hand_over: bool = False
    input_tokens: int = 0
    output_tokens: int = 0


class Embedded(msgspec.Struct, frozen=True, kw_only=True):
    """Each text's place in a model's space, all of one length; and what that took."""

    vectors: list[list[float]]
    input_tokens: int = 0


class LanguageModels(Protocol):
    """Asks models."""

    async def ask(self, access: ModelAccess, question: Question) -> ModelAnswer:
        """Ask one. Raises AiError."""
        ...

    async def embed(self, access: ModelAccess, texts: list[str]) -> Embedded:
        """Give each text's place in the space of the model that `access` names. Raises AiError."""
        ...
