"""`pytake keys`: rotations that running processes follow."""

import base64
from collections.abc import Callable
from pathlib import Path

import jwt
import pytest
from click.testing import Result

from adapters.crypto import followed_keys
from entrypoints.settings import SettingsError, read_settings
from tests.cli.commands import Commands
from tests.cli.conftest import MASTER_KEY
from tests.e2e.stage import Stage
from tests.integration.keys.site import NEW

ENOUGH = {"DATABASE_URL": "postgresql://pytake@db/pytake", "REDIS_URL": "redis://cache"}


def kid_of(token: str) -> str:
    return str(jwt.get_unverified_header(token)["kid"])


async def published(stage: Stage) -> list[str]:
    answer = await stage.api.get(f"{stage.settings.public_url}/.well-known/jwks.json")
    assert "max-age" in answer.headers["cache-control"]
    return [key["kid"] for key in answer.json()["keys"]]


class TestRotate:
    async def test_running_processes_follow_and_old_tokens_stay_good(
        self, stage: Stage, pytake: Commands, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(followed_keys, "SEEK_SECONDS", 0.0)
        old = await stage.log_in()

        new_kid = (await pytake("keys", "rotate")).split()[0]
        await stage.api.get("/auth/me", headers={"Authorization": f"Bearer {forged(new_kid, old)}"})
        new = await stage.log_in()

        assert kid_of(new) == new_kid != kid_of(old)
        assert await published(stage) == [kid_of(old), new_kid]
        for token in (old, new):
            answer = await stage.api.get("/auth/me", headers={"Authorization": f"Bearer {token}"})
            assert answer.status_code == 200

    async def test_the_keys_are_listed_with_what_each_does(self, pytake: Commands) -> None:
        assert "None yet" in await pytake("keys", "list")
        first = (await pytake("keys", "rotate")).split()[0]
        second = (await pytake("keys", "rotate")).split()[0]

        lines = (await pytake("keys", "list")).splitlines()

        assert [line.split()[0] for line in lines] == [first, second]
        assert "verifies until 20" in lines[0]
        assert lines[1].endswith("signs")

    async def test_revoked_keys_end_everybodys_tokens(
        self, stage: Stage, pytake: Commands, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(followed_keys, "SEEK_SECONDS", 0.0)
        old = await stage.log_in()

        new_kid = (await pytake("keys", "rotate", "--revoke")).split()[0]
        await stage.api.get("/auth/me", headers={"Authorization": f"Bearer {forged(new_kid, old)}"})
        answer = await stage.api.get("/auth/me", headers={"Authorization": f"Bearer {old}"})

        assert answer.status_code == 401
        assert await published(stage) == [new_kid]


def forged(kid: str, token: str) -> str:
    """Name another key than the one that signed."""
    head = jwt.get_unverified_header(token) | {"kid": kid}
    part = base64.urlsafe_b64encode(jwt.utils.force_bytes(str(head).replace("'", '"'))).rstrip(b"=").decode()
    return ".".join((part, *token.split(".")[1:]))


class TestRotateMaster:
    async def test_it_tells_how_far_it_is_and_that_the_old_key_may_go(self, pytake: Commands, company: str) -> None:
        config = [
            "config", "add", "--tenant", company, "--name", "Aurora", "--phone-number", "5511955550100",
            "--phone-number-id", "111", "--business-account-id", "222",
        ]  # fmt: skip
        await pytake(*config, typed="the-token\nthe-secret\nthe-word\n")

        told = await pytake("keys", "rotate-master", PYTAKE_MASTER_KEY=NEW, PYTAKE_PREVIOUS_MASTER_KEYS=MASTER_KEY)

        assert "data keys wrapped anew: 1" in told
        assert "PYTAKE_PREVIOUS_MASTER_KEYS may be removed" in told
        again = await pytake("keys", "rotate-master", PYTAKE_MASTER_KEY=NEW)
        assert "Everything rests on PYTAKE_MASTER_KEY." in again

    async def test_a_missing_key_is_said_and_nothing_is_called_done(self, pytake: Commands, company: str) -> None:
        config = [
            "config", "add", "--tenant", company, "--name", "Aurora", "--phone-number", "5511955550100",
            "--phone-number-id", "111", "--business-account-id", "222",
        ]  # fmt: skip
        await pytake(*config, typed="the-token\nthe-secret\nthe-word\n")

        told = await pytake.fails("keys", "rotate-master", PYTAKE_MASTER_KEY=NEW)

        assert "open with no master key given" in told
        assert "Keep all master keys" in told
        assert "may be removed" not in told


class TestMasterKeySetting:
    def test_it_is_read_from_a_file(self, tmp_path: Path) -> None:
        file = tmp_path / "master.key"
        file.write_text(f"{MASTER_KEY}\n")

        assert read_settings({**ENOUGH, "PYTAKE_MASTER_KEY_FILE": str(file)}).master_key == MASTER_KEY

    def test_a_file_that_is_not_there_is_said(self, bare_pytake: Callable[..., Result], tmp_path: Path) -> None:
        told = bare_pytake("lanes", "list", **ENOUGH, PYTAKE_MASTER_KEY_FILE=str(tmp_path / "nowhere")).output

        assert "PYTAKE_MASTER_KEY cannot be read from PYTAKE_MASTER_KEY_FILE" in told

    @pytest.mark.parametrize("content", [b"", b"short", b"\xff\xfe"])
    def test_a_file_that_holds_no_key_is_said_and_not_repeated(self, tmp_path: Path, content: bytes) -> None:
        file = tmp_path / "master.key"
        file.write_bytes(content)

        with pytest.raises(SettingsError, match="PYTAKE_MASTER_KEY") as caught:
            read_settings({**ENOUGH, "PYTAKE_MASTER_KEY_FILE": str(file)})

        assert "short" not in str(caught.value)

    def test_the_key_and_its_file_are_not_both_given(self, tmp_path: Path) -> None:
        with pytest.raises(SettingsError, match="keep one of them"):
            read_settings({**ENOUGH, "PYTAKE_MASTER_KEY": MASTER_KEY, "PYTAKE_MASTER_KEY_FILE": str(tmp_path / "k")})

    def test_previous_keys_are_a_list_in_any_spelling(self) -> None:
        given = f"{NEW}, {b'p'.hex() * 32} ,"

        settings = read_settings({**ENOUGH, "PYTAKE_MASTER_KEY": MASTER_KEY, "PYTAKE_PREVIOUS_MASTER_KEYS": given})

        assert settings.previous_master_keys == (NEW, b"p".hex() * 32)

    def test_a_previous_key_that_is_none_is_wrong(self) -> None:
        with pytest.raises(SettingsError, match="PYTAKE_PREVIOUS_MASTER_KEYS must be 32 random bytes"):
            read_settings({**ENOUGH, "PYTAKE_MASTER_KEY": MASTER_KEY, "PYTAKE_PREVIOUS_MASTER_KEYS": "short"})
