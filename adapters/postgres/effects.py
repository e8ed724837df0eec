"""Write what a transaction leaves in the lanes: items for later, and letters that nobody could deliver."""

from collections.abc import Sequence
from datetime import datetime

from adapters.postgres.connection import TenantConnection
from adapters.postgres.effect_statements import BURY, PUT_ITEMS
from adapters.postgres.lane_steps import PutItem
from application.ports.ids import Ids
from application.ports.lanes import DeadLetter


async def put_items(connection: TenantConnection, items: Sequence[PutItem]) -> None:
    """Write items, if there are any."""
    if items:
        await connection.execute(
            PUT_ITEMS,
            ids=[put.id for put in items],
            keys=[put.key for put in items],
            items=[put.item for put in items],
            ats=[put.at for put in items],
        )


async def bury(connection: TenantConnection, letters: Sequence[DeadLetter], *, ids: Ids, now: datetime) -> None:
    """Write letters, if there are any."""
    if letters:
        await connection.execute(
            BURY,
            ids=[ids.new() for _ in letters],
            kinds=[letter.kind for letter in letters],
            keys=[letter.key for letter in letters],
            config_ids=[letter.config_id for letter in letters],
            bodies=[letter.body for letter in letters],
            errors=[letter.error for letter in letters],
            at=now,
        )
