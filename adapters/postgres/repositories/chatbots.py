"""Chatbots in PostgreSQL."""

import msgspec
from sqlalchemy import delete

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.repositories.rows import (
    insert_into,
    is_row,
    save_row,
    select_row,
    update_version,
    values_of,
    write,
)
from adapters.postgres.statements import Statement
from adapters.postgres.tables.flows import chatbots
from domain.flows.definition import Chatbot
from domain.flows.errors import ChatbotInUseError, ChatbotNotFoundError
from domain.shared.errors import InvalidError
from domain.shared.ids import ChatbotId

_GET = select_row(chatbots)
_ADD = insert_into(chatbots)
_SAVE = update_version(chatbots)
_DELETE = Statement(delete(chatbots).where(is_row(chatbots)))
_NUMBERS = Statement(
    """
    SELECT name FROM whatsapp_configs
    WHERE tenant_id = :tenant_id AND chatbot_id = :id AND deleted_at IS NULL ORDER BY lower(name), id
    """
)
_FORGET_FLOWS = Statement(
    "UPDATE flows SET chatbot_id = NULL WHERE tenant_id = :tenant_id AND chatbot_id = :id AND deleted_at IS NOT NULL"
)
_FORGET_NUMBERS = Statement(
    """
    UPDATE whatsapp_configs SET chatbot_id = NULL
    WHERE tenant_id = :tenant_id AND chatbot_id = :id AND deleted_at IS NOT NULL
    """
)


def to_domain(row: Row) -> Chatbot:
    """Read a row."""
    return Chatbot(
        id=ChatbotId(row["id"]),
        name=row["name"],
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        description=row["description"],
        variables=msgspec.json.decode(row["variables"], type=dict[str, object]),
        main_flow_id=row["main_flow_id"],
        is_active=row["is_active"],
        version=row["version"],
    )


class PostgresChatbots:
    """Keeps chatbots."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def get(self, chatbot_id: ChatbotId) -> Chatbot:
        """Load one. Raises ChatbotNotFoundError."""
        row = await self._connection.fetch_one(_GET, id=chatbot_id)
        if row is None:
            raise ChatbotNotFoundError("There is no such chatbot.")
        return to_domain(row)

    async def add(self, chatbot: Chatbot) -> None:
        """Write a new one."""
        await write(self._connection, _ADD, **values_of(chatbot))

    async def save(self, chatbot: Chatbot) -> None:
        """Write changes. Raises StaleVersionError on a lost race."""
        await save_row(self._connection, _SAVE, chatbot)

    async def delete(self, chatbot_id: ChatbotId) -> None:
        """Remove one that no flow and no number has any more; what is deleted of those forgets it.

        Raises ChatbotInUseError when one has it after all; the transaction is then over.
        """
        await self._connection.execute(_FORGET_FLOWS, id=chatbot_id)
        await self._connection.execute(_FORGET_NUMBERS, id=chatbot_id)
        try:
            await write(self._connection, _DELETE, id=chatbot_id)
        except InvalidError as error:
            raise ChatbotInUseError("The chatbot came into use at this moment.") from error

    async def numbers(self, chatbot_id: ChatbotId) -> list[str]:
        """Give the names of the numbers on which it answers."""
        return [str(row["name"]) for row in await self._connection.fetch(_NUMBERS, id=chatbot_id)]
