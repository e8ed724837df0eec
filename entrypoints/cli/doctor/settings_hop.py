"""The settings: what is wrong with them, and stand-ins for that, so that the rest can still be proved."""

import base64
import secrets
from collections.abc import Mapping
from typing import NamedTuple

from application.shared.master_key import KEY_BYTES
from entrypoints.cli.doctor.finding import Finding, broken, good
from entrypoints.settings import MASTER_KEY, MASTER_KEY_FILE, VARIABLES, Settings, read_settings, value_of


class ReadSettings(NamedTuple):
    """The finding, the names of what is missing or wrong, and settings to go on with."""

    finding: Finding
    wrong: frozenset[str]
    settings: Settings


def look_at_settings(environment: Mapping[str, str]) -> ReadSettings:
    """Name everything that is wrong; no hop that needs a stand-in is tried."""
    wrong = _wrong(environment)
    stand_ins = {
        "DATABASE_URL": "postgresql://",
        "REDIS_URL": "redis://",
        MASTER_KEY: base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode("ascii"),
    }
    usable = {name: text for name, text in environment.items() if name not in wrong}
    if MASTER_KEY in wrong:
        usable.pop(MASTER_KEY_FILE, None)
    needed = {name: text for name, text in stand_ins.items() if name in wrong}
    return ReadSettings(_finding(wrong), frozenset(wrong), read_settings({**usable, **needed}))


def _wrong(environment: Mapping[str, str]) -> dict[str, str]:
    wrong: dict[str, str] = {}
    for variable in VARIABLES.values():
        try:
            value_of(variable, environment)
        except ValueError as error:
            wrong[variable.name] = f"{variable.name} {error}"
    return wrong


def _finding(wrong: dict[str, str]) -> Finding:
    if not wrong:
        return good("settings", "complete")
    fix = "Set them where `pytake serve` and `pytake work` start, and here (docs/reference/settings.md)."
    if MASTER_KEY in wrong:
        fix += " PYTAKE_MASTER_KEY must be the key that sealed what is in the database: restore it from its backup."
        fix += " Only for a new installation make one: `pytake keys generate-master`."
    if "DATABASE_URL" in wrong:
        fix += " Or start `make demo`, whose settings other commands then use."
    return broken("settings", "; ".join(wrong.values()), fix=fix)
