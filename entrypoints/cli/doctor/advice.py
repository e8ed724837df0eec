"""What to do, for people who were woken up: the command first, the reason after it."""

from application.ports.health import DatabaseTrouble, RedisTrouble, WriteTrouble

DISK = (
    "Make room (`du -xsh /* | sort -h` shows where it went), or give the disk more: a full disk stops the database, "
    "and with it the receiving of messages."
)

_START = (
    "Start PostgreSQL, or mend DATABASE_URL: host, port and name must lead to it "
    '(try `psql "$DATABASE_URL" -c "select 1"` from this machine).'
)
_GRANT = "As whoever made the two roles: GRANT pytake_app, pytake_platform TO the login of DATABASE_URL."

DATABASE: dict[DatabaseTrouble, str] = {
    DatabaseTrouble.AWAY: _START,
    DatabaseTrouble.SILENT: "See whether PostgreSQL hangs or a firewall swallows packets; then restart it. " + _START,
    DatabaseTrouble.STARTING: "Wait until PostgreSQL has started, and read its log if it does not.",
    DatabaseTrouble.CROWDED: (
        "Raise max_connections (30 for each process of serve and work, and some), or end what holds them "
        "(pg_stat_activity)."
    ),
    DatabaseTrouble.LOGIN_REFUSED: (
        "Mend user and password in DATABASE_URL; if they are right, allow this machine in pg_hba.conf. PostgreSQL's "
        "log says which."
    ),
    DatabaseTrouble.NO_DATABASE: (
        "Mend the database's name in DATABASE_URL, create the database, or as its owner: GRANT CONNECT ON DATABASE … "
        "TO the login."
    ),
    DatabaseTrouble.NO_ROLES: f"Run `pytake migrate`, which makes them. Then: {_GRANT}",
    DatabaseTrouble.ROLES_REFUSED: f"{_GRANT} Or DATABASE_URL names the wrong login (docs/guides/operations.md).",
    DatabaseTrouble.ADDRESS_WRONG: "Write it as postgresql://login:password@host:5432/name; escape @ and / in it.",
}

ROLE_SEES_ALL = (
    "Use a login without SUPERUSER and BYPASSRLS in DATABASE_URL, and keep the other for DATABASE_OWNER_URL "
    "(docs/guides/operations.md has the SQL)."
)
ROLE_OWNS = "Migrate as the owner (DATABASE_OWNER_URL) and serve as another login (DATABASE_URL)."
MIGRATE = "Run `pytake migrate` with DATABASE_OWNER_URL of the database's owner."
NEWER = "Deploy the version of PyTake that made this schema, or a newer one, here."
FENCES = (
    "Stop `pytake serve` and `pytake work` until it is mended: companies may see each other's rows. As the owner: "
    "ALTER TABLE … ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY; and CREATE POLICY tenant as "
    "migrations/helpers.py (fence_tenant_table) writes it."
)

WRITES: dict[WriteTrouble, str] = {
    WriteTrouble.READ_ONLY: (
        "Free or enlarge the database's disk: many providers make a full database read-only. If it is not full: "
        "default_transaction_read_only must be off for the login and the database."
    ),
    WriteTrouble.DISK_FULL: "Free or enlarge the disk of PostgreSQL's data directory and pg_wal, then restart it.",
    WriteTrouble.REFUSED: "Run `pytake migrate`: a role has not the right that it grants. PostgreSQL's log says which.",
}
STANDBY = "DATABASE_URL leads to a standby: let it lead to the primary, or promote the standby."
CLOCK = "Keep both machines' clocks with NTP (`timedatectl set-ntp true`; `chronyc tracking` shows how far it is)."

REDIS: dict[RedisTrouble, str] = {
    RedisTrouble.AWAY: "Start Redis, or mend host and port in REDIS_URL.",
    RedisTrouble.SILENT: "Redis hangs or a firewall swallows packets: see `redis-cli --latency`, restart it.",
    RedisTrouble.NEEDS_LOGIN: "Put the password into REDIS_URL: redis://:password@host:6379/0.",
    RedisTrouble.LOGIN_REFUSED: "Mend user and password in REDIS_URL: Redis has others (requirepass, ACL LIST).",
    RedisTrouble.FORBIDDEN: "Give the user of REDIS_URL its commands and keys: ACL SETUSER … ~* &* +@all -@dangerous.",
    RedisTrouble.LOADING: "Wait until Redis has loaded its data.",
    RedisTrouble.FULL: "Raise Redis's maxmemory, and set maxmemory-policy volatile-ttl.",
    RedisTrouble.READ_ONLY: "REDIS_URL leads to a replica: let it lead to the primary.",
    RedisTrouble.OTHER: "Look in Redis's log; PyTake needs Redis 6.2 or newer.",
}
WITHOUT_REDIS = "Until then sockets and workers poll, and sending is slow; nothing is lost."

KEYS = (
    "PYTAKE_MASTER_KEY is not the one that sealed the keys: restore it from its backup, here and where serve and work "
    "start; if it was replaced, name the one before it in PYTAKE_PREVIOUS_MASTER_KEYS (docs/guides/keys.md). Do not "
    "make a new one: tokens and secrets of every number would have to be entered again."
)
WORK = "Start one with `pytake work`, under a supervisor that starts it again."
LATE = "Start more workers; `pytake lanes list` shows what is stuck and why."
FAILING = (
    "`pytake lanes list` shows its error, the worker's log has where it happened (lane_failed). After five errors what "
    "is in front becomes a dead letter and the lane goes on."
)
JOBS = (
    "`pytake jobs list` shows each with its error, the worker's log too (job_failed). Mend the cause, then "
    "`pytake jobs retry <id>`; what nobody needs any more, `pytake jobs drop <id>`."
)
LATE_JOBS = "Start more workers; a worker's log says what keeps its jobs (jobs_stand_still)."
DEAD = "Look with `pytake lanes dead`, mend the cause, put them back with `pytake lanes replay`."
