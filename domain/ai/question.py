"""What a model is asked, and what it says: only the prompt is the company's word, everything else is data."""

from enum import StrEnum

import msgspec


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


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What a model is asked. Only `prompt` is the company's word; everything else is data, whoever wrote it."""

    prompt: str
    question: str
    history: tuple[Said, ...] = ()
    passages: tuple[Passage, ...] = ()
    only_sources: bool = False
    can_hand_over: bool = False
    max_tokens: int
