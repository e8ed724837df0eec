"""The outside world in a flow's test: what it answers is written in the test, and what is not written is a failure."""

from datetime import datetime, timedelta
from typing import TypeVar

import msgspec

from domain.flows.durations import read_duration
from domain.flows.effects import AskAi, Call, CallApi, CallErp
from domain.flows.open_secrets import without_secrets_in_url
from domain.flows.session import Value
from domain.flows.stimuli import EffectDone, EffectFailed
from domain.flows.text import fold
from domain.flows.unmet import Unmet, shown
from domain.flows.values import to_value
from domain.shared.erp import ErpOperation

M = TypeVar("M", bound="_Mock")
Settled = EffectDone | EffectFailed


class _Mock(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An answer, or an `error` instead of it; it comes at once, or `after` a duration."""

    error: str | None = None
    after: str = ""


class ApiMock(_Mock, frozen=True, kw_only=True):
    """What a web service answers. In `url` and `method` a `*` stands for anything; without `?` any query will do."""

    url: str = "*"
    method: str = "*"
    status: int = 200
    headers: dict[str, str] = {}
    body: object = None


class ErpMock(_Mock, frozen=True, kw_only=True):
    """What the ERP answers to an operation with these arguments (or any); an empty result is not found."""

    operation: ErpOperation
    arguments: dict[str, object] = {}
    result: object = None
    found: bool | None = None


class AiMock(_Mock, frozen=True, kw_only=True):
    """What the language model answers."""

    answer: str = ""
    sure: bool = True
    hand_over: bool = False
    sources: list[dict[str, object]] = []


class HoursMock(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whether a calendar is open; none is the company's."""

    open: bool
    calendar: str | None = None


class Mocks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything that answers. Several for the same question answer one after the other, and the last of them again.

    `hours` may be one word for every calendar.
    """

    api: tuple[ApiMock, ...] = ()
    erp: tuple[ErpMock, ...] = ()
    ai: tuple[str | AiMock, ...] = ()
    hours: bool | tuple[HoursMock, ...] | None = None


class MockedWorld:
    """Answers calls from the mocks, and remembers what none of them answers."""

    def __init__(self, mocks: Mocks) -> None:
        self._mocks = mocks
        self._used: set[tuple[str, int]] = set()
        self._missing: list[Unmet] = []

    def complain(self, failure: Unmet) -> None:
        """Note a failure."""
        self._missing.append(failure)

    def take_missing(self) -> list[Unmet]:
        """Give what went unanswered since it was asked last."""
        missing, self._missing = self._missing, []
        return missing

    def is_open(self, calendar: str | None, at: datetime) -> bool | None:
        """Answer for the company's hours."""
        del at
        hours = self._mocks.hours
        if isinstance(hours, bool):
            return hours
        wanted = fold(calendar or "")
        found = next((mock.open for mock in hours or () if fold(mock.calendar or "") == wanted), None)
        if found is None:
            self.complain(_no_hours(calendar))
        return found

    def answer(self, call: Call) -> tuple[timedelta, Settled]:
        """Answer a call, and say after how long."""
        mock, result = self._find(call)
        if mock is None:
            missing = _no_answer(call)
            self.complain(missing)
            return timedelta(), EffectFailed(
                effect_id=call.id, code="no_mock", detail=" ".join(map(shown, missing.values.values()))
            )
        after = read_duration(mock.after) or timedelta() if mock.after else timedelta()
        if mock.error is not None:
            return after, EffectFailed(effect_id=call.id, code=mock.error)
        return after, EffectDone(effect_id=call.id, result=result)

    def _find(self, call: Call) -> tuple[_Mock | None, Value]:
        match call:
            case CallApi():
                api = self._next("api", [(n, mock) for n, mock in enumerate(self._mocks.api) if _is_api(mock, call)])
                return api, _api_result(api) if api else None
            case CallErp():
                fitting = [(n, mock) for n, mock in enumerate(self._mocks.erp) if _is_erp(mock, call)]
                erp = self._next("erp", fitting)
                return erp, _erp_result(erp) if erp else None
            case AskAi():
                listed = [AiMock(answer=mock) if isinstance(mock, str) else mock for mock in self._mocks.ai]
                ai = self._next("ai", list(enumerate(listed)))
                return ai, _ai_result(ai) if ai else None

    def _next(self, kind: str, fitting: list[tuple[int, M]]) -> M | None:
        """Give the first that has not answered yet, else the last."""
        for number, mock in fitting:
            if (kind, number) not in self._used:
                self._used.add((kind, number))
                return mock
        return fitting[-1][1] if fitting else None


def _no_hours(calendar: str | None) -> Unmet:
    if not calendar:
        return Unmet(code="no_company_hours_mock")
    return Unmet(code="no_hours_mock", values={"calendar": calendar})


def _no_answer(call: Call) -> Unmet:
    match call:
        case CallApi():
            return Unmet(code="no_api_mock", values={"call": f"{call.method} {without_secrets_in_url(call.url)}"})
        case CallErp():
            asked: dict[str, Value] = {"operation": str(call.operation), "arguments": dict(call.arguments)}
            return Unmet(code="no_erp_mock", values=asked)
        case AskAi():
            return Unmet(code="no_ai_mock", values={"question": call.question})


def _is_api(mock: ApiMock, call: CallApi) -> bool:
    url = call.url if "?" in mock.url else call.url.partition("?")[0]
    return fits(mock.method.upper(), call.method) and fits(mock.url, url)


def _is_erp(mock: ErpMock, call: CallErp) -> bool:
    given = call.arguments
    wanted = {name: to_value(value) for name, value in mock.arguments.items()}
    return mock.operation is call.operation and all(given.get(name) == value for name, value in wanted.items())


def _api_result(mock: ApiMock) -> Value:
    headers = {name.lower(): text for name, text in mock.headers.items()}
    return {"status": mock.status, "headers": dict(headers), "body": to_value(mock.body)}


def _erp_result(mock: ErpMock) -> Value:
    found = mock.found if mock.found is not None else mock.result not in (None, [], {}, "")
    return {"found": found, "data": to_value(mock.result)}


def _ai_result(mock: AiMock) -> Value:
    return {
        "answer": mock.answer,
        "sure": mock.sure,
        "sources": to_value(mock.sources),
        "hand_over": mock.hand_over,
        "usage": {"input_tokens": 0, "output_tokens": 0},
    }


def fits(pattern: str, text: str) -> bool:
    """Whether the text is the pattern, in which each `*` stands for anything; takes no longer than the text is."""
    first, *rest = pattern.split("*")
    if not rest:
        return pattern == text
    *middle, last = rest
    if not text.startswith(first) or not text.endswith(last) or len(text) < len(first) + len(last):
        return False
    place, end = len(first), len(text) - len(last)
    for part in middle:
        found = text.find(part, place, end)
        if found < 0:
            return False
        place = found + len(part)
    return True
