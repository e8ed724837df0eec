"""The account under which the servers run: ours, or a harmless one when we are root."""

import os
import pwd
import signal
import subprocess
import sys
import threading
from pathlib import Path

import msgspec

from entrypoints.embedded.errors import EmbeddedServiceError

# PostgreSQL refuses to run as root. These accounts exist on every Linux and own nothing; the first found is used.
HARMLESS_ACCOUNTS = ("nobody", "daemon", "bin")

# Nothing of our environment reaches the servers: PGDATA, PGPORT or a locale of ours would change what they do.
# TZ also spares initdb the search of all time zones for the one of this machine.
SERVER_ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}

# A probe starts, answers and ends in well under a second; this leaves room for a very busy machine.
PROBE_SECONDS = 30

LAUNCHER = Path(__file__).with_name("launch.py")


class ServerAccount(msgspec.Struct, frozen=True, kw_only=True):
    """Who runs the servers; `harmless` when that is not us."""

    name: str
    uid: int
    gid: int
    harmless: bool


def server_account() -> ServerAccount:
    """Choose the account for the servers: our own, or an unprivileged one when we are root."""
    if os.geteuid() != 0:
        uid = os.geteuid()
        return ServerAccount(name=account_name(uid), uid=uid, gid=os.getegid(), harmless=False)
    for name in HARMLESS_ACCOUNTS:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return ServerAccount(name=name, uid=entry.pw_uid, gid=entry.pw_gid, harmless=True)
    raise EmbeddedServiceError(
        "PostgreSQL does not run as root, and this machine has none of the accounts "
        f"{', '.join(HARMLESS_ACCOUNTS)} to run it under: start as another user, or set DATABASE_URL and REDIS_URL",
    )


def account_name(uid: int) -> str:
    """Name the account, or give its number when it has no name."""
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def command_as(*, account: ServerAccount, command: list[str], death_signal: signal.Signals | None) -> list[str]:
    """Write the command that runs this command under the account.

    With a death signal the program gets that signal when we end, but only if the main thread starts it: the
    kernel watches the thread that starts it, and a worker thread would take the server along when it ends.
    """
    uid, gid = (account.uid, account.gid) if account.harmless else (0, 0)
    in_main_thread = threading.current_thread() is threading.main_thread()
    watched = int(death_signal) if death_signal and in_main_thread else 0
    numbers = [str(number) for number in (uid, gid, watched, os.getpid())]
    return [sys.executable, "-I", "-S", str(LAUNCHER), *numbers, *command]


def probe(*, account: ServerAccount, command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a short command under the account and return what it said."""
    return subprocess.run(  # noqa: S603 - the command is ours, without a shell
        command_as(account=account, command=command, death_signal=signal.SIGKILL),
        cwd="/",
        env=SERVER_ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=PROBE_SECONDS,
        check=False,
    )


def can_enter(*, account: ServerAccount, folder: Path) -> bool:
    """Try, as that account, whether the folder can be entered (its parents count as well)."""
    if not account.harmless:
        return os.access(folder, os.X_OK)
    return probe(account=account, command=["/bin/sh", "-c", 'test -x "$0"', str(folder)]).returncode == 0
