"""Background jobs that our company ordered and that name what is another company's: they do nothing there."""

from collections.abc import Iterator
from datetime import UTC, datetime
from enum import EnumMeta
from pathlib import Path
from uuid import UUID

import msgspec
import pytest

from application.ports.jobs import ForeignJobError, Job, kind_of
from entrypoints.ioc.jobs import HANDLERS
from tests.http.walk.pair import Pair
from tests.http.walk.rows import changed
from tests.mails import Outbox

ALSO_CALLED = {
    "import": "contact_import",
    "export": "contact_import",
    "kept": "contact",
    "merged": "contact",
    "base": "knowledge_base",
    "document": "knowledge_document",
    "run": "flow_run",
}
"""Things that a job names by their part in it."""
OF_TENANTS = [job for job in HANDLERS if "tenant_id" in job.__struct_fields__]


@pytest.fixture
def outbox(outbox_folder: Path, pair: Pair) -> Outbox:
    """The e-mails that were sent."""
    return Outbox(outbox_folder, pair.site.container)


def orders(job: type[Job], *, tenant_id: UUID, ids: dict[str, str]) -> Iterator[Job]:
    """Give a job of a tenant with the ids of these things, in each kind that it has."""
    fields = {"tenant_id": str(tenant_id)}
    choices: dict[str, list[str]] = {}
    for field in msgspec.structs.fields(job):
        match _kind_of(field):
            case msgspec.inspect.UUIDType() if field.name != "tenant_id":
                thing = field.name.removesuffix("_id")
                is_of_a_thing = thing != field.name
                fields[field.name] = ids[ALSO_CALLED.get(thing, thing)] if is_of_a_thing else str(tenant_id)
            case msgspec.inspect.DateTimeType():
                fields[field.name] = datetime.now(UTC).isoformat()
            case msgspec.inspect.EnumType(cls=EnumMeta() as kinds):
                choices[field.name] = [kind.value for kind in kinds]
    for name, value in [(name, value) for name, values in choices.items() for value in values] or [("", "")]:
        yield msgspec.convert({**fields, "job": kind_of(job), **({name: value} if name else {})}, job)


def _kind_of(field: msgspec.structs.FieldInfo) -> msgspec.inspect.Type:
    """Give what a field holds, when it holds something."""
    kind = msgspec.inspect.type_info(field.type)
    if isinstance(kind, msgspec.inspect.UnionType):
        return next(one for one in kind.types if not isinstance(one, msgspec.inspect.NoneType))
    return kind


def test_there_are_jobs_to_try() -> None:
    assert len(OF_TENANTS) >= 3


async def test_none_finds_anything_of_theirs(pair: Pair, outbox: Outbox) -> None:
    await outbox.delivered()  # what was ordered while both companies were made
    found = {}
    for job in OF_TENANTS:
        before = await pair.rows.state()
        async with pair.site.uow(pair.ours.tenant_id) as tx:
            for order in orders(job, tenant_id=pair.ours.tenant_id, ids=pair.theirs.ids):
                tx.jobs.put(order)
        found[kind_of(job)] = [*await outbox.delivered(), *changed(before, await pair.rows.state())]

    assert found == {kind_of(job): [] for job in OF_TENANTS}


async def test_none_is_taken_that_is_theirs_altogether(pair: Pair) -> None:
    for job in OF_TENANTS:
        for order in orders(job, tenant_id=pair.theirs.tenant_id, ids=pair.theirs.ids):
            with pytest.raises(ForeignJobError):
                async with pair.site.uow(pair.ours.tenant_id) as tx:
                    tx.jobs.put(order)
