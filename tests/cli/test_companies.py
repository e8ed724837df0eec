"""`pytake tenant`, `user`, `config`, `flow`, `keys`: what an operator sets up with."""

import base64
import json
from pathlib import Path
from uuid import UUID

import pytest

from adapters.crypto.passwords import Argon2Passwords
from adapters.postgres.directory import PostgresDirectory
from adapters.postgres.tenant_schemas import PostgresTenantSchemas
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.identity.permissions import Role
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.tenants.tenant import PLATFORM, Isolation
from entrypoints.cli.main import Commands as AllCommands
from tests.cli.commands import Commands

FLOW = {
    "name": "Eco",
    "trigger": {"type": "keyword", "keywords": ["oi"]},
    "nodes": [
        {"id": "a", "type": "start", "data": {}},
        {"id": "b", "type": "message", "data": {"text": "Olá"}},
        {"id": "c", "type": "end", "data": {}},
    ],
    "edges": [{"id": "1", "source": "a", "target": "b"}, {"id": "2", "source": "b", "target": "c"}],
}
ADD_CONFIG = (
    "config", "add", "--tenant", "aurora", "--name", "Aurora", "--phone-number", "+55 11 95555-0100",
    "--phone-number-id", "700111222333444", "--business-account-id", "900100200300400",
)  # fmt: skip
SECRETS = "the-token\nthe-secret\nthe-verify-token\n"


@pytest.fixture
def flow_file(elsewhere: Path) -> Path:
    file = elsewhere / "flow.json"
    write(file, json.dumps(FLOW))
    return file


def write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


class TestTenant:
    async def test_create_prints_the_id(self, pytake: Commands, directory: PostgresDirectory) -> None:
        told = await pytake("tenant", "create", "Provedor Aurora", "--slug", "aurora", "--department", "suporte")

        found = await directory.tenant("aurora")
        assert found is not None
        assert (found.id, found.name) == (UUID(told.strip()), "Provedor Aurora")

    async def test_create_makes_a_schema_of_its_own(
        self, pytake: Commands, directory: PostgresDirectory, uow: PostgresUnitOfWork, database_url: str
    ) -> None:
        owner = {"DATABASE_OWNER_URL": database_url}

        told = await pytake(
            "tenant", "create", "Banco", "--slug", "banco", "--isolation", "schema", "--department", "caixa", **owner
        )

        found = await directory.tenant("banco")
        assert found is not None
        assert (str(found.id), found.isolation) == (told.strip(), Isolation.SCHEMA)
        async with uow(found.id) as tx:
            assert await tx.departments.find("caixa") is not None
        assert "up to date" in await pytake("migrate", **owner)
        await PostgresTenantSchemas(database_url).drop(found.id)

    async def test_a_schema_takes_the_owners_login(self, pytake: Commands, login_url: str) -> None:
        told = await pytake.fails(
            "tenant", "create", "Banco", "--slug", "banco", "--isolation", "schema", DATABASE_OWNER_URL=login_url
        )

        assert "DATABASE_OWNER_URL" in told

    async def test_a_taken_slug_is_one_line(self, pytake: Commands, company: str) -> None:
        told = await pytake.fails("tenant", "create", "Outra", "--slug", company)

        assert told.startswith("Error: ")
        assert "SLUG_TAKEN" in told

    @pytest.mark.parametrize("slug", ["Aurora", "a b", "", "-a", "x" * 64])
    async def test_a_wrong_slug_names_its_field(self, slug: str, pytake: Commands) -> None:
        assert "slug: " in await pytake.fails("tenant", "create", "Outra", "--slug", slug)

    async def test_an_unknown_time_zone_names_its_field(self, pytake: Commands) -> None:
        told = await pytake.fails("tenant", "create", "Outra", "--slug", "outra", "--time-zone", "Mars/Olympus")

        assert "time_zone" in told


@pytest.mark.usefixtures("company")
class TestUser:
    async def test_create_asks_for_the_password_and_keeps_its_hash(
        self, pytake: Commands, directory: PostgresDirectory
    ) -> None:
        told = await pytake(
            "user", "create", "Helena@Aurora.example", "--tenant", "aurora", "--name", "Helena",
            typed="correct horse\ncorrect horse\n",
        )  # fmt: skip

        found = await directory.user_by_email("helena@aurora.example")
        assert found is not None
        assert found.role == Role.ADMIN
        assert await Argon2Passwords().matches("correct horse", password_hash=found.password_hash)
        assert "correct horse" not in told

    async def test_everything_that_is_wrong_is_told_at_once(self, pytake: Commands) -> None:
        told = await pytake.fails(
            "user", "create", "nobody", "--tenant", "aurora", "--name", "Helena", "--password", "short"
        )

        assert "email: " in told
        assert "password: at least" in told
        assert "short" not in told

    async def test_a_taken_email_is_one_line(self, pytake: Commands) -> None:
        command = ("user", "create", "a@b.example", "--tenant", "aurora", "--name", "A", "--password", "long enough!")
        await pytake(*command)

        assert "EMAIL_TAKEN" in await pytake.fails(*command)

    async def test_a_common_password_is_refused(self, pytake: Commands) -> None:
        told = await pytake.fails(
            "user", "create", "a@b.example", "--tenant", "aurora", "--name", "A", "--password", "Flamengo2024!"
        )

        assert "password: not one of the passwords that are tried first" in told

    async def test_an_operator_belongs_to_the_platform(self, pytake: Commands, directory: PostgresDirectory) -> None:
        await pytake(
            "user", "create", "o@b.example", "--role", "super_admin", "--name", "Olga", "--password", "long enough!"
        )

        found = await directory.user_by_email("o@b.example")
        assert found is not None
        assert (found.tenant_id, found.role) == (PLATFORM, Role.SUPER_ADMIN)

    @pytest.mark.parametrize("options", [("--tenant", "aurora", "--role", "super_admin"), ("--role", "agent")])
    async def test_somebody_of_a_company_is_no_operator(self, options: tuple[str, ...], pytake: Commands) -> None:
        command = ("user", "create", "a@b.example", "--name", "A", "--password", "long enough!", *options)

        assert "--role super_admin for an operator" in await pytake.fails(*command, code=2)

    async def test_an_unknown_company_is_told_with_the_fix(self, pytake: Commands) -> None:
        told = await pytake.fails(
            "user", "create", "a@b.example", "--tenant", "nobody", "--name", "A", "--password", "long enough!"
        )

        assert "'nobody'" in told
        assert "pytake tenant create" in told


@pytest.mark.usefixtures("company")
class TestConfig:
    async def test_add_seals_the_secrets_and_says_where_webhooks_go(
        self, pytake: Commands, directory: PostgresDirectory, uow: PostgresUnitOfWork
    ) -> None:
        told = await pytake(*ADD_CONFIG, typed=SECRETS, PYTAKE_PUBLIC_URL="https://api.example")

        tenant = await directory.tenant("aurora")
        config_id = next(line for line in told.splitlines() if line.count("-") == 4 and " " not in line)
        assert f"https://api.example/api/v1/whatsapp/webhook/{config_id}" in told
        async with uow(TenantId(tenant.id)) as tx:  # type: ignore[union-attr]  # it was made
            config = await tx.whatsapp_configs.get(WhatsAppConfigId(UUID(config_id)))
        assert config.phone_number == "5511955550100"
        assert b"the-token" not in config.access_token_sealed
        assert "the-token" not in told

    async def test_a_number_belongs_to_one(self, pytake: Commands) -> None:
        await pytake(*ADD_CONFIG, typed=SECRETS)

        assert "NUMBER_TAKEN" in await pytake.fails(*ADD_CONFIG, typed=SECRETS)

    async def test_a_wrong_phone_names_its_field(self, pytake: Commands) -> None:
        told = await pytake.fails(*(part.replace("+55 11 95555-0100", "123") for part in ADD_CONFIG), typed=SECRETS)

        assert "phone_number: " in told

    @pytest.mark.parametrize("command", ["test", "subscribe"])
    async def test_an_unknown_config_is_one_line(self, command: str, pytake: Commands) -> None:
        told = await pytake.fails("config", command, str(UUID(int=1)), "--tenant", "aurora")

        assert "NOT_FOUND" in told


@pytest.mark.usefixtures("company")
class TestFlow:
    async def test_load_publishes(self, pytake: Commands, flow_file: Path) -> None:
        told = await pytake("flow", "load", str(flow_file), "--tenant", "aurora")

        assert UUID(told.splitlines()[0])
        assert "published as version 1" in told

    async def test_a_draft_is_not_published(self, pytake: Commands, flow_file: Path) -> None:
        assert "published" not in await pytake("flow", "load", str(flow_file), "--tenant", "aurora", "--draft")

    async def test_what_cannot_be_read_is_named_by_its_path(self, pytake: Commands, flow_file: Path) -> None:
        write(flow_file, json.dumps(FLOW, ensure_ascii=False).replace('"Olá"', "5").replace('"end"', '"fly"'))

        told = await pytake.fails("flow", "load", str(flow_file), "--tenant", "aurora")

        assert "nodes[1].data" in told
        assert "nodes[2].type" in told

    async def test_what_cannot_run_is_not_published_and_says_why(self, pytake: Commands, flow_file: Path) -> None:
        write(flow_file, json.dumps({**FLOW, "edges": [{"id": "1", "source": "a", "target": "x"}]}))

        told = await pytake.fails("flow", "load", str(flow_file), "--tenant", "aurora")

        assert "x" in told.split("Error:")[1]

    async def test_what_is_no_json_is_one_line(self, pytake: Commands, flow_file: Path) -> None:
        write(flow_file, "{")

        assert "Error:" in await pytake.fails("flow", "load", str(flow_file), "--tenant", "aurora")

    async def test_a_file_that_is_not_there_is_named(self, pytake: Commands) -> None:
        assert "nowhere.json" in await pytake.fails("flow", "load", "nowhere.json", "--tenant", "aurora", code=2)


async def test_a_master_key_is_32_new_bytes(pytake: Commands) -> None:
    keys = {(await pytake("keys", "generate-master")).strip() for _ in range(3)}

    assert len(keys) == 3
    assert {len(base64.b64decode(key, validate=True)) for key in keys} == {32}


async def test_help_lists_every_command(pytake: Commands) -> None:
    told = await pytake("--help")

    assert [name for name in AllCommands.places if f"\n  {name} " not in told] == []


async def test_a_database_that_is_away_is_one_line(pytake: Commands) -> None:
    told = await pytake.fails(
        "tenant", "create", "A", "--slug", "a", DATABASE_URL="postgresql://pytake@/x?host=/nowhere"
    )

    assert told.startswith("Error: The database does not answer")


@pytest.mark.usefixtures("company")
async def test_a_redis_that_is_away_keeps_nobody_from_working(pytake: Commands, flow_file: Path) -> None:
    told = await pytake("flow", "load", str(flow_file), "--tenant", "aurora", REDIS_URL="unix:///nowhere/redis.sock")

    assert "published" in told
