"""What a flow's test says when something is not as it wants it: a code, and the values of this very case."""

import msgspec

from domain.flows.limits import MAX_NOTE_BYTES
from domain.flows.session import Value
from domain.flows.text import cut
from domain.flows.values import size_of
from domain.shared.phrases import Phrase

UNMET: dict[str, str] = {
    "expected_text": "expected the text {expected}, got {got}",
    "expected_choices": "expected the choices {expected}, got {got}",
    "expected_silence": "expected silence, got {got}",
    "expected_node": "expected node {expected}, the session stands on {got}",
    "expected_end": "expected the end {expected}, the session is {got} ({outcome})",
    "expected_outcome": "expected the outcome {expected}, got {got}",
    "expected_variable": "expected {name} = {expected}, got {got}",
    "expected_effect": "expected the effect {expected}, got {got}",
    "no_choice": "there is no choice {title} to press",
    "no_message": "this is no message: {reason}",
    "no_duration": "{duration} is no duration of up to {days} days",
    "nothing_asked": "no message is waited on",
    "empty_step": "the step says nothing that can be done",
    "no_node": "there is no node {node} to begin at",
    "year_too_far": "the year {year} is too far away",
    "no_api_mock": "no mock answers {call}",
    "no_erp_mock": "no mock answers the ERP's {operation} {arguments}",
    "no_ai_mock": "no mock answers the question to the model {question}",
    "no_hours_mock": "no mock answers for the hours of {calendar}",
    "no_company_hours_mock": "no mock answers for the hours of the company",
    "asks_for_ever": "the flow asks the world more than {limit} times",
}
"""What each code says in English; other languages are the entrypoints'."""

NOTHING = "–"


class Unmet(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is not as a test wants it."""

    code: str
    values: dict[str, Value] = {}

    @property
    def message(self) -> str:
        """Say it in English."""
        return str(said(self.code, self.values))

    @property
    def told(self) -> dict[str, Value]:
        """Give the values as they may leave: of a large one the beginning of its JSON."""
        return {name: _bounded(value) for name, value in self.values.items()}


def said(code: str, values: dict[str, Value]) -> Phrase:
    """Give what a code says of these values, which stand in it as `shown` writes them."""
    return Phrase(UNMET[code], {name: shown(value) for name, value in values.items()})


def shown(value: Value) -> str:
    """Write a value as JSON, so that a number and its text are two things; nothing is a dash."""
    return NOTHING if value is None else cut(msgspec.json.encode(value).decode(), MAX_NOTE_BYTES)


def _bounded(value: Value) -> Value:
    return value if size_of(value) <= MAX_NOTE_BYTES else shown(value)
