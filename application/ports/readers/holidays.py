"""A company's own holidays, as their screen shows them."""

from typing import Protocol

from application.shared.page import Page, PageRequest
from domain.shared.ids import TenantId
from domain.support.holidays import Holiday

HOLIDAY_SORTS = ("day", "created_at", "name")


class HolidayList(Protocol):
    """Reads a company's own holidays."""

    async def page(self, tenant_id: TenantId, *, page: PageRequest) -> Page[Holiday]:
        """Give a page. Raises MalformedError for the cursor."""
        ...
