"""The database, broken in each way: away, another role, without fences, unmigrated, full."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import asyncpg
import pytest

from adapters.postgres import door as door_module
from entrypoints.cli.doctor import command
from entrypoints.cli.doctor.finding import State
from entrypoints.cli.doctor.round import Question
from tests.doctor.clinic import Clinic
from tests.doctor.fronts import silent
from tests.servers import address

REST_ON_THE_DATABASE = {
    "role", "migrations", "row-level security", "database writes", "clock", "keys", "workers", "lanes",
    "dead letters", "jobs", "numbers",
}  # fmt: skip


@asynccontextmanager
async def changed(owner: asyncpg.Connection, change: str, undo: str) -> AsyncIterator[None]:
    await owner.execute(change)
    try:
        yield
    finally:
        await owner.execute(undo)


def free_on(folder: Path) -> int:
    return shutil.disk_usage(folder).free


@asynccontextmanager
async def login(owner: asyncpg.Connection, name: str, rights: str) -> AsyncIterator[str]:
    """Have a login with these rights, which may take the roles."""
    async with changed(
        owner, f"CREATE ROLE {name} LOGIN NOINHERIT {rights}", f"DROP OWNED BY {name}; DROP ROLE {name}"
    ):
        yield name


class TestAway:
    async def test_a_database_that_is_down(self, clinic: Clinic) -> None:
        told = await clinic.doctor(DATABASE_URL="postgresql://pytake@/pytake?host=/nowhere")

        told.names("database", seen="nobody answers", fix="Start PostgreSQL, or mend DATABASE_URL")
        assert told.not_tried == REST_ON_THE_DATABASE
        assert {"redis", "disk", "public address"} <= told.hops(State.OK)

    async def test_a_database_that_hangs(self, clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(door_module, "CONNECT_SECONDS", 1.0)
        async with silent() as place:
            told = await clinic.doctor(DATABASE_URL=f"postgresql://pytake:hunter2@{place}/pytake")

        told.names("database", seen="says nothing", fix="firewall")
        assert "hunter2" not in str(told.findings)

    async def test_a_login_that_does_not_exist(self, clinic: Clinic, login_url: str) -> None:
        told = await clinic.doctor(DATABASE_URL=address(login_url, user="stranger"))

        told.names("database", seen="refuses the login or its password", fix="Mend user and password in DATABASE_URL")

    async def test_a_database_that_does_not_exist(self, clinic: Clinic, login_url: str) -> None:
        told = await clinic.doctor(DATABASE_URL=address(login_url, name="elsewhere"))

        told.names("database", seen="no database of this name", fix="Mend the database's name")


class TestRole:
    async def test_a_superuser(self, clinic: Clinic, database_url: str) -> None:
        told = await clinic.doctor(DATABASE_URL=database_url)

        told.names("role", seen="sees every company's rows", fix="without SUPERUSER and BYPASSRLS")
        assert told.not_tried == set()

    async def test_a_login_that_bypasses(self, clinic: Clinic, owner: asyncpg.Connection, worker_name: str) -> None:
        async with login(owner, f"doctor_{worker_name}", "BYPASSRLS") as name:
            await owner.execute(f"GRANT pytake_app, pytake_platform TO {name}")
            told = await clinic.doctor(DATABASE_URL=address(clinic.stage.settings.database_url, user=name))

        told.names("role", seen=name, fix="without SUPERUSER and BYPASSRLS")

    async def test_a_login_that_owns_tables(self, clinic: Clinic, owner: asyncpg.Connection, worker_name: str) -> None:
        async with login(owner, f"doctor_{worker_name}", "") as name:
            await owner.execute(f"GRANT pytake_app, pytake_platform TO {name}")
            async with changed(
                owner, f"ALTER TABLE departments OWNER TO {name}", "ALTER TABLE departments OWNER TO postgres"
            ):
                told = await clinic.doctor(DATABASE_URL=address(clinic.stage.settings.database_url, user=name))

        told.names("role", seen="owns public.departments", fix="serve as another login")

    async def test_a_login_that_may_not_take_the_roles(
        self, clinic: Clinic, owner: asyncpg.Connection, worker_name: str
    ) -> None:
        async with login(owner, f"doctor_{worker_name}", "") as name:
            told = await clinic.doctor(DATABASE_URL=address(clinic.stage.settings.database_url, user=name))

        told.names("role", seen="may not take the roles", fix="GRANT pytake_app, pytake_platform")
        assert told.of("database").ok


NO_FENCE = "ALTER TABLE {} DISABLE ROW LEVEL SECURITY", "ALTER TABLE {} ENABLE ROW LEVEL SECURITY"
NOT_FORCED = "ALTER TABLE {} NO FORCE ROW LEVEL SECURITY", "ALTER TABLE {} FORCE ROW LEVEL SECURITY"
LEAK = "CREATE POLICY leak ON {} USING (true)", "DROP POLICY leak ON {}"


@pytest.mark.parametrize(
    ("table", "change", "undo", "fault"),
    [
        ("public.messages", *NO_FENCE, "off"),
        ("public.flows", *NOT_FORCED, "not forced on its owner"),
        ("public.flows", *LEAK, "a policy without the tenant"),
    ],
)
async def test_a_table_without_its_fence(
    clinic: Clinic, owner: asyncpg.Connection, table: str, change: str, undo: str, fault: str
) -> None:
    async with changed(owner, change.format(table), undo.format(table)):
        told = await clinic.doctor()

    told.names(
        "row-level security", seen=f"{table}: {fault}", fix="ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY"
    )
    assert told.not_tried == set()


@pytest.mark.parametrize("table", ["public.whatsapp_configs", "platform.dead_letters"])
async def test_a_dropped_policy(clinic: Clinic, owner: asyncpg.Connection, table: str) -> None:
    """The second has another policy still, which is for the platform and not for companies."""
    ours = "tenant_id = current_setting('app.tenant_id')::uuid"
    undo = f"CREATE POLICY tenant ON {table} TO pytake_app USING ({ours}) WITH CHECK ({ours})"
    async with changed(owner, f"DROP POLICY tenant ON {table}", undo):
        told = await clinic.doctor()

    told.names("row-level security", seen=f"{table}: no policy", fix="CREATE POLICY tenant")
    assert told.not_tried == {"numbers"}


class TestMigrations:
    async def test_a_pending_one(self, clinic: Clinic, owner: asyncpg.Connection) -> None:
        revision = await owner.fetchval("SELECT version_num FROM alembic_version")
        undo = f"INSERT INTO alembic_version VALUES ('{revision}')"  # noqa: S608 - our own revision
        async with changed(owner, "DELETE FROM alembic_version", undo):
            told = await clinic.doctor()

        told.names("migrations", seen="pending: 0001", fix="Run `pytake migrate`")
        assert {"keys", "workers", "lanes", "numbers"} <= told.not_tried

    async def test_one_that_this_version_does_not_know(self, clinic: Clinic, owner: asyncpg.Connection) -> None:
        revision = await owner.fetchval("SELECT version_num FROM alembic_version")
        undo = f"UPDATE alembic_version SET version_num = '{revision}'"  # noqa: S608 - the same
        async with changed(owner, "UPDATE alembic_version SET version_num = '9999'", undo):
            told = await clinic.doctor()

        told.names("migrations", seen="9999, unknown to this version", fix="Deploy the version")


class TestDisk:
    async def test_a_full_one_here(self, clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(command, "Question", partial(Question, least_free_bytes=2**62))

        told = await clinic.doctor()

        told.names("disk", seen="MiB free", fix="Make room")
        assert told.not_tried == set()

    async def test_a_database_that_its_provider_made_read_only(
        self, clinic: Clinic, owner: asyncpg.Connection, database_url: str
    ) -> None:
        name = database_url.partition("?")[0].rpartition("/")[2]
        change = f'ALTER DATABASE "{name}" SET default_transaction_read_only = on'
        async with changed(owner, change, f'ALTER DATABASE "{name}" RESET default_transaction_read_only'):
            told = await clinic.doctor()

        told.names("database writes", seen="takes no writes", fix="Free or enlarge the database's disk")

    async def test_a_database_whose_disk_is_full(
        self, clinic: Clinic, owner: asyncpg.Connection, tiny_disk: Path
    ) -> None:
        async with (
            changed(owner, f"CREATE TABLESPACE tiny LOCATION '{tiny_disk}'", "DROP TABLESPACE tiny"),
            changed(
                owner,
                "ALTER TABLE platform.webhook_journal SET TABLESPACE tiny",
                "ALTER TABLE platform.webhook_journal SET TABLESPACE pg_default",
            ),
        ):
            (tiny_disk / "filler").write_bytes(b"x" * free_on(tiny_disk))
            told = await clinic.doctor()
            (tiny_disk / "filler").unlink()

        told.names("database writes", seen="disk is full", fix="Free or enlarge the disk of PostgreSQL")
