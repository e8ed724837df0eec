"""Nothing that is logged tells what people wrote, who they are, or a secret; also when things go wrong."""

import logging
import subprocess
import sys
from collections.abc import Iterator, MutableMapping
from typing import Any

import pytest
import structlog

from application.ports.operations import LaneBoard
from entrypoints.logs import CHATTY
from tests.e2e.stage import PASSWORD, Stage, until, words_of

PHONE = "5511987651234"
NAME = "Marina Canarinho"
CPF = "529.982.247-25"
WORDS = "segredo de canarinho"
SECRETS = ("sim-access-token", "sim-app-secret", "sim-verify-token", PASSWORD)


class Heard(logging.Handler):
    """Every line that structlog and the standard library's logging would write."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name} {self.format(record)} {record.__dict__}")

    def __call__(self, _logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        self.lines.append(repr(event))
        raise structlog.DropEvent


@pytest.fixture
def heard() -> Iterator[Heard]:
    """Listens at DEBUG; libraries that `set_up_logs` silences are silent here too."""
    heard, root = Heard(), logging.getLogger()
    levels = {name: logging.getLogger(name).level for name in ("", *CHATTY)}
    structlog.configure(
        processors=[structlog.contextvars.merge_contextvars, structlog.processors.format_exc_info, heard],
        wrapper_class=structlog.make_filtering_bound_logger(logging.DEBUG),
    )
    root.addHandler(heard)
    root.setLevel(logging.DEBUG)
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    yield heard
    root.removeHandler(heard)
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    structlog.reset_defaults()


async def _converse(stage: Stage) -> None:
    await stage.customer_says(PHONE, f"oi, {WORDS}", name=NAME)
    await until(lambda: _heard_by_customer(stage, "Como posso ajudar?"))
    [menu] = await stage.phone_of(PHONE)
    body = {"contact": PHONE, "message_id": menu["id"], "id": "suporte"}
    (await stage.simulator.post("/_sim/press", json=body)).raise_for_status()
    await until(lambda: _heard_by_customer(stage, "qual é o CPF"))
    await stage.customer_says(PHONE, CPF, name=NAME)
    await until(lambda: _heard_by_customer(stage, "reiniciou o roteador"))
    conversation = await stage.conversation(PHONE)
    (await stage.api.post(f"/conversations/{conversation['id']}/takeover")).raise_for_status()
    await _say_as_agent(stage)
    await until(lambda: _heard_by_customer(stage, "resposta"))


async def _say_as_agent(stage: Stage) -> None:
    conversation = await stage.conversation(PHONE)
    sent = {"content": {"type": "text", "body": f"resposta, {WORDS}"}}
    (await stage.api.post(f"/conversations/{conversation['id']}/messages", json=sent)).raise_for_status()


async def _go_wrong(stage: Stage) -> None:
    """Refused logins, forged and unreadable webhooks, a provider that breaks."""
    refused = await stage.api.post("/auth/login", json={"email": stage.email, "password": f"{PASSWORD}, {WORDS}"})
    forged = await stage.api.post(f"/whatsapp/webhook/{stage.config_id}", content=WORDS.encode())
    wrong = await stage.api.post("/auth/login", json={"email": WORDS, "password": 4711})
    stranger = await stage.api.get("/conversations", headers={"Authorization": f"Bearer {WORDS}"})
    assert [answer.status_code for answer in (refused, forged, wrong, stranger)] == [401, 401, 422, 401]
    await stage.fault(next=[{"kind": "131026", "count": 1}])
    await _say_as_agent(stage)


async def _has_failed(stage: Stage) -> bool:
    return any(message["status"] == "failed" for message in await stage.thread(PHONE))


async def _heard_by_customer(stage: Stage, words: str) -> bool:
    return any(words in words_of(message) for message in await stage.phone_of(PHONE))


async def test_no_line_tells_who_wrote_what(stage: Stage, heard: Heard) -> None:
    await stage.load_aurora()
    await stage.start_worker()
    token = await stage.log_in()

    await _converse(stage)
    await _go_wrong(stage)
    await until(lambda: _has_failed(stage))
    await stage.stop_workers()

    told = "\n".join(heard.lines)
    assert "'event': 'request'" in told
    for canary in (PHONE, PHONE[-8:], NAME, CPF, WORDS, stage.email, token, token.split(".")[2], *SECRETS):
        assert canary not in told, next(line for line in heard.lines if canary in line)


async def test_an_item_that_fails_is_not_told_to_the_log(
    stage: Stage, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("application.inbound.receive_message._received", _break)
    await stage.load_aurora()
    await stage.start_worker()
    board: LaneBoard = await stage.container.get(LaneBoard)

    await stage.customer_says(PHONE, WORDS, name=NAME)

    async def has_failed() -> bool:
        return any(lane.attempts for lane in await board.lanes(limit=10))

    await until(has_failed)
    assert [line for line in heard.lines for canary in (PHONE, NAME, WORDS) if canary in line] == []


def _break(message: object, contact: object, **_: object) -> None:
    raise ValueError(f"cannot tell of {message} of {contact}")


@pytest.mark.parametrize("log_format", ["json", "console"])
def test_a_process_of_ours_writes_no_address_that_it_asks(log_format: str) -> None:
    """Addresses hold tokens and phones, and httpx logs them."""
    program = (
        "import logging, sys, httpx; from entrypoints.logs import set_up_logs; set_up_logs(sys.argv[1]);"
        "answer = httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(200)))"
        ".get('http://x.example/?access_token=canarinho'); logging.getLogger('x').warning('after %s', answer)"
    )

    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program, log_format], capture_output=True, text=True, check=True
    )

    assert "after" in done.stderr
    assert "canarinho" not in done.stderr
