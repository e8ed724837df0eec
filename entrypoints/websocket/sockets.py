"""The listening socket, made by ourselves: uvicorn cannot be told when to give a dead client up."""

import contextlib
import errno
import socket

USER_TIMEOUT_MS = 10_000
"""A peer that acknowledges nothing for so long is gone; without this a stalled reader outlives uvicorn's pings."""
BACKLOG = 2048
"""Handshakes that may wait while the process is busy; uvicorn's own default."""


class PortTakenError(Exception):
    """Something else listens there."""


def listening_socket(*, host: str, port: int) -> socket.socket:
    """Bind a TCP socket for `uvicorn.Server.serve(sockets=[…])`; port 0 takes a free one. Raises PortTakenError."""
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with contextlib.ExitStack() as undo:
        listener = undo.enter_context(socket.socket(family, kind, protocol))
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "TCP_USER_TIMEOUT"):  # Linux; accepted sockets inherit it
            listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, USER_TIMEOUT_MS)
        try:
            listener.bind(address)
            listener.listen(BACKLOG)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            raise PortTakenError(
                f"Port {port} of {host} is taken: stop what listens there or choose another."
            ) from error
        undo.pop_all()
        return listener
