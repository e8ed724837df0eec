import signal
from pathlib import Path

import pytest

from tests.embedded.helpers import marked, running_owner

pytestmark = pytest.mark.xdist_group("embedded")

RUN = "import sys; from entrypoints.embedded.run import main; sys.exit(main())"


class TestRunUntilToldToEnd:
    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
    def test_leaves_no_process_and_no_socket(self, kept_folder: Path, number: signal.Signals):
        with running_owner(RUN, "--folder", str(kept_folder)) as owner:
            lines = [owner.stdout.readline() for _line in range(3)]
            owner.send_signal(number)
            status = owner.wait(timeout=60)

        assert [line.partition("=")[0] for line in lines] == ["DATABASE_URL", "REDIS_URL", "data"]
        assert status == 0
        assert marked(kept_folder) == []
        assert not (kept_folder / "sockets").exists()

    def test_ends_also_while_it_starts(self, folder: Path):
        with running_owner(RUN, "--folder", str(folder)) as owner:
            while not list(folder.glob("postgres.new-*")):
                assert owner.poll() is None
            owner.send_signal(signal.SIGTERM)
            status = owner.wait(timeout=60)

        assert status == 0
        assert marked(folder) == []
        assert not (folder / "sockets").exists()

    def test_says_what_is_wrong_and_fails(self, parent: Path):
        (parent / "file").write_text("")

        with running_owner(RUN, "--folder", str(parent / "file")) as owner:
            assert owner.wait(timeout=60) == 1

    def test_erases_on_demand(self, folder: Path):
        folder.mkdir()
        (folder / "redis.log").write_text("")

        with running_owner(RUN, "--folder", str(folder), "--erase") as owner:
            assert owner.wait(timeout=60) == 0

        assert not folder.exists()
