"""Scripted load: customers write at a rate, and the ledger tells what became of each message."""

import asyncio
import time

import httpx
import msgspec
from msgspec import Struct

from simulator.load_report import LoadReport, match_answers, summarize
from simulator.state.ledger import InboundRow, RefusedRow, SendRow, WebhookRow
from simulator.wire import JsonObject

FIRST_PHONE = 5511970000000  # a range of its own, so that a load never meets a real test contact
LEDGER_PAGE = 5000
POLL_SECONDS = 0.25
SETTLE_SECONDS = 0.6  # a double follows its original closely
QUIET_SECONDS = 5.0  # answers that have not come after this much silence are lost
CONNECTIONS_MAX = 64


class _Receipt(Struct, frozen=True):
    id: str
    at: float


class _Totals(Struct, frozen=True):
    sends: int
    refused: int
    inbound: int
    webhooks: int


class _Page(Struct, frozen=True):
    sends: list[SendRow]
    refused: list[RefusedRow]
    inbound: list[InboundRow]
    webhooks: list[WebhookRow]
    totals: _Totals
    more: bool


async def run_load(base_url: str, phone_number_id: str, contacts: int, messages: int, rate: float) -> LoadReport:
    """Let `contacts` customers write `messages` messages, `rate` a second, and count the answers.

    It waits until every message is answered, or until nothing new came for some seconds. An answer belongs
    to the message it quotes, else to the customer's oldest message without one.
    """
    limits = httpx.Limits(max_connections=CONNECTIONS_MAX, max_keepalive_connections=CONNECTIONS_MAX)
    async with httpx.AsyncClient(base_url=base_url, timeout=30, limits=limits, trust_env=False) as client:
        start = (await _page(client, section="sends", after=0, limit=0)).totals
        began = time.monotonic()
        asked = await _write_all(client, phone_number_id, contacts=contacts, messages=messages, rate=rate)
        writing_seconds = time.monotonic() - began
        sends = await _wait_for_answers(client, after=start.sends, asked=asked)
        webhooks = await _webhooks(client, after=start.webhooks)
    return summarize(asked, sends, webhooks, writing_seconds=writing_seconds)


async def _write_all(
    client: httpx.AsyncClient, phone_number_id: str, *, contacts: int, messages: int, rate: float
) -> dict[str, tuple[str, float]]:
    """Write on schedule (a late message does not push back the next); return wamid to (customer, time)."""
    written: dict[str, tuple[str, float]] = {}
    began = time.monotonic()

    async def write(position: int) -> None:
        phone = str(FIRST_PHONE + position % contacts)
        message: JsonObject = {"type": "text", "text": {"body": f"mensagem {position}"}}
        body: JsonObject = {
            "phone_number_id": phone_number_id,
            "from": phone,
            "name": f"Cliente {position % contacts}",
            "message": message,
        }
        answer = await client.post("/_sim/inbound", content=msgspec.json.encode(body))
        answer.raise_for_status()
        receipt = msgspec.json.decode(answer.content, type=_Receipt)
        written[receipt.id] = (phone, receipt.at)

    async with asyncio.TaskGroup() as group:
        for position in range(messages):
            due = began + position / rate
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            group.create_task(write(position))
    return written


async def _wait_for_answers(
    client: httpx.AsyncClient, *, after: int, asked: dict[str, tuple[str, float]]
) -> list[SendRow]:
    """Follow the ledger until nothing new comes: not for long once every message has its answer."""
    phones = {phone for phone, _ in asked.values()}
    sends: list[SendRow] = []
    last_news = time.monotonic()
    patience = QUIET_SECONDS
    while time.monotonic() - last_news < patience:
        page = await _page(client, section="sends", after=after, limit=LEDGER_PAGE)
        if page.sends:
            after = page.sends[-1].n
            last_news = time.monotonic()
            sends.extend(send for send in page.sends if send.to in phones)
            latencies, _ = match_answers(asked, sends)
            patience = SETTLE_SECONDS if len(latencies) == len(asked) else QUIET_SECONDS
        if not page.more:
            await asyncio.sleep(POLL_SECONDS)
    return sends


async def _webhooks(client: httpx.AsyncClient, *, after: int) -> list[WebhookRow]:
    rows: list[WebhookRow] = []
    more = True
    while more:
        page = await _page(client, section="webhooks", after=after, limit=LEDGER_PAGE)
        rows.extend(page.webhooks)
        more = page.more and bool(page.webhooks)
        after = rows[-1].n if rows else after
    return rows


async def _page(client: httpx.AsyncClient, *, section: str, after: int, limit: int) -> _Page:
    parameters: dict[str, str | int] = {"section": section, "after": after, "limit": limit}
    answer = await client.get("/_sim/ledger", params=parameters)
    answer.raise_for_status()
    return msgspec.json.decode(answer.content, type=_Page)
