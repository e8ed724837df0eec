"""The hops under everything: database, fences, migrations, Redis, keys, workers, lanes, clocks."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

from dishka import AsyncContainer

from application.ports.health import DatabaseFacts, DatabaseHealth, Readiness
from application.ports.operations import LaneBoard, Workers
from application.ports.secrets import SecretUnreadableError
from application.ports.tokens import Tokens
from domain.shared.errors import PyTakeError
from entrypoints.cli.doctor.finding import Finding, broken, good

CLOCK_SKEW = timedelta(seconds=5)
"""Windows and timers are counted in minutes; five seconds show a clock that is not kept."""
SILENT_WORKER = timedelta(seconds=20)
"""A worker says that it lives every five seconds."""
LAG = timedelta(seconds=30)
"""A message that waits so long is one that its writer notices."""
DEAD_LETTERS = 0


async def platform_hops(container: AsyncContainer) -> AsyncIterator[Finding]:
    """Prove them in the order in which they rest on each other; stop at a database that does not answer."""
    facts = await _facts(container)
    if isinstance(facts, Finding):
        yield facts
        return
    yield good("database", f"PostgreSQL {facts.server_version}")
    for finding in (_role(facts), _fences(facts), _migrations(facts), _clock(facts)):
        yield finding
    yield await _redis(container)
    if facts.pending_revisions:
        return
    yield await _keys(container)
    yield await _workers(container)
    async for finding in _lanes(container):
        yield finding


async def _facts(container: AsyncContainer) -> DatabaseFacts | Finding:
    try:
        health: DatabaseHealth = await container.get(DatabaseHealth)
        return await health.facts(now=datetime.now(UTC))
    except PyTakeError as error:
        fix = "Start PostgreSQL, or mend DATABASE_URL: its login must exist and be allowed the application's roles."
        return broken("database", error.message, fix=fix)


def _role(facts: DatabaseFacts) -> Finding:
    if facts.is_superuser or facts.passes_fences_by:
        fix = "Use a login without SUPERUSER and BYPASSRLS in DATABASE_URL (docs/guides/operations.md)."
        return broken("role", f"{facts.acts_as} passes row-level security by", fix=fix)
    if facts.owned_tables:
        fix = "Migrate as the owner (DATABASE_OWNER_URL) and serve as another login (DATABASE_URL)."
        return broken("role", f"{facts.acts_as} owns {', '.join(facts.owned_tables[:5])}", fix=fix)
    return good("role", f"logs in as {facts.logged_in_as}, acts as {facts.acts_as}")


def _fences(facts: DatabaseFacts) -> Finding:
    if facts.unfenced_tables:
        fix = "Run `pytake migrate`; if it is up to date, somebody changed the schema by hand: restore the policies."
        return broken("row-level security", f"not forced on {', '.join(facts.unfenced_tables[:5])}", fix=fix)
    return good("row-level security", "forced on every table with a tenant")


def _migrations(facts: DatabaseFacts) -> Finding:
    if facts.pending_revisions:
        return broken("migrations", f"pending: {', '.join(facts.pending_revisions)}", fix="Run `pytake migrate`.")
    return good("migrations", f"at {facts.revision}")


def _clock(facts: DatabaseFacts) -> Finding:
    if abs(facts.clock_ahead) > CLOCK_SKEW:
        seconds = facts.clock_ahead.total_seconds()
        return broken("clock", f"the database's is {seconds:+.0f} s off", fix="Keep both machines' clocks with NTP.")
    return good("clock", f"{facts.clock_ahead.total_seconds() * 1000:+.0f} ms between us and the database")


async def _redis(container: AsyncContainer) -> Finding:
    readiness: Readiness = await container.get(Readiness)
    if (await readiness.check()).get("redis"):
        return good("redis")
    fix = "Start Redis, or mend REDIS_URL and its password. Until then sockets and workers poll, and sending is slow."
    return broken("redis", "does not answer", fix=fix)


async def _keys(container: AsyncContainer) -> Finding:
    try:
        await container.get(Tokens)
    except SecretUnreadableError:
        fix = "PYTAKE_MASTER_KEY is not the one that sealed the keys: restore it from its backup."
        return broken("keys", "the signing keys do not open", fix=fix)
    return good("keys", "the signing keys open")


async def _workers(container: AsyncContainer) -> Finding:
    workers: Workers = await container.get(Workers)
    now = datetime.now(UTC)
    alive = [worker for worker in await workers.all() if now - worker.seen_at < SILENT_WORKER]
    if not alive:
        return broken("workers", "none is running", fix="Start one with `pytake work`.")
    return good("workers", ", ".join(worker.id for worker in alive))


async def _lanes(container: AsyncContainer) -> AsyncIterator[Finding]:
    board: LaneBoard = await container.get(LaneBoard)
    lag = await board.lag()
    late = {kind: age for kind, age in lag.oldest_due.items() if age > LAG}
    if late:
        seen = ", ".join(f"a {kind} lane waits since {age.total_seconds():.0f} s" for kind, age in late.items())
        yield broken("lanes", seen, fix="Start more workers; `pytake lanes list` shows what is stuck and why.")
    else:
        yield good("lanes", f"{lag.webhooks} webhooks and {lag.items} items wait")
    if lag.dead_letters > DEAD_LETTERS:
        fix = "Look with `pytake lanes dead`, mend the cause, put them back with `pytake lanes replay`."
        yield broken("dead letters", f"{lag.dead_letters} were given up", fix=fix)
    else:
        yield good("dead letters", "none")
