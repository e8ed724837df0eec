"""A customer who can be scripted: writes, presses, and reads what comes, over the simulator's own HTTP interface."""

import asyncio
import time
from types import TracebackType
from typing import Self

import httpx
import msgspec
from msgspec import Struct

from simulator.state.contacts import NewContact
from simulator.state.conversations import PhoneMessage
from simulator.wire import JsonObject

POLL_SECONDS = 0.01
"""A hundredth of what a person would notice; the simulator answers in a millisecond."""


class NoAnswerError(Exception):
    """Nothing that was waited for came in time; the text says what did."""


class _Receipt(Struct, frozen=True):
    id: str


class _Phone(Struct, frozen=True):
    messages: list[PhoneMessage]


class Customer:
    """One customer's phone. Use it as a context manager."""

    def __init__(self, base_url: str, *, phone: str, name: str, wrote_seconds_ago: float | None = None) -> None:
        self._client = httpx.AsyncClient(base_url=base_url, timeout=10, trust_env=False)
        self.phone = phone
        self.name = name
        self._wrote_seconds_ago = wrote_seconds_ago
        self._seen: set[str] = set()

    async def __aenter__(self) -> Self:
        contact = NewContact(name=self.name, phone=self.phone, wrote_seconds_ago=self._wrote_seconds_ago)
        await self._post("/_sim/contacts", msgspec.to_builtins(contact))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()

    async def say(self, text: str) -> str:
        """Write a text message; give its id."""
        answer = await self._post(
            "/_sim/inbound",
            {"from": self.phone, "name": self.name, "message": {"type": "text", "text": {"body": text}}},
        )
        return msgspec.json.decode(answer.content, type=_Receipt).id

    async def press(self, title: str, *, on: PhoneMessage) -> None:
        """Press the button or row of a received message that shows this title."""
        chosen = next((choice_id for choice_id, shown in choices(on) if shown == title), None)
        if chosen is None:
            raise NoAnswerError(f"the last message has no choice {title!r}")
        await self._post("/_sim/press", {"contact": self.phone, "message_id": on.id, "id": chosen})

    async def wait_for(self, text: str, *, seconds: float) -> PhoneMessage:
        """Wait for a new message of the business that contains `text`. Raises NoAnswerError."""
        until = time.monotonic() + seconds
        while True:
            fresh = [message for message in await self._received() if message.id not in self._seen]
            for message in fresh:
                if text in text_of(message):
                    self._seen.add(message.id)
                    return message
            if time.monotonic() > until:
                came = " · ".join(text_of(message) for message in fresh) or "nothing"
                raise NoAnswerError(f"waited {seconds:g} s for {text!r}; what came: {came}")
            await asyncio.sleep(POLL_SECONDS)

    async def _received(self) -> list[PhoneMessage]:
        answer = await self._client.get(f"/_sim/conversations/{self.phone}")
        answer.raise_for_status()
        return [message for message in msgspec.json.decode(answer.content, type=_Phone).messages if not message.mine]

    async def _post(self, path: str, body: JsonObject) -> httpx.Response:
        answer = await self._client.post(path, content=msgspec.json.encode(body))
        answer.raise_for_status()
        return answer


class _Words(Struct):
    text: str = ""


class _Reply(Struct):
    id: str = ""
    title: str = ""


class _Button(Struct):
    reply: _Reply = msgspec.field(default_factory=_Reply)


class _Section(Struct):
    rows: list[_Reply] = []


class _Action(Struct):
    buttons: list[_Button] = []
    sections: list[_Section] = []


class _Payload(Struct):
    """What of a received message matters to a reader: a text's `body` is its words, an interactive one's has them."""

    body: str | _Words = ""
    action: _Action = msgspec.field(default_factory=_Action)


def text_of(message: PhoneMessage) -> str:
    """Give the words of a received message."""
    body = msgspec.convert(message.content, _Payload).body
    return body.text if isinstance(body, _Words) else body


def choices(message: PhoneMessage) -> list[tuple[str, str]]:
    """Give the (id, title) of every button or row."""
    action = msgspec.convert(message.content, _Payload).action
    rows = [row for section in action.sections for row in section.rows]
    return [(reply.id, reply.title) for reply in [button.reply for button in action.buttons] + rows]
