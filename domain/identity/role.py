"""A role that a company defines for itself, beside the built-in ones."""

import re
import unicodedata
from datetime import datetime

from domain.identity.permissions import Permission, Role
from domain.shared.aggregate import Aggregate
from domain.shared.ids import RoleId

MAX_CODE = 60
"""Enough to tell roles apart; the name has the rest."""

_NOT_WORDS = re.compile(r"[^a-z0-9]+")


class TenantRole(Aggregate, kw_only=True, eq=False):
    """A role. `code` is what users carry; it is made from the first name and never changes."""

    id: RoleId
    code: str
    name: str
    description: str
    permissions: list[str]
    created_at: datetime

    def allow(self, permissions: frozenset[Permission]) -> None:
        """Replace what the role holds."""
        self.permissions = sorted(permissions)

    @property
    def held(self) -> frozenset[Permission]:
        """What the role holds, of what there is today."""
        return known_permissions(self.permissions)


def known_permissions(names: list[str]) -> frozenset[Permission]:
    """Give the permissions that these names still mean: one that was abolished allows nothing."""
    return frozenset(Permission(name) for name in names if name in set(Permission))


def code_of(name: str) -> str:
    """Make a role's code from its name, as in `plantao_noturno`; empty when the name has no letter or digit."""
    bare = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return _NOT_WORDS.sub("_", bare).strip("_")[:MAX_CODE].strip("_")


def is_built_in(code: str) -> bool:
    """Whether a code is a built-in role's, which no company's own may have."""
    return code in set(Role)
