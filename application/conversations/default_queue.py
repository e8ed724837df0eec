"""Where a conversation waits that nobody sent anywhere."""

from application.ports.unit_of_work import Transaction
from domain.shared.ids import DepartmentId


async def default_queue(tx: Transaction) -> DepartmentId | None:
    """Give the default department; None while the company has none: then the queue is the whole company's."""
    default = await tx.departments.default()
    return None if default is None else default.id
