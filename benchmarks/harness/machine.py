"""What the figures were seen on, without names of hosts or folders; and how busy it was."""

import os
import platform
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
_COMMAND_END = ") "


def shape() -> str:
    """Describe the machine in words."""
    gibibytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores ({_processor()}), {gibibytes:.0f} GiB of memory, {platform.system()}, "
        f"Python {platform.python_version()}"
    )


def load() -> str:
    """Give the load averages of one, five and fifteen minutes."""
    return " ".join(f"{average:.2f}" for average in os.getloadavg())


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")


def family(pid: int) -> list[int]:
    """Give a process and everything that descends from it."""
    found = [pid]
    for parent in found:
        found.extend(_children(parent))
    return found


def cpu_seconds(pid: int) -> float:
    """Give what a process and its descendants have used, those that have ended included."""
    return sum(_ticks(each) for each in family(pid)) / TICKS


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found.extend(int(child) for child in task.read_text().split())
        except OSError:
            continue
    return found


def _ticks(pid: int) -> int:
    """Add up utime, stime, cutime and cstime, fields 14 to 17 of proc(5)."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return 0
    fields = text.rpartition(_COMMAND_END)[2].split()
    return sum(int(field) for field in fields[11:15])
