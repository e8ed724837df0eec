"""A provider tells something of a number or its account."""

from datetime import datetime

from application.ports.jobs import Job
from application.ports.lanes import LaneKind
from application.ports.unit_of_work import Transaction
from application.whatsapp.tell_managers import tell_managers
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.shared.phone import phone_key
from domain.whatsapp.account_facts import AccountFact, QualityTold
from domain.whatsapp.config import WhatsAppConfig
from domain.whatsapp.hear_fact import hear_fact, is_late


class RefreshNumberOf(Job, frozen=True, kw_only=True, tag="refresh_number"):
    """Ask the provider how one number is doing."""

    tenant_id: TenantId
    config_id: WhatsAppConfigId


async def hear_notice(tx: Transaction, config: WhatsAppConfig, fact: AccountFact, *, at: datetime) -> None:
    """Apply it to the number that it names, else to every number of the account, and tell those who manage them.

    A number that may send again is looked at at once. Told twice, and told late, it changes nothing.
    """
    for found in await tx.whatsapp_configs.lock_account(config.business_account_id):
        if not _is_meant(found, fact) or is_late(found, fact, at=at):
            continue
        was_paused = found.paused_until is not None
        if hear_fact(found, fact, at=at):
            await tell_managers(tx, found, change=str(fact.__struct_config__.tag))
        await tx.whatsapp_configs.save(found)
        if was_paused and found.paused_until is None:
            tx.lanes.wake(LaneKind.NUMBER, str(found.id), due_at=at)
        if isinstance(fact, QualityTold):
            order = RefreshNumberOf(tenant_id=tx.tenant_id, config_id=found.id)
            tx.jobs.put(order, key=f"refresh_number:{found.id}")


def _is_meant(config: WhatsAppConfig, fact: AccountFact) -> bool:
    if fact.number is None or fact.number == config.phone_number_id:
        return True
    return phone_key(fact.number) == phone_key(config.phone_number)
