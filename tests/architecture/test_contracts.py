"""The import contracts hold, and forget no package."""

import configparser
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGES, ROOT

CONFIG = ROOT / "importlinter.ini"
NOT_OURS_TO_LAYER = {"tests", "benchmarks", "docs"}

LINT = "from importlinter.cli import lint_imports_command as main; main()"
NOT_BOUND = {
    "composition-root": {"ioc"},
    "nothing-imports-simulator": {"cli", "embedded", "logs", "memory", "settings"},
}
"""Entrypoints that a contract leaves out: the root imports adapters, the command line starts the simulator."""


@pytest.fixture(scope="module")
def contracts() -> dict[str, dict[str, list[str]]]:
    """Each contract's options, as lists of lines; its name is the last part of its section's."""
    parser = configparser.ConfigParser()
    parser.read(CONFIG, encoding="utf-8")
    return {
        section.rpartition(":")[2]: {key: value.split("\n") for key, value in parser[section].items()}
        for section in parser.sections()
    }


def modules_in(contracts: dict[str, dict[str, list[str]]], contract: str, option: str) -> set[str]:
    lines = contracts[contract][option]
    return {name.strip() for line in lines for name in line.split("|") if name.strip()}


def children(package: str) -> set[str]:
    """Give the packages and modules directly inside a package, except empty ones."""
    folder = ROOT / package
    names = {file.parent.name for file in folder.glob("*/__init__.py")} | {file.stem for file in folder.glob("*.py")}
    return {f"{package}.{name}" for name in names - {"__init__"}}


def lint_imports(folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603 - the linter of this environment, on files of ours
        [sys.executable, "-c", LINT, "--config", "importlinter.ini"],
        cwd=folder,
        env={"PATH": "", "NO_COLOR": "1", "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_contracts_hold():
    done = lint_imports(ROOT)

    assert done.returncode == 0, done.stdout + done.stderr


def test_every_top_level_package_is_declared(contracts: dict[str, dict[str, list[str]]]):
    there = {file.parent.name for file in ROOT.glob("*/__init__.py")} - NOT_OURS_TO_LAYER

    assert modules_in(contracts, "importlinter", "root_packages") == there == set(PACKAGES)


def test_layers_point_inward(contracts: dict[str, dict[str, list[str]]]):
    layers = [line.strip() for line in contracts["layers"]["layers"] if line.strip()]

    assert layers == ["entrypoints", "adapters", "application", "domain"]


def test_every_area_is_in_its_layer(contracts: dict[str, dict[str, list[str]]]):
    areas = {f"application.{name}" for name in modules_in(contracts, "areas", "layers")}

    assert contracts["areas"]["exhaustive"] == ["True"]
    assert areas == children("application")


@pytest.mark.parametrize(
    ("contract", "option", "package"),
    [("aggregates", "modules", "domain"), ("technologies", "modules", "adapters")],
)
def test_siblings_are_all_named(contract: str, option: str, package: str, contracts: dict[str, dict[str, list[str]]]):
    assert modules_in(contracts, contract, option) == children(package) - {"domain.shared"}


@pytest.mark.parametrize("contract", NOT_BOUND)
def test_entrypoints_are_all_named(contract: str, contracts: dict[str, dict[str, list[str]]]):
    left_out = children("entrypoints") - modules_in(contracts, contract, "source_modules")

    assert left_out == {f"entrypoints.{name}" for name in NOT_BOUND[contract]}


def test_a_forbidden_import_is_found(tmp_path: Path):
    """The linter bites: a little house of the same shape, with one import that points outward."""
    for package, text in (("domain", "import adapters\n"), ("application", ""), ("adapters", ""), ("entrypoints", "")):
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").write_text(text, encoding="utf-8")
    config = configparser.ConfigParser()
    config.read(CONFIG, encoding="utf-8")
    for section in config.sections():
        if section not in {"importlinter", "importlinter:contract:layers"}:
            config.remove_section(section)
    config["importlinter"]["root_packages"] = "\ndomain\napplication\nadapters\nentrypoints"
    with (tmp_path / CONFIG.name).open("w", encoding="utf-8") as file:
        config.write(file)

    done = lint_imports(tmp_path)

    assert done.returncode == 1
    assert "domain is not allowed to import adapters" in done.stdout
