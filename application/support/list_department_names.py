"""Which teams a conversation can be passed on to."""

from application.ports.readers.queues import DepartmentName, QueueBoard
from application.shared.actor import Actor
from domain.identity.permissions import Permission


class ListDepartmentNames:
    """Show the departments to whoever passes conversations on. Needs conversations:handle."""

    def __init__(self, board: QueueBoard) -> None:
        self._board = board

    async def __call__(self, actor: Actor) -> list[DepartmentName]:
        """Give them by name."""
        actor.require(Permission.CONVERSATIONS_HANDLE)
        return await self._board.directory(actor.tenant_id)
