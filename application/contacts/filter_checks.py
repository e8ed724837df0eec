"""A filter names what the company has."""

from application.ports.unit_of_work import Transaction
from domain.contacts.errors import FilterInvalidError
from domain.contacts.filter_codec import walk
from domain.contacts.filters import Filter, HasTag
from domain.shared.errors import ErrorDetail


async def require_tags(tx: Transaction, condition: Filter) -> None:
    """See that the tags of a filter are there. Raises FilterInvalidError."""
    wanted = {node.tag_id for node, _ in walk(condition) if isinstance(node, HasTag)}
    known = {tag.id for tag in await tx.tags.known(wanted)} if wanted else set()
    if wanted - known:
        detail = ErrorDetail(field="filter", message="tags of this company")
        raise FilterInvalidError("The filter names a tag that is not there.", details=(detail,))
