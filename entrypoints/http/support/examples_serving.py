"""Examples for the document of what customers said, of promises and of rules."""

from datetime import UTC, datetime
from uuid import UUID

from application.ports.readers.csat import CsatRow, CsatSummary
from domain.shared.ids import ContactId, ConversationId, CsatAnswerId, DepartmentId, UserId

AT = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)
_CONVERSATION = ConversationId(UUID("0198a000-0000-7000-8000-000000000041"))
_DEPARTMENT = DepartmentId(UUID("0198a000-0000-7000-8000-0000000000c1"))
_USER = UserId(UUID("0198a000-0000-7000-8000-0000000000a1"))

CSAT = CsatRow(
    id=CsatAnswerId(UUID("0198a000-0000-7000-8000-000000000061")),
    conversation_id=_CONVERSATION,
    contact_id=ContactId(UUID("0198a000-0000-7000-8000-000000000051")),
    contact_name="Maria da Silva",
    user_id=_USER,
    department_id=_DEPARTMENT,
    score=5,
    comment="Ótimo atendimento!",
    asked_at=AT,
    answered_at=AT,
    expires_at=datetime(2026, 8, 13, 12, 0, tzinfo=UTC),
)
CSAT_SUMMARY = CsatSummary(asked=10, answered=4, average=4.5, distribution={"1": 0, "2": 0, "3": 0, "4": 2, "5": 2})
