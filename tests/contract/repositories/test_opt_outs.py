"""OptOuts, on PostgreSQL."""

import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.contacts.contact import Contact
from domain.shared.ids import TenantId
from domain.whatsapp.config import WhatsAppConfig
from tests.contract.repositories.stored import MINUTE, NOW, fetch

_TEMPLATE = """
INSERT INTO templates (tenant_id, id, whatsapp_config_id, name, language, category, status, components,
  parameter_format, quality, version, created_at, updated_at)
VALUES ($1, gen_random_uuid(), $2, $3, 'pt_BR', $4, 'APPROVED', '[]', 'positional', 'unknown', 0, now(), now())
"""
_CONSENT = """
INSERT INTO consents (tenant_id, id, contact_id, purpose, channel, granted, legal_basis, source, proof, at)
VALUES ($1, gen_random_uuid(), $2, $3, 'whatsapp', $4, 'consent', 'test', '{}', $5)
"""


Case = tuple[str, list[tuple[str, bool]], bool]
"""Which template, what was said in turn and for what, and whether that covers it."""


@pytest.mark.parametrize(
    "case",
    [
        ("promocao", [], False),
        ("promocao", [("marketing", False)], True),
        ("promocao", [("marketing", False), ("marketing", True)], False),
        ("promocao", [("marketing", True), ("marketing", False)], True),
        ("promocao", [("support", False)], False),
        ("lembrete", [("marketing", False)], False),
        ("desconhecido", [("marketing", False)], False),
    ],
)
async def test_the_last_word_on_marketing_covers_marketing_alone(
    uow: PostgresUnitOfWork,
    database_url: str,
    home: str,
    tenant_id: TenantId,
    config: WhatsAppConfig,
    contact: Contact,
    case: Case,
) -> None:
    template, words, is_covered = case
    for name, category in (("promocao", "MARKETING"), ("lembrete", "UTILITY")):
        await fetch(database_url, _TEMPLATE, tenant_id, config.id, name, category, home=home)
    for minute, (purpose, granted) in enumerate(words):
        at = NOW + minute * MINUTE
        await fetch(database_url, _CONSENT, tenant_id, contact.id, purpose, granted, at, home=home)

    async with uow(tenant_id) as tx:
        covers = await tx.opt_outs.covers(contact.id, config_id=config.id, name=template, language="pt_BR")

    assert covers is is_covered
