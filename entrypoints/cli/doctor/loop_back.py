"""A message all the way round, where the provider is our simulator."""

import asyncio
import time

import httpx
import msgspec

from application.ports.unit_of_work import UnitOfWork
from domain.shared.ids import ProviderMessageId, TenantId
from domain.whatsapp.config import WhatsAppConfig
from entrypoints.cli.doctor.asking import ask
from entrypoints.cli.doctor.finding import Finding, broken, good
from entrypoints.cli.doctor.round import Round

DOCTOR_PHONE = "5511900000001"
ROUND_TRIP = 8.0
"""Seconds for a message to get from the simulator into its conversation; it takes some hundredths."""
POLL = 0.05

FIX = "See the hops above, `pytake lanes list`, the worker's log, and the simulator's /_sim/ledger."


class _Receipt(msgspec.Struct):
    id: str


class _Attempt(msgspec.Struct):
    status: int | None = None


class _Delivery(msgspec.Struct):
    wamids: list[str]
    attempts: list[_Attempt]


class _Ledger(msgspec.Struct):
    webhooks: list[_Delivery]


async def is_simulator(url: str) -> bool:
    """Whether the provider's address is a simulator's."""
    return (await ask(httpx.Request("GET", f"{url}/_sim/health"), seconds=3)).status == httpx.codes.OK


async def loop_back(hop: str, on: Round, tenant_id: TenantId, config: WhatsAppConfig) -> Finding:
    """Have a simulated customer write, and wait until the message is in its conversation."""
    since = time.monotonic()
    wamid = await _say(on.settings.whatsapp_base_url, config)
    if wamid is None:
        return broken(hop, "the simulator takes no message for this number", fix="See the simulator's log.")
    uow: UnitOfWork = await on.container.get(UnitOfWork)
    while time.monotonic() - since < ROUND_TRIP:
        async with uow(tenant_id) as tx:
            if await tx.messages.lock_by_provider_id(wamid, config_id=config.id) is not None:
                return good(hop, f"a message arrived in {(time.monotonic() - since) * 1000:.0f} ms")
        await asyncio.sleep(POLL)
    return await _lost(hop, on.settings.whatsapp_base_url, wamid)


async def _say(url: str, config: WhatsAppConfig) -> ProviderMessageId | None:
    said = {
        "from": DOCTOR_PHONE,
        "name": "PyTake Doctor",
        "phone_number_id": config.phone_number_id,
        "message": {"type": "text", "text": {"body": "doctor"}},
    }
    answer = await ask(httpx.Request("POST", f"{url}/_sim/inbound", json=said))
    try:
        return ProviderMessageId(msgspec.json.decode(answer.body, type=_Receipt).id)
    except msgspec.MsgspecError:
        return None


async def _lost(hop: str, url: str, wamid: ProviderMessageId) -> Finding:
    """Ask the simulator what became of the webhook."""
    answers = await _answers_to(url, wamid)
    if not answers:
        fix = "Have the webhooks sent here: pytake config subscribe."
        return broken(hop, "the provider sent no webhook for a message", fix=fix)
    if httpx.codes.UNAUTHORIZED in answers:
        fix = "The webhooks are signed with another app secret than is entered here: pytake config renew --app-secret."
        return broken(hop, "the provider's webhook is answered 401", fix=fix)
    if httpx.codes.OK not in answers:
        said = ", ".join(sorted({str(answer or "not at all") for answer in answers}))
        fix = "See that the provider reaches the public address, and the log of `pytake serve`."
        return broken(hop, f"the provider's webhook is answered {said}", fix=fix)
    return broken(hop, f"a webhook was taken, and its message did not arrive in {ROUND_TRIP:.0f} s", fix=FIX)


async def _answers_to(url: str, wamid: ProviderMessageId) -> list[int | None]:
    found = await ask(httpx.Request("GET", f"{url}/_sim/ledger", params={"section": "webhooks", "limit": 10_000}))
    try:
        rows = msgspec.json.decode(found.body, type=_Ledger).webhooks
    except msgspec.MsgspecError:
        return []
    return [attempt.status for row in rows if wamid in row.wamids for attempt in row.attempts]
