"""What workers do once an hour."""

from datetime import UTC, datetime, timedelta

from application.inbound.tidy_up import TidyUp
from application.ports.operations import DeadLetters
from application.ports.unit_of_work import UnitOfWork
from domain.shared.ids import ProviderMessageId
from domain.shared.message_status import MessageStatus
from domain.whatsapp.inbound import Sender, StatusChanged
from tests.e2e.stage import Stage, owner_connection


async def test_unclaimed_status_is_buried_after_a_day(stage: Stage) -> None:
    status = StatusChanged(
        provider_message_id=ProviderMessageId("wamid.unknown"),
        status=MessageStatus.READ,
        at=datetime.now(UTC),
        recipient=Sender(wa_id="5511988887777"),
    )
    uow: UnitOfWork = await stage.container.get(UnitOfWork)
    async with uow(stage.tenant_id) as tx:
        for age in (timedelta(hours=25), timedelta(hours=23)):
            await tx.messages.park_status(status, config_id=stage.config_id, at=datetime.now(UTC) - age)

    tidy_up = await stage.container.get(TidyUp)
    await tidy_up()

    letters: DeadLetters = await stage.container.get(DeadLetters)
    assert [letter.error for letter in await letters.page(limit=10)] == ["its message never came"]


async def test_partitions_lie_ahead_and_old_events_go(stage: Stage, database_url: str) -> None:
    old = "20200101"
    async with owner_connection(database_url) as connection:
        await connection.execute(
            "SELECT platform.ensure_partition('platform.events', $1, '2020-01-01', '2020-01-02')", old
        )

    tidy_up = await stage.container.get(TidyUp)
    await tidy_up()

    async with owner_connection(database_url) as connection:
        names = {row["relname"] for row in await connection.fetch("SELECT relname FROM pg_class")}
    week_ahead = datetime.now(UTC) + timedelta(days=7)
    assert f"events_{week_ahead:%Y%m%d}" in names
    assert f"events_{old}" not in names
