"""One server program as a child process: in a session of its own, logged to a file, ended with its owner."""

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

from entrypoints.embedded.account import SERVER_ENVIRONMENT, ServerAccount, command_as
from entrypoints.embedded.errors import FolderUnusableError, StartFailedError
from entrypoints.embedded.processes import wait_until

# Recovery after a crash on a slow disk takes seconds, on a very busy machine tens of them.
START_SECONDS = 90.0

# What fits on a screen and still shows the cause.
LOG_TAIL_LINES = 20

# A log is emptied at the next start when it is larger: it is read when something fails, not kept.
LOG_BYTES = 20 * 1024 * 1024


class ServerProcess:
    """Starts a program, waits for it, signals it; knows what it has logged since it was started."""

    def __init__(self, *, name: str, account: ServerAccount, log: Path) -> None:
        self._name = name
        self._account = account
        self._log = log
        self._log_start = 0
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """The process id, while it runs."""
        return self._child.pid if self._child is not None and self._child.poll() is None else None

    def start(self, *, command: list[str], death_signal: signal.Signals) -> None:
        """Start the program. It is sent the death signal when we are killed, and no Ctrl-C of our terminal."""
        log = self._open_log()
        try:
            self._child = subprocess.Popen(  # noqa: S603 - the command is ours, without a shell
                command_as(account=self._account, command=command, death_signal=death_signal),
                cwd="/",
                env=SERVER_ENVIRONMENT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        finally:
            os.close(log)

    def wait_ready(self, answers: Callable[[], bool]) -> None:
        """Wait until the program answers; end it and say what it logged when it does not."""
        status, ready = None, False
        try:
            wait_until(lambda: self.pid is None or answers(), seconds=START_SECONDS)
            status = self.wait_end(seconds=0)
            ready = status is None and answers()
        finally:
            if not ready:
                self.end(signal.SIGKILL, seconds=START_SECONDS)
        if not ready:
            what = f"did not answer for {START_SECONDS:.0f} s" if status is None else f"ended with status {status}"
            raise StartFailedError(f"{self._name} {what} instead of starting; {self.log_tail()}")

    def wait_end(self, *, seconds: float) -> int | None:
        """Wait until the program ends and return its exit status; none when it still runs after that time."""
        if self._child is None:
            return 0
        try:
            return self._child.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            return None

    def end(self, signal_number: signal.Signals, *, seconds: float) -> bool:
        """Send the signal if the program runs, and tell whether it has ended in time."""
        if self._child is not None and self.pid is not None:
            self._child.send_signal(signal_number)
        return self.wait_end(seconds=seconds) is not None

    def log_tail(self) -> str:
        """Quote the last lines that the program logged since it was started."""
        with self._log.open("rb") as log:
            log.seek(self._log_start)
            lines = log.read().decode(errors="replace").splitlines()[-LOG_TAIL_LINES:]
        return f"the end of {self._log}:\n" + ("\n".join(lines) or "(nothing was logged)")

    def _open_log(self) -> int:
        """Open the log for appending, through no link that another user may have put there."""
        try:
            log = os.open(self._log, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW, 0o600)
        except OSError as error:
            raise FolderUnusableError(
                f"cannot write {self._log} ({error.strerror}): choose another folder",
            ) from error
        if os.fstat(log).st_size > LOG_BYTES:
            os.truncate(log, 0)
        self._log_start = os.fstat(log).st_size
        return log
