"""What PyTake asks of language models: one port, whoever runs the model."""

from enum import StrEnum
from typing import Protocol

import msgspec


class AiError(Exception):
    """The model did not answer. `code` is a word of ours; `is_passing` says that asking again may help."""

    def __init__(self, code: str, detail: str = "", *, is_passing: bool = False) -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail
        self.is_passing = is_passing


class Speaker(StrEnum):
    """Who said something."""

    CONTACT = "contact"
    COMPANY = "company"


class Said(msgspec.Struct, frozen=True):
    """Something that was said before."""

    by: Speaker
    text: str


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of the company's own documents; `number` is what the answer names it by, from one."""

    number: int
    title: str
    text: str


class ModelAccess(msgspec.Struct, frozen=True, kw_only=True):
    """Whose model it is, where, and with which key."""

    provider: str
    model: str
    base_url: str | None = None
    key: str | None = None


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What a model is asked. Only `prompt` is the company's word; everything else is data, whoever wrote it."""

    prompt: str
    question: str
    history: tuple[Said, ...] = ()
    passages: tuple[Passage, ...] = ()
    only_sources: bool = False
    can_hand_over: bool = False
    max_tokens: int


class ModelAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What it said: `sure` unless it says that it does not know; `used` are the numbers of the passages it names."""

    text: str
    sure: bool = True
    used: tuple[int, ...] = ()
    hand_over: bool = False
    input_tokens: int = 0
    output_tokens: int = 0


class LanguageModels(Protocol):
    """Asks models."""

    async def ask(self, access: ModelAccess, question: Question) -> ModelAnswer:
        """Ask one. Raises AiError."""
        ...

    async def embed(self, access: ModelAccess, texts: list[str]) -> list[list[float]]:
        """Give each text's place in the model's space, all of one length. Raises AiError."""
        ...
