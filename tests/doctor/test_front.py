"""What stands before the servers: proxies, limits, other programs."""

import subprocess
import sys
from pathlib import Path

import pytest

from entrypoints.cli.doctor import address_hops
from tests.doctor.clinic import Clinic, free_port
from tests.doctor.fronts import (
    MIB,
    Asked,
    Do,
    another_program,
    broken_gateway,
    front,
    limited,
    passing_on,
    rewriting,
    same,
    silent,
    spacing,
    without_query,
)

OF_WEBHOOKS = {
    "shared verify token", "Aurora: webhook", "Aurora: verify token", "Aurora: body size", "Aurora: loop-back",
}  # fmt: skip


async def test_a_proxy_that_changes_nothing(clinic: Clinic) -> None:
    async with front(passing_on(clinic.stage.settings.public_url)) as url:
        await clinic.subscribe(url)

        assert (await clinic.doctor(PYTAKE_PUBLIC_URL=url)).exit_code == 0


@pytest.mark.parametrize(
    ("change", "seen"), [(rewriting, r"\u00e3 and \/ do not arrive as they were sent"), (spacing, "takes what")]
)
async def test_a_proxy_that_rewrites_bodies(clinic: Clinic, change: object, seen: str) -> None:
    assert callable(change)
    async with front(passing_on(clinic.stage.settings.public_url, change)) as url:
        await clinic.subscribe(url)
        told = await clinic.doctor(PYTAKE_PUBLIC_URL=url)

    told.names("Aurora: webhook", seen=seen, fix="byte for byte")
    assert "a proxy rewrites bodies" in told.of("Aurora: webhook").seen
    assert told.not_tried == {"Aurora: loop-back"}


async def test_a_limit_of_one_megabyte(clinic: Clinic) -> None:
    async with front(limited(passing_on(clinic.stage.settings.public_url), to=MIB)) as url:
        await clinic.subscribe(url)
        told = await clinic.doctor(PYTAKE_PUBLIC_URL=url)

    told.names("Aurora: body size", seen="answers 413", fix="client_max_body_size 4m")
    assert told.not_tried == set()


async def test_a_limit_that_cuts_the_connection(clinic: Clinic) -> None:
    async with front(passing_on(clinic.stage.settings.public_url), cut_above=MIB) as url:
        await clinic.subscribe(url)
        told = await clinic.doctor(PYTAKE_PUBLIC_URL=url)

    told.names("Aurora: body size", seen="the connection is cut", fix="client_max_body_size 4m")


async def test_a_proxy_that_drops_the_query(clinic: Clinic) -> None:
    changes = [same]
    async with front(passing_on(clinic.stage.settings.public_url, lambda asked: changes[-1](asked))) as url:  # noqa: PLW0108 - looked up anew
        await clinic.subscribe(url)
        changes.append(without_query)
        told = await clinic.doctor(PYTAKE_PUBLIC_URL=url, WHATSAPP_VERIFY_TOKEN=None)

    told.names("Aurora: verify token", seen="the challenge does not come back", fix="with its whole query")


class TestPublicAddress:
    async def test_nobody_there(self, clinic: Clinic) -> None:
        with free_port() as port:
            address = f"http://127.0.0.1:{port}"
            told = await clinic.doctor(PYTAKE_PUBLIC_URL=address, PYTAKE_PORT=str(port))

        told.names("public address", seen=f"nothing answers at {address}", fix="Start `pytake serve`")
        assert told.not_tried >= OF_WEBHOOKS - {"Aurora: loop-back"}

    async def test_one_that_hangs(self, clinic: Clinic, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(address_hops, "PORT_SECONDS", 1.0)
        async with silent() as place:
            told = await clinic.doctor(PYTAKE_PUBLIC_URL=f"http://{place}")

        told.names("public address", seen="no answer in 1 s", fix="Start `pytake serve`")

    async def test_a_proxy_with_nobody_behind_it(self, clinic: Clinic) -> None:
        async with front(broken_gateway) as url:
            told = await clinic.doctor(PYTAKE_PUBLIC_URL=url)

        told.names("public address", seen="a proxy answers 502", fix="PYTAKE_PORT")

    async def test_one_that_leads_to_another_program(self, clinic: Clinic) -> None:
        async with front(another_program) as url:
            told = await clinic.doctor(PYTAKE_PUBLIC_URL=url)

        told.names("public address", seen="something that is not PyTake answers 200", fix="PYTAKE_PUBLIC_URL")

    async def test_one_that_leads_to_another_pytake(self, clinic: Clinic) -> None:
        async with front(another_installation(clinic)) as url:
            told = await clinic.doctor(PYTAKE_PUBLIC_URL=url)

        assert "another PyTake answers" in told.of("Aurora: webhook").seen


class TestPort:
    async def test_a_program_that_has_taken_it(self, clinic: Clinic) -> None:
        async with front(another_program) as url:
            port = url.rpartition(":")[2]
            told = await clinic.doctor(PYTAKE_PUBLIC_URL=url, PYTAKE_PORT=port)

        told.names("port", seen=f"something that is not PyTake listens on {url}", fix=f"sport = :{port}")
        assert "public address" in told.not_tried

    async def test_serving_on_it_is_refused(self, clinic: Clinic, tmp_path: Path) -> None:
        async with front(another_program) as url:
            port = url.rpartition(":")[2]
            environment = {**clinic.environment, "PYTAKE_PORT": port, "PYTHONPATH": str(Path(__file__).parents[2])}
            serve = [sys.executable, "-m", "entrypoints.cli.main", "serve"]
            ended = subprocess.run(  # noqa: ASYNC221, S603 - our own program; it ends at once
                serve, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=30, check=False
            )

        assert ended.returncode == 1
        assert f"Port {port} of 127.0.0.1 is taken" in ended.stderr


def another_installation(clinic: Clinic) -> Do:
    """Be a PyTake that does not know this number."""

    def elsewhere(asked: Asked) -> Asked:
        return asked._replace(
            target=asked.target.replace(str(clinic.stage.config_id), "0" * 8 + "-0000-4000-8000-" + "0" * 12)
        )

    return passing_on(clinic.stage.settings.public_url, elsewhere)
