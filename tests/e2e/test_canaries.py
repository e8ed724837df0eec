"""F29(a): secrets and people's data go through every part of the product, and none comes out where it must not.

Looked through are all lines that are logged, as a machine's JSON and as a person's console, the bodies of all errors,
and the metrics.
"""

import base64
import io
import logging
import re
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
import structlog

from domain.identity.totp import code_at
from entrypoints.logs import CHATTY, SILENT, OneLine, processors_of
from tests.e2e.stage import Stage, open_stage, until

PASSWORD, NEXT_PASSWORD = "canario amarelo 4711", "canario verde 0815 sim"
PHONE, CPF, NAME = "5511987654321", "529.982.247-25", "Marina Canarinho"
WORDS = "segredo de canarinho"
MASTER_KEY = base64.b64encode(b"canary-master-key-of-32-bytes-ok").decode()
CONFIG = {
    "name": "Segundo",
    "phone_number": "+55 11 95555-0199",
    "phone_number_id": "700111222333999",
    "business_account_id": "900100200300401",
    "access_token": "EAAcanarytokenofmeta",
    "app_secret": "canary-app-secret",
    "webhook_verify_token": "canary-verify-token",
}


class Canaries:
    """What must not be seen, by name; and what was answered by errors."""

    def __init__(self) -> None:
        self.secrets = {"password": PASSWORD, "next password": NEXT_PASSWORD}
        self.secrets |= {"master key": MASTER_KEY, "raw master key": base64.b64decode(MASTER_KEY).decode()}
        self.secrets |= {"phone": PHONE, "end of phone": PHONE[-8:], "cpf": CPF, "name": NAME, "words": WORDS}
        self.secrets |= {name: CONFIG[name] for name in ("access_token", "app_secret", "webhook_verify_token")}
        self.errors: list[str] = []

    async def hear(self, answer: httpx.Response) -> None:
        """Keep an error's body."""
        if answer.status_code >= 400:
            self.errors.append(f"{answer.status_code} {(await answer.aread()).decode()}")

    def seen_in(self, text: str) -> list[str]:
        """Name those that stand in it."""
        return sorted(name for name, secret in self.secrets.items() if secret in text)


@pytest.fixture(params=["json", "console"])
def logged(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """Everything that a process would write, of libraries even what is only for debugging."""
    text, root = io.StringIO(), logging.getLogger()
    quiet = {"": logging.DEBUG, **dict.fromkeys(CHATTY, logging.WARNING), **dict.fromkeys(SILENT, logging.CRITICAL)}
    levels = {name: logging.getLogger(name).level for name in quiet}
    structlog.configure(processors=processors_of(request.param), logger_factory=structlog.PrintLoggerFactory(file=text))
    handler = logging.StreamHandler(text)
    handler.setFormatter(OneLine())
    root.addHandler(handler)
    for name, level in quiet.items():
        logging.getLogger(name).setLevel(level)
    yield text
    root.removeHandler(handler)
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    structlog.reset_defaults()


@pytest.fixture
async def stage(login_url: str, redis_url: str, tmp_path: Path, _clean_tables: None) -> AsyncIterator[Stage]:
    """Everything but a worker, with e-mails in a folder."""
    more = {"PYTAKE_MASTER_KEY": MASTER_KEY, "PYTAKE_MAIL_URL": f"file:{tmp_path}"}
    async with open_stage(database_url=login_url, redis_url=redis_url, **more) as opened:
        yield opened


@pytest.fixture
def canaries(stage: Stage) -> Canaries:
    found = Canaries()
    stage.api.event_hooks["response"].append(found.hear)
    return found


async def test_no_canary_sings(
    stage: Stage, canaries: Canaries, logged: io.StringIO, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.load_aurora()
    await stage.start_worker()
    await join(stage, canaries)
    await prove_twice(stage, canaries)
    await hire(stage, canaries, tmp_path)
    await converse(stage)
    await go_wrong(stage, canaries)
    await break_down(stage, monkeypatch)
    metrics = (await stage.api.get(stage.settings.public_url + "/metrics")).text
    await stage.stop_workers()

    lines = logged.getvalue()
    assert len(canaries.secrets) > 20
    assert lines.count("request") > 20
    assert "pytake_" in metrics
    assert len(canaries.errors) > 10
    assert canaries.seen_in(lines) == [], [line for line in lines.splitlines() if canaries.seen_in(line)]
    assert canaries.seen_in(metrics) == []
    assert [error for error in canaries.errors if canaries.seen_in(error)] == []


async def join(stage: Stage, canaries: Canaries) -> None:
    """Register, log in, stay logged in, and use an old token once more."""
    email = f"canarinho-{uuid4().hex}@canario.example"
    canaries.secrets |= {"email": email, "name of email": email.partition("@")[0]}
    company = {"company_name": "Canario", "name": NAME, "email": email, "password": PASSWORD}
    await keep_tokens(stage, canaries, "registered", await stage.api.post("/auth/register", json=company))
    login = await stage.api.post("/auth/login", json={"email": email, "password": PASSWORD})
    first = await keep_tokens(stage, canaries, "logged in", login)
    second = await stage.api.post("/auth/refresh", json={"refresh_token": first})
    await keep_tokens(stage, canaries, "refreshed", second)
    new = {"old_password": PASSWORD, "new_password": NEXT_PASSWORD}
    assert (await stage.api.post("/auth/change-password", json=new)).status_code == 204


async def keep_tokens(stage: Stage, canaries: Canaries, when: str, answer: httpx.Response) -> str:
    """Remember and use them; give the refresh token."""
    assert answer.is_success, answer.text
    tokens = answer.json()
    canaries.secrets |= {f"access token, {when}": tokens["access_token"].rpartition(".")[2]}
    canaries.secrets |= {f"refresh token, {when}": tokens["refresh_token"]}
    stage.api.headers["authorization"] = f"Bearer {tokens['access_token']}"
    return str(tokens["refresh_token"])


async def prove_twice(stage: Stage, canaries: Canaries) -> None:
    """Set up a second factor."""
    setup = (await stage.api.post("/auth/2fa/setup")).json()
    canaries.secrets["totp secret"] = setup["secret"]
    secret = base64.b32decode(setup["secret"] + "=" * (-len(setup["secret"]) % 8))
    enabled = await stage.api.post("/auth/2fa/enable", json={"code": code_at(secret, int(time.time()) // 30)})
    assert enabled.status_code == 200, enabled.text
    codes = enabled.json()["recovery_codes"]
    canaries.secrets |= {f"recovery code {number}": code for number, code in enumerate(codes)}
    another = codes[0][:-1] + ("y" if codes[0].endswith("x") else "x")
    wrong = await stage.api.post("/auth/2fa/disable", json={"password": NEXT_PASSWORD, "code": another})
    assert wrong.status_code in {401, 422, 429}, wrong.text


async def hire(stage: Stage, canaries: Canaries, outbox: Path) -> None:
    """Make a key and a number, and invite somebody, whose link is in the mail."""
    body = {"name": "Site", "scopes": ["users:read", "whatsapp:manage"]}
    made = await stage.api.post("/api-keys", json=body, headers={"idempotency-key": WORDS.replace(" ", "-")})
    key = canaries.secrets["api key"] = made.json()["key"]
    async with httpx.AsyncClient(base_url=stage.api.base_url, headers={"x-api-key": key}) as program:
        assert (await program.get("/users", params={"q": NAME})).status_code == 200
        assert (await program.get("/flows")).status_code == 403
        assert (await program.post("/whatsapp-configs", json=CONFIG)).status_code == 201
    friend = {"email": f"amigo-{uuid4().hex}@canario.example", "name": NAME, "role": "agent"}
    canaries.secrets["invited email"] = friend["email"]
    assert (await stage.api.post("/users/invitations", json=friend)).status_code == 201

    async def is_sent() -> bool:
        return "accept-invite" in mailed(outbox)

    await until(is_sent)
    tokens = sorted({*re.findall(r"#token=(?:3D)?([\w-]{20,})", mailed(outbox))})
    assert len(tokens) >= 2  # to confirm the e-mail, and to join
    canaries.secrets |= {f"link {number}": token for number, token in enumerate(tokens)}


def mailed(outbox: Path) -> str:
    """Give what was sent, with soft line breaks mended."""
    whole = [file for file in outbox.glob("*.eml") if not file.name.startswith(".")]  # the others are being written
    return "".join(file.read_text() for file in whole).replace("=\n", "")


async def converse(stage: Stage) -> None:
    """A customer of the other company, which has a number, writes; the worker answers; an agent answers."""
    theirs = dict(stage.api.headers)
    await stage.customer_says(PHONE, f"oi, {WORDS} {CPF}", name=NAME)
    await until(lambda: stage.phone_of(PHONE))
    await stage.log_in()
    conversation = await stage.conversation(PHONE)
    sent = {"content": {"type": "text", "body": f"{WORDS} {CPF}"}}
    assert (await stage.api.post(f"/conversations/{conversation['id']}/messages", json=sent)).status_code == 202
    stage.api.headers["authorization"] = theirs["authorization"]


async def go_wrong(stage: Stage, canaries: Canaries) -> None:
    """Say every secret where it is wrong to say it: as a password, as a token, in an address, in broken JSON."""
    for secret in list(canaries.secrets.values()):
        word = secret.encode("ascii", "ignore").decode()
        await stage.api.post("/auth/login", json={"email": f"{uuid4().hex}@canario.example", "password": secret})
        await stage.api.post("/auth/refresh", json={"refresh_token": secret})
        await stage.api.post("/users", content=f'{{"email": "{word}" "name"'.encode())
        await stage.api.post("/departments", json={"name": secret, "description": 4711, "tenant_id": secret})
        await stage.api.get("/users", params={"q": secret, "sort": secret})
        await stage.api.get("/conversations", params={"contact": secret})
        await stage.api.get(f"/users/{word.replace('/', '_')}")
        headers = {"authorization": f"Bearer {word}", "user-agent": word, "accept": word}
        await stage.api.get("/flows", headers=headers)
        await stage.api.post(f"/whatsapp/webhook/{stage.config_id}", content=word.encode())


async def break_down(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail as nobody expected, with an exception that tells everything."""

    async def fail(*_: object) -> None:
        raise ValueError(f"{PASSWORD} of {NAME}, {PHONE}") from KeyError(CPF)

    monkeypatch.setattr("application.identity.log_in.LogInHandler.__call__", fail)
    answer = await stage.api.post("/auth/login", json={"email": "a@canario.example", "password": PASSWORD})
    assert answer.status_code == 500
