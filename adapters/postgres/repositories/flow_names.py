"""What flows may name, read from PostgreSQL in one statement."""

from collections.abc import Collection

from adapters.postgres.connection import TenantConnection
from adapters.postgres.repositories.templates import to_domain
from adapters.postgres.statements import Statement
from domain.flows.inspection import Named, name_key
from domain.whatsapp.templates.template import MessageTemplate

_KNOWN = Statement(
    """
    SELECT 'department' AS kind, name, id FROM departments
    WHERE tenant_id = :tenant_id AND deleted_at IS NULL AND 'department' = ANY(CAST(:kinds AS text[]))
    UNION ALL SELECT 'user', email, id FROM platform.users
    WHERE tenant_id = :tenant_id AND deleted_at IS NULL AND is_active AND 'user' = ANY(CAST(:kinds AS text[]))
    UNION ALL SELECT 'secret', name, NULL FROM secrets
    WHERE tenant_id = :tenant_id AND 'secret' = ANY(CAST(:kinds AS text[]))
    UNION ALL SELECT 'knowledge_base', name, id FROM knowledge_bases
    WHERE tenant_id = :tenant_id AND 'knowledge_base' = ANY(CAST(:kinds AS text[]))
    UNION ALL SELECT 'tag', name, NULL FROM tags
    WHERE tenant_id = :tenant_id AND 'tag' = ANY(CAST(:kinds AS text[]))
    """
)
_TEMPLATES = Statement("SELECT * FROM templates WHERE tenant_id = :tenant_id AND name = ANY(:names) ORDER BY id")
_KINDS = (Named.DEPARTMENT, Named.USER, Named.SECRET, Named.KNOWLEDGE_BASE, Named.TAG)


class PostgresFlowNames:
    """Knows what flows may name."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def known(self, kinds: Collection[Named]) -> dict[Named, frozenset[str]]:
        """Give the names and ids, folded as flows write them; kinds that are kept elsewhere are left out."""
        found: dict[Named, set[str]] = {kind: set() for kind in _KINDS if kind in kinds}
        if not found:
            return {}
        for row in await self._connection.fetch(_KNOWN, kinds=[str(kind) for kind in found]):
            kind = Named(row["kind"])
            found[kind].update(name_key(kind, str(name)) for name in (row["name"], row["id"]) if name is not None)
        return {kind: frozenset(names) for kind, names in found.items()}

    async def templates(self, names: Collection[str]) -> list[MessageTemplate]:
        """Give the templates of these names."""
        return [to_domain(row) for row in await self._connection.fetch(_TEMPLATES, names=list(names))]
