"""The hops of one number: its secrets, its provider, its webhooks, a message all the way round."""

import asyncio
import hashlib
import hmac
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator

from dishka import AsyncContainer

from application.ports.secrets import SecretBox
from application.ports.unit_of_work import UnitOfWork
from application.ports.whatsapp import Credentials
from application.whatsapp.credentials import credentials_of
from application.whatsapp.prove_config import ProveConfig
from domain.shared.ids import ProviderMessageId, TenantId
from domain.whatsapp.config import WhatsAppConfig
from entrypoints.cli.doctor.finding import Finding, broken, good
from entrypoints.settings import Settings
from simulator.customer import Customer

EMPTY_WEBHOOK = b'{"object":"whatsapp_business_account","entry":[]}'
"""Signed, journalled, and of no consequence."""
BIG_WEBHOOK = b'{"object":"whatsapp_business_account","entry":[],"padding":"' + b"x" * 2_900_000 + b'"}'
"""Meta sends up to 3 MB; many a proxy takes one."""
DOCTOR_PHONE = "5511900000001"
ROUND_TRIP = 10.0
"""Seconds for a message to get from the simulator into its conversation; it takes some hundredths."""


async def number_hops(container: AsyncContainer, tenant_id: TenantId, config: WhatsAppConfig) -> AsyncIterator[Finding]:
    """Prove them; what rests on a broken hop is not tried."""
    prove = await container.get(ProveConfig)
    proof = await prove.prove(tenant_id, config.id)
    for hop in proof.hops:
        yield Finding(hop=f"{config.name}: {hop.name}", ok=hop.ok, seen=hop.detail, fix=hop.fix)
    if not proof.hops[0].ok:
        return
    secrets: SecretBox = await container.get(SecretBox)
    credentials = credentials_of(config, tenant_id=tenant_id, secrets=secrets)
    settings = await container.get(Settings)
    address = f"{settings.public_url}/api/v1/whatsapp/webhook/{config.id}"
    received = [await asyncio.to_thread(probe, address, credentials, config.name) for probe in _PROBES]
    for finding in received:
        yield finding
    if all(finding.ok for finding in received) and await asyncio.to_thread(_is_simulator, settings):
        yield await _loop_back(container, tenant_id, config, simulator_url=settings.whatsapp_base_url)


def _signature(address: str, credentials: Credentials, name: str) -> Finding:
    hop = f"{name}: webhook"
    status = _post(address, EMPTY_WEBHOOK, secret=credentials.app_secrets[0])
    if status is None:
        fix = "Start `pytake serve`, and see that PYTAKE_PUBLIC_URL leads to it."
        return broken(hop, f"nothing answers at {address}", fix=fix)
    if status == 401:  # noqa: PLR2004 - HTTP's own numbers, here and below
        fix = "A proxy rewrites bodies, or two servers hold different app secrets."
        return broken(hop, "a rightly signed body is refused", fix=fix)
    if status != 200:  # noqa: PLR2004
        return broken(hop, f"answers {status}", fix="Look in the API's log for the request.")
    if _post(address, EMPTY_WEBHOOK, secret="not the secret") != 401:  # noqa: PLR2004, S106
        return broken(hop, "a wrongly signed body is taken", fix="Something before us answers in our place.")
    return good(hop, "takes what is signed, refuses what is not")


def _verification(address: str, credentials: Credentials, name: str) -> Finding:
    hop = f"{name}: verify token"
    asked = f"{address}?hub.mode=subscribe&hub.challenge=4711&hub.verify_token={credentials.verify_token}"
    try:
        with urllib.request.urlopen(asked, timeout=10) as answer:  # noqa: S310 - an address of our own settings
            if answer.read() == b"4711":
                return good(hop, "gives the challenge back")
    except (urllib.error.URLError, OSError):
        pass
    return broken(hop, "the challenge does not come back", fix="Enter the verify token again, here and with Meta.")


def _size(address: str, credentials: Credentials, name: str) -> Finding:
    hop = f"{name}: body size"
    if _post(address, BIG_WEBHOOK, secret=credentials.app_secrets[0]) == 200:  # noqa: PLR2004
        return good(hop, "takes Meta's largest body")
    fix = "Allow at least 3 MiB on every proxy in front (nginx: client_max_body_size 4m)."
    return broken(hop, "a body of 2.9 MB does not get through", fix=fix)


_PROBES = (_signature, _verification, _size)


def _post(address: str, body: bytes, *, secret: str) -> int | None:
    """Post a signed body; None when nothing answers."""
    signature = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    headers = {"X-Hub-Signature-256": f"sha256={signature}", "Content-Type": "application/json"}
    request = urllib.request.Request(address, data=body, headers=headers)  # noqa: S310 - an address of our settings
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - the same
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except (urllib.error.URLError, OSError):
        return None


def _is_simulator(settings: Settings) -> bool:
    try:
        with urllib.request.urlopen(f"{settings.whatsapp_base_url}/_sim/health", timeout=5):  # noqa: S310 - the same
            return True
    except (urllib.error.URLError, OSError):
        return False


async def _loop_back(
    container: AsyncContainer, tenant_id: TenantId, config: WhatsAppConfig, *, simulator_url: str
) -> Finding:
    hop = f"{config.name}: loop-back"
    uow: UnitOfWork = await container.get(UnitOfWork)
    since = time.monotonic()
    async with Customer(simulator_url, phone=DOCTOR_PHONE, name="PyTake Doctor") as customer:
        wamid = ProviderMessageId(await customer.say("doctor"))
    while time.monotonic() - since < ROUND_TRIP:
        async with uow(tenant_id) as tx:
            if await tx.messages.lock_by_provider_id(wamid, config_id=config.id) is not None:
                return good(hop, f"a message arrived in {(time.monotonic() - since) * 1000:.0f} ms")
        await asyncio.sleep(0.05)
    fix = "See the hops above, `pytake lanes list`, and the simulator's /_sim/ledger."
    return broken(hop, f"a message did not arrive in {ROUND_TRIP:.0f} s", fix=fix)
