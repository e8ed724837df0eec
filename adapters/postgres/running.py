"""Runs compiled statements where there is no tenant: on the platform role's connections."""

from collections.abc import Sequence
from typing import Any

from adapters.postgres.connection import Driver, Row
from adapters.postgres.statements import Statement


async def fetch(driver: Driver, statement: Statement, **values: object) -> Sequence[Row]:
    """Give all rows."""
    return await driver.fetch(statement.sql, *statement.arguments(values))


async def fetch_one(driver: Driver, statement: Statement, **values: object) -> Row | None:
    """Give the first row, or None."""
    return await driver.fetchrow(statement.sql, *statement.arguments(values))


async def fetch_value(driver: Driver, statement: Statement, **values: object) -> Any:  # noqa: ANN401 - any column's type
    """Give the first column of the first row, or None."""
    return await driver.fetchval(statement.sql, *statement.arguments(values))


async def execute(driver: Driver, statement: Statement, **values: object) -> None:
    """Run it."""
    await driver.execute(statement.sql, *statement.arguments(values))
