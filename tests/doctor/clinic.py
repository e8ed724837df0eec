"""A whole PyTake that works, one thing in it to break, and the doctor to ask."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg
import msgspec
from click.testing import CliRunner
from dishka import AsyncContainer

from application.ports.operations import Workers
from application.ports.unit_of_work import UnitOfWork
from application.ports.webhook_routes import WebhookRoutes
from application.whatsapp.renew_config import RenewConfig, RenewConfigHandler
from application.whatsapp.subscribe_config import SubscribeConfig
from entrypoints.cli.doctor.finding import Finding, State
from entrypoints.cli.main import main
from entrypoints.settings import Settings
from tests.e2e.stage import ACCOUNT_ID, PHONE_NUMBER_ID, Stage, until

WORDS = "não leia isto"
"""What a customer wrote; it must never be shown."""


class _Forgetful(dict[object, object]):
    """Keeps nothing."""

    def __setitem__(self, _: object, __: object) -> None:
        """Let it go."""


class Told:
    """What the doctor said, and how it ended."""

    def __init__(self, findings: list[Finding], *, exit_code: int) -> None:
        self.findings, self.exit_code = findings, exit_code

    def hops(self, state: State) -> set[str]:
        return {finding.hop for finding in self.findings if finding.state is state}

    @property
    def broken(self) -> set[str]:
        return self.hops(State.BROKEN)

    @property
    def not_tried(self) -> set[str]:
        return self.hops(State.NOT_TRIED)

    def of(self, hop: str) -> Finding:
        [found] = [finding for finding in self.findings if finding.hop == hop]
        return found

    def names(self, hop: str, *, seen: str, fix: str) -> None:
        """Assert that this hop is called broken and no other, with the fix, and that what rests on it says so."""
        assert self.broken == {hop}, [finding for finding in self.findings if not finding.ok]
        assert seen in self.of(hop).seen
        assert fix in self.of(hop).fix
        assert {finding.rests_on for finding in self.findings if finding.state is State.NOT_TRIED} <= {hop}
        assert self.exit_code == 1


class Clinic:
    """Asks `pytake doctor --json` about a stage; variables change what the doctor is told."""

    def __init__(self, stage: Stage, *, port: int) -> None:
        self.stage = stage
        self.environment = {**environment_of(stage.settings), "PYTAKE_PORT": str(port)}

    @property
    def container(self) -> AsyncContainer:
        return self.stage.container

    @property
    def secrets(self) -> list[str]:
        return [self.environment["PYTAKE_MASTER_KEY"], "sim-access-token", "sim-app-secret", "sim-verify-token", WORDS]

    async def invoke(self, *arguments: str, **changed: str | None) -> tuple[int, str]:
        environment = {**self.environment, **changed}
        result = await asyncio.to_thread(CliRunner().invoke, main, ["doctor", *arguments], env=environment)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert [secret for secret in self.secrets if secret in result.output] == []
        return result.exit_code, result.output

    async def doctor(self, *arguments: str, **changed: str | None) -> Told:
        exit_code, output = await self.invoke("--json", *arguments, **changed)
        lines = [line for line in output.splitlines() if line.startswith('{"hop"')]  # the stage logs there too
        findings = [msgspec.json.decode(line, type=Finding) for line in lines]
        return Told(findings, exit_code=exit_code)

    async def renew(self, **fields: str) -> None:
        """Enter something of the number again."""
        handler = await self.container.get(RenewConfigHandler)
        await handler.renew(self.stage.tenant_id, self.stage.config_id, RenewConfig(**fields))

    async def start_worker(self) -> None:
        """Have one, and wait until it is known."""
        if not self.stage._crews:
            await self.stage.start_worker()
        workers: Workers = await self.container.get(Workers)
        await until(workers.all)

    async def forget_routes(self) -> None:
        """Have the API read the secrets at every request, and not only every five seconds.

        To empty what it remembers is not enough: a request that read them before may remember them afterwards.
        """
        routes = await self.container.get(WebhookRoutes)
        routes._cache = _Forgetful()

    async def heal(self, owner: asyncpg.Connection) -> None:
        """Mend what a test may have broken of the number, the lanes, the jobs and the simulator."""
        await owner.execute(
            "DELETE FROM platform.dead_letters; DELETE FROM platform.jobs; "
            "DELETE FROM platform.workers WHERE id = 'host:7'; "
            "DELETE FROM platform.lanes WHERE lease_owner = 'host:7' OR attempts > 0 OR crashes > 0 "
            "OR due_at < now() - interval '1 minute'"
        )
        (await self.stage.simulator.delete("/_sim/faults")).raise_for_status()
        await self.set_phone("5511955550100")
        await self.renew(
            access_token="sim-access-token",
            app_secret="sim-app-secret",
            verify_token="sim-verify-token",
            phone_number_id=PHONE_NUMBER_ID,
            business_account_id=ACCOUNT_ID,
        )
        await self.forget_routes()
        await self.subscribe(self.stage.settings.public_url)

    async def set_phone(self, phone: str) -> None:
        uow: UnitOfWork = await self.container.get(UnitOfWork)
        async with uow(self.stage.tenant_id) as tx:
            config = await tx.whatsapp_configs.get(self.stage.config_id)
            config.phone_number = phone
            await tx.whatsapp_configs.save(config)

    async def subscribe(self, url: str) -> None:
        """Have the provider know this public address."""
        use_case = await self.container.get(SubscribeConfig)
        address = f"{url}/api/v1/whatsapp/webhook/{self.stage.config_id}"
        await use_case.subscribe(self.stage.tenant_id, self.stage.config_id, callback_url=address)


def environment_of(settings: Settings) -> dict[str, str | None]:
    return {
        "DATABASE_URL": settings.database_url,
        "REDIS_URL": settings.redis_url,
        "PYTAKE_MASTER_KEY": settings.master_key,
        "PYTAKE_PUBLIC_URL": settings.public_url,
        "WHATSAPP_BASE_URL": settings.whatsapp_base_url,
        "WHATSAPP_APP_SECRETS": ",".join(settings.whatsapp_app_secrets),
        "WHATSAPP_VERIFY_TOKEN": settings.whatsapp_verify_token,
    }


@contextmanager
def free_port() -> Iterator[int]:
    """Give a port on which nobody listens, and keep it so."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield int(held.getsockname()[1])
