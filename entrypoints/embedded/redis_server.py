"""Redis as an embedded service: it keeps caches and counters, so it starts empty each time."""

import signal
import socket
from pathlib import Path
from urllib.parse import quote

from entrypoints.embedded.folders import Place, private_folder
from entrypoints.embedded.leftovers import Traces, clear_leftovers
from entrypoints.embedded.server_process import ServerProcess

# It has nothing to write when it ends.
STOP_SECONDS = 10.0

# A server that does not answer a ping in this time is asked again.
PING_SECONDS = 2.0


class RedisServer:
    """One Redis on a private socket; it can be stopped, killed and started again."""

    def __init__(self, *, place: Place, binary: Path) -> None:
        self._place = place
        self._binary = binary
        self._folder = place.home / "redis"
        self._socket = place.sockets / "redis.sock"
        self._process = ServerProcess(name="Redis", account=place.account, log=place.home / "redis.log")

    @property
    def url(self) -> str:
        """The address of the server."""
        return f"unix://{quote(str(self._socket))}"

    @property
    def pid(self) -> int | None:
        """The process id of the server, while it runs."""
        return self._process.pid

    def start(self) -> None:
        """Start and return when it answers; does nothing when it runs already."""
        if self.pid is not None:
            return
        private_folder(self._folder, account=self._place.account)
        traces = self._traces()
        clear_leftovers(traces)
        self._process.start(command=self._command(traces), death_signal=signal.SIGTERM)
        self._process.wait_ready(self._answers)

    def stop(self) -> None:
        """Stop and return when it has ended; does nothing when it does not run."""
        if not self._process.end(signal.SIGTERM, seconds=STOP_SECONDS):
            self.kill()

    def kill(self) -> None:
        """End it as a crash would: its files stay behind."""
        self._process.end(signal.SIGKILL, seconds=STOP_SECONDS)

    def _command(self, traces: Traces) -> list[str]:
        settings = {
            "port": "0",  # only the private socket
            "unixsocket": str(self._socket),
            "unixsocketperm": "700",
            "dir": str(self._folder),
            "pidfile": str(traces.pid_file),
            "save": "",  # nothing in it outlives it
            "appendonly": "no",
            "daemonize": "no",
            "proc-title-template": f"{{title}} {traces.mark} {{listen-addr}}",
        }
        options = [argument for name, value in settings.items() for argument in (f"--{name}", value)]
        return [str(self._binary), *options]

    def _traces(self) -> Traces:
        return Traces(
            program="redis-server",
            folder=self._folder,
            mark=self._place.mark,
            pid_file=self._folder / "redis.pid",
            socket_files=(self._socket,),
            end_signal=signal.SIGTERM,
        )

    def _answers(self) -> bool:
        """Tell whether the server answers a ping."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(PING_SECONDS)
            try:
                connection.connect(str(self._socket))
                connection.sendall(b"PING\r\n")
                return connection.recv(5) == b"+PONG"
            except OSError:
                return False
