"""Fixtures of the readers' suites: those of the repositories, which write what is read."""

from tests.contract.repositories.conftest import config, contact, conversation, home, other_tenant_id
from tests.isolations import both_isolations

__all__ = ["both_isolations", "config", "contact", "conversation", "home", "other_tenant_id"]
