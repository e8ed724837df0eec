"""What customers said of the service, in PostgreSQL."""

from datetime import datetime

from adapters.postgres.connection import TenantConnection
from adapters.postgres.repositories.rows import insert_into, values_of, write
from adapters.postgres.statements import Statement
from adapters.postgres.tables.support import csat_answers
from domain.shared.ids import ContactId, ConversationId, WhatsAppConfigId
from domain.support.csat import CsatAnswer

_ASKED = Statement(
    "SELECT EXISTS (SELECT FROM csat_answers WHERE tenant_id = :tenant_id AND conversation_id = :conversation_id)"
)
_ASK = insert_into(csat_answers)
_OPEN = Statement(
    """
    SELECT csat_answers.* FROM csat_answers
    JOIN conversations ON conversations.tenant_id = csat_answers.tenant_id
      AND conversations.id = csat_answers.conversation_id
    WHERE csat_answers.tenant_id = :tenant_id AND csat_answers.contact_id = :contact_id AND answered_at IS NULL
      AND expires_at > :now AND conversations.whatsapp_config_id = :config_id
      AND conversations.status IN ('resolved', 'archived')
    ORDER BY asked_at DESC LIMIT 1 FOR UPDATE OF csat_answers
    """
)
_ANSWER = Statement(
    """
    UPDATE csat_answers SET score = :score, comment = :comment, answered_at = :answered_at
    WHERE tenant_id = :tenant_id AND id = :id
    """
)


class PostgresCsat:
    """Keeps questions and answers."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def was_asked(self, conversation_id: ConversationId) -> bool:
        """Say whether a conversation was asked about already."""
        return bool(await self._connection.fetch_value(_ASKED, conversation_id=conversation_id))

    async def ask(self, asked: CsatAnswer) -> None:
        """Write a question that was sent."""
        await write(self._connection, _ASK, **values_of(asked))

    async def lock_open(
        self, *, contact_id: ContactId, config_id: WhatsAppConfigId, now: datetime
    ) -> CsatAnswer | None:
        """Find the latest question that a contact has not answered on a number and still may."""
        row = await self._connection.fetch_one(_OPEN, contact_id=contact_id, config_id=config_id, now=now)
        return None if row is None else CsatAnswer(**{name: row[name] for name in CsatAnswer.__struct_fields__})

    async def answer(self, answered: CsatAnswer) -> None:
        """Write an answer."""
        await self._connection.execute(
            _ANSWER,
            id=answered.id,
            score=answered.score,
            comment=answered.comment,
            answered_at=answered.answered_at,
        )
