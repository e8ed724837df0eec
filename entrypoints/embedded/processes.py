"""What is known of other processes: alive or not, what they run, where they work; and how to end one."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

PROC = Path("/proc")

# Often enough that a start is not delayed, seldom enough that waiting costs nothing.
POLL_SECONDS = 0.02

# A server that was asked to end gets this long before it is killed.
END_SECONDS = 15.0


def wait_until(condition: Callable[[], bool], *, seconds: float) -> bool:
    """Wait until the condition holds; tell whether it did in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(POLL_SECONDS)
    return True


def is_alive(pid: int) -> bool:
    """Tell whether the process runs; one that ended and waits to be reaped does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return not _is_zombie(pid)


def _is_zombie(pid: int) -> bool:
    try:
        stat = (PROC / str(pid) / "stat").read_text(errors="replace")
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] == "Z"


def command_line(pid: int) -> str:
    """Return the command line of the process, or nothing when it is gone."""
    if not PROC.is_dir():
        return _listed_command(pid)
    try:
        raw = (PROC / str(pid) / "cmdline").read_bytes()
    except OSError:
        return ""
    return os.fsdecode(raw).replace("\0", " ").strip()


def _listed_command(pid: int) -> str:
    """Ask ps(1), on systems that have no /proc."""
    command = ["/bin/ps", "-ww", "-o", "command=", "-p", str(pid)]
    listed = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - fixed
    return listed.stdout.strip()


def works_in(*, pid: int, folder: Path) -> bool:
    """Tell whether the folder is the working folder of the process; no when that cannot be seen."""
    try:
        return (PROC / str(pid) / "cwd").readlink() == folder
    except OSError:
        return False


def processes_in(*, folder: Path, mark: str) -> list[int]:
    """Find the living processes that work in the folder and carry the mark in their command line."""
    pids = [int(entry.name) for entry in PROC.glob("[0-9]*")]
    return [pid for pid in pids if works_in(pid=pid, folder=folder) and mark in command_line(pid)]


def send(*, pid: int, signal_number: signal.Signals) -> None:
    """Send the signal, unless the process is already gone."""
    try:
        os.kill(pid, signal_number)
    except ProcessLookupError:
        return


def end_process(*, pid: int, gently: signal.Signals) -> None:
    """End a process that is not our child: ask, wait, then kill."""
    send(pid=pid, signal_number=gently)
    if not wait_until(lambda: not is_alive(pid), seconds=END_SECONDS):
        send(pid=pid, signal_number=signal.SIGKILL)
        wait_until(lambda: not is_alive(pid), seconds=END_SECONDS)
