"""The hops under everything: disk, database, role, migrations, fences, writes, clocks, Redis, keys."""

import shutil
from datetime import timedelta

from application.ports.clock import Clock
from application.ports.health import (
    DatabaseDoor,
    DatabaseHealth,
    DatabaseTrouble,
    RedisDoor,
    RedisTrouble,
    WriteTrouble,
)
from application.ports.secrets import SecretUnreadableError
from application.ports.signing_keys import SigningKeys
from entrypoints.cli.doctor import advice
from entrypoints.cli.doctor.finding import Finding, broken, good, not_tried
from entrypoints.cli.doctor.round import FACTS, FENCE, SCHEMA, Hop, Round

CLOCK_SKEW = timedelta(seconds=5)
"""Windows and timers are counted in minutes; five seconds show a clock that is not kept."""
NAMED = 5
"""Tables that fit a line."""
OF_ROLES = frozenset({DatabaseTrouble.NO_ROLES, DatabaseTrouble.ROLES_REFUSED})


async def _disk(on: Round) -> Finding:
    free = shutil.disk_usage(on.question.folder).free
    if free < on.question.least_free_bytes:
        return broken("disk", f"{free // 2**20} MiB free", fix=advice.DISK)
    return good("disk", f"{free // 2**30} GiB free")


async def _database(on: Round) -> Finding:
    door: DatabaseDoor = await on.container.get(DatabaseDoor)
    on.trouble = await door.trouble()
    if on.trouble in OF_ROLES:
        return good("database", "answers")
    if on.trouble is not None:
        on.blocked[FACTS] = "database"
        return broken("database", on.trouble.value, fix=advice.DATABASE[on.trouble])
    health: DatabaseHealth = await on.container.get(DatabaseHealth)
    clock: Clock = await on.container.get(Clock)
    on.facts = await health.facts(now=clock.now())
    return good("database", f"PostgreSQL {on.facts.server_version}")


async def _role(on: Round) -> Finding:
    if on.trouble in OF_ROLES and on.trouble is not None:
        on.blocked[FACTS] = "role"
        return broken("role", on.trouble.value, fix=advice.DATABASE[on.trouble])
    facts = on.facts
    if facts.is_superuser or facts.passes_fences_by:
        seen = (
            f"{facts.logged_in_as} (or {facts.acts_as}) sees every company's rows: row-level security does not bind it"
        )
        return broken("role", seen, fix=advice.ROLE_SEES_ALL)
    if facts.owned_tables:
        return broken("role", f"{facts.logged_in_as} owns {_named(facts.owned_tables)}", fix=advice.ROLE_OWNS)
    return good("role", f"logs in as {facts.logged_in_as}, acts as {facts.acts_as}")


async def _migrations(on: Round) -> Finding:
    facts = on.facts
    if facts.revision is None:
        on.blocked[SCHEMA] = "migrations"
    if facts.pending_revisions is None:
        return broken("migrations", f"the database is at {facts.revision}, unknown to this version", fix=advice.NEWER)
    if facts.pending_revisions:
        return broken("migrations", f"pending: {', '.join(facts.pending_revisions)}", fix=advice.MIGRATE)
    return good("migrations", f"at {facts.revision}")


async def _fences(on: Round) -> Finding:
    faults = [f"{table}: {fault}" for table, fault in zip(on.facts.unfenced_tables, on.facts.fence_faults, strict=True)]
    if not faults:
        return good("row-level security", "forced on every table with a tenant")
    if any(fault == "no policy" for fault in on.facts.fence_faults):
        on.blocked[FENCE] = "row-level security"
    return broken("row-level security", _named(tuple(faults)), fix=advice.FENCES)


async def _writes(on: Round) -> Finding:
    health: DatabaseHealth = await on.container.get(DatabaseHealth)
    trouble = await health.write_trouble()
    if trouble is None:
        return good("database writes", "a webhook can be kept")
    fix = advice.STANDBY if trouble is WriteTrouble.READ_ONLY and on.facts.is_standby else advice.WRITES[trouble]
    return broken("database writes", trouble.value, fix=fix)


async def _clock(on: Round) -> Finding:
    ahead = on.facts.clock_ahead
    if abs(ahead) > CLOCK_SKEW:
        return broken("clock", f"the database's is {ahead.total_seconds():+.0f} s off ours", fix=advice.CLOCK)
    return good("clock", f"{ahead.total_seconds() * 1000:+.0f} ms between us and the database")


async def _redis(on: Round) -> Finding:
    door: RedisDoor = await on.container.get(RedisDoor)
    trouble: RedisTrouble | None = await door.trouble()
    if trouble is None:
        return good("redis", "takes writes")
    return broken("redis", trouble.value, fix=f"{advice.REDIS[trouble]} {advice.WITHOUT_REDIS}")


async def _keys(on: Round) -> Finding:
    keys: SigningKeys = await on.container.get(SigningKeys)
    try:
        found = await keys.active()
    except SecretUnreadableError:
        return broken("keys", "the signing keys do not open with PYTAKE_MASTER_KEY", fix=advice.KEYS)
    return good("keys", "the signing keys open" if found else "none yet: the first `pytake serve` makes one")


async def _fences_once_migrated(on: Round) -> Finding:
    if SCHEMA in on.blocked:
        return not_tried("row-level security", because="migrations")
    return await _fences(on)


def _named(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


PLATFORM_HOPS = (
    Hop("disk", (), _disk),
    Hop("database", ("DATABASE_URL",), _database),
    Hop("role", ("database",), _role),
    Hop("migrations", ("database", FACTS), _migrations),
    Hop("row-level security", ("database", FACTS), _fences_once_migrated),
    Hop("database writes", ("database", FACTS, "migrations"), _writes),
    Hop("clock", ("database", FACTS), _clock),
    Hop("redis", ("REDIS_URL",), _redis),
    Hop("keys", ("PYTAKE_MASTER_KEY", "database", FACTS, "migrations"), _keys),
)
"""In the order in which they rest on each other."""
