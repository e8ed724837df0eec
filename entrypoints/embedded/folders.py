"""Where the data of the embedded services are kept, and where their sockets are."""

import hashlib
import os
import re
import shutil
import stat
import tempfile
from pathlib import Path

import msgspec

from entrypoints.embedded.account import ServerAccount, account_name, can_enter
from entrypoints.embedded.errors import (
    EmbeddedServiceError,
    FolderUnusableError,
    ForeignDataError,
    SocketFolderError,
)

# The system refuses sockets whose path is longer than 107 bytes (103 on macOS).
SOCKET_PATH_BYTES = 100
LONGEST_SOCKET = ".s.PGSQL.5432"

# PostgreSQL reads commas and quotes in a socket folder's name as syntax, and so do URLs with other signs.
PLAIN_PATH = re.compile(r"[A-Za-z0-9/._-]+")

# The shortest folder that everybody may write; TMPDIR can be long.
SHORT_PARENT = Path("/tmp")  # noqa: S108 - what is made in it is private, and checked to be ours

# Kept over a restart of the machine, unlike /tmp.
LASTING_PARENT = Path("/var/tmp")  # noqa: S108 - what is made in it has a random name and is ours

# In the asked folder, when the data are elsewhere: their place.
POINTER_FILE = "data-is-in.txt"

OURS_ALONE = 0o700
PASSABLE = 0o711  # the account of the servers goes through to its own folders in it, and lists nothing


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """The folder that was asked for, the one that holds the data, the one of the sockets, and who serves."""

    asked: Path
    home: Path
    sockets: Path
    account: ServerAccount

    @property
    def mark(self) -> str:
        """The word on the command lines of the servers of this place."""
        return f"pytake-{digest(self.home)}"


def digest(path: Path) -> str:
    """Shorten a path to a word that differs from path to path."""
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


def prepare_folder(folder: Path) -> Path:
    """Make the folder if needed and return its real path; refuse one that is a database's own data folder."""
    try:
        folder.mkdir(mode=PASSABLE, parents=True, exist_ok=True)
        real = folder.resolve(strict=True)
    except OSError as error:
        raise FolderUnusableError(
            f"cannot use {folder} for the data ({error.strerror}): choose another folder, or make this one "
            "writable for this user",
        ) from error
    if (real / "PG_VERSION").exists() or (real / "postmaster.pid").exists():
        raise ForeignDataError(
            f"{real} is itself the data folder of a PostgreSQL that PyTake did not make: choose another folder",
        )
    return real


def find_place(*, asked: Path, account: ServerAccount) -> Place:
    """Find the place of the data and the sockets; make what is missing of it."""
    home = asked if can_enter(account=account, folder=asked) else _home_elsewhere(asked, account=account)
    return Place(asked=asked, home=home, sockets=_socket_folder(home, account=account), account=account)


def _home_elsewhere(asked: Path, *, account: ServerAccount) -> Path:
    """Find or make the private folder for data whose own folder the servers cannot reach.

    Its name is random and kept in the asked folder: nobody can make it before us, and who deletes the asked
    folder starts anew instead of finding old data.
    """
    home = home_pointed_to(asked)
    if home is None:
        home = Path(tempfile.mkdtemp(prefix=_home_prefix(asked), dir=_lasting_parent(account))).resolve()
        home.chmod(PASSABLE)
        _write_pointer(asked / POINTER_FILE, home=home)
    return home


def _write_pointer(pointer: Path, *, home: Path) -> None:
    """Write the file anew and exclusively: as root we follow no link that another user may have put there."""
    pointer.unlink(missing_ok=True)
    with pointer.open("x") as file:
        file.write(f"{home}\n")


def home_pointed_to(asked: Path) -> Path | None:
    """Read where the data of this folder are kept; none when here, or when that place is gone or not ours."""
    try:
        home = Path((asked / POINTER_FILE).read_text().strip())
        state = home.lstat()
    except OSError:
        return None
    ours = stat.S_ISDIR(state.st_mode) and state.st_uid == os.geteuid()
    return home if ours and home.name.startswith(_home_prefix(asked)) else None


def _home_prefix(asked: Path) -> str:
    """Begin the name of the private folder; a copied pointer file does not match it."""
    return f"pytake-{digest(asked)}-"


def _lasting_parent(account: ServerAccount) -> Path:
    for parent in (LASTING_PARENT, Path(tempfile.gettempdir()), SHORT_PARENT):
        if os.access(parent, os.W_OK) and can_enter(account=account, folder=parent):
            return parent
    raise EmbeddedServiceError(
        f"the servers run as {account.name}, who can enter neither the data folder nor {LASTING_PARENT} nor "
        f"{SHORT_PARENT}: choose a data folder that this user can reach",
    )


def _socket_folder(home: Path, *, account: ServerAccount) -> Path:
    """Choose a folder inside the home, or a short private one where the home's path does not suit sockets."""
    inside = home / "sockets"
    fits = len(os.fsencode(inside / LONGEST_SOCKET)) < SOCKET_PATH_BYTES
    if fits and PLAIN_PATH.fullmatch(str(inside)):
        return private_folder(inside, account=account)
    try:
        return private_folder(SHORT_PARENT / f"pytake-{account.uid}-{digest(home)}", account=account)
    except (OSError, EmbeddedServiceError) as error:
        raise SocketFolderError(f"cannot use a private folder for the sockets: {error}") from error


def private_folder(path: Path, *, account: ServerAccount) -> Path:
    """Make a folder for the servers' account alone, or take the one that is; never change one that is not."""
    try:
        path.mkdir(mode=OURS_ALONE)
        if account.harmless:
            os.chown(path, account.uid, account.gid, follow_symlinks=False)
    except FileExistsError:
        _check_private(path, account=account)
    except OSError as error:
        raise FolderUnusableError(f"cannot make {path} ({error.strerror}): choose another folder") from error
    return path


def _check_private(path: Path, *, account: ServerAccount) -> None:
    state = path.lstat()
    if not stat.S_ISDIR(state.st_mode):
        raise FolderUnusableError(f"{path} is not a folder: remove it, or choose another folder")
    if state.st_uid != account.uid:
        raise ForeignDataError(
            f"{path} belongs to {account_name(state.st_uid)}, but the servers would run as {account.name}: "
            "start with the user that made it, or choose another folder",
        )
    if state.st_mode & 0o077:
        raise FolderUnusableError(
            f"{path} is open to other users: take their rights away (chmod 700), or choose another folder",
        )


def remove_sockets(place: Place) -> None:
    """Remove the folder of the sockets, with what a killed server left in it."""
    shutil.rmtree(place.sockets, ignore_errors=True)
