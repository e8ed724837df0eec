"""PostgreSQL as an embedded service: made on the first start, found again on the next ones."""

import os
import shutil
import signal
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from entrypoints.embedded.binaries import PostgresBinaries
from entrypoints.embedded.errors import ForeignDataError, StartFailedError
from entrypoints.embedded.folders import Place, private_folder
from entrypoints.embedded.leftovers import Traces, clear_leftovers
from entrypoints.embedded.postgres_settings import PORT, initdb_arguments, server_arguments
from entrypoints.embedded.server_process import START_SECONDS, ServerProcess

StopMode = Literal["fast", "immediate"]

# `fast` ends sessions, writes everything and closes; `immediate` drops all and leaves recovery to the next start.
STOP_SIGNALS: dict[StopMode, signal.Signals] = {"fast": signal.SIGINT, "immediate": signal.SIGQUIT}

# A fast stop writes up to all shared buffers; after this it is forced, which loses nothing but takes recovery.
STOP_SECONDS = 30.0

# Line 8 of postmaster.pid says what the server is doing (utils/pidfile.h: LOCK_FILE_LINE_PM_STATUS).
STATUS_LINE = 7

UNFINISHED = "postgres.new-"


class PostgresServer:
    """One PostgreSQL on a private socket; it can be stopped, killed and started again."""

    def __init__(self, *, place: Place, binaries: PostgresBinaries, durable: bool) -> None:
        self._place = place
        self._binaries = binaries
        self._durable = durable
        self._data = place.home / "postgres"
        self._process = ServerProcess(
            name="PostgreSQL",
            account=place.account,
            log=place.home / "postgres.log",
        )

    @property
    def url(self) -> str:
        """The address for the owner of everything; the port is named so that PGPORT cannot change it."""
        return f"postgresql://postgres@/postgres?host={quote(str(self._place.sockets))}&port={PORT}"

    @property
    def pid(self) -> int | None:
        """The process id of the server, while it runs."""
        return self._process.pid

    def start(self) -> None:
        """Start and return when it answers; does nothing when it runs already."""
        if self.pid is not None:
            return
        clear_leftovers(self._traces())
        self._make_data_if_missing()
        self._check_data()
        command = [str(self._binaries.folder / "postgres"), "-D", str(self._data)]
        command += server_arguments(place=self._place, durable=self._durable)
        self._process.start(command=command, death_signal=signal.SIGINT)
        self._process.wait_ready(self._answers)

    def stop(self, *, mode: StopMode = "fast") -> None:
        """Stop and return when it has ended; does nothing when it does not run."""
        if not self._process.end(STOP_SIGNALS[mode], seconds=STOP_SECONDS) and not self._process.end(
            signal.SIGQUIT,
            seconds=STOP_SECONDS,
        ):
            self.kill()

    def kill(self) -> None:
        """End it as a crash would: nothing is written, its files stay behind."""
        self._process.end(signal.SIGKILL, seconds=STOP_SECONDS)

    def _answers(self) -> bool:
        """Tell whether the server says in its pid file that it accepts connections."""
        try:
            lines = (self._data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return False
        return len(lines) > STATUS_LINE and lines[0] == str(self._process.pid) and lines[STATUS_LINE].strip() == "ready"

    def _traces(self) -> Traces:
        socket_file = self._place.sockets / f".s.PGSQL.{PORT}"
        return Traces(
            program="postgres",
            folder=self._data,
            mark=self._place.mark,
            pid_file=self._data / "postmaster.pid",
            socket_files=(socket_file, socket_file.with_name(f"{socket_file.name}.lock")),
            end_signal=signal.SIGINT,
        )

    def _check_data(self) -> None:
        """Refuse data of another account or another major version."""
        private_folder(self._data, account=self._place.account)
        version_file = self._data / "PG_VERSION"
        if not version_file.exists():
            raise ForeignDataError(
                f"{self._data} holds other files than data of PostgreSQL: remove them, or choose another folder",
            )
        version = version_file.read_text().strip()
        if version != str(self._binaries.major):
            raise ForeignDataError(
                f"{self._data} holds data of PostgreSQL {version}, but the programs in {self._binaries.folder} "
                f"are {self._binaries.major}: give the programs of that version (postgres_bin), "
                "choose another folder, or remove this one if its data are not needed",
            )

    def _make_data_if_missing(self) -> None:
        """Make the data folder under another name and rename it when complete, so none is ever half made."""
        if self._data.exists() and any(self._data.iterdir()):
            return
        for unfinished in self._place.home.glob(f"{UNFINISHED}*"):
            shutil.rmtree(unfinished, ignore_errors=True)
        fresh = private_folder(self._place.home / f"{UNFINISHED}{os.getpid()}", account=self._place.account)
        self._run_initdb(fresh)
        fresh.rename(self._data)
        if self._durable:
            _write_to_disk(self._place.home)

    def _run_initdb(self, folder: Path) -> None:
        command = [str(self._binaries.folder / "initdb"), "-D", str(folder)]
        command += initdb_arguments(major=self._binaries.major, durable=self._durable)
        try:
            self._process.start(command=command, death_signal=signal.SIGTERM)
            status = self._process.wait_end(seconds=START_SECONDS)
        finally:
            self._process.end(signal.SIGTERM, seconds=STOP_SECONDS)
        if status != 0:
            shutil.rmtree(folder, ignore_errors=True)
            raise StartFailedError(f"PostgreSQL could not make its data folder; {self._process.log_tail()}")


def _write_to_disk(folder: Path) -> None:
    """Make the rename in the folder survive a power cut, as its data do."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
