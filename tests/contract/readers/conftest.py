"""Fixtures of the readers' suites: those of the repositories, which write what is read."""

from tests.contract.repositories.conftest import config, contact, conversation, isolation, other_tenant_id

__all__ = ["config", "contact", "conversation", "isolation", "other_tenant_id"]
