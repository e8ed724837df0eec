"""`pytake keys`: the master key, and the keys that sign access tokens."""

import base64
import secrets
from datetime import datetime

import click
from dishka import AsyncContainer

from application.keys.rotate_master_key import MasterKeyProgress, RotateMasterKey
from application.keys.rotate_signing_keys import RotateSigningKeys, RotateSigningKeysHandler
from application.ports.signing_keys import SigningKeys, SigningKeyState
from application.shared.master_key import KEY_BYTES
from entrypoints.cli.environment import settings
from entrypoints.cli.run import run


@click.group()
def keys() -> None:
    """Manage keys."""


@keys.command("generate-master")
def generate_master() -> None:
    """Print a new PYTAKE_MASTER_KEY. Keep a copy elsewhere: without it the sealed secrets are lost."""
    click.echo(new_master_key())


@keys.command("list")
def list_keys() -> None:
    """List the keys that verify access tokens, oldest first; the last one signs."""

    async def do(container: AsyncContainer) -> None:
        store: SigningKeys = await container.get(SigningKeys)
        states = await store.states()
        for state in states:
            click.echo(f"{state.kid}  made {_time(state.created_at)}  {_duty(state, signs=state is states[-1])}")
        if not states:
            click.echo("None yet: the first `pytake serve` makes one.")

    run(do)


@keys.command()
@click.option("--revoke", is_flag=True, help="Delete the keys before it too: everybody's access tokens end at once.")
def rotate(revoke: bool) -> None:  # noqa: FBT001 - click passes flags so
    """Sign access tokens with a new key from now on. Those before it verify until the tokens they signed have ended."""

    async def do(container: AsyncContainer) -> None:
        handler = await container.get(RotateSigningKeysHandler)
        click.echo(f"{await handler(RotateSigningKeys(revoke=revoke))} signs from now on, everywhere within a minute.")

    run(do)


@keys.command("rotate-master")
def rotate_master() -> None:
    """Wrap every data key with PYTAKE_MASTER_KEY where one of PYTAKE_PREVIOUS_MASTER_KEYS did.

    First restart every process with the new PYTAKE_MASTER_KEY and the old one in PYTAKE_PREVIOUS_MASTER_KEYS: see
    docs/guides/keys.md.
    """
    has_previous = bool(settings().previous_master_keys)

    async def do(container: AsyncContainer) -> MasterKeyProgress:
        rotation = await container.get(RotateMasterKey)
        done = MasterKeyProgress()
        async for done in rotation():
            click.echo(f"data keys wrapped anew: {done.rewrapped}, secrets sealed anew: {done.resealed}")
        return done

    done = run(do)
    if done.unreadable:
        whose = ", ".join(str(tenant_id) for tenant_id in done.unreadable)
        raise click.ClickException(f"The data keys of these companies open with no master key given: {whose}. {_KEEP}")
    click.echo(_REMOVE if has_previous else "Everything rests on PYTAKE_MASTER_KEY.")


_KEEP = "Keep all master keys, name the missing one in PYTAKE_PREVIOUS_MASTER_KEYS, and run this again."
_REMOVE = (
    "Everything rests on PYTAKE_MASTER_KEY. PYTAKE_PREVIOUS_MASTER_KEYS may be removed; keep the old key for as long "
    "as you keep backups from before now."
)


def new_master_key() -> str:
    """Give 32 random bytes in base64."""
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode("ascii")


def _duty(state: SigningKeyState, *, signs: bool) -> str:
    if state.verifies_until is None:
        return "signs" if signs else "verifies"
    return f"verifies until {_time(state.verifies_until)}"


def _time(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
