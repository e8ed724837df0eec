"""Migrations, for the commands that run them."""

from sqlalchemy.exc import DBAPIError

from adapters.postgres import migrations


class MigrationRefusedError(Exception):
    """The database did not let a revision happen; it is as it was before that revision."""


class Migrations:
    """The schema of one database, reached as its owner."""

    def __init__(self, owner_url: str) -> None:
        self._owner_url = owner_url

    async def pending(self) -> list[str]:
        """Give the revisions that the database has not had."""
        return await migrations.pending(self._owner_url)

    async def upgrade(self) -> None:
        """Run them. Raises MigrationRefusedError, UnavailableError."""
        try:
            await migrations.upgrade(self._owner_url)
        except DBAPIError as error:
            raise MigrationRefusedError(str(error.orig)) from error

    async def ensure_login(self, name: str) -> None:
        """Have a login that may take the application's two roles and nothing else (for servers on private sockets)."""
        await migrations.ensure_login(self._owner_url, name=name)
