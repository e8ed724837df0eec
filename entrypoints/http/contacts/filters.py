"""Which contacts: the list's filters, read from the query."""

from typing import Annotated
from uuid import UUID

from litestar.params import QueryParameter

from application.ports.readers.contacts import ContactFilters
from domain.contacts.contact import LifecycleStage
from domain.shared.ids import TagId


def contact_filters_of(
    tag: Annotated[UUID | None, QueryParameter(description="With this tag.")] = None,
    lifecycle: Annotated[LifecycleStage | None, QueryParameter(description="In this stage.")] = None,
    blocked: Annotated[bool | None, QueryParameter(description="Blocked, or not.")] = None,
) -> ContactFilters:
    """Read them."""
    return ContactFilters(tag_id=TagId(tag) if tag else None, lifecycle_stage=lifecycle, blocked=blocked)
