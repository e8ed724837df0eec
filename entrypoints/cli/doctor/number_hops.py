"""The hops of one number: its secrets, its provider, its webhooks, a message all the way round."""

from collections.abc import AsyncIterator
from functools import partial
from typing import NamedTuple

import msgspec

from application.ports.providers import Providers
from application.ports.secrets import SecretBox
from application.ports.whatsapp import Credentials, ProviderRefusedError
from application.whatsapp.credentials import credentials_of
from application.whatsapp.prove_config import ProveConfig
from application.whatsapp.provider_hops import Hop as ProviderHop
from domain.tenants.tenant import Tenant
from domain.whatsapp.config import ApiType, WhatsAppConfig
from entrypoints.cli.doctor import loop_back, webhook_hops
from entrypoints.cli.doctor.address_hops import SHARED
from entrypoints.cli.doctor.finding import Finding, State, broken, good
from entrypoints.cli.doctor.round import WORKER, Hop, Round, taken

PROVIDER_HOPS = ("secrets", "token", "number", "app secret", "subscription")
"""Those of ProveConfig, in its order."""


class Number(NamedTuple):
    """A number, and whose it is."""

    tenant: Tenant
    config: WhatsAppConfig

    def hop(self, name: str) -> str:
        """Name a hop of this number."""
        return f"{self.config.name}: {name}"

    def whole(self, finding: Finding) -> Finding:
        """Complete the commands in a fix, so that they can be pasted."""
        mine = f"{self.config.id} --tenant {self.tenant.slug}"
        fix = finding.fix.replace("pytake config renew", f"pytake config renew {mine}")
        fix = fix.replace("pytake config subscribe", f"pytake config subscribe {mine}")
        return msgspec.structs.replace(finding, fix=fix)


async def number_hops(on: Round, number: Number) -> AsyncIterator[Finding]:
    """Prove them; what rests on a broken hop is not tried."""
    proof: list[ProviderHop] = []
    asked = await on.take(Hop(number.hop("provider"), (), partial(_ask_provider, number=number, into=proof)))
    for finding in (asked,) if not proof else _proved(number, proof):
        yield on.note(number.whole(finding))
    async for finding in taken(_hops(number), on):
        yield number.whole(finding)


async def _ask_provider(on: Round, *, number: Number, into: list[ProviderHop]) -> Finding:
    prove = await on.container.get(ProveConfig)
    into += (await prove.prove(number.tenant.id, number.config.id)).hops
    return good(number.hop("provider"))


def _proved(number: Number, proof: list[ProviderHop]) -> list[Finding]:
    """Give what was proved, and what was not tried behind a broken hop."""
    findings = [
        good(number.hop(hop.name), hop.detail) if hop.ok else broken(number.hop(hop.name), hop.detail, fix=hop.fix)
        for hop in proof
    ]
    last = findings[-1]
    if last.ok:
        return findings
    tried = {hop.name for hop in proof}
    because = last.hop
    return findings + [
        Finding(hop=number.hop(name), state=State.NOT_TRIED, seen=f"not tried: {because} comes first", rests_on=because)
        for name in PROVIDER_HOPS
        if name not in tried
    ]


def _hops(number: Number) -> tuple[Hop, ...]:
    reached = (number.hop("secrets"), "database writes", "public address")
    if number.config.api_type is ApiType.EVOLUTION:
        subscribed = (number.hop("subscription"), "public address")
        return (
            Hop(number.hop("callback"), subscribed, partial(_callback, number=number)),
            Hop(number.hop("webhook"), reached, partial(_secrets, number=number)),
        )
    arrives = (number.hop("app secret"), number.hop("subscription"), number.hop("callback"), number.hop("webhook"))
    return (
        Hop(number.hop("callback"), (number.hop("subscription"), "public address"), partial(_callback, number=number)),
        Hop(number.hop("webhook"), reached, partial(_webhook, number=number)),
        Hop(number.hop("verify token"), reached, partial(_verify_token, number=number)),
        Hop(number.hop("body size"), reached, partial(_body_size, number=number)),
        Hop(number.hop("loop-back"), (*reached, *arrives, WORKER), partial(_loop_back, number=number)),
    )


async def _callback(on: Round, *, number: Number) -> Finding:
    """See where the provider sends this number's webhooks: to its own address, or to the shared one."""
    providers: Providers = await on.container.get(Providers)
    gateway = providers.of(number.config.api_type).gateway
    hop, own = number.hop("callback"), webhook_hops.address_of(on, number.config.id)
    fix = "Have the webhooks sent here: pytake config subscribe. Also see that PYTAKE_PUBLIC_URL is the right one."
    credentials = await _credentials(on, number)
    try:
        address = (await gateway.number(credentials)).callback_url
    except ProviderRefusedError as error:
        return broken(hop, str(error), fix=fix)
    if address == f"{own}/{credentials.verify_token}":
        return good(hop, own)
    if address in {own, f"{on.settings.public_url}{SHARED}"}:
        return good(hop, address or "")
    if address is None:
        return good(hop, "the provider does not say where the webhooks go")
    return broken(hop, f"the webhooks go to {address.partition('?')[0]}", fix=fix)


async def _webhook(on: Round, *, number: Number) -> Finding:
    credentials = await _credentials(on, number)
    return await webhook_hops.signature(
        number.hop("webhook"), webhook_hops.address_of(on, number.config.id), credentials, on
    )


async def _secrets(on: Round, *, number: Number) -> Finding:
    credentials = await _credentials(on, number)
    return await webhook_hops.secrets(number.hop("webhook"), webhook_hops.address_of(on, number.config.id), credentials)


async def _verify_token(on: Round, *, number: Number) -> Finding:
    credentials = await _credentials(on, number)
    return await webhook_hops.verify_token(
        number.hop("verify token"), webhook_hops.address_of(on, number.config.id), credentials
    )


async def _body_size(on: Round, *, number: Number) -> Finding:
    return await webhook_hops.body_size(number.hop("body size"), webhook_hops.address_of(on, number.config.id))


async def _loop_back(on: Round, *, number: Number) -> Finding:
    hop = number.hop("loop-back")
    if not await loop_back.is_simulator(on.settings.whatsapp_base_url):
        return good(hop, "left out: only a simulator can be made to write")
    return await loop_back.loop_back(hop, on, number.tenant.id, number.config)


async def _credentials(on: Round, number: Number) -> Credentials:
    secrets: SecretBox = await on.container.get(SecretBox)
    return await credentials_of(number.config, tenant_id=number.tenant.id, secrets=secrets)
