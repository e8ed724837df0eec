"""What customers said of the service, read from PostgreSQL."""

from sqlalchemy import FromClause, bindparam, select

from adapters.postgres.readers.listing import Asks, Listing, Shown, columns_of
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.statements import Statement
from adapters.postgres.tables.contacts import contacts
from adapters.postgres.tables.support import csat_answers
from application.ports.readers.csat import CSAT_SORTS, CsatFilters, CsatRow, CsatSummary
from application.shared.page import Page, PageRequest
from domain.shared.ids import TenantId
from domain.support.csat import SCORES

_c = csat_answers.c


def _show(rows: FromClause) -> Shown:
    is_theirs = (contacts.c.tenant_id == rows.c.tenant_id) & (contacts.c.id == rows.c.contact_id)
    return select(*columns_of(rows, CsatRow), contacts.c.name.label("contact_name")).select_from(
        rows.join(contacts, is_theirs)
    )


_LISTING = Listing(
    csat_answers,
    item=CsatRow,
    show=_show,
    asks=Asks(
        sorts=orders_by(csat_answers, CsatRow, CSAT_SORTS),
        filters={
            "since": _c.asked_at >= bindparam("since"),
            "until": _c.asked_at < bindparam("until"),
            "user_id": _c.user_id == bindparam("user_id"),
            "department_id": _c.department_id == bindparam("department_id"),
            "score": _c.score == bindparam("score"),
            "answered": _c.answered_at.is_not(None),
            "unanswered": _c.answered_at.is_(None),
        },
    ),
)

_SUMMARY = Statement(
    """
    SELECT score, count(*) AS number FROM csat_answers
    WHERE tenant_id = :tenant_id
      AND (CAST(:since AS timestamptz) IS NULL OR asked_at >= :since)
      AND (CAST(:until AS timestamptz) IS NULL OR asked_at < :until)
      AND (CAST(:user_id AS uuid) IS NULL OR user_id = :user_id)
      AND (CAST(:department_id AS uuid) IS NULL OR department_id = :department_id)
      AND (CAST(:score AS int) IS NULL OR score = :score)
      AND (CAST(:is_answered AS boolean) IS NULL OR (answered_at IS NOT NULL) = :is_answered)
    GROUP BY score
    """
)


class PostgresCsatReport(TenantReader):
    """Reads questions and answers."""

    async def page(self, tenant_id: TenantId, *, filters: CsatFilters, page: PageRequest) -> Page[CsatRow]:
        """Give those asked last first, or as `page` asks. Raises MalformedError."""
        asked = {name: getattr(filters, name) for name in filters.__struct_fields__ if name != "is_answered"}
        asked |= {"answered": filters.is_answered is True, "unanswered": filters.is_answered is False}
        async with self._reading(tenant_id) as connection:
            return await _LISTING.page(connection, page, filters=asked)

    async def summary(self, tenant_id: TenantId, *, filters: CsatFilters) -> CsatSummary:
        """Sum up all that the filters leave."""
        asked = {name: getattr(filters, name) for name in filters.__struct_fields__}
        async with self._reading(tenant_id) as connection:
            counted = {row["score"]: row["number"] for row in await connection.fetch(_SUMMARY, **asked)}
        given = {score: counted.get(score, 0) for score in SCORES}
        answered = sum(given.values())
        total = sum(score * number for score, number in given.items())
        return CsatSummary(
            asked=sum(counted.values()),
            answered=answered,
            average=round(total / answered, 2) if answered else None,
            distribution={str(score): number for score, number in given.items()},
        )
