"""How the embedded PostgreSQL is set up, each setting with its reason."""

from entrypoints.embedded.folders import Place

# Names the socket file; no network port is opened.
PORT = 5432

# The first version whose C.UTF-8 is its own and does not change with the C library of the machine.
BUILTIN_LOCALE_SINCE = 17

# The server's own log must not hold what customers write, so no statement details.
QUIET_LOG = {
    "log_error_verbosity": "terse",  # DETAIL lines quote values: phone numbers, texts
    "log_parameter_max_length_on_error": "0",  # nor the parameters of a failed statement
    "log_line_prefix": "%m [%p] ",
    "log_timezone": "UTC",
    "logging_collector": "off",  # standard error is our log file already
}

SETTINGS = {
    "listen_addresses": "",  # only the private socket
    "port": str(PORT),
    "unix_socket_permissions": "0700",
    "max_connections": "200",  # API, workers and a parallel test run at once
    "shared_buffers": "128MB",
    "idle_in_transaction_session_timeout": "60s",  # a forgotten transaction must not hold its locks
    "autovacuum": "on",
    "timezone": "UTC",
    "wal_level": "minimal",  # nobody replicates from it
    "max_wal_senders": "0",  # which minimal demands
    "jit": "off",  # all queries are short
    **QUIET_LOG,
}

# For tests: a crash of the machine may lose everything, a crash of the server loses nothing. That is why
# synchronous_commit stays on: without fsync it costs nothing measurable, and off it would lose what was just
# committed when a test kills the server.
NOT_DURABLE = {"fsync": "off", "full_page_writes": "off"}


def server_arguments(*, place: Place, durable: bool) -> list[str]:
    """Write all settings as arguments of `postgres`: they hold whatever its files in the data folder say."""
    settings = {
        **SETTINGS,
        **({} if durable else NOT_DURABLE),
        "unix_socket_directories": str(place.sockets),
        "cluster_name": place.mark,  # appears on the command lines of all its processes
    }
    return [argument for name, value in settings.items() for argument in ("-c", f"{name}={value}")]


def initdb_arguments(*, major: int, durable: bool) -> list[str]:
    """Write the arguments of `initdb`: owner `postgres`, UTF-8, code point order, trust on the private socket."""
    arguments = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"]
    arguments += ["--text-search-config=simple", "--no-instructions"]
    if major >= BUILTIN_LOCALE_SINCE:
        arguments += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    return arguments if durable else [*arguments, "--no-sync"]
