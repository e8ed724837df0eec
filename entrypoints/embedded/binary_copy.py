"""A private copy of programs that the servers' account cannot reach where they are installed."""

import hashlib
import shutil
import tempfile
from pathlib import Path

# Headers and static libraries are half of the wheel and no server reads them.
NOT_NEEDED = shutil.ignore_patterns("*.a", "pkgconfig", "pgxs")

FOR_EVERYONE = 0o755


def copied_root(*, root: Path, parts: tuple[Path, ...], home: Path) -> Path:
    """Copy these parts of the root into the home, once for each version of them; return the root of the copy.

    The copy appears under its name only when complete, and older ones of the same program are removed.
    """
    program = parts[0].name
    target = home / "programs" / f"{program}-{_version(root / parts[0])}"
    if not target.exists():
        _make_passable(target.parent)
        for old in target.parent.glob(f"{program}-*"):
            shutil.rmtree(old)
        unfinished = Path(tempfile.mkdtemp(prefix=f"{program}-new-", dir=target.parent))
        for part in parts:
            _copy(root / part, to=unfinished / part)
        _open_for_everyone(unfinished)
        unfinished.rename(target)
    return target


def _version(program: Path) -> str:
    """Name this very file, so that an upgraded wheel is copied anew."""
    state = program.stat()
    return hashlib.sha256(f"{program} {state.st_size} {state.st_mtime_ns}".encode()).hexdigest()[:12]


def _make_passable(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    folder.chmod(FOR_EVERYONE)


def _copy(source: Path, *, to: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, to, ignore=NOT_NEEDED)
    elif source.exists():
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, to)


def _open_for_everyone(root: Path) -> None:
    """Let the servers' account read and run the copy, whatever our umask is."""
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            path.chmod(FOR_EVERYONE)
