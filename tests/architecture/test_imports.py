"""What import-linter cannot say: where the domain's imports come from, and that words and files agree."""

import ast
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, MakeModule, Module, modules

DOMAIN_MAY_IMPORT = sys.stdlib_module_names | {"domain", "msgspec"}

ABOVE_THE_AREAS = {"inbound", "triggers"}
"""A contact's event, and what begins a flow without one, touch several areas: they have none of their own."""
NOT_AREAS = {"ports", "shared"}
WITHOUT_USE_CASES = {
    "shared": "the words that all areas use",
}

SEVERAL_IN_ONE = {
    "application/inbound/handle_items.py": "ItemHandlers says which use case takes which kind of item",
    "application/flows/validate_flow.py": "FlowInspector gathers what a flow is checked against, for publishing too",
}
"""Use-case files with a second public class that is no command, result, error or bundle of tools."""


def packages(folder: Path) -> set[str]:
    return {file.parent.name for file in folder.glob("*/__init__.py")}


AREAS = sorted(packages(ROOT / "application") - NOT_AREAS)
USE_CASE_FILES = [
    module for area in AREAS for module in modules(f"application/{area}") if module.path.name != "__init__.py"
]


def public_classes(module: Module) -> list[ast.ClassDef]:
    return [node for node in module.tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]


def handlers(module: Module) -> list[str]:
    """Name the public classes that do something: those with a public method or a call, and structs are no such."""
    return [
        node.name for node in public_classes(module) if not is_data(node) and any(does_something(m) for m in node.body)
    ]


def is_data(node: ast.ClassDef) -> bool:
    bases = {ast.unparse(base) for base in node.bases}
    return bool(bases & {"msgspec.Struct", "Protocol"}) or any(base.endswith("Error") for base in bases)


def does_something(member: ast.stmt) -> bool:
    return isinstance(member, ast.FunctionDef | ast.AsyncFunctionDef) and (
        member.name == "__call__" or not member.name.startswith("_")
    )


def named_after(module: Module) -> set[str]:
    phrase = "".join(word.capitalize() for word in module.path.stem.split("_"))
    return {phrase, f"{phrase}Handler", f"{phrase}Performer"}


def foreign_to_the_domain(module: Module) -> set[str]:
    return {name for name in module.imports() if name.split(".")[0] not in DOMAIN_MAY_IMPORT}


def test_the_domain_imports_the_standard_library_and_msgspec_only():
    found = {module.name: foreign_to_the_domain(module) for module in modules("domain")}

    assert {name: names for name, names in found.items() if names} == {}


@pytest.mark.parametrize("text", ["import httpx", "from structlog import get_logger", "from . import x"])
def test_a_foreign_import_in_the_domain_is_found(text: str, make_module: MakeModule):
    assert foreign_to_the_domain(make_module(f"def f():\n    {text}\n")) != set()


def test_nothing_is_imported_for_type_checkers_only():
    found = {
        module.name
        for module in modules()
        for node in ast.walk(module.tree)
        if "TYPE_CHECKING" in {getattr(node, "id", None), getattr(node, "attr", None)}
    }

    assert found == set(), "dishka and msgspec resolve annotations at run time"


@pytest.mark.parametrize("area", AREAS)
def test_an_area_of_use_cases_is_a_package_of_the_domain(area: str):
    assert area in packages(ROOT / "domain") | ABOVE_THE_AREAS


def test_a_package_of_the_domain_has_its_use_cases():
    assert packages(ROOT / "domain") - set(AREAS) == WITHOUT_USE_CASES.keys()


@pytest.mark.parametrize("module", USE_CASE_FILES, ids=str)
def test_a_use_case_is_named_after_its_file(module: Module):
    """A file with handlers has exactly one, named after it; any other holds steps and says in its docstring which."""
    found = set(handlers(module))

    if found:
        assert len(found & named_after(module)) == 1
        assert found <= named_after(module) or module.name in SEVERAL_IN_ONE
    else:
        assert ast.get_docstring(module.tree), "what is it that use cases share here?"


@pytest.mark.parametrize("module", USE_CASE_FILES, ids=str)
def test_a_handler_says_what_it_promises(module: Module):
    silent = [node.name for node in public_classes(module) if ast.get_docstring(node) is None]

    assert silent == []
