"""Delete everything that the embedded services keep for a folder, also what they had to keep elsewhere."""

import shutil
import signal
from contextlib import suppress
from pathlib import Path

from entrypoints.embedded.account import server_account
from entrypoints.embedded.folder_lock import LOCK_FILE, own_folder
from entrypoints.embedded.folders import POINTER_FILE, Place, find_place, prepare_folder, remove_sockets
from entrypoints.embedded.processes import end_process, processes_in

FOLDERS = ("postgres", "redis", "programs")
FILES = ("postgres.log", "redis.log", POINTER_FILE)


def erase_folder(*, folder: Path) -> None:
    """Delete the data of the folder for ever; raise FolderInUseError while its services run.

    Other files in the folder stay, and the folder with them.
    """
    if not folder.exists():
        return
    asked = prepare_folder(folder)
    with own_folder(asked):
        place = find_place(asked=asked, account=server_account())
        _end_servers(place)
        remove_sockets(place)
        _delete_data(place)
        (asked / LOCK_FILE).unlink()
    with suppress(OSError):  # other files are in it
        asked.rmdir()


def _end_servers(place: Place) -> None:
    """End servers that outlived their owner."""
    for name in FOLDERS:
        for pid in processes_in(folder=place.home / name, mark=place.mark):
            end_process(pid=pid, gently=signal.SIGKILL)


def _delete_data(place: Place) -> None:
    for name in FOLDERS:
        shutil.rmtree(place.home / name, ignore_errors=True)
    for name in FILES:
        (place.home / name).unlink(missing_ok=True)
    if place.home != place.asked:
        shutil.rmtree(place.home)
        (place.asked / POINTER_FILE).unlink(missing_ok=True)
