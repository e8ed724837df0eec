"""What an earlier run left behind: servers that outlived their owner, stale pid files, stale sockets."""

import signal
import socket
from pathlib import Path

import msgspec

from entrypoints.embedded.errors import ForeignServerError
from entrypoints.embedded.processes import command_line, end_process, is_alive, processes_in, works_in


class Traces(msgspec.Struct, frozen=True, kw_only=True):
    """How a server of ours is recognised: where it works, the mark on its command line, its files."""

    program: str
    folder: Path
    mark: str
    pid_file: Path
    socket_files: tuple[Path, ...]
    end_signal: signal.Signals


def clear_leftovers(traces: Traces) -> None:
    """End a server of ours that outlived its owner and forget stale files; refuse to touch a foreign server.

    The caller holds the folder's lock, so a server of ours that runs has no owner any more.
    """
    pid = recorded_pid(traces.pid_file)
    if pid is not None and is_alive(pid):
        _end_if_ours(pid, traces=traces)
    for child in processes_in(folder=traces.folder, mark=traces.mark):
        end_process(pid=child, gently=signal.SIGKILL)
    _refuse_listener(traces)
    for path in (traces.pid_file, *traces.socket_files):
        path.unlink(missing_ok=True)


def recorded_pid(pid_file: Path) -> int | None:
    """Read the process id in the first line of the file; none when there is no such file or number."""
    try:
        first_line = pid_file.read_text(errors="replace").partition("\n")[0].strip()
    except OSError:
        return None
    return int(first_line) if first_line.isdecimal() and int(first_line) > 0 else None


def _end_if_ours(pid: int, *, traces: Traces) -> None:
    """End the process if it is our server, refuse if it is another one, ignore a reused process id."""
    command = command_line(pid)
    if traces.mark in command and traces.program in command:
        end_process(pid=pid, gently=traces.end_signal)
    elif works_in(pid=pid, folder=traces.folder) or str(traces.folder) in command:
        raise ForeignServerError(
            f"another {traces.program} that PyTake did not start (process {pid}) serves {traces.folder}: "
            "stop it, or choose another folder",
        )


def _refuse_listener(traces: Traces) -> None:
    """Refuse a server that answers on our sockets although no pid file tells of it."""
    for path in traces.socket_files:
        if is_listening(path):
            raise ForeignServerError(
                f"a {traces.program} that PyTake did not start listens on {path}: stop it, or choose another folder",
            )


def is_listening(path: Path) -> bool:
    """Tell whether somebody accepts connections on the socket."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        try:
            connection.connect(str(path))
        except OSError:
            return False
    return True
