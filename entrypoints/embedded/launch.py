"""Give up root, tie this process to the life of its parent, and become the server program.

Run as a script, by path, in a bare interpreter (`python -I -S launch.py …`): the privileges are dropped here
and not with `preexec_fn`, which is unsafe in a process that has threads, and which must be able to run while
the account of the server cannot even read the interpreter. It imports nothing of ours.

    launch.py UID GID DEATH_SIGNAL PARENT_PID PROGRAM ARGUMENT…

UID 0 keeps the account; DEATH_SIGNAL 0 lets the program outlive its parent.
"""

import ctypes
import os
import signal
import sys

# prctl(2), linux/prctl.h: the signal that this process gets when the thread that made it ends.
PR_SET_PDEATHSIG = 1

# Whatever the servers write is for their own account only.
PRIVATE = 0o077


def become(*, uid: int, gid: int) -> None:
    """Leave root for this account and for none of its other groups."""
    os.setgroups([])
    os.setgid(gid)
    os.setuid(uid)


def die_with(*, parent: int, signal_number: int) -> None:
    """Ask the kernel for this signal when the parent ends, and stop at once if it already has."""
    if not sys.platform.startswith("linux"):
        return
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal_number, 0, 0, 0)
    if os.getppid() != parent:
        sys.exit("the process that wanted this server has ended")


def main(arguments: list[str]) -> None:
    """Do what the module says."""
    uid, gid, signal_number, parent = (int(value) for value in arguments[:4])
    program = arguments[4:]
    os.umask(PRIVATE)
    signal.pthread_sigmask(signal.SIG_SETMASK, [])  # what our parent holds back, the program must hear
    if uid:
        become(uid=uid, gid=gid)
    if signal_number:  # after the account has changed, for that would forget it
        die_with(parent=parent, signal_number=signal_number)
    try:
        os.execv(program[0], program)  # noqa: S606 - becoming that program is the purpose
    except OSError as error:
        sys.exit(f"cannot run {program[0]}: {error.strerror}")


if __name__ == "__main__":
    main(sys.argv[1:])
